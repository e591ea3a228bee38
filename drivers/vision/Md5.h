// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace menshen {

/// RFC 1321. For the training's split only, which was made with it: nothing is kept safe by MD5.
[[nodiscard]] std::array<std::uint8_t, 16> md5(std::string_view bytes);

} // namespace menshen
