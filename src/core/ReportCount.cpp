// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/ReportCount.h"

#include "menshen/core/ReportNames.h"

#include <algorithm>

namespace menshen {
namespace {

using enum ReportItem;

/// The step's id in the plans (Q4 Q6).
constexpr auto kIsolationStep = "isolation_room";

/// What a person cannot be screened without, by the names that the station gives its devices in its entries.
constexpr auto kInstruments = std::to_array<std::string_view>({"thermometer", "camera", "detector"});

/// Those between come with later versions.
bool isCounted(ReportItem item) { return item < RoundsDue || item > StocksBelowMinimum; }

std::int64_t wholeMinutes(Micros time) { return std::chrono::round<std::chrono::minutes>(time).count(); }

} // namespace

ReportCount::ReportCount(StationBefore before, WallTime begin, WallTime end) : m_now(std::move(before)), m_at(begin), m_end(end)
{
    for (std::size_t i = 0; i < kReportItems; ++i) {
        if (isCounted(reportItem(i))) {
            m_report.figures[reportItem(i)] = 0;
        }
    }
}

void ReportCount::add(const ReportFact &fact)
{
    if (const auto *visit = std::get_if<VisitEntry>(&fact.entry))
        count(*visit);
    else if (const auto *punch = std::get_if<StaffPunchEntry>(&fact.entry))
        count(*punch);
    else if (std::holds_alternative<ExitEntry>(fact.entry))
        ++figure(Exits);
    else if (std::holds_alternative<AlertRaisedEntry>(fact.entry))
        ++figure(Alerts);
    else if (const auto *action = std::get_if<AlertActionEntry>(&fact.entry))
        count(*action);
    else if (const auto *station = std::get_if<StationEntry>(&fact.entry))
        count(fact, *station);
}

void ReportCount::finish(WallTime ranUntil)
{
    runUntil(ranUntil);
    figure(MinutesOn) = wholeMinutes(m_on);
    figure(MinutesUnscreened) = wholeMinutes(m_blind);
    figure(Isolated) = static_cast<std::int64_t>(m_isolated.size());
    figure(Inside) = std::max<std::int64_t>(0, figure(Admitted) - figure(Exits));
}

void ReportCount::count(const VisitEntry &visit)
{
    if (visit.afterwards) { // apart; but what was found of a person is found, whoever wrote it down
        ++figure(Afterwards);
        findings(visit.evidence, false);
        symptoms(visit.reasons);
        return;
    }
    ++figure(Visitors);
    figure(Admitted) += visit.outcome == Outcome::Admitted;
    figure(Refused) += visit.outcome == Outcome::Refused;
    figure(Left) += visit.outcome == Outcome::Left;
    figure(Overridden) += visit.outcome == Outcome::Admitted && visit.verdict != Verdict::Pass;
    m_report.plan = visit.plan;
    measure(visit.evidence, false);
    symptoms(visit.reasons);
    if (visit.outcome != Outcome::Refused)
        return;
    std::set<ReasonCode> codes; // two questions answered yes are one reason
    for (const auto &reason : visit.reasons)
        codes.insert(reason.code);
    for (const auto code : codes)
        ++m_report.refusedBy[static_cast<std::size_t>(code)];
    m_report.refusedByGuard += codes.empty();
}

void ReportCount::count(const StaffPunchEntry &punch)
{
    const bool atDoor = punch.outcome != Outcome::Admitted;
    ++figure(atDoor ? StaffRefused : punch.direction == PunchDirection::In ? StaffIn : StaffOut);
    measure(punch.evidence, true);
    symptoms(punch.reasons);
}

void ReportCount::count(const AlertActionEntry &action)
{
    figure(HandedOver) += action.action == AlertAction::HandedOver;
    figure(FalseAlarms) += action.action == AlertAction::FalseAlarm;
    if (action.action == AlertAction::StepDone && action.step == kIsolationStep)
        m_isolated.insert(action.alert.value);
}

void ReportCount::count(const ReportFact &fact, const StationEntry &station)
{
    switch (station.action) {
    case StationAction::Started:
        runUntil(std::min(fact.lifeBefore, fact.at)); // it ran still: it was killed, and nobody wrote when
        m_at = std::clamp(fact.at, m_at, m_end);
        m_now = {true, {}};
        return;
    case StationAction::Stopped:
        runUntil(fact.at);
        m_now = {};
        return;
    case StationAction::DeviceLost:
        runUntil(fact.at);
        m_now.lost.insert(station.detail);
        ++figure(DeviceFaults);
        return;
    case StationAction::DeviceBack:
        runUntil(fact.at);
        m_now.lost.erase(station.detail);
        return;
    case StationAction::ClockJumped:
        ++figure(ClockChanges);
        return;
    default:
        return;
    }
}

void ReportCount::measure(const Evidence &evidence, bool staff)
{
    const auto *deciding = decidingReading(evidence);
    ++figure(deciding && deciding->zone ? Screened : Unmeasured);
    const auto measured = evidence.earlier.size() + (evidence.infrared ? 1U : 0U) + (evidence.contact ? 1U : 0U);
    figure(Rechecked) += measured > 1;
    findings(evidence, staff);
}

void ReportCount::findings(const Evidence &evidence, bool staff)
{
    auto infrared = evidence.earlier;
    if (evidence.infrared)
        infrared.push_back(*evidence.infrared);
    const auto &contact = evidence.contact;
    const auto isAbnormal = [](const TemperatureReading &reading) { return reading.zone && *reading.zone != Zone::Pass; };
    const auto isFever = [](const TemperatureReading &reading) { return reading.zone == Zone::Refer; };
    const bool infraredAbnormal = std::any_of(infrared.begin(), infrared.end(), isAbnormal);
    if (!infraredAbnormal && !(contact && isAbnormal(*contact)))
        return;
    ++figure(AbnormalFirst);
    figure(StaffAbnormal) += staff;
    figure(AbnormalConfirmed) += contact ? isFever(*contact) : std::count_if(infrared.begin(), infrared.end(), isFever) > 1;
    figure(AbnormalCleared) += contact && contact->zone == Zone::Pass;
}

void ReportCount::symptoms(const std::vector<Reason> &reasons)
{
    figure(Symptoms) += std::any_of(reasons.begin(), reasons.end(), [](const Reason &reason) { return reason.code == ReasonCode::Answer; });
}

/// What the station did from where it stands up to `at`; a clock that was set back adds nothing.
void ReportCount::runUntil(WallTime at)
{
    const auto until = std::clamp(at, m_at, m_end);
    const bool blind =
        std::any_of(kInstruments.begin(), kInstruments.end(), [this](auto name) { return m_now.lost.contains(std::string(name)); });
    if (m_now.running)
        m_on += until - m_at;
    if (m_now.running && blind)
        m_blind += until - m_at;
    m_at = until;
}

} // namespace menshen
