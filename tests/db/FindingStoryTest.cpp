// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a finding: who was told, who should have been, and what is counted apart.
#include "tests/db/LedgerFixture.h"

#include "menshen/core/Plan.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr HallDay dayAfter(int days) { return HallDay{std::chrono::sys_days{kDay} + std::chrono::days{days}}; }

const std::vector<Reason> kFever{{ReasonCode::Fever, CheckLevel::Hard, {}, ""}};
const std::vector<Reason> kUncertain{{ReasonCode::FeverUncertain, CheckLevel::Soft, {}, ""}};
const std::vector<Reason> kUnmasked{{ReasonCode::NoMask, CheckLevel::Hard, {}, ""}};

VisitEntry visitWith(const std::vector<Reason> &reasons, Outcome outcome = Outcome::Refused)
{
    auto visit = visitOf("visitor", outcome, reasons.empty() ? Verdict::Pass : Verdict::Refuse);
    visit.reasons = reasons;
    return visit;
}

StaffPunchEntry punchWith(const std::vector<Reason> &reasons, Outcome outcome)
{
    StaffPunchEntry punch{"1001", "李红", "窗口", PunchDirection::In, Verdict::Pass, reasons, visitOf("").evidence};
    punch.outcome = outcome;
    return punch;
}

EscalationEntry stepOf(EntrySeq alert)
{
    EscalationEntry step;
    step.alert = alert;
    return step;
}

class Findings : public testing::Test {
protected:
    EntrySeq put(Entry entry, int day = 0)
    {
        const auto receipt = appended(*m_ledger, draftOf(std::move(entry), kMorning + day * 24h, dayAfter(day)));
        EXPECT_TRUE(receipt) << receipt.error().detail;
        return receipt ? receipt->seq : EntrySeq{};
    }
    /// An alert and the visit that names it, in one transaction.
    std::pair<EntrySeq, EntrySeq> told(Entry entry)
    {
        const auto receipts = appendedAll(*m_ledger, {draftOf(AlertRaisedEntry{}), draftOf(std::move(entry))});
        EXPECT_TRUE(receipts) << receipts.error().detail;
        return receipts ? std::pair(receipts->at(0).seq, receipts->at(1).seq) : std::pair<EntrySeq, EntrySeq>();
    }
    static VisitEntry naming(EntrySeq finding)
    {
        auto visit = visitWith(kFever);
        visit.finding = finding;
        return visit;
    }

    std::vector<EntrySeq> story(EntrySeq of) { return seqs(m_reader->story(of)); }
    std::vector<EntrySeq> untold(std::optional<HallDay> from = kDay) { return seqs(m_reader->untold(from, m_plan)); }

