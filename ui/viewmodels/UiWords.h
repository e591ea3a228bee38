// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Snapshot.h"
#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/SignIcon.h"

#include <QString>

/// Core values in the language that is on the screen now. Call them again after a change of language.
namespace menshen::uiwords {

[[nodiscard]] QString text(const LocalText &text, Language language);
[[nodiscard]] QString of(Verdict verdict);
[[nodiscard]] QString of(Outcome outcome);
[[nodiscard]] QString of(MaskState state);
[[nodiscard]] QString of(NoTemperature reason);
[[nodiscard]] QString of(Zone zone);
[[nodiscard]] QString of(Instrument instrument);
[[nodiscard]] QString of(DocumentType type);
[[nodiscard]] QString of(PunchDirection direction);
/// What is wanted, not yet done: "clock in".
[[nodiscard]] QString wishOf(PunchDirection direction);
/// What became of a member of staff at the door: whoever was refused is not on duty.
[[nodiscard]] QString resultOf(const StaffPunchEntry &punch);
/// The same in a list, of those who were not admitted.
[[nodiscard]] QString atEntrance(Outcome outcome);
/// There is no temperature, and why.
[[nodiscard]] QString without(const QString &why);
/// Of a thermometer whose register does not move.
[[nodiscard]] QString frozen();
[[nodiscard]] QString of(Prompt prompt);
[[nodiscard]] QString of(DeviceKind kind);
[[nodiscard]] QString of(DeviceHealth health);
/// A few words: "disk full".
[[nodiscard]] QString of(const Error &error);
/// What a person at the station should do about it, a line a step; for errors of the ledger's file and keys.
[[nodiscard]] QString adviceFor(const Error &error);
/// A wrong PIN, too many tries, or a PIN that is too easy.
[[nodiscard]] QString ofPin(const Error &error);
/// A question's reason carries the question's own text, which the plan knows.
[[nodiscard]] QString of(const Reason &reason, const Plan &plan, Language language);
[[nodiscard]] QString of(const std::vector<Reason> &reasons, const Plan &plan, Language language);
/// What is wrong with a document while it is typed; empty when nothing is.
[[nodiscard]] QString of(DocumentProblem problem, DocumentType type, qsizetype length);
[[nodiscard]] QString of(IdentityWarning warning);
[[nodiscard]] QString of(PhoneProblem problem);

[[nodiscard]] SignIcon::Kind signOf(Verdict verdict);
[[nodiscard]] SignIcon::Kind signOf(Outcome outcome);
[[nodiscard]] SignIcon::Kind signOf(MaskState state);
[[nodiscard]] SignIcon::Kind signOf(Zone zone);
[[nodiscard]] SignIcon::Kind signOf(DeviceHealth health);

/// "36.5"
[[nodiscard]] QString degrees(Celsius value);
/// "08:30:12" in the hall's zone
[[nodiscard]] QString clock(WallTime at, UtcOffset offset);
/// "2026-11-22 08:30"
[[nodiscard]] QString dayAndClock(WallTime at, UtcOffset offset);
/// "2:05" or "1:02:05"
[[nodiscard]] QString elapsed(Micros duration);

} // namespace menshen::uiwords
