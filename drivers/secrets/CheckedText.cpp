// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/CheckedText.h"

#include <sodium.h>

#include <array>

namespace menshen {
namespace {

constexpr std::size_t kChecksumBytes = 16;

std::string checksum(std::string_view content)
{
    std::array<unsigned char, kChecksumBytes> sum{};
    crypto_generichash(sum.data(), sum.size(), reinterpret_cast<const unsigned char *>(content.data()), content.size(), nullptr, 0);
    std::array<char, 2 * kChecksumBytes + 1> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), sum.data(), sum.size());
}

} // namespace

bool sodiumReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

std::string withChecksum(std::string lines)
{
    const auto sum = checksum(lines);
    return std::move(lines.append(sum).append(1, '\n'));
}

std::optional<std::string_view> withoutChecksum(std::string_view text)
{
    const auto lastLine = text.rfind('\n', text.size() < 2 ? 0 : text.size() - 2);
    if (lastLine == std::string_view::npos || text.substr(lastLine + 1) != checksum(text.substr(0, lastLine + 1)) + '\n')
        return std::nullopt;
    return text.substr(0, lastLine + 1);
}

} // namespace menshen
