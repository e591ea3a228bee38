// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/PersonalText.h"

#include "db/sqlite/EnumNames.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace menshen {
namespace {

/// True for ASCII and for whole three-byte characters from U+1000 to U+CFFF, Chinese among them; false says nothing.
bool isPlainUtf8(std::string_view text)
{
    const auto follows = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80; };
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80)
            i += 1;
        else if (lead >= 0xE1 && lead <= 0xEC && follows(i + 1) && follows(i + 2))
            i += 3;
        else
            return false;
    }
    return true;
}

} // namespace

std::string cleanUtf8(std::string_view text)
{
    if (isPlainUtf8(text))
        return std::string(text);
    // The library knows what UTF-8 is; its quotation marks and escapes are taken off again.
    const auto quoted = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return nlohmann::json::parse(quoted).get<std::string>();
}

PersonalWriter &PersonalWriter::operator<<(std::string_view text)
{
    const auto clean = cleanUtf8(text);
    auto length = clean.size();
    for (; length >= 0x80; length >>= 7U)
        m_packed += static_cast<char>(0x80U | (length & 0x7FU));
    m_packed += static_cast<char>(length);
    m_packed += clean;
    return *this;
}

PersonalWriter &PersonalWriter::operator<<(std::uint8_t number)
{
    m_packed += static_cast<char>(number);
    return *this;
}

PersonalReader &PersonalReader::operator>>(std::string &text)
{
    std::uint64_t length = 0;
    std::uint8_t part = 0x80;
    for (unsigned shift = 0; (part & 0x80U) != 0; shift += 7) {
        if (shift > 28)
            throw DecodeError("a personal field is too long");
        *this >> part;
        length |= static_cast<std::uint64_t>(part & 0x7FU) << shift;
    }
    if (length > m_rest.size())
        throw DecodeError("the personal part is cut");
    text = m_rest.substr(0, length);
    m_rest.remove_prefix(length);
    return *this;
}

PersonalReader &PersonalReader::operator>>(std::uint8_t &number)
{
    if (m_rest.empty())
        throw DecodeError("the personal part is cut");
    number = static_cast<std::uint8_t>(m_rest.front());
    m_rest.remove_prefix(1);
    return *this;
}

void PersonalReader::finish() const
{
    if (!m_rest.empty())
        throw DecodeError("the personal part is longer than it should be");
}

} // namespace menshen
