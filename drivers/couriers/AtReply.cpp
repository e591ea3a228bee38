// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/AtReply.h"

#include <charconv>

namespace menshen {

namespace {

constexpr std::size_t kLongestReply = 16UL * 1024;
constexpr std::string_view kSmsError = "+CMS ERROR:", kModemError = "+CME ERROR:";

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r' || text.front() == '\0'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

} // namespace

AtReply::State AtReply::add(std::string_view bytes)
{
    for (const char byte : bytes) {
        if (m_state != State::Waiting)
            break;
        if (++m_seen > kLongestReply) {
            m_state = State::Nonsense;
        } else if (byte == '\n' || byte == '\r') {
            take(trimmed(m_rest));
            m_rest.clear();
        } else {
            m_rest += byte;
            if (m_promptWanted && trimmed(m_rest) == ">")
                m_state = State::Prompt;
        }
    }
    return m_state;
}

void AtReply::take(std::string_view line)
{
    if (line.empty() || line == m_command)
        return;
    if (line == "OK") {
        m_state = State::Ok;
    } else if (line == "ERROR" || line.starts_with(kSmsError) || line.starts_with(kModemError)) {
        m_failure = line;
        m_state = State::Failed;
    } else {
        m_lines.emplace_back(line);
    }
}

std::optional<std::string> AtReply::after(std::string_view beginning) const
{
    for (const std::string_view line : m_lines) {
        if (line.starts_with(beginning))
            return std::string(trimmed(line.substr(beginning.size())));
    }
    return {};
}

std::optional<int> AtReply::smsError() const
{
    if (!m_failure.starts_with(kSmsError))
        return {};
    const auto number = trimmed(std::string_view(m_failure).substr(kSmsError.size()));
    int value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || end != number.data() + number.size())
        return {};
    return value;
}

} // namespace menshen
