// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/SampleReports.h"

#include "menshen/app/ReportOffice.h"
#include "tests/support/People.h"
#include "tests/ui/SampleLedger.h"
#include "tests/ui/Samples.h"

#include <algorithm>

namespace menshen::test {

namespace {

constexpr HallDay day(unsigned number) { return HallDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{number}}; }
constexpr WallTime at(HallDay when, Micros time) { return startOfDay(when, UtcOffset{}) + time; }
constexpr HallDay kBegan = day(2);
constexpr HallDay kFever = day(18);
constexpr int kVisitors = 40;

TemperatureReading reading(double degrees, Zone zone, Instrument instrument)
{
    TemperatureReading taken;
    taken.instrument = instrument;
    taken.body = BodyTemperature{{degrees}, {0.3}, {"default"}, true};
    taken.zone = zone;
    return taken;
}

VisitEntry visitor(Outcome outcome)
{
    VisitEntry visit;
    visit.outcome = outcome;
    visit.verdict = outcome == Outcome::Admitted ? Verdict::Pass : Verdict::Refuse;
    visit.evidence.infrared = reading(36.5, Zone::Pass, Instrument::Infrared);
    visit.plan = "default";
    return visit;
}

std::vector<ReportFact> factsOf(HallDay when, int later)
{
    std::vector<ReportFact> facts;
    const auto add = [&](Micros time, Entry entry) {
        facts.push_back({EntrySeq{static_cast<std::int64_t>(facts.size()) + 1}, at(when, time), std::move(entry), {}});
    };
    add(8h, StationEntry{StationAction::Started, ""});
    for (int i = 0; i < kVisitors; ++i) {
        add(9h + i * 1min, visitor(Outcome::Admitted));
        if (i % 2 == 0)
            add(9h + i * 1min, ExitEntry{});
    }
    auto refused = visitor(Outcome::Refused);
    refused.reasons = {{ReasonCode::NoMask, CheckLevel::Hard, {}, ""}};
    add(11h, refused);
    if (when == kFever) {
        auto feverish = visitor(Outcome::Refused);
        feverish.evidence.infrared = reading(38.1, Zone::Refer, Instrument::Infrared);
        feverish.evidence.contact = reading(38.3, Zone::Refer, Instrument::Contact);
        feverish.reasons = {{ReasonCode::Fever, CheckLevel::Hard, {}, ""}};
        add(12h, feverish);
        add(12h, AlertRaisedEntry{EntrySeq{1}, {}, ""});
        add(12h + 5min, AlertActionEntry{EntrySeq{1}, AlertAction::StepDone, "isolation_room", ""});
        add(13h, AlertActionEntry{EntrySeq{1}, AlertAction::HandedOver, "", ""});
    }
    for (int i = 0; i < later; ++i)
        add(17h, ExitEntry{});
    add(18h, StationEntry{StationAction::Stopped, ""});
    return facts;
}

class Reader final : public ReportReader {
public:
    explicit Reader(const SampleReports &reports) : m_reports(reports) {}

    Result<ReportFrame> frame(HallDay when) override
    {
        ReportFrame frame;
        frame.ledgerBegan = kBegan;
        frame.newestEntry = at(kToday, 10h);
        frame.upTo = EntrySeq{1'000};
        const auto days = (std::chrono::sys_days{when} - std::chrono::sys_days{kBegan}).count() + 1;
        frame.totals[ReportItem::Visitors] = 41 * days;
        frame.totals[ReportItem::Admitted] = 40 * days;
        frame.totals[ReportItem::Refused] = days;
        frame.totals[ReportItem::Alerts] = when >= kFever;
        frame.totals[ReportItem::HandedOver] = when >= kFever;
        return frame;
    }
    Result<std::vector<ReportFact>> facts(HallDay when, EntrySeq after, EntrySeq, int) override
    {
        return after > EntrySeq{} ? std::vector<ReportFact>() : factsOf(when, m_reports.later(when));
    }
    Result<std::vector<SignedReport>> reports(HallDay from, HallDay to) override
    {
        auto all = m_reports.all();
        std::erase_if(all, [&](const SignedReport &made) { return made.entry.report.day < from || made.entry.report.day > to; });
        return all;
    }
    Result<std::vector<ReportTold>> told(HallDay) override { return std::vector<ReportTold>(); }

private:
    const SampleReports &m_reports;
};

} // namespace

SampleReports::SampleReports()
{
    Reader reader(*this);
    ReportOffice office(reader, reportSettings(hallConfig({})));
    const auto sign = [&](HallDay when, WallTime now, const std::string &telephone) {
        const auto preview = office.preview(when, now);
        ReportSignedEntry entry;
        entry.report = preview.value().report;
        entry.report.parties.telephone = telephone;
        entry.version = static_cast<int>(preview.value().versions.size()) + 1;
        entry.late = latenessOf(when, now, office.settings().rules, {});
        if (entry.version > 1) {
            entry.late = 0min;
            entry.replaces = preview.value().versions.back().receipt.seq;
            entry.differences = {"telephone"};
            entry.reason = "Wrong number";
        }
        (void)appendAt(entry, "office", now);
    };
    for (unsigned number = 2; number < 21; ++number) {
        if (number != 17)
            sign(day(number), at(day(number + 1), number == 16 ? 20h : 9h), number == 18 ? "0737-9" : "");
    }
    sign(kFever, at(day(20), 10h), "");
}

Receipt SampleReports::append(const ReportSignedEntry &entry, const std::string &actor)
{
    return appendAt(entry, actor, at(kToday, 10h + 43min));
}

Receipt SampleReports::appendAt(const ReportSignedEntry &entry, const std::string &actor, WallTime when)
{
    const std::scoped_lock lock(m_mutex);
    const EntrySeq seq{m_next++};
    const Receipt receipt{seq, when, hashOf(seq)};
    m_reports.push_back({receipt, actor, entry, PersonalState::Whole});
    m_reports.back().entry.digest = hashOf(seq);
    return receipt;
}

std::unique_ptr<ReportReader> SampleReports::reader() const { return std::make_unique<Reader>(*this); }

std::vector<SignedReport> SampleReports::all() const
{
    const std::scoped_lock lock(m_mutex);
    return m_reports;
}

void SampleReports::recordLater(HallDay when)
{
    const std::scoped_lock lock(m_mutex);
    m_later.push_back(when);
}

int SampleReports::later(HallDay when) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::count(m_later.begin(), m_later.end(), when));
}

} // namespace menshen::test
