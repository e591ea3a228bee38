// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/ReportDuty.h"

#include <algorithm>

namespace menshen {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

/// A clock that is kept right by the network is moved by less.
constexpr Micros kClockTolerance = 1min;

HallDay dayAfter(HallDay day) { return HallDay{sys_days{day} + days{1}}; }
HallDay dayBefore(HallDay day) { return HallDay{sys_days{day} - days{1}}; }

std::optional<WallTime> signedAt(const SignedDays &signedDays, HallDay day)
{
    const auto found = signedDays.find(day);
    return found == signedDays.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

WallTime reportDueAt(HallDay day, const ReportRules &rules, UtcOffset offset) { return startOfDay(dayAfter(day), offset) + rules.due; }

minutes latenessOf(HallDay day, WallTime signedAt, const ReportRules &rules, UtcOffset offset)
{
    return std::max(minutes{0}, std::chrono::ceil<minutes>(signedAt - reportDueAt(day, rules, offset)));
}

ReportStanding reportStanding(HallDay day, HallDay ledgerBegan, std::optional<WallTime> firstSigned, WallTime now, const ReportRules &rules,
                              UtcOffset offset)
{
    if (firstSigned)
        return latenessOf(day, *firstSigned, rules, offset) > 0min ? ReportStanding::Late : ReportStanding::InTime;
    if (day < ledgerBegan)
        return ReportStanding::BeforeLedger;
    if (day >= hallDayOf(now, offset))
        return ReportStanding::NotEnded;
    const auto due = reportDueAt(day, rules, offset);
    if (now > due)
        return ReportStanding::Missing;
    return now >= due - rules.nagBefore ? ReportStanding::Nag : ReportStanding::NotDue;
}

ReportDuty reportDuty(HallDay ledgerBegan, const SignedDays &signedDays, WallTime now, const ReportRules &rules, UtcOffset offset)
{
    ReportDuty duty;
    const auto today = hallDayOf(now, offset);
    for (auto day = std::max(ledgerBegan, HallDay{sys_days{today} - days{kReportLookBack}}); day < today; day = dayAfter(day)) {
        const auto standing = reportStanding(day, ledgerBegan, signedAt(signedDays, day), now, rules, offset);
        if (standing == ReportStanding::Missing)
            duty.missing.push_back(day);
        if (standing == ReportStanding::Nag)
            duty.nag = day;
    }
    return duty;
}

void tellOfEarlier(DailyReport &report, const SignedDays &signedDays, WallTime now, const ReportRules &rules, UtcOffset offset)
{
    const auto before = dayBefore(report.day);
    const auto signature = signedAt(signedDays, before);
    switch (reportStanding(before, report.ledgerBegan, signature, now, rules, offset)) {
    case ReportStanding::BeforeLedger:
        report.previous = ReportPunctuality::None;
        break;
    case ReportStanding::NotEnded:
    case ReportStanding::NotDue:
    case ReportStanding::Nag:
        report.previous = ReportPunctuality::Pending;
        break;
    case ReportStanding::Missing:
        report.previous = ReportPunctuality::Missing;
        break;
    case ReportStanding::InTime:
        report.previous = ReportPunctuality::InTime;
        break;
    case ReportStanding::Late:
        report.previous = ReportPunctuality::Late;
        report.previousLate = latenessOf(before, *signature, rules, offset);
        break;
    }
    const auto missing = reportDuty(report.ledgerBegan, signedDays, now, rules, offset).missing;
    report.missingBefore = std::count_if(missing.begin(), missing.end(), [&report](HallDay day) { return day < report.day; });
}

ReportProblem reportProblem(HallDay day, HallDay ledgerBegan, WallTime newestEntry, WallTime now, UtcOffset offset)
{
    const auto today = hallDayOf(now, offset);
    if (day < ledgerBegan)
        return ReportProblem::BeforeLedger;
    if (day > std::max(today, hallDayOf(newestEntry, offset)))
        return ReportProblem::Future;
    if (newestEntry > now + kClockTolerance)
        return ReportProblem::ClockBehind;
    return day == today ? ReportProblem::NotEnded : ReportProblem::None;
}

} // namespace menshen
