// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Chain.h"

#include <charconv>
#include <vector>

namespace menshen {
namespace {

constexpr std::string_view kHeadMark = "menshen-head-1";
constexpr std::size_t kHeadParts = 8;

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::vector<std::string_view> partsOf(std::string_view line)
{
    std::vector<std::string_view> parts;
    while (!line.empty()) {
        const auto end = line.find(' ');
        parts.push_back(line.substr(0, end));
        line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
    }
    return parts;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Reads the parts one after the other; remembers the first that is wrong.
class HeadParts {
public:
    explicit HeadParts(std::vector<std::string_view> parts) : m_parts(std::move(parts)) {}

    template <typename B>
    void bytes(const char *name, B &value)
    {
        if (!bytesFromHex(m_parts[m_next++], value.bytes.data(), value.bytes.size()))
            wrong(name, std::to_string(2 * value.bytes.size()) + " hexadecimal digits");
    }
    std::int64_t number(const char *name, std::int64_t smallest)
    {
        const auto value = wholeNumber(m_parts[m_next++]);
        if (!value || *value < smallest)
            wrong(name, "a whole number from " + std::to_string(smallest));
        return value.value_or(0);
    }
    [[nodiscard]] const std::string &problem() const noexcept { return m_problem; }

private:
    void wrong(const char *name, const std::string &right)
    {
        if (m_problem.empty())
            m_problem = std::string("a ledger head's ") + name + " has to be " + right;
    }

    std::vector<std::string_view> m_parts;
    std::size_t m_next = 1;
    std::string m_problem;
};

} // namespace

std::string hexOf(const std::uint8_t *bytes, std::size_t size)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * size);
    for (std::size_t i = 0; i < size; ++i) {
        hex += kDigits[bytes[i] >> 4U];
        hex += kDigits[bytes[i] & 0xFU];
    }
    return hex;
}

bool bytesFromHex(std::string_view hex, std::uint8_t *bytes, std::size_t size)
{
    if (hex.size() != 2 * size)
        return false;
    for (const char c : hex)
        if (digitOf(c) < 0)
            return false;
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<std::uint8_t>(digitOf(hex[2 * i]) * 16 + digitOf(hex[2 * i + 1]));
    return true;
}

std::string headText(const LedgerHead &head)
{
    return std::string(kHeadMark) + ' ' + hexOf(head.station) + ' ' + hexOf(head.epoch) + ' ' + std::to_string(head.number) + ' ' +
           std::to_string(head.seq.value) + ' ' + hexOf(head.hash) + ' ' + std::to_string(head.at.time_since_epoch().count()) + ' ' +
           hexOf(head.signature);
}

Result<LedgerHead> headFromText(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    auto parts = partsOf(line);
    if (parts.size() != kHeadParts || parts.front() != kHeadMark)
        return Error{ErrorCode::BadInput, "not a ledger head: one is a line of eight words that begins with " + std::string(kHeadMark)};
    HeadParts read(std::move(parts));
    LedgerHead head;
    read.bytes("station", head.station);
    read.bytes("epoch", head.epoch);
    head.number = read.number("number", 1);
    head.seq = {read.number("seq", 0)};
    read.bytes("hash", head.hash);
    head.at = WallTime{Micros{read.number("time", 0)}};
    read.bytes("signature", head.signature);
    if (!read.problem().empty())
        return Error{ErrorCode::BadInput, read.problem()};
    return head;
}

std::string shortForm(const EntryHash &hash)
{
    const auto hex = hexOf(hash.bytes.data(), 4);
    return hex.substr(0, 4) + ' ' + hex.substr(4);
}

} // namespace menshen
