// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// The whole of a small file; absent when there is none. Storage when it cannot be read or holds more than 4 KiB.
[[nodiscard]] Result<std::optional<std::string>> readSmallFile(const std::filesystem::path &file);

/// Replaces the file as a whole, readable and writable by its owner only: after a power cut there is the old one or the
/// new one. Makes the folder when it is missing. DiskFull or Storage.
[[nodiscard]] Result<void> replaceSmallFile(const std::filesystem::path &file, std::string_view content);

} // namespace menshen
