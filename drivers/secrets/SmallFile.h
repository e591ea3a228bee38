// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// Who else than its owner may have a file open to reading for it to be believed.
enum class Readers : std::uint8_t { Anybody, OwnerOnly };

/// The whole of a small file; absent when there is none. Storage when it cannot be read or holds more than 4 KiB; Denied,
/// with the remedy, when others may read or write what is the owner's only.
[[nodiscard]] Result<std::optional<std::string>> readSmallFile(const std::filesystem::path &file, Readers readers = Readers::Anybody);

/// Replaces the file as a whole, readable and writable by its owner only: after a power cut there is the old one or the
/// new one. Makes the folder when it is missing. DiskFull or Storage.
[[nodiscard]] Result<void> replaceSmallFile(const std::filesystem::path &file, std::string_view content);

/// The same where there is no file yet; false, and nothing is touched, where there is one.
[[nodiscard]] Result<bool> createSmallFile(const std::filesystem::path &file, std::string_view content);

} // namespace menshen