    static std::vector<EntrySeq> seqs(const Result<std::vector<StoryStep>> &steps)
    {
        EXPECT_TRUE(steps) << steps.error().detail;
        std::vector<EntrySeq> found;
        if (steps)
            for (const auto &step : *steps)
                found.push_back(step.seq);
        return found;
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    const std::unique_ptr<SqliteLedger> m_ledger = opened(m_path);
    const std::unique_ptr<SqliteLedgerReader> m_reader = std::move(*openReader(m_path));
    Plan m_plan;
};

// ---- who should have been told

TEST_F(Findings, Q4_WhomNobodyWasToldOfIsFoundOldestFirst)
{
    const auto first = put(visitWith(kFever));
    put(visitWith({}, Outcome::Admitted));
    put(visitWith(kUnmasked));
    const auto second = put(punchWith(kFever, Outcome::Refused));
    const auto third = put(visitWith(kFever, Outcome::Left));
    EXPECT_THAT(untold(), ElementsAre(first, second, third));
}

TEST_F(Findings, Q4_WhoNamesAnAlertOrIsNamedByOneWasTold)
{
    told(naming(kEntryBefore));
    auto punch = punchWith(kFever, Outcome::Refused);
    punch.finding = kEntryBefore;
    told(punch);
    AlertRaisedEntry late;
    late.cause = put(visitWith(kFever));
    put(late);
    EXPECT_THAT(untold(), IsEmpty());
}

TEST_F(Findings, Q4_ANumberThatIsNoAlertsHasToldNobody)
{
    const auto other = put(ExitEntry{});
    EXPECT_THAT(untold(), ElementsAre(put(naming(other))));
}

TEST_F(Findings, Q4_ACorrectionOrADisclosureIsNoAlert)
{
    const auto visit = put(visitWith(kFever));
    put(CorrectionEntry{visit, visitOf("other").identity, "mistyped"});
    put(DisclosureEntry{DisclosureKind::Unmasked, visit, {}, {}, "the CDC asked"});
    EXPECT_THAT(untold(), ElementsAre(visit));
}

TEST_F(Findings, Y2_ARecheckThatNobodyFinishedIsToldOnlyOfWhoIsGoneAndOnlyWhereThePlanHasFeversTold)
{
    const auto refused = put(visitWith(kUncertain));
    put(visitWith(kUncertain, Outcome::Admitted)); // by the guard's reason: settled
    const auto left = put(punchWith(kUncertain, Outcome::Left));
    put(punchWith(kUncertain, Outcome::Admitted));
    m_plan.feverAlerts = true;
    EXPECT_THAT(untold(), ElementsAre(refused, left));
    m_plan.feverAlerts = false;
    EXPECT_THAT(untold(), IsEmpty());
}

TEST_F(Findings, WhatIsEnteredAfterwardsWasDealtWithOnPaper)
{
    auto visit = visitWith(kFever);
    visit.afterwards = EnteredAfterwards{kMorning, "guard"};
    put(visit);
    EXPECT_THAT(untold(), IsEmpty());
}

TEST_F(Findings, OlderDaysAreLookedAtOnlyWhenAskedFor)
{
    const auto old = put(visitWith(kFever), 0);
    const auto yesterday = put(punchWith(kFever, Outcome::Refused), 1);
    const auto today = put(visitWith(kFever), 2);
    EXPECT_THAT(untold(dayAfter(1)), ElementsAre(yesterday, today));
    EXPECT_THAT(untold(dayAfter(3)), IsEmpty());
    EXPECT_THAT(untold(std::nullopt), ElementsAre(old, yesterday, today));
}

TEST_F(Findings, ADayThatAJumpOfTheClockSplitIsLookedAtWhole)
{
    const auto ahead = put(visitWith(kFever), 5);
    put(visitWith(kFever), 0);
    const auto back = put(visitWith(kFever), 5);
    EXPECT_THAT(untold(dayAfter(5)), ElementsAre(ahead, back));
}

// ---- the story

TEST_F(Findings, AVisitsStoryIsTheVisitThenItsAlertAndAllThatWasDoneAboutIt)
{
    const auto [alert, visit] = told(naming(kEntryBefore));
    const auto step = put(stepOf(alert));
    const auto correction = put(CorrectionEntry{visit, visitOf("other").identity, "mistyped"});
    const auto done = put(AlertActionEntry{alert, AlertAction::Acknowledged, {}, {}});
    EXPECT_THAT(story(visit), ElementsAre(visit, alert, step, correction, done));
}

TEST_F(Findings, AnAlertOfBeforeThatNamesItsVisitIsToldAsEver)
{
    const auto visit = put(visitWith(kFever));
    AlertRaisedEntry raised;
    raised.cause = visit;
    const auto alert = put(raised);
    const auto done = put(AlertActionEntry{alert, AlertAction::FalseAlarm, {}, "sun"});
    EXPECT_THAT(story(visit), ElementsAre(visit, alert, done));
}

TEST_F(Findings, APunchHasAStoryLikeAVisit)
{
    auto punch = punchWith(kFever, Outcome::Refused);
    punch.finding = kEntryBefore;
    const auto [alert, at] = told(punch);
    const auto done = put(AlertActionEntry{alert, AlertAction::Acknowledged, {}, {}});
    EXPECT_THAT(story(at), ElementsAre(at, alert, done));
}

TEST_F(Findings, WhoWasToldByTheSameAlertIsNotInTheOthersStory)
{
    const auto [alert, first] = told(naming(kEntryBefore));
    const auto second = put(naming(alert));
    EXPECT_THAT(story(first), ElementsAre(first, alert));
    EXPECT_THAT(story(second), ElementsAre(second, alert));
}

TEST_F(Findings, AnIncidentIsItsAlertThenItsVisitsAndWhatWasDone)
{
    const auto [alert, visit] = told(naming(kEntryBefore));
    const auto step = put(stepOf(alert));
    const auto again = put(naming(alert));
    for (const auto &stories : {m_reader->openAlerts(), m_reader->alerts({}, 10)}) {
        ASSERT_TRUE(stories);
        ASSERT_EQ(stories->size(), 1U);
        EXPECT_THAT(seqs(stories->front()), ElementsAre(alert, visit, step, again));
        EXPECT_TRUE(std::holds_alternative<AlertRaisedEntry>(stories->front().front().entry));
    }
    put(AlertActionEntry{alert, AlertAction::Closed, {}, {}});
    const auto open = m_reader->openAlerts();
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->empty());
}

