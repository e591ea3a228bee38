// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/ReportCount.h"

#include "menshen/core/ReportNames.h"

#include <gmock/gmock.h>

#include <set>

namespace menshen {
namespace {

using enum ReportItem;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr HallDay kDay{std::chrono::year{2026} / 11 / 22};
constexpr WallTime kBegin = startOfDay(kDay, UtcOffset{});
constexpr WallTime kEnd = kBegin + 24h;

TemperatureReading reading(double degrees, Zone zone, Instrument instrument = Instrument::Infrared)
{
    TemperatureReading taken;
    taken.instrument = instrument;
    taken.body = BodyTemperature{{degrees}, {0.3}, {"c"}, false};
    taken.zone = zone;
    return taken;
}

VisitEntry visit(Outcome outcome = Outcome::Admitted, Verdict verdict = Verdict::Pass)
{
    VisitEntry entry;
    entry.outcome = outcome;
    entry.verdict = verdict;
    entry.evidence.infrared = reading(36.5, Zone::Pass);
    entry.plan = "p";
    return entry;
}

class Counting : public testing::Test {
protected:
    void add(Entry entry, Micros after = 9h, Micros lifeBefore = 0h)
    {
        count.add({EntrySeq{++seq}, kBegin + after, std::move(entry), kBegin + lifeBefore});
    }
    void station(StationAction action, Micros after, const std::string &detail = {}) { add(StationEntry{action, detail}, after); }
    std::int64_t of(ReportItem item) { return count.counted().figures.of(item); }

