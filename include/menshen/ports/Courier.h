// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/EscalationPolicy.h"
#include "menshen/core/Result.h"
#include "menshen/core/Units.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace menshen {

/// What one attempt is to tell. Texts are masked before they come here (S6, identity-and-privacy).
struct CourierMessage {
    std::string attempt; ///< the same on a resend: Message-ID, idempotency header; letters, digits and dashes
    std::string alert;   ///< id of the alert
    int level = 0;       ///< how far up the leading group, 0 the guard
    LocalText subject;   ///< one line
    LocalText text;
    std::vector<Recipient> to;
    bool everyone = false; ///< all of a robot's group are called, not only `to`
    std::string link;      ///< the duty page; may be empty
    WallTime at;           ///< when the attempt was decided
};

/// What became of it.
struct Delivery {
    enum class Outcome : std::uint8_t {
        Accepted,   ///< the other side took it over
        TryLater,   ///< a limit, ours or theirs, or a refusal that passes; `retryAfter` says when
        Refused,    ///< never, as things are: wrong sign, login, address or certificate
        Unreachable ///< no connection, no answer in time, or stopped; it may have arrived all the same
    };
    Outcome outcome = Outcome::Unreachable;
    Micros retryAfter{};             ///< of TryLater
    Error error;                     ///< unless Accepted; DeviceBusy: a limit, Denied: sign or login, BadInput: recipients
    std::string provider;            ///< the other side's code and words for the log, cut, without secrets
    std::vector<std::size_t> missed; ///< of Accepted: places in `to` of people whom this channel could not reach, others it did
};

/// One way to people: a mail server, a group's robot, a modem. One thread (its worker's) owns it.
class Courier {
public:
    virtual ~Courier() = default;

    /// Blocks until the other side has answered, no longer than the channel's timeout (an SMS: for each of its parts), and
    /// ends within a second when asked to stop. Never waits for a rate limit: that is TryLater at once. At least once:
    /// after Unreachable a resend may be a duplicate, which the attempt's id lets the other side see.
    [[nodiscard]] virtual Delivery deliver(const CourierMessage &message, std::stop_token stop) = 0;
};

} // namespace menshen