// ---- rows and counts

TEST_F(Findings, AVisitsRowNamesItsFindingAndWhenAPaperFormSaysItWas)
{
    const auto [alert, visit] = told(naming(kEntryBefore));
    auto entered = visitWith({}, Outcome::Admitted);
    entered.afterwards = EnteredAfterwards{kMorning - 20h, "S-7"};
    put(entered);
    const auto rows = m_reader->visitsAscending({}, {}, 10);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).finding, alert);
    EXPECT_FALSE(rows->at(0).afterwards);
    EXPECT_EQ(rows->at(1).finding, EntrySeq{});
    EXPECT_EQ(rows->at(1).afterwards, entered.afterwards);
}

TEST_F(Findings, WhoWasEnteredAfterwardsIsLookedForAtTheTimeHeWasHere)
{
    auto entered = visitWith({}, Outcome::Admitted);
    entered.afterwards = EnteredAfterwards{kMorning - 2h, "guard"};
    put(entered);
    VisitFilter filter;
    filter.since = kMorning - 3h;
    filter.until = kMorning - 1h;
    EXPECT_EQ(m_reader->countVisits(filter).value(), 1);
    filter.since = kMorning;
    filter.until.reset();
    EXPECT_EQ(m_reader->countVisits(filter).value(), 0) << "he was not here when the form was typed";
}

TEST_F(Findings, Y3_StaffWhoWereTurnedAwayAreNotOnDuty)
{
    put(punchWith({}, Outcome::Admitted));
    put(punchWith(kUnmasked, Outcome::Refused));
    put(punchWith(kFever, Outcome::Left));
    const auto counts = m_reader->counts(kDay);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->staffIn, 1);
    EXPECT_EQ(counts->staffOut, 0);
    EXPECT_EQ(counts->staffRefused, 2);
    const auto rows = m_reader->staffPunches(kDay, kDay, {}, 10);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 3U);
    EXPECT_EQ(rows->at(1).outcome, Outcome::Refused);
    EXPECT_EQ(rows->at(2).outcome, Outcome::Left);
}

TEST_F(Findings, Q14_WhatIsEnteredAfterwardsIsInNoFigureButItsOwn)
{
    put(visitWith({}, Outcome::Admitted));
    for (const auto outcome : {Outcome::Admitted, Outcome::Refused, Outcome::Left}) {
        auto entered = visitWith({}, outcome);
        entered.afterwards = EnteredAfterwards{kMorning, "guard"};
        put(entered);
    }
    const auto counts = m_reader->counts(kDay);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->admitted, 1);
    EXPECT_EQ(counts->refused, 0);
    EXPECT_EQ(counts->left, 0);
    EXPECT_EQ(counts->afterwards, 3);
    EXPECT_EQ(counts->inside(), 1);
}

} // namespace
} // namespace menshen
