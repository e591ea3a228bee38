// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/SampleLedger.h"

#include "tests/support/People.h"

namespace menshen::test {

namespace {

WallTime at(std::chrono::microseconds intoDay) { return startOfDay(kToday, UtcOffset{}) + intoDay; }

/// Entries of the day before have smaller numbers.
constexpr int kBeforeToday = 10;
constexpr HallDay kYesterday{std::chrono::year{2026} / 11 / 21};

Reason feverReason() { return {.code = ReasonCode::Fever, .level = CheckLevel::Hard, .noTemperature = {}, .detail = {}}; }

VisitRow visitOfToday(int i)
{
    VisitRow row;
    row.seq = EntrySeq{kBeforeToday + i};
    row.at = at(8h + i * 40s);
    row.day = kToday;
    row.actor = "guard";
    row.identity = zhang();
    row.identity.name = i % 3 == 0 ? "欧阳修文" : i % 3 == 1 ? "张三" : "Alexandra Müller-Lüdenscheidt";
    row.temperature = Celsius{36.1 + 0.1 * (i % 9)};
    row.instrument = Instrument::Infrared;
    row.uncertainty = Celsius{0.3};
    row.defaultCalibration = true;
    row.mask = MaskState::Mask;
    row.verdict = Verdict::Pass;
    if (i % 7 == 0) {
        row.outcome = Outcome::Refused;
        row.verdict = Verdict::Refuse;
        row.reasons = {feverReason()};
        row.temperature = Celsius{38.2};
        row.note = "Sent to the fever clinic";
    } else if (i % 11 == 0) {
        row.outcome = Outcome::Left;
        row.verdict = Verdict::Recheck;
    }
    return row;
}

VisitRow visitOfYesterday(std::int64_t seq, PersonalState personal)
{
    VisitRow row = visitOfToday(1);
    row.seq = EntrySeq{seq};
    row.at -= 24h;
    row.day = kYesterday;
    row.personal = personal;
    row.identity = {};
    return row;
}

bool contains(const std::string &text, const std::string &part) { return text.find(part) != std::string::npos; }

bool matches(const VisitRow &row, const VisitFilter &filter)
{
    return (!filter.from || row.day >= *filter.from) && (!filter.to || row.day <= *filter.to) &&
           (!filter.since || row.at >= *filter.since) && (!filter.until || row.at <= *filter.until) &&
           (!filter.outcome || row.outcome == *filter.outcome) && (!filter.verdict || row.verdict == filter.verdict) &&
           (filter.text.empty() || contains(row.identity.name, filter.text) || contains(row.identity.document, filter.text) ||
            contains(row.identity.phone, filter.text));
}

/// As sure as the port says, with a single wrong character for a mistake.
std::optional<PersonMatch> matchOf(const IdentityDraft &identity, const PersonQuery &query)
{
    int wrong = identity.document.size() == query.document.size() ? 0 : 2;
    for (std::size_t i = 0; wrong < 2 && i < identity.document.size(); ++i) {
        wrong += identity.document[i] == query.document[i] ? 0 : 1;
    }
    const bool phone = !query.phone.empty() && identity.phone == query.phone;
    if (wrong == 0) {
        return PersonMatch::Certain;
    }
    if (wrong == 1) {
        return phone || identity.name == query.name ? PersonMatch::Likely : PersonMatch::Possible;
    }
    return phone ? std::optional(PersonMatch::Possible) : std::nullopt;
}

StoryStep stepOf(EntrySeq seq, WallTime when, std::string actor, Entry entry, PersonalState personal)
{
    return {.seq = seq, .at = when, .actor = std::move(actor), .entry = std::move(entry), .personal = personal, .hash = hashOf(seq)};
}

VisitEntry entryOf(const VisitRow &row)
{
    VisitEntry entry;
    entry.outcome = row.outcome;
    entry.verdict = row.verdict;
    entry.reasons = row.reasons;
    entry.identity = row.identity;
    entry.note = row.note;
    return entry;
}

/// What happened at once when somebody with a fever stood there.
void addAlert(std::vector<StoryStep> &steps, const VisitRow &row)
{
    const EntrySeq alert{row.seq.value + 1000};
    steps.push_back(stepOf(alert, row.at + 1s, "station", AlertRaisedEntry{row.seq, row.reasons, {}}, row.personal));
    steps.push_back(stepOf({row.seq.value + 1001}, row.at + 60s, "office",
                           AlertActionEntry{.alert = alert, .action = AlertAction::Acknowledged, .step = {}, .reason = {}}, row.personal));
    steps.push_back(stepOf({row.seq.value + 1002}, row.at + 90s, "guard",
                           AlertActionEntry{.alert = alert, .action = AlertAction::StepDone, .step = "isolate", .reason = {}},
                           row.personal));
    steps.push_back(stepOf(
        {row.seq.value + 1003}, row.at + 600s, "office",
        AlertActionEntry{.alert = alert, .action = AlertAction::HandedOver, .step = {}, .reason = "Dr. Wang, fever clinic"}, row.personal));
}

class Reader final : public LedgerReader {
public:
    explicit Reader(const SampleLedger &ledger) : m_ledger(ledger), m_rows(ledger.rows()) {}

