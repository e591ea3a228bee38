// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/RequestHead.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>

namespace menshen {

namespace {

enum Refusal { kBad = 400, kMethod = 405, kLength = 411, kTooLarge = 413, kTarget = 414, kMisdirected = 421, kHead = 431, kVersion = 505 };

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(low, low.begin(), lower);
    return low;
}

bool isVisible(char c) { return c > 0x20 && c < 0x7F; }

bool isToken(std::string_view text)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || kMarks.find(c) != std::string_view::npos;
    });
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

/// Takes a line and its CRLF off `rest`; absent when there is none.
std::optional<std::string_view> takeLine(std::string_view &rest)
{
    const auto end = rest.find("\r\n");
    if (end == std::string_view::npos)
        return {};
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    return line;
}

int judgeRequestLine(std::string_view line, bool &post, const RequestRules &rules)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return kBad;
    const auto method = line.substr(0, first);
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (!isToken(method) || !version.starts_with("HTTP/"))
        return kBad;
    if (target.size() > rules.longestTarget)
        return kTarget;
    if (target.empty() || target.front() != '/' || !std::ranges::all_of(target, isVisible) ||
        target.find_first_of("#\\\"<>") != std::string_view::npos)
        return kBad;
    if (version != "HTTP/1.1")
        return kVersion;
    post = method == "POST";
    return post || method == "GET" ? 0 : kMethod;
}

} // namespace

HeadVerdict judgeHead(std::string_view head, std::string_view host, const RequestRules &rules)
{
    if (head.size() > rules.longestHead)
        return {kHead};
    const auto clean = [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\r' || c == '\n'; };
    if (!head.ends_with("\r\n\r\n") || !std::ranges::all_of(head, clean))
        return {kBad};
    bool post = false;
    const auto requestLine = takeLine(head);
    if (const int refusal = judgeRequestLine(*requestLine, post, rules); refusal != 0)
        return {refusal};
    std::set<std::string> seen;
    std::optional<std::size_t> length;
    bool ours = false;
    std::size_t count = 0;
    for (auto line = takeLine(head); line && !line->empty(); line = takeLine(head)) {
        const auto colon = line->find(':');
        if (++count > rules.mostHeaders)
            return {kHead};
        if (colon == std::string_view::npos || !isToken(line->substr(0, colon)) || line->find_first_of("\r\n") != std::string_view::npos)
            return {kBad};
        const std::string name = lowered(line->substr(0, colon));
        const auto value = trimmed(line->substr(colon + 1));
        const bool single = name == "host" || name == "content-length" || name == "origin" || name == "cookie" || name == "content-type" ||
                            name == "sec-fetch-site";
        if ((!seen.insert(name).second && single) || name == "transfer-encoding" || name == "expect" || name == "upgrade")
            return {kBad};
        if (name == "host")
            ours = lowered(value) == lowered(host);
        if (name == "content-length") {
            std::size_t number = 0;
            const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (value.empty() || value.size() > 18 || problem != std::errc{} || end != value.data() + value.size())
                return {kBad};
            length = number;
        }
    }
    if (!head.empty()) // an empty line, and more after it
        return {kBad};
    if (!seen.contains("host"))
        return {kBad};
    if (!ours)
        return {kMisdirected};
    if (post && !length)
        return {kLength};
    if (!post && length.value_or(0) > 0)
        return {kBad};
    if (length.value_or(0) > rules.longestBody)
        return {kTooLarge};
    return {0, length.value_or(0)};
}

} // namespace menshen
