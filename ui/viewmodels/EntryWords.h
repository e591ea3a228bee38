// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "ui/viewmodels/UiWords.h"

#include <QStringList>

/// Entries of the journal, and the chain that they stand in, in the language that is on the screen now.
namespace menshen::uiwords {

[[nodiscard]] QString of(StationAction action);
[[nodiscard]] QString of(AlertAction action);
/// How a capture ended, in the middle of a sentence.
[[nodiscard]] QString of(CaptureEnd end);
[[nodiscard]] QString of(PersonMatch match);
/// Why these visits may or may not be the person's.
[[nodiscard]] QString why(PersonMatch match);
/// In a table's cell, where nothing of a person can be shown.
[[nodiscard]] QString of(PersonalState state);
/// What is wrong with the chain, in a few words.
[[nodiscard]] QString of(ChainFault fault);
/// What to do now.
[[nodiscard]] QString adviceFor(ChainFault fault);
/// One sentence for a fault of the chain, a few words and since when for the rest; for the guard's eyes.
[[nodiscard]] QString of(const LedgerTrouble &trouble, UtcOffset offset);
/// "guard", "staff:1001" as a person says it.
[[nodiscard]] QString ofActor(const std::string &actor);

/// What an entry says, masked for the office's eyes.
struct EntryText {
    QString title;
    QString body;   ///< what it was about; may be empty or have several lines
    QString reason; ///< written by a person; may be empty
    SignIcon::Kind sign = SignIcon::None;
};
[[nodiscard]] EntryText ofEntry(const Entry &entry, const Plan &plan, Language language);

/// A line for each field that differs, "Phone: 138****8000 → 139****8000".
[[nodiscard]] QStringList changes(const IdentityDraft &before, const IdentityDraft &after);

} // namespace menshen::uiwords