    Result<std::vector<VisitRow>> visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit) override
    {
        std::vector<VisitRow> found;
        for (auto row = m_rows.rbegin(); row != m_rows.rend() && static_cast<int>(found.size()) < limit; ++row) {
            if ((!before || row->seq < *before) && matches(*row, filter)) {
                found.push_back(*row);
            }
        }
        return found;
    }
    Result<std::int64_t> countVisits(const VisitFilter &filter) override
    {
        return static_cast<std::int64_t>(std::ranges::count_if(m_rows, [&](const VisitRow &row) { return matches(row, filter); }));
    }
    Result<std::vector<VisitRow>> visitsAscending(const VisitFilter &filter, EntrySeq after, int limit) override
    {
        std::vector<VisitRow> found;
        for (const VisitRow &row : m_rows) {
            if (row.seq > after && matches(row, filter) && static_cast<int>(found.size()) < limit) {
                found.push_back(row);
            }
        }
        return found;
    }
    Result<std::vector<StaffPunchRow>> staffPunches(HallDay, HallDay, EntrySeq after, int) override
    {
        std::vector<StaffPunchRow> rows;
        for (int i = 0; i < 5; ++i) {
            StaffPunchRow row;
            row.seq = EntrySeq{100 + i};
            row.at = at(8h + i * 7min);
            row.day = kToday;
            row.name = i % 2 ? "李晓红" : "王建国";
            row.department = i % 2 ? "综合窗口" : "保安";
            row.temperature = Celsius{36.2 + 0.1 * i};
            if (i == 3) { // came with a fever first
                row.outcome = Outcome::Refused;
                row.verdict = Verdict::Refuse;
                row.temperature = Celsius{37.9};
            }
            if (row.seq > after) {
                rows.push_back(row);
            }
        }
        return rows;
    }
    Result<DayCounts> counts(HallDay) override { return DayCounts{}; }

    Result<std::vector<PersonVisit>> person(const PersonQuery &query, int limit) override
    {
        std::vector<PersonVisit> found;
        for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
            const auto match = row->personal == PersonalState::Whole ? matchOf(row->identity, query) : std::nullopt;
            if (match) {
                found.push_back({*match, *row});
            }
        }
        std::ranges::stable_sort(found, {}, &PersonVisit::match);
        found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
        return found;
    }
    Result<std::vector<std::vector<StoryStep>>> openAlerts() override { return std::vector<std::vector<StoryStep>>(); }
    Result<std::vector<StoryStep>> untold(std::optional<HallDay>, const Plan &) override { return std::vector<StoryStep>{}; }
    Result<std::vector<std::vector<StoryStep>>> alerts(std::optional<EntrySeq>, int limit) override
    {
        auto stories = m_ledger.alerts();
        stories.resize(std::min(stories.size(), static_cast<std::size_t>(limit)));
        return stories;
    }
    Result<std::vector<StoryStep>> story(EntrySeq visit) override
    {
        auto steps = m_ledger.story(visit);
        return steps.empty() ? Result<std::vector<StoryStep>>(Error{ErrorCode::NotFound, "no such visit"}) : steps;
    }

private:
    const SampleLedger &m_ledger;
    std::vector<VisitRow> m_rows;
};

} // namespace

EntryHash hashOf(EntrySeq seq)
{
    EntryHash hash;
    auto value = static_cast<std::uint64_t>(seq.value) + 1;
    for (std::uint8_t &byte : hash.bytes) {
        value = value * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<std::uint8_t>(value >> 56U);
    }
    return hash;
}

SampleLedger::SampleLedger(int today)
{
    for (int i = 1; i <= today; ++i) {
        m_rows.push_back(visitOfToday(i));
    }
    m_rows.insert(m_rows.begin(), {visitOfYesterday(5, PersonalState::Destroyed), visitOfYesterday(6, PersonalState::Unreadable)});
}

std::vector<VisitRow> SampleLedger::rows() const
{
    const std::scoped_lock lock(m_mutex);
    return m_rows;
}

