// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Plan.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// Somebody who is told. Personal data.
struct Recipient {
    std::string name;
    std::string mobile;
    std::string email;
    std::string id{}; ///< in the register of the leading group, "p3"; empty: named in station.toml

    friend bool operator==(const Recipient &, const Recipient &) = default;
};

/// Where a level takes its people from besides those that station.toml names.
enum class PeopleSource : std::uint8_t {
    Roster, ///< the on-duty leader (S9)
    Office,
    Deputies,
    Leader,
    Cdc
};

/// Who is told together, how, and how long they have to answer.
struct EscalationLevel {
    std::string id;
    LocalText name;
    std::vector<Recipient> people;
    std::vector<std::string> couriers;  ///< ids, best first; when one fails the next is tried
    Micros patience = 5min;             ///< unanswered for so long: the next level
    std::optional<PeopleSource> from{}; ///< also these, as of when an alert is raised; see policyAt(). Nothing: nobody else

    friend bool operator==(const EscalationLevel &, const EscalationLevel &) = default;
};

/// Whom to tell of an alert. Copied into the alert when it is raised: a later change of the roster does not reach into it.
struct EscalationPolicy {
    std::vector<EscalationLevel> levels; ///< office, on-duty leader, deputies, leader; after the last the first again, without end
    std::vector<EscalationLevel> beside; ///< told at once and only once, beside the ladder: the CDC (Q4, S7)
    Micros acknowledgedFor = 30min;      ///< acknowledged and not finished for so long: live again
    Micros firstPause = 5s;              ///< when all couriers of a level failed; doubled each time
    Micros longestPause = 5min;

    friend bool operator==(const EscalationPolicy &, const EscalationPolicy &) = default;
};

} // namespace menshen
