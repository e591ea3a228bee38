// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/DailyReport.h"
#include "menshen/core/Plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// When the report on `day` is due: at the plan's time of the following day, for a day must have ended before it is signed.
[[nodiscard]] WallTime reportDueAt(HallDay day, const ReportRules &rules, UtcOffset offset);

/// Signed too late by so much; 0: in time. Less than a minute late is late by one.
[[nodiscard]] std::chrono::minutes latenessOf(HallDay day, WallTime signedAt, const ReportRules &rules, UtcOffset offset);

/// How a day's report stands now.
enum class ReportStanding : std::uint8_t {
    BeforeLedger,
    NotEnded, ///< today, or a day to come
    NotDue,
    Nag, ///< due within the plan's nag_before
    Missing,
    InTime,
    Late ///< signed, but after it was due
};

/// `firstSigned`: when its first version was signed; absent: not yet.
[[nodiscard]] ReportStanding reportStanding(HallDay day, HallDay ledgerBegan, std::optional<WallTime> firstSigned, WallTime now,
                                            const ReportRules &rules, UtcOffset offset);

/// First signature of each day that has one.
using SignedDays = std::map<HallDay, WallTime>;

/// What the office owes now.
struct ReportDuty {
    std::optional<HallDay> nag;   ///< ended, not signed, due soon
    std::vector<HallDay> missing; ///< due and not signed, oldest first
    friend bool operator==(const ReportDuty &, const ReportDuty &) = default;
};
/// What is older stands on the calendar, but is no longer nagged about.
inline constexpr int kReportLookBack = 31; ///< days
[[nodiscard]] ReportDuty reportDuty(HallDay ledgerBegan, const SignedDays &signedDays, WallTime now, const ReportRules &rules,
                                    UtcOffset offset);

/// Says of a report what became of those before it (S10: nothing late).
void tellOfEarlier(DailyReport &report, const SignedDays &signedDays, WallTime now, const ReportRules &rules, UtcOffset offset);

/// Why a report may not be made of a day.
enum class ReportProblem : std::uint8_t {
    None,
    BeforeLedger, ///< there was no ledger yet
    NotEnded,     ///< may be previewed
    Future,
    ClockBehind ///< the clock stands before the newest entry: nobody could say whether the report is late
};
[[nodiscard]] ReportProblem reportProblem(HallDay day, HallDay ledgerBegan, WallTime newestEntry, WallTime now, UtcOffset offset);

} // namespace menshen
