// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ReportOffice.h"

#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr int kPage = 1000; ///< entries in one read transaction, so that the writer's log can be emptied in between

using std::chrono::days;
using std::chrono::sys_days;

Error refusal(ReportProblem problem, HallDay day) { return {ErrorCode::BadInput, isoDay(day) + ": " + problemInWords(problem).en}; }

const SignedReport *newestOf(const std::vector<SignedReport> &versions) { return versions.empty() ? nullptr : &versions.back(); }

/// When each day was first signed.
void note(SignedDays &signedDays, const SignedReport &report)
{
    signedDays.try_emplace(report.entry.report.day, report.receipt.at); // the first one stays
}

} // namespace

ReportSettings reportSettings(const StationConfig &config)
{
    ReportSettings settings{config.report, config.plan.report, config.offset};
    if (settings.parties.unit.empty())
        settings.parties.unit = config.plan.name.zh;
    return settings;
}

ReportOffice::ReportOffice(ReportReader &reader, ReportSettings settings) : m_reader(reader), m_settings(std::move(settings)) {}

Result<DailyReport> ReportOffice::compute(HallDay day, const ReportFrame &frame, WallTime now)
{
    const auto begin = startOfDay(day, m_settings.offset);
    const auto end = begin + days{1};
    ReportCount count(frame.before, begin, std::clamp(now, begin, end));
    for (EntrySeq after;;) {
        const auto facts = m_reader.facts(day, after, frame.upTo, kPage);
        if (!facts)
            return facts.error();
        if (facts->empty())
            break;
        for (const auto &fact : *facts)
            count.add(fact);
        after = facts->back().seq;
    }
    count.finish(frame.ranUntil);
    auto report = count.counted();
    report.day = day;
    report.parties = m_settings.parties;
    report.ended = now >= end;
    report.sinceBeginning = frame.totals;
    report.figures[ReportItem::AlertsOpen] = frame.alertsOpen;
    report.ledgerBegan = frame.ledgerBegan;
    const auto earlier = signedDays(HallDay{sys_days{day} - days{kReportLookBack}}, HallDay{sys_days{day} - days{1}});
    if (!earlier)
        return earlier.error();
    tellOfEarlier(report, *earlier, now, m_settings.rules, m_settings.offset);
    return report;
}

Result<SignedDays> ReportOffice::signedDays(HallDay from, HallDay to)
{
    const auto reports = m_reader.reports(from, to);
    if (!reports)
        return reports.error();
    SignedDays found;
    for (const auto &report : *reports)
        note(found, report);
    return found;
}

Result<ReportPreview> ReportOffice::preview(HallDay day, WallTime now)
{
    const auto frame = m_reader.frame(day);
    if (!frame)
        return frame.error();
    ReportPreview preview;
    preview.problem = reportProblem(day, frame->ledgerBegan, frame->newestEntry, now, m_settings.offset);
    if (preview.problem == ReportProblem::BeforeLedger || preview.problem == ReportProblem::Future)
        return refusal(preview.problem, day);
    auto report = compute(day, *frame, now);
    if (!report)
        return report.error();
    preview.report = std::move(*report);
    auto versions = m_reader.reports(day, day);
    if (!versions)
        return versions.error();
    preview.versions = std::move(*versions);
    std::optional<WallTime> firstSigned;
    if (const auto *newest = newestOf(preview.versions)) {
        preview.differences = differences(newest->entry.report, preview.report);
        preview.late = newest->entry.late;
        firstSigned = preview.versions.front().receipt.at;
    }
    preview.standing = reportStanding(day, frame->ledgerBegan, firstSigned, now, m_settings.rules, m_settings.offset);
    return preview;
}

Result<SignedReport> ReportOffice::sign(const SignReport &request, PinVault &pins, WallTime now, const Append &append)
{
    if (const auto right = pins.verify(request.pin); !right)
        return right.error();
    auto prepared = preview(request.day, now);
    if (!prepared)
        return prepared.error();
    if (prepared->problem != ReportProblem::None)
        return refusal(prepared->problem, request.day);
    ReportSignedEntry entry;
    entry.report = std::move(prepared->report);
    if (const auto *newest = newestOf(prepared->versions)) {
        if (prepared->differences.empty())
            return Error{ErrorCode::BadInput, isoDay(request.day) + ": signed already as version " + std::to_string(newest->entry.version) +
                                                  ", and nothing differs from it"};
        if (request.reason.empty())
            return Error{ErrorCode::BadInput, isoDay(request.day) + ": signed already; a correction needs a reason"};
        entry.version = newest->entry.version + 1;
        entry.replaces = newest->receipt.seq;
        entry.differences = prepared->differences;
        entry.reason = request.reason;
        entry.late = prepared->late;
    } else {
        entry.late = latenessOf(request.day, now, m_settings.rules, m_settings.offset);
    }
    const auto receipt = append(entry, request.actor);
    if (!receipt)
        return receipt.error();
    // As the ledger has it, digest and all.
    auto versions = m_reader.reports(request.day, request.day);
    if (!versions)
        return versions.error();
    for (auto &version : *versions)
        if (version.receipt.seq == receipt->seq)
            return std::move(version);
    return Error{ErrorCode::Storage, "the report that was signed as entry " + std::to_string(receipt->seq.value) + " is not in the ledger"};
}

Result<std::vector<ReportDayState>> ReportOffice::calendar(HallDay from, HallDay to, WallTime now)
{
    const auto frame = m_reader.frame(from);
    if (!frame)
        return frame.error();
    const auto reports = m_reader.reports(from, to);
    if (!reports)
        return reports.error();
    std::vector<ReportDayState> found;
    SignedDays firstSigned;
    for (const auto &report : *reports)
        note(firstSigned, report);
    for (auto day = from; day <= to; day = HallDay{sys_days{day} + days{1}}) {
        ReportDayState state;
        state.day = day;
        for (const auto &report : *reports)
            if (report.entry.report.day == day) {
                ++state.versions;
                state.zero = report.entry.report.isZero();
                state.late = report.entry.late;
            }
        const auto signature = firstSigned.find(day);
        state.standing =
            reportStanding(day, frame->ledgerBegan, signature == firstSigned.end() ? std::nullopt : std::optional(signature->second), now,
                           m_settings.rules, m_settings.offset);
        found.push_back(state);
    }
    return found;
}

Result<ReportDuty> ReportOffice::duty(WallTime now)
{
    const auto today = hallDayOf(now, m_settings.offset);
    const auto frame = m_reader.frame(today);
    if (!frame)
        return frame.error();
    const auto done = signedDays(HallDay{sys_days{today} - days{kReportLookBack}}, today);
    if (!done)
        return done.error();
    return reportDuty(frame->ledgerBegan, *done, now, m_settings.rules, m_settings.offset);
}

} // namespace menshen
