// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"

#include <string_view>

namespace menshen {

/// A label of faces.jsonl for a face before whose mouth a hand, a cup, a sheet is: nobody can tell, *unsure* is right.
inline constexpr std::string_view kCoveredLabel = "covered";

/// The words of faces.jsonl, of `eye detect` and of the reports. `unsure` is what the fourth is called there.
[[nodiscard]] constexpr std::string_view wordOf(MaskState state, std::string_view unsure = "unsure") noexcept
{
    switch (state) {
    case MaskState::Mask:
        return "mask";
    case MaskState::NoMask:
        return "no_mask";
    case MaskState::Incorrect:
        return "incorrect";
    case MaskState::Unsure:
        break;
    }
    return unsure;
}

} // namespace menshen
