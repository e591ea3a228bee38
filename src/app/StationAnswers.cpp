// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/StationAnswers.h"

#include "src/app/Inbox.h"

namespace menshen {

namespace {

/// A ledger that does not answer for so long has gone with its station.
constexpr Micros kLedgerPatience = 10s;
/// How long a message may stand in a courier's queue, and be under way: SMSes to many people take their time.
constexpr Micros kQueuePatience = 3min;
constexpr Micros kCourierPatience = 30min;

/// Shared with the engine: an answer may come after nobody waits for it any more.
template <typename Answer>
std::shared_ptr<Mailbox<Answer>> place()
{
    return std::make_shared<Mailbox<Answer>>();
}

} // namespace

Result<Receipt> appendAndWait(const PostCommand &post, Entry entry, const std::string &actor)
{
    const auto answer = place<Result<Receipt>>();
    post(AppendEntry{
        .entry = std::move(entry), .actor = actor, .done = [answer](const Result<Receipt> &receipt) { (void)answer->put(receipt); }});
    return answer->take({}, kLedgerPatience).value_or(Error{ErrorCode::Storage, "the ledger does not answer"});
}

Delivery sendAndWait(const PostCommand &post, const std::string &courier, CourierMessage message, const std::stop_token &stop)
{
    const auto answer = place<Delivery>();
    const auto ticket = std::make_shared<SendTicket>();
    post(SendMessage{.courier = courier,
                     .message = std::move(message),
                     .done = [answer](const Delivery &delivery) { (void)answer->put(delivery); },
                     .ticket = ticket});
    if (auto delivery = answer->take(stop, kQueuePatience)) {
        return std::move(*delivery);
    }
    Delivery silence;
    silence.error = {ErrorCode::DeviceTimeout, "the courier is busy with other messages"};
    if (ticket->withdraw()) {
        return silence;
    }
    silence.error.detail = "the courier does not answer";
    return answer->take(stop, kCourierPatience).value_or(silence);
}

} // namespace menshen
