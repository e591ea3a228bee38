// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// Has to have returned true once before anything else of this room is asked of libsodium; thread-safe.
[[nodiscard]] bool sodiumReady();

// A small text whose last line tells whether it was cut or changed. Against flipped bits, not against forgery: who may write
// the file may replace it.

/// `lines`, each ended, and the line that vouches for them.
[[nodiscard]] std::string withChecksum(std::string lines);
/// The lines before the last one, or nothing when they are not what they were.
[[nodiscard]] std::optional<std::string_view> withoutChecksum(std::string_view text);

} // namespace menshen
