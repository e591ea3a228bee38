// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/EscalationPolicy.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace menshen {

/// What came of a message.
struct SendOutcome {
    bool accepted = false;
    bool refusedForGood = false; ///< wrong login, wrong signature: this courier is not asked again in this round
    Micros notBefore = 0us;      ///< a rate limit: this courier may be asked again after
    std::string detail;          ///< the provider's words for the ledger; no personal data, no secret
};

/// A message that is told once and asks for no answer: its couriers are tried in turn, best first, a bounded number of times.
/// Like an escalation it changes by durable entries only, and the same after a restart.
struct OneMessage {
    std::vector<std::string> couriers;
    std::size_t courier = 0;       ///< the next one, or that of the attempt under way
    int attempts = 0;              ///< so far; the newest one's number
    int failures = 0;              ///< rounds of all couriers that failed
    std::set<std::string> refused; ///< couriers that will not take it as things are
    bool planned = false;          ///< an attempt is durable and its outcome is not known
    bool settled = false;          ///< taken, given up, or there is nobody to tell
    bool busy = false;             ///< an entry or the message is on its way; not durable
    MonoTime due;
};

/// Rounds of all couriers; with a policy's own pauses half an hour goes by.
inline constexpr int kMessageRounds = 12;

[[nodiscard]] OneMessage oneMessage(std::vector<std::string> couriers, MonoTime now);

/// After the durable entries of one attempt; of an attempt that is not the newest they change nothing.
[[nodiscard]] OneMessage withPlanned(OneMessage message, int attempt, const std::string &courier, MonoTime now);
[[nodiscard]] OneMessage withDelivered(OneMessage message, int attempt);
/// `pause`: what is left until the next attempt.
[[nodiscard]] OneMessage withFailed(OneMessage message, int attempt, bool forGood, Micros pause, MonoTime now);

/// How long after the attempt under way has failed so the next one is made; nothing: it is given up.
[[nodiscard]] std::optional<Micros> pauseAfter(const OneMessage &message, const SendOutcome &outcome, EntrySeq about,
                                               const EscalationPolicy &policy);

} // namespace menshen
