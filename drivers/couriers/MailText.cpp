// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/MailText.h"

#include "drivers/couriers/MessageText.h"
#include "drivers/couriers/Signatures.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace menshen {

namespace {

constexpr std::size_t kEncodedBytes = 42; ///< of text in one encoded word: 75 characters with its frame, at most
constexpr std::size_t kPlainHeader = 76;  ///< longer ones are encoded, since that folds them too
constexpr std::size_t kLongestAddress = 254;
constexpr int kStartMailInput = 354, kClosing = 221;

bool isPlain(char c) { return c >= 0x20 && c < 0x7f; }

std::string withoutControls(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            line += c;
        else if (c == '\n' || c == '\t')
            line += ' ';
    }
    return line;
}

/// The id of an attempt as the left side of a Message-ID.
std::string idText(std::string_view attempt)
{
    std::string id;
    for (const char c : attempt) {
        const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        id += safe ? std::string(1, c) : '.' + std::to_string(static_cast<unsigned char>(c));
    }
    return id;
}

std::string toHeader(const CourierMessage &message, const std::vector<std::size_t> &to)
{
    std::string header = "To: ";
    for (const auto place : to) {
        const auto &recipient = message.to[place];
        const auto name = recipient.name.empty() ? std::string() : "=?UTF-8?B?" + base64(cutTo(recipient.name, kEncodedBytes)) + "?= ";
        header += (place == to.front() ? "" : ",\r\n ") + name + '<' + recipient.email + '>';
    }
    return header;
}

} // namespace

bool isMailAddress(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
           text.size() <= kLongestAddress && std::all_of(text.begin(), text.end(), [](char c) {
               return c > 0x20 && c < 0x7f && c != '<' && c != '>' && c != ',' && c != '"';
           });
}

std::string headerWords(std::string_view text)
{
    auto line = withoutControls(text);
    if (line.size() <= kPlainHeader && std::all_of(line.begin(), line.end(), isPlain) && line.find("=?") == std::string::npos)
        return line;
    std::string words;
    for (std::size_t begin = 0; begin < line.size();) {
        auto end = std::min(begin + kEncodedBytes, line.size());
        while (end < line.size() && end > begin + 1 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end; // each word holds whole characters
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(std::string_view(line).substr(begin, end - begin)) + "?=";
        begin = end;
    }
    return words;
}

std::string mailDate(WallTime at)
{
    static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    std::array<char, 64> text{};
    const int size = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d +0000", kDays.at(std::chrono::weekday{day}.c_encoding()),
        static_cast<unsigned>(date.day()), kMonths.at(static_cast<unsigned>(date.month()) - 1), static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

std::vector<std::string> mailHeaders(const CourierMessage &message, const std::string &from, const std::vector<std::size_t> &to)
{
    const auto &zh = message.subject.zh, &en = message.subject.en;
    const auto subject = zh + (zh.empty() || en.empty() ? "" : " / ") + en;
    return {"From: <" + from + '>',
            toHeader(message, to),
            "Subject: " + headerWords(subject),
            "Date: " + mailDate(message.at),
            "Message-ID: <" + idText(message.attempt) + from.substr(std::min(from.find('@'), from.size())) + '>',
            "Content-Type: multipart/alternative",
            "Importance: high",
            "X-Priority: 1",
            "Auto-Submitted: auto-generated"};
}

std::vector<MailReply> mailReplies(std::string_view session)
{
    std::vector<MailReply> replies;
    while (!session.empty()) {
        const auto end = session.find('\n');
        auto line = session.substr(0, end);
        session = end == std::string_view::npos ? std::string_view() : session.substr(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const auto digits = line.substr(0, 3);
        const bool coded = line.size() >= 3 && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!coded || (line.size() > 3 && line[3] != ' ')) // "250-" is not the last line yet
            continue;
        const int code = 100 * (digits[0] - '0') + 10 * (digits[1] - '0') + (digits[2] - '0');
        if (code != kClosing)
            replies.push_back({code, std::string(line)});
    }
    return replies;
}

std::vector<std::size_t> refusedRecipients(const std::vector<MailReply> &replies, std::size_t count)
{
    const auto data = std::find_if(replies.begin(), replies.end(), [](const MailReply &reply) { return reply.code == kStartMailInput; });
    std::vector<std::size_t> refused;
    if (data == replies.end() || static_cast<std::size_t>(data - replies.begin()) < count)
        return refused;
    const auto first = data - static_cast<std::ptrdiff_t>(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (first[static_cast<std::ptrdiff_t>(i)].code >= 300)
            refused.push_back(i);
    }
    return refused;
}

} // namespace menshen
