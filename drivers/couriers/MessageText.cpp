// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/MessageText.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr std::string_view kEllipsis = "…";

std::string onLines(std::string_view first, std::string_view second)
{
    std::string text(first);
    if (!first.empty() && !second.empty())
        text += '\n';
    return text.append(second);
}

std::string escaped(std::string_view text)
{
    std::string html;
    for (const char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\n':
            html += "<br>\n";
            break;
        default:
            html += c;
        }
    }
    return html;
}

std::string htmlPart(const char *language, const std::string &subject, const std::string &text)
{
    if (subject.empty() && text.empty())
        return {};
    return std::string("<div lang=\"") + language + "\"><p><b>" + escaped(subject) + "</b></p>\n<p>" + escaped(text) + "</p></div>\n";
}

} // namespace

std::string cutTo(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return std::string(text);
    if (bytes < kEllipsis.size())
        return {};
    std::size_t end = bytes - kEllipsis.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)).append(kEllipsis);
}

std::string plainText(const CourierMessage &message, std::size_t longest)
{
    const auto chinese = onLines(message.subject.zh, message.text.zh);
    const auto english = onLines(message.subject.en, message.text.en);
    auto text = onLines(chinese, message.link);
    if (!english.empty() && text.size() + 2 + english.size() <= longest)
        return text.empty() ? english : text + "\n\n" + english;
    if (text.size() <= longest)
        return text;
    const auto room = longest - std::min(longest, message.link.size() + 1);
    return cutTo(onLines(cutTo(chinese, room), message.link), longest);
}

std::string htmlText(const CourierMessage &message)
{
    const auto link = escaped(message.link);
    return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n" + htmlPart("zh-CN", message.subject.zh, message.text.zh) +
           (link.empty() ? std::string() : "<p><a href=\"" + link + "\">" + link + "</a></p>\n") +
           htmlPart("en", message.subject.en, message.text.en) + "</body></html>\n";
}

} // namespace menshen
