// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/OneMessage.h"

#include "src/core/Pauses.h"

namespace menshen {

namespace {

/// The first courier from `at` on that has not refused for good; none: the number of couriers.
std::size_t usableFrom(const OneMessage &message, std::size_t at)
{
    while (at < message.couriers.size() && message.refused.contains(message.couriers[at])) {
        ++at;
    }
    return at;
}

bool isUnderWay(const OneMessage &message, int attempt) { return message.planned && attempt == message.attempts; }

} // namespace

OneMessage oneMessage(std::vector<std::string> couriers, MonoTime now)
{
    OneMessage message;
    message.couriers = std::move(couriers);
    message.settled = message.couriers.empty();
    message.due = now;
    return message;
}

OneMessage withPlanned(OneMessage message, int attempt, const std::string &courier, MonoTime now)
{
    message.busy = false;
    if (message.settled || attempt <= message.attempts) {
        return message;
    }
    const auto found = std::ranges::find(message.couriers, courier);
    message.courier = found == message.couriers.end() ? 0 : static_cast<std::size_t>(found - message.couriers.begin());
    message.attempts = attempt;
    message.planned = true;
    message.due = now;
    return message;
}

OneMessage withDelivered(OneMessage message, int attempt)
{
    message.busy = false;
    if (isUnderWay(message, attempt)) {
        message.planned = false;
        message.settled = true;
    }
    return message;
}

OneMessage withFailed(OneMessage message, int attempt, bool forGood, Micros pause, MonoTime now)
{
    message.busy = false;
    if (!isUnderWay(message, attempt)) {
        return message;
    }
    message.planned = false;
    message.due = now + pause;
    if (forGood) {
        message.refused.insert(message.couriers[message.courier]);
    }
    message.courier = usableFrom(message, message.courier + 1);
    if (message.courier == message.couriers.size()) {
        message.courier = usableFrom(message, 0);
        ++message.failures;
        message.settled = message.courier == message.couriers.size() || message.failures >= kMessageRounds;
    }
    return message;
}

std::optional<Micros> pauseAfter(const OneMessage &message, const SendOutcome &outcome, EntrySeq about, const EscalationPolicy &policy)
{
    const OneMessage failed = withFailed(message, message.attempts, outcome.refusedForGood, Micros{0}, MonoTime{});
    if (failed.settled) {
        return {};
    }
    if (failed.failures == message.failures) {
        return Micros{0}; // the next channel at once
    }
    const Micros pause = pauseAfter(failed.failures, policy);
    return std::max(pause + jitterOf(about, message.attempts, pause), std::min(outcome.notBefore, policy.longestPause));
}

} // namespace menshen
