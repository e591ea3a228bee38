// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace menshen {

/// Writes the part of an entry that gets sealed: texts in an order that the kind knows, each behind its length (LEB128).
/// Binary and short, for it is written, sealed and opened for every visitor. Bytes that are no UTF-8 become U+FFFD.
class PersonalWriter {
public:
    PersonalWriter &operator<<(std::string_view text);
    PersonalWriter &operator<<(std::uint8_t number);
    [[nodiscard]] std::string take() { return std::move(m_packed); }

private:
    std::string m_packed;
};

/// Reads them back. Throws DecodeError, never quoting anything.
class PersonalReader {
public:
    explicit PersonalReader(std::string_view packed) : m_rest(packed) {}
    PersonalReader &operator>>(std::string &text);
    PersonalReader &operator>>(std::uint8_t &number);
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }
    /// Nothing may be left over.
    void finish() const;

private:
    std::string_view m_rest;
};

/// `text` itself, or a copy in which what is no UTF-8 has become U+FFFD.
[[nodiscard]] std::string cleanUtf8(std::string_view text);

} // namespace menshen
