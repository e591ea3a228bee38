// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Deliveries.h"

#include "drivers/couriers/MessageText.h"

#include <algorithm>
#include <utility>

namespace menshen {

namespace {

constexpr std::size_t kLongestWords = 240;
constexpr std::size_t kFewestOfNumber = 7; ///< digits in a row that may be somebody's telephone or document
constexpr std::string_view kWithheld = "…";
/// Nobody said when: for a nonsense answer, or a busy line.
constexpr Micros kSomewhatLater = 30s;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool endsWord(char c)
{
    return static_cast<unsigned char>(c) <= 0x20 || std::string_view("<>()[]{}\",;:'").find(c) != std::string_view::npos;
}

/// A word of the other side's without what may be a person's.
void addWithoutPersons(std::string &text, std::string_view word)
{
    if (word.find('@') != std::string_view::npos) {
        text += kWithheld;
        return;
    }
    while (!word.empty()) {
        const bool number = isDigit(word[0]);
        const auto end = std::find_if(word.begin(), word.end(), [number](char c) { return isDigit(c) != number; });
        const auto run = word.substr(0, static_cast<std::size_t>(end - word.begin()));
        text += number && run.size() >= kFewestOfNumber ? kWithheld : run;
        word.remove_prefix(run.size());
    }
}

std::string withoutPersons(std::string_view words)
{
    std::string text;
    while (!words.empty()) {
        const auto end = static_cast<std::size_t>(std::find_if(words.begin(), words.end(), endsWord) - words.begin());
        addWithoutPersons(text, words.substr(0, end));
        text += words.substr(end, 1);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return text;
}

} // namespace

Delivery accepted(std::string provider) { return {Delivery::Outcome::Accepted, {}, {}, std::move(provider), {}}; }

Delivery tryLater(Micros after, Error error, std::string provider)
{
    return {Delivery::Outcome::TryLater, after, std::move(error), std::move(provider), {}};
}

Delivery failed(Error error, std::string provider)
{
    switch (error.code) {
    case ErrorCode::DeviceUnavailable:
    case ErrorCode::DeviceTimeout:
    case ErrorCode::Cancelled:
        return {Delivery::Outcome::Unreachable, {}, std::move(error), std::move(provider), {}};
    case ErrorCode::DeviceProtocol:
    case ErrorCode::DeviceBusy:
    case ErrorCode::Internal: // no memory: it may be there again
        return tryLater(kSomewhatLater, std::move(error), std::move(provider));
    default:
        return {Delivery::Outcome::Refused, {}, std::move(error), std::move(provider), {}};
    }
}

std::string forLog(std::string_view words)
{
    auto text = cutTo(withoutPersons(words), kLongestWords);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

} // namespace menshen