    ReportCount count{{}, kBegin, kEnd};
    std::int64_t seq = 0;
};

// ---- what is not kept, what did not happen

TEST_F(Counting, ADayWithoutEntriesIsZeroEverywhereAndWhatIsNotKeptIsAbsentNotZero)
{
    count.finish(kEnd);
    const auto &report = count.counted();
    for (std::size_t i = 0; i < kReportItems; ++i) {
        const auto item = reportItem(i);
        EXPECT_EQ(report.figures[item], item < RoundsDue || item > StocksBelowMinimum ? std::optional<std::int64_t>(0) : std::nullopt)
            << kReportItemNames[i];
    }
    EXPECT_TRUE(report.isZero());
    EXPECT_TRUE(report.stationOff());
}

TEST(ReportNames, NoTwoItemsShareAName)
{
    const std::set<std::string_view> names(kReportItemNames.begin(), kReportItemNames.end());
    EXPECT_EQ(names.size(), kReportItems);
    EXPECT_EQ(std::set<std::string_view>(kRefusalNames.begin(), kRefusalNames.end()).size(), kReasonCodes);
}

// ---- people

TEST_F(Counting, EverybodyIsCountedByWhatBecameOfHim)
{
    add(visit());
    add(visit(Outcome::Admitted, Verdict::Recheck));
    add(visit(Outcome::Refused, Verdict::Refuse));
    add(visit(Outcome::Left, Verdict::Refuse));
    add(ExitEntry{});
    StaffPunchEntry punch;
    punch.evidence.contact = reading(36.4, Zone::Pass, Instrument::Contact);
    add(punch);
    punch.direction = PunchDirection::Out;
    add(punch);
    count.finish(kEnd);
    EXPECT_EQ(of(Visitors), 4);
    EXPECT_EQ(of(Admitted), 2);
    EXPECT_EQ(of(Overridden), 1);
    EXPECT_EQ(of(Refused), 1);
    EXPECT_EQ(of(Left), 1);
    EXPECT_EQ(of(Exits), 1);
    EXPECT_EQ(of(Inside), 1);
    EXPECT_EQ(of(StaffIn), 1);
    EXPECT_EQ(of(StaffOut), 1);
    EXPECT_EQ(of(Screened), 6);
    EXPECT_EQ(count.counted().plan, "p");
}

TEST_F(Counting, Y3_StaffWhoWereTurnedAwayAreNotOnDutyHoweverOftenTheyTry)
{
    StaffPunchEntry punch;
    punch.outcome = Outcome::Refused;
    punch.evidence.infrared = reading(38.4, Zone::Refer);
    add(punch);
    add(punch);
    punch.outcome = Outcome::Left;
    punch.direction = PunchDirection::Out;
    add(punch);
    count.finish(kEnd);
    EXPECT_EQ(of(StaffIn), 0);
    EXPECT_EQ(of(StaffOut), 0);
    EXPECT_EQ(of(StaffRefused), 3);
    EXPECT_EQ(of(Screened), 3);
    EXPECT_EQ(of(StaffAbnormal), 3);
}

TEST_F(Counting, S10_WhatIsEnteredAfterwardsIsCountedApartAndWhatWasFoundIsNotHidden)
{
    auto entered = visit(Outcome::Refused, Verdict::Refuse);
    entered.afterwards = EnteredAfterwards{kBegin, "guard"};
    entered.evidence.infrared.reset();
    entered.evidence.contact = reading(38.4, Zone::Refer, Instrument::Contact);
    entered.reasons = {{ReasonCode::Answer, CheckLevel::Hard, {}, "cough"}};
    add(entered);
    count.finish(kEnd);
    for (const auto item : {Visitors, Admitted, Refused, Left, Overridden, Inside, Screened, Unmeasured, Rechecked}) {
        EXPECT_EQ(of(item), 0) << kReportItemNames[static_cast<std::size_t>(item)];
    }
    EXPECT_EQ(of(Afterwards), 1);
    EXPECT_EQ(of(AbnormalConfirmed), 1);
    EXPECT_EQ(of(Symptoms), 1);
    EXPECT_FALSE(count.counted().isZero());
}

TEST(ZeroReport, S10_AnIncidentThatIsStillOpenFromAnEarlierDayIsNotNothing)
{
    DailyReport report;
    EXPECT_TRUE(report.isZero());
    report.figures[AlertsOpen] = 1;
    EXPECT_FALSE(report.isZero());
}

TEST_F(Counting, MoreExitsThanEntriesLeaveNobodyInside)
{
    add(ExitEntry{});
    count.finish(kEnd);
    EXPECT_EQ(of(Inside), 0);
}

TEST_F(Counting, ARefusalCountsAtEachOfItsReasonsAndOnceAtEach)
{
    auto refused = visit(Outcome::Refused, Verdict::Refuse);
    refused.reasons = {{ReasonCode::Answer, CheckLevel::Hard, {}, "cough"},
                       {ReasonCode::Answer, CheckLevel::Hard, {}, "fever"},
                       {ReasonCode::NoMask, CheckLevel::Hard, {}, ""}};
    add(refused);
    add(visit(Outcome::Refused)); // the guard had a reason of his own
    count.finish(kEnd);
    const auto &report = count.counted();
    EXPECT_EQ(report.refusedBy[static_cast<std::size_t>(ReasonCode::Answer)], 1);
    EXPECT_EQ(report.refusedBy[static_cast<std::size_t>(ReasonCode::NoMask)], 1);
    EXPECT_EQ(report.refusedByGuard, 1);
    EXPECT_EQ(of(Symptoms), 1);
}

TEST_F(Counting, ReasonsOfWhoWasAdmittedAreNoRefusals)
{
    auto admitted = visit(Outcome::Admitted, Verdict::Recheck);
    admitted.reasons = {{ReasonCode::MaskUnsure, CheckLevel::Soft, {}, ""}};
    add(admitted);
    EXPECT_EQ(count.counted().refusedBy[static_cast<std::size_t>(ReasonCode::MaskUnsure)], 0);
}

// ---- temperatures

TEST_F(Counting, WithoutATemperatureNobodyWasScreened)
{
    VisitEntry entry;
    entry.outcome = Outcome::Refused;
    add(entry);
    EXPECT_EQ(of(Screened), 0);
    EXPECT_EQ(of(Unmeasured), 1);
    EXPECT_EQ(of(AbnormalFirst), 0);
}

TEST_F(Counting, OneReadingConfirmsNothing)
{
    auto feverish = visit(Outcome::Refused, Verdict::Refuse);
    feverish.evidence.infrared = reading(38.0, Zone::Refer);
    add(feverish);
    EXPECT_EQ(of(AbnormalFirst), 1);
    EXPECT_EQ(of(AbnormalConfirmed), 0);
    EXPECT_EQ(of(Rechecked), 0);
}

TEST_F(Counting, TwoFeversOrAContactThermometerConfirm)
{
    auto twice = visit();
    twice.evidence.earlier = {reading(38.0, Zone::Refer)};
    twice.evidence.infrared = reading(38.1, Zone::Refer);
    add(twice);
    auto byContact = visit();
    byContact.evidence.infrared = reading(37.2, Zone::Recheck);
    byContact.evidence.contact = reading(37.9, Zone::Refer, Instrument::Contact);
    add(byContact);
    EXPECT_EQ(of(AbnormalFirst), 2);
    EXPECT_EQ(of(AbnormalConfirmed), 2);
    EXPECT_EQ(of(Rechecked), 2);
    EXPECT_EQ(of(AbnormalCleared), 0);
}

TEST_F(Counting, OnlyAContactThermometerRulesAFeverOut)
{
    auto again = visit();
    again.evidence.earlier = {reading(37.6, Zone::Refer)};
    again.evidence.infrared = reading(36.6, Zone::Pass); // cooler by now: neither confirmed nor ruled out
    add(again);
    auto byContact = visit();
    byContact.evidence.infrared = reading(37.6, Zone::Refer);
    byContact.evidence.contact = reading(36.8, Zone::Pass, Instrument::Contact);
    add(byContact);
    EXPECT_EQ(of(AbnormalFirst), 2);
    EXPECT_EQ(of(AbnormalConfirmed), 0);
    EXPECT_EQ(of(AbnormalCleared), 1);
    EXPECT_FALSE(count.counted().isZero());
}

TEST_F(Counting, StaffWithAFeverAreCountedAmongTheAbnormal)
{
    StaffPunchEntry punch;
    punch.evidence.infrared = reading(38.0, Zone::Refer);
    add(punch);
    add(visit());
    EXPECT_EQ(of(AbnormalFirst), 1);
    EXPECT_EQ(of(StaffAbnormal), 1);
}

// ---- alerts

TEST_F(Counting, WhatWasDoneAboutAlertsIsCountedOnceForEachPerson)
{
    add(AlertRaisedEntry{{4}, {}, "张*"});
    add(AlertRaisedEntry{{5}, {}, "李*"});
    add(AlertActionEntry{{6}, AlertAction::Acknowledged, "", ""});
    add(AlertActionEntry{{6}, AlertAction::StepDone, "keep_here", ""});
    add(AlertActionEntry{{6}, AlertAction::StepDone, "isolation_room", ""});
    add(AlertActionEntry{{6}, AlertAction::StepDone, "isolation_room", ""});
    add(AlertActionEntry{{6}, AlertAction::HandedOver, "", "CDC"});
    add(AlertActionEntry{{6}, AlertAction::Closed, "", ""});
    add(AlertActionEntry{{7}, AlertAction::StepSkipped, "isolation_room", "waits in the car"});
    add(AlertActionEntry{{7}, AlertAction::FalseAlarm, "", "hot tea"});
    count.finish(kEnd);
    EXPECT_EQ(of(Alerts), 2);
    EXPECT_EQ(of(Isolated), 1);
    EXPECT_EQ(of(HandedOver), 1);
    EXPECT_EQ(of(FalseAlarms), 1);
}

// ---- the station

TEST_F(Counting, TheStationIsOnFromStartToStop)
{
    station(StationAction::Started, 8h);
    station(StationAction::Stopped, 18h);
    count.finish(kEnd);
    EXPECT_EQ(of(MinutesOn), 600);
    EXPECT_EQ(of(MinutesUnscreened), 0);
    EXPECT_FALSE(count.counted().stationOff());
}

TEST_F(Counting, DevicesThatAreDownTogetherAreOneTimeWithoutScreening)
{
    station(StationAction::Started, 8h);
    station(StationAction::DeviceLost, 9h, "thermometer");
    station(StationAction::DeviceLost, 9h + 10min, "camera");
    station(StationAction::DeviceBack, 9h + 20min, "thermometer");
    station(StationAction::DeviceBack, 9h + 30min, "camera");
    station(StationAction::DeviceLost, 10h, "gate"); // opened by hand: people are screened
    station(StationAction::Stopped, 18h);
    count.finish(kEnd);
    EXPECT_EQ(of(DeviceFaults), 3);
    EXPECT_EQ(of(MinutesUnscreened), 30);
}

TEST_F(Counting, AStationThatWasKilledWasOnUntilItsLastSignOfLife)
{
    station(StationAction::Started, 8h);
    add(StationEntry{StationAction::Started, ""}, 12h, 10h);
    station(StationAction::Stopped, 13h);
    count.finish(kEnd);
    EXPECT_EQ(of(MinutesOn), 180);
}

TEST_F(Counting, ADeviceThatWasDownWhenTheDayBeganIsDownUntilItIsBack)
{
    count = ReportCount({true, {"detector"}}, kBegin, kEnd);
    station(StationAction::DeviceBack, 1h, "detector");
    count.finish(kEnd + 5h);
    EXPECT_EQ(of(MinutesOn), 1440);
    EXPECT_EQ(of(MinutesUnscreened), 60);
    EXPECT_EQ(of(DeviceFaults), 0) << "it was lost the day before";
}

TEST_F(Counting, AStationThatRanButNobodyCameIsNotOff)
{
    count = ReportCount({true, {}}, kBegin, kEnd);
    count.finish(kEnd);
    EXPECT_FALSE(count.counted().stationOff());
    EXPECT_TRUE(count.counted().isZero());
}

TEST_F(Counting, AClockThatIsSetBackAddsNoTimeAndIsSaid)
{
    station(StationAction::Started, 10h);
    station(StationAction::ClockJumped, 9h, "-3600 s");
    station(StationAction::Stopped, 9h + 30min);
    count.finish(kEnd);
    EXPECT_EQ(of(MinutesOn), 0);
    EXPECT_EQ(of(ClockChanges), 1);
}

TEST_F(Counting, ADayThatGoesOnEndsNow)
{
    count = ReportCount({true, {}}, kBegin, kBegin + 3h);
    count.finish(kEnd);
    EXPECT_EQ(of(MinutesOn), 180);
}

// ---- two versions

TEST(ReportDifferences, AreNamedAndOtherDaysReportsAreNone)
{
    DailyReport before;
    before.figures[Admitted] = 1;
    auto after = before;
    after.previous = ReportPunctuality::Missing;
    after.missingBefore = 3;
    EXPECT_THAT(differences(before, after), IsEmpty());
    after.parties.telephone = "1";
    after.figures[Admitted] = 2;
    after.figures[RoundsDue] = 0; // kept by now
    after.refusedBy[static_cast<std::size_t>(ReasonCode::NoMask)] = 1;
    after.sinceBeginning[Alerts] = 1;
    EXPECT_THAT(differences(before, after),
                ElementsAre("telephone", "figures.admitted", "figures.rounds_due", "refused_by.no_mask", "since_beginning.alerts"));
}

TEST(ReportDifferences, WhatAnOlderReportDidNotCountIsADifferenceOnlyWhereThereIsSome)
{
    DailyReport before;
    auto after = before;
    after.figures[StaffRefused] = 0;
    after.figures[Afterwards] = 0;
    after.sinceBeginning[Afterwards] = 0;
    EXPECT_THAT(differences(before, after), IsEmpty());
    after.figures[Afterwards] = 2;
    EXPECT_THAT(differences(before, after), ElementsAre("figures.afterwards"));
}

} // namespace
} // namespace menshen