std::unique_ptr<LedgerReader> SampleLedger::reader() const { return std::make_unique<Reader>(*this); }

std::vector<StoryStep> SampleLedger::story(EntrySeq visit) const
{
    const std::scoped_lock lock(m_mutex);
    const auto row = std::ranges::find(m_rows, visit, &VisitRow::seq);
    if (row == m_rows.end()) {
        return {};
    }
    VisitRow first = *row;
    if (first.corrected) {
        first.identity = visitOfToday(static_cast<int>(first.seq.value) - kBeforeToday).identity; // as it was recorded
    }
    std::vector<StoryStep> steps{stepOf(visit, row->at, row->actor, entryOf(first), row->personal)};
    if (!row->reasons.empty()) {
        addAlert(steps, *row);
    }
    if (const auto added = m_steps.find(visit.value); added != m_steps.end()) {
        steps.insert(steps.end(), added->second.begin(), added->second.end());
    }
    return steps;
}

Receipt SampleLedger::append(const Entry &entry, const std::string &actor)
{
    const std::scoped_lock lock(m_mutex);
    const EntrySeq seq{m_next++};
    const WallTime now = at(10h + 43min);
    if (const auto *correction = std::get_if<CorrectionEntry>(&entry)) {
        for (VisitRow &row : m_rows) {
            if (row.seq == correction->visit) {
                row.identity = correction->identity;
                row.corrected = true;
            }
        }
        m_steps[correction->visit.value].push_back(stepOf(seq, now, actor, entry, PersonalState::Whole));
    }
    if (const auto *visit = std::get_if<VisitEntry>(&entry)) {
        VisitRow row;
        row.seq = seq;
        row.at = now;
        row.day = kToday;
        row.outcome = visit->outcome;
        row.verdict = visit->verdict;
        row.reasons = visit->reasons;
        row.identity = visit->identity;
        row.note = visit->note;
        row.overrideReason = visit->overrideReason;
        row.actor = actor;
        row.finding = visit->finding;
        row.afterwards = visit->afterwards;
        m_rows.push_back(row);
    }
    if (std::holds_alternative<AlertRaisedEntry>(entry)) {
        m_alerts[seq.value].push_back(stepOf(seq, now, actor, entry, PersonalState::Whole));
    } else if (const auto *action = std::get_if<AlertActionEntry>(&entry); action && m_alerts.contains(action->alert.value)) {
        m_alerts[action->alert.value].push_back(stepOf(seq, now, actor, entry, PersonalState::Whole));
    }
    if (const auto *disclosure = std::get_if<DisclosureEntry>(&entry)) {
        m_steps[disclosure->visit.value].push_back(stepOf(seq, now, actor, entry, PersonalState::Whole));
    }
    return {seq, now, hashOf(seq)};
}

std::vector<std::vector<StoryStep>> SampleLedger::alerts() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::vector<StoryStep>> stories;
    for (auto story = m_alerts.rbegin(); story != m_alerts.rend(); ++story) {
        stories.push_back(story->second);
    }
    return stories;
}

void SampleLedger::addIncidents(const Plan &plan)
{
    const std::scoped_lock lock(m_mutex);
    std::int64_t next = 0;
    WallTime now;
    const auto add = [&](EntrySeq alert, Micros after, const std::string &actor, Entry entry) {
        now += after;
        m_alerts[alert.value].push_back(stepOf({next++}, now, actor, std::move(entry), PersonalState::Whole));
    };
    const auto begin = [&](EntrySeq alert, WallTime at, AlertRaisedEntry raised) {
        next = alert.value;
        now = at;
        add(alert, 0s, raised.origin == AlertOrigin::Verdict ? "station" : "guard", raised);
        EscalationEntry told;
        told.alert = alert;
        told.courier = "wecom";
        add(alert, 1s, "station", told);
        told.step = EscalationStep::Delivered;
        add(alert, 1s, "station", told);
        add(alert, 90s, "office", AlertActionEntry{alert, AlertAction::Acknowledged, {}, {}});
    };
    const auto handOver = [&](EntrySeq alert) {
        AlertActionEntry entry{alert, AlertAction::HandedOver, {}, "区疾控中心 赵医生"};
        entry.vehicle = "鲁H·12345";
        entry.when = now + 10min;
        add(alert, 11min, "office", entry);
    };
    const EntrySeq past{300}, open{481};
    AlertRaisedEntry reported;
    reported.who = "欧*";
    reported.origin = AlertOrigin::Guard;
    reported.sign = CaseSign::FellIll;
    begin(past, at(15h) - 24h, reported);
    for (const AlertStep &step : plan.alertSteps) {
        if (step.kind == StepKind::HandOver) {
            handOver(past);
        } else if (step.id == "office") {
            add(past, 20s, "guard", AlertActionEntry{past, AlertAction::StepSkipped, step.id, "the office stood beside"});
        } else {
            add(past, 70s, "guard", AlertActionEntry{past, AlertAction::StepDone, step.id, {}});
        }
    }
    add(past, 5min, "office", AlertActionEntry{past, AlertAction::Closed, {}, {}});
    AlertRaisedEntry fever{EntrySeq{kBeforeToday + 7}, {feverReason()}, "张*"};
    begin(open, at(8h + 40min), fever);
    for (std::size_t i = 0; i < 4; ++i) {
        add(open, 45s, "guard", AlertActionEntry{open, AlertAction::StepDone, plan.alertSteps[i].id, {}});
    }
    handOver(open);
}

