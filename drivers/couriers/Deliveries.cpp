// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Deliveries.h"

#include "drivers/couriers/MessageText.h"

#include <algorithm>
#include <utility>

namespace menshen {

namespace {

constexpr std::size_t kLongestWords = 240;
/// Nobody said when: for a nonsense answer, or a busy line.
constexpr Micros kSomewhatLater = 30s;

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
    auto text = cutTo(words, kLongestWords);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    while (text.ends_with(' '))
        text.pop_back();
    return text;
}

} // namespace menshen
