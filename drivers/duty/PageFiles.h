// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace menshen {

/// Style, script and sign of the duty page, compiled in from drivers/duty/page.
struct PageFile {
    std::string_view name, type, content;
};

[[nodiscard]] std::span<const PageFile> pageFiles() noexcept;

} // namespace menshen
