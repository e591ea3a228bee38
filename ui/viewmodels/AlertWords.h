// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Snapshot.h"
#include "ui/viewmodels/EntryWords.h"

/// Incidents in the language that is on the screen now.
namespace menshen::uiwords {

[[nodiscard]] QString of(CaseSign sign);
[[nodiscard]] QStringList caseSigns();        ///< by CaseSign
[[nodiscard]] QStringList placesOfReadings(); ///< by TakenAt
[[nodiscard]] QStringList clinicalPlaces();   ///< the same without those that cannot say that a fever is none, which are last
/// Masked; "unknown person" when nobody knows.
[[nodiscard]] QString whoOf(const Alert &alert);
[[nodiscard]] QString whyOf(const Alert &alert, const Plan &plan, Language language);
/// To whom, by what, when.
[[nodiscard]] QString of(const HandOver &handOver, UtcOffset offset);
/// "10:42:05 · Guard · after 0:35"; empty: not done yet.
[[nodiscard]] QString doneText(const AlertStepState &state, UtcOffset offset);
/// "step 3"
[[nodiscard]] QString numberOfStep(const Alert &alert, const std::string &id);
/// How an incident stands, in a few words, and its sign.
[[nodiscard]] EntryText standingOf(const Alert &alert);
/// Who is in the isolation room since when; empty: the plan has no such room.
[[nodiscard]] QString roomOf(const std::vector<Alert> &open, const Plan &plan, UtcOffset offset);
/// A step of telling people in few words, with the names of the levels.
/// Why a reported case is not recorded, and that it will be.
[[nodiscard]] QString ofLateReport(const Error &error);
/// What a message said that asked nobody for anything.
[[nodiscard]] QString ofEnding(AlertAction how);
[[nodiscard]] EntryText toldText(const EscalationEntry &entry, const EscalationView &view, Language language);

} // namespace menshen::uiwords
