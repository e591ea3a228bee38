// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// A text file's bytes as UTF-8, its byte order mark gone: UTF-8, UTF-16 with a mark, otherwise GB18030, which a Chinese Excel
/// writes as CSV and of which GBK is a part. Nothing when it is none of these.
[[nodiscard]] std::optional<std::string> decodedText(std::string_view bytes);

} // namespace menshen
