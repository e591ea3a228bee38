// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ExportOffice.h"

#include <string>

namespace menshen {

/// Words for files and the command line, in both languages; the screens have their own through Qt Linguist.
[[nodiscard]] std::string word(Outcome outcome, Language language);
[[nodiscard]] std::string word(std::optional<Verdict> verdict, Language language);
[[nodiscard]] std::string word(const Reason &reason, Language language);
[[nodiscard]] std::string word(NoTemperature reason, Language language);
[[nodiscard]] std::string word(std::optional<MaskState> state, Language language);
[[nodiscard]] std::string word(Instrument instrument, Language language);
[[nodiscard]] std::string word(DocumentType type, Language language);
[[nodiscard]] std::string word(PunchDirection direction, Language language);
/// What it means and what to do, as a sentence.
[[nodiscard]] std::string word(ErrorCode code, Language language);
/// What a walk along the chain found, as a sentence.
[[nodiscard]] std::string word(ChainFault fault, Language language);
[[nodiscard]] std::string words(const std::vector<Reason> &reasons, Language language);
[[nodiscard]] std::string word(CaseSign sign, Language language);
/// Why an alert was raised, without anybody's own words.
[[nodiscard]] std::string whyRaised(const AlertRaisedEntry &raised, Language language);

/// "2026-11-22 08:30:12" in the hall's zone.
[[nodiscard]] std::string localTime(WallTime at, UtcOffset offset);
[[nodiscard]] std::string isoDay(HallDay day);
/// Absent when the text is not YYYY-MM-DD or no such day exists.
[[nodiscard]] std::optional<HallDay> dayFromIso(std::string_view text);

} // namespace menshen
