// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Escalation.h"
#include "menshen/ports/Courier.h"

namespace menshen {

// What messages about one alert say. Texts are masked; how it ended names nobody.

[[nodiscard]] LocalText subjectOf(const std::string &station, const AlertRaisedEntry &raised, EntrySeq alert);

/// To a level of the ladder, which has to answer.
[[nodiscard]] LocalText textOf(const AlertRaisedEntry &raised, const std::string &since, const EscalationLevel &level, int round,
                               bool linked);

/// To the CDC's line: told once, with nothing to acknowledge by and no way into the hall's network.
[[nodiscard]] LocalText textBeside(const std::string &station, const AlertRaisedEntry &raised, const std::string &since,
                                   const EscalationLevel &line);

/// To everybody who was told of it: how it was handed over or ended.
[[nodiscard]] LocalText endingSubject(const std::string &station, EntrySeq alert, AlertAction how);
[[nodiscard]] LocalText endingText(EntrySeq alert, AlertAction how, const std::string &since, const std::string &ended);

/// That somebody was turned away for the mask alone; `entry` is his visit or punch.
[[nodiscard]] LocalText turnedAwaySubject(const std::string &station);
[[nodiscard]] LocalText turnedAwayText(EntrySeq entry, const std::string &at, bool staff);

/// What a line needs to know of a delivery to `people`. Whom a channel could not reach is said: the next level comes in time
/// if nobody else of this one answers.
[[nodiscard]] SendOutcome outcomeOf(const Delivery &delivery, std::size_t people);

} // namespace menshen