// ---- upkeep ----------------------------------------------------------------------------------------------

SampleUpkeep::SampleUpkeep()
{
    m_state.seq = EntrySeq{482};
    m_state.hash = hashOf(m_state.seq);
    m_state.station.bytes = {0x3f, 0xa9, 0x07, 0xc1};
    LedgerHead head;
    head.station = m_state.station;
    head.number = 17;
    head.seq = EntrySeq{480};
    head.hash = hashOf(head.seq);
    head.at = at(10h + 40min);
    m_state.head = head;
    m_finding = {
        .fault = ChainFault::None, .at = {}, .detail = {}, .checked = EntrySeq{470}, .hash = hashOf({470}), .heads = 16, .complete = true};
    m_state.verified = LedgerState::Verified{at(2h + 32min), m_finding};
    m_state.backup = LedgerState::BackedUp{
        at(2h + 31min), {.file = "menshen-3fa907c1-20261121T183100Z.ledger", .upTo = EntrySeq{469}, .bytes = 12'400'000, .removed = 1}};
    m_state.daysSealed = 30;
    m_state.daysDestroyed = 61;
    m_state.oldestSealed = HallDay{std::chrono::year{2026} / 10 / 24};
    m_finding.checked = m_state.seq;
}

Result<LedgerState> SampleUpkeep::state()
{
    const std::scoped_lock lock(m_mutex);
    return m_stateError ? Result<LedgerState>(*m_stateError) : m_state;
}

Result<ChainVerdict> SampleUpkeep::verify(const UpkeepProgressSink &progress, std::stop_token stop)
{
    progress({241, 482});
    turnstile.pass(stop);
    const std::scoped_lock lock(m_mutex);
    if (m_taskError) {
        return *m_taskError;
    }
    ChainVerdict found = m_finding;
    if (stop.stop_requested()) {
        found.complete = false;
        found.checked = EntrySeq{241};
    }
    m_state.verified = LedgerState::Verified{at(10h + 42min), found};
    return found;
}

Result<BackupEntry> SampleUpkeep::backup(const BackupRequest &request, const UpkeepProgressSink &progress, std::stop_token stop)
{
    progress({1500, 3000});
    turnstile.pass(stop);
    const std::scoped_lock lock(m_mutex);
    m_backups.push_back(request);
    if (stop.stop_requested()) {
        return Error{ErrorCode::Cancelled, "stopped"};
    }
    if (m_taskError) {
        return *m_taskError;
    }
    const BackupEntry entry{.file = "menshen-3fa907c1-20261122T024200Z.ledger", .upTo = m_state.seq, .bytes = 12'500'000, .removed = 0};
    m_state.backup = LedgerState::BackedUp{at(10h + 42min), entry};
    return entry;
}

Result<Destroyed> SampleUpkeep::purge(const PurgeRequest &) { return Error{ErrorCode::Denied, "not from the screens"}; }

void SampleUpkeep::set(LedgerState state)
{
    const std::scoped_lock lock(m_mutex);
    m_state = std::move(state);
}

void SampleUpkeep::fail(std::optional<Error> stateError, std::optional<Error> taskError)
{
    const std::scoped_lock lock(m_mutex);
    m_stateError = std::move(stateError);
    m_taskError = std::move(taskError);
}

void SampleUpkeep::setFinding(ChainVerdict verdict)
{
    const std::scoped_lock lock(m_mutex);
    m_finding = std::move(verdict);
}

LedgerState SampleUpkeep::current() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

std::vector<BackupRequest> SampleUpkeep::backups() const
{
    const std::scoped_lock lock(m_mutex);
    return m_backups;
}

} // namespace menshen::test
