// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ReportOffice.h"

#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "menshen/core/ReportNames.h"
#include "tests/app/ReportWeek.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace menshen::test {
namespace {

using enum ReportItem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TemperatureReading byContact(double degrees, Zone zone)
{
    auto reading = infrared(degrees, zone);
    reading.instrument = Instrument::Contact;
    return reading;
}

VisitEntry visitor(Outcome outcome = Outcome::Admitted, Verdict verdict = Verdict::Pass, std::vector<Reason> reasons = {})
{
    auto visit = visitOf("张三", outcome, verdict);
    visit.reasons = std::move(reasons);
    return visit;
}

Reason because(ReasonCode code) { return {code, CheckLevel::Hard, std::nullopt, ""}; }

// ---- a week, from its first person to its last report

class SimulatedWeek : public ReportWeek {
protected:
    void quietDay(int number, int visitors)
    {
        station(number, 8h, StationAction::Started, "plan default");
        StaffPunchEntry punch{"1001", "王建国", "审批局", PunchDirection::In, Verdict::Pass, {}, visitOf("").evidence};
        add(number, 8h + 5min, punch, "staff:1001");
        for (int i = 0; i < visitors; ++i) {
            add(number, 9h + i * 1min, visitor());
            if (i % 3 != 0)
                add(number, 9h + i * 1min + 30s, ExitEntry{});
        }
        auto masked = visitor(Outcome::Refused, Verdict::Refuse, {because(ReasonCode::NoMask), because(ReasonCode::PhoneMissing)});
        add(number, 16h, masked);
        punch.direction = PunchDirection::Out;
        add(number, 17h, punch, "staff:1001");
    }
    void close(int number) { station(number, 18h, StationAction::Stopped); }

    EntrySeq alert(int number, Micros time, const Entry &cause)
    {
        const auto found = add(number, time, cause);
        const auto raised = add(number, time + 1s, AlertRaisedEntry{found.seq, {because(ReasonCode::Fever)}, "张*"}, "station");
        add(number, time + 10s, AlertActionEntry{raised.seq, AlertAction::Acknowledged, "", ""}, "office");
        return raised.seq;
    }

    void feverThatIsHandedOver(int number)
    {
        auto feverish = visitor(Outcome::Refused, Verdict::Refuse, {because(ReasonCode::Fever)});
        feverish.evidence.infrared = infrared(38.2, Zone::Refer);
        feverish.evidence.contact = byContact(38.4, Zone::Refer);
        const auto raised = alert(number, 14h, feverish);
        add(number, 14h + 5min, AlertActionEntry{raised, AlertAction::StepDone, "keep_here", ""});
        add(number, 14h + 9min, AlertActionEntry{raised, AlertAction::StepDone, "isolation_room", ""});
        AlertActionEntry handOver{raised, AlertAction::HandedOver, "", "疾控 赵医生"};
        handOver.when = at(number, 15h);
        add(number, 15h, handOver, "office");
        add(number, 15h + 40min, AlertActionEntry{raised, AlertAction::StepDone, "disinfected", ""});
        add(number, 16h, AlertActionEntry{raised, AlertAction::Closed, "", ""}, "office");
    }

    void coughAndAStaffFeverThatWasNone(int number)
    {
        alert(number, 10h, visitor(Outcome::Refused, Verdict::Refuse, {because(ReasonCode::Answer), because(ReasonCode::Answer)}));
        StaffPunchEntry punch{"1002", "李秀英", "审批局", PunchDirection::In, Verdict::Pass, {}, visitOf("").evidence};
        punch.evidence.infrared = infrared(37.6, Zone::Refer);
        punch.evidence.contact = byContact(36.7, Zone::Pass);
        const auto raised = alert(number, 11h, punch);
        add(number, 11h + 4min, AlertActionEntry{raised, AlertAction::FalseAlarm, "", "刚喝过热水"}, "office");
    }

    void walkedOff(int number)
    {
        auto left = visitor(Outcome::Left, Verdict::Refuse, {because(ReasonCode::Fever)});
        left.evidence.earlier = {infrared(37.9, Zone::Refer)};
        left.evidence.infrared = infrared(38.0, Zone::Refer);
        const auto raised = alert(number, 12h, left);
        add(number, 12h + 1min, AlertActionEntry{raised, AlertAction::StepSkipped, "handed_over", "walked off"});
        if (number % 2 == 1) // gone, and nothing is left to do; else still open
            add(number, 12h + 2min, AlertActionEntry{raised, AlertAction::Closed, "", ""}, "office");
        auto overridden = visitor(Outcome::Admitted, Verdict::Recheck, {because(ReasonCode::MaskUnsure)});
        add(number, 12h + 30min, overridden);
    }

    void liveThroughTheWeek()
    {
        quietDay(0, 30);
        close(0);
        quietDay(1, 20);
        feverThatIsHandedOver(1);
        close(1);
        quietDay(2, 25);
        station(2, 10h, StationAction::DeviceLost, "thermometer");
        station(2, 10h + 20min, StationAction::DeviceBack, "thermometer");
        close(2);
        // day 3: a holiday, the station stays off
        quietDay(4, 10);
        coughAndAStaffFeverThatWasNone(4);
        close(4);
        quietDay(5, 12);
        walkedOff(5);
        close(5);
        quietDay(6, 1);
        close(6);
    }

    /// The separate script's answer, by the figure's name.
    std::map<std::string, std::int64_t> recount(int number)
    {
        std::ifstream in(std::string(MENSHEN_SOURCE_DIR) + "/tests/app/recount.sql");
        const std::string script((std::istreambuf_iterator<char>(in)), {});
        SQLite::Database db(path, SQLite::OPEN_READONLY);
        SQLite::Statement query(db, script);
        query.bind(":day", isoDay(day(number)));
        std::map<std::string, std::int64_t> found;
        while (query.executeStep())
            found[query.getColumn(0).getString()] = query.getColumn(1).getInt64();
        return found;
    }
};

std::map<std::string, std::int64_t> figuresOf(const DailyReport &report)
{
    std::map<std::string, std::int64_t> found;
    for (std::size_t i = 0; i < kReportItems; ++i) {
        if (const auto &value = report.figures[reportItem(i)])
            found["figures." + std::string(kReportItemNames[i])] = *value;
        if (const auto &value = report.sinceBeginning[reportItem(i)])
            found["since_beginning." + std::string(kReportItemNames[i])] = *value;
    }
    for (std::size_t i = 0; i < kReasonCodes; ++i)
        if (report.refusedBy[i] > 0)
            found["refused_by." + std::string(kRefusalNames[i])] = report.refusedBy[i];
    found["refused_by.guard"] = report.refusedByGuard;
    return found;
}

TEST_F(SimulatedWeek, S10_GivesSevenReportsThreeOfThemZeroWhichARecountOfTheJournalConfirms)
{
    liveThroughTheWeek();
    for (int number = 0; number < 7; ++number) {
        if (number == 4)
            continue; // signed too late, below
        const auto made = sign(number, at(7, 9h));
        ASSERT_TRUE(made) << made.error().detail;
    }
    ASSERT_TRUE(sign(4, at(7, 20h)));

    const auto reports = reader->reports(day(0), day(6));
    ASSERT_TRUE(reports) << reports.error().detail;
    ASSERT_EQ(reports->size(), 7U);
    std::vector<int> zero;
    for (const auto &made : *reports) {
        const auto &report = made.entry.report;
        const auto number = static_cast<int>((std::chrono::sys_days{report.day} - std::chrono::sys_days{day(0)}).count());
        if (report.isZero())
            zero.push_back(number);
        EXPECT_EQ(figuresOf(report), recount(number)) << isoDay(report.day);
        EXPECT_EQ(report.stationOff(), number == 3);
    }
    EXPECT_THAT(zero, testing::UnorderedElementsAre(0, 2, 3)) << "on the last day an incident of an earlier one is still open";
    expectSoundChain(path);
}

TEST_F(SimulatedWeek, TheFiguresAreThoseOfTheDaysThatWereLived)
{
    liveThroughTheWeek();
    const auto preview = office().preview(day(4), at(7, 9h));
    ASSERT_TRUE(preview) << preview.error().detail;
    const auto &figures = preview->report.figures;
    EXPECT_EQ(figures.of(Visitors), 12);
    EXPECT_EQ(figures.of(Refused), 2);
    EXPECT_EQ(figures.of(Symptoms), 1);
    EXPECT_EQ(figures.of(AbnormalFirst), 1);
    EXPECT_EQ(figures.of(AbnormalCleared), 1);
    EXPECT_EQ(figures.of(StaffAbnormal), 1);
    EXPECT_EQ(figures.of(Alerts), 2);
    EXPECT_EQ(figures.of(FalseAlarms), 1);
    EXPECT_EQ(figures.of(AlertsOpen), 1);
    EXPECT_EQ(figures.of(MinutesOn), 600);
    EXPECT_EQ(preview->report.refusedBy[static_cast<std::size_t>(ReasonCode::Answer)], 1);
    EXPECT_EQ(preview->report.sinceBeginning.of(Visitors), 31 + 22 + 26 + 12);
    EXPECT_EQ(preview->report.ledgerBegan, day(0));
}

TEST_F(SimulatedWeek, OneThatIsSignedLateIsMarkedAndSaidInTheNextOne)
{
    liveThroughTheWeek();
    const auto late = sign(6, at(7, 20h));
    ASSERT_TRUE(late);
    EXPECT_EQ(late->entry.late, 150min);
    EXPECT_EQ(late->entry.report.previous, ReportPunctuality::Missing);
    EXPECT_EQ(late->entry.report.missingBefore, 6);
    const auto next = sign(7, at(8, 9h));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->entry.late, 0min);
    EXPECT_EQ(next->entry.report.previous, ReportPunctuality::Late);
    EXPECT_EQ(next->entry.report.previousLate, 150min);
    const auto document = reportDocument(next->entry.report, &*next, "西门", {});
    EXPECT_THAT(document.remarks.front().zh, HasSubstr("前一日的日报迟报 2 小时 30 分钟"));
    const auto calendar = office().calendar(day(5), day(8), at(8, 10h));
    ASSERT_TRUE(calendar);
    EXPECT_EQ(calendar->at(0).standing, ReportStanding::Missing);
    EXPECT_EQ(calendar->at(1).standing, ReportStanding::Late);
    EXPECT_EQ(calendar->at(2).standing, ReportStanding::InTime);
    EXPECT_EQ(calendar->at(3).standing, ReportStanding::NotEnded);
}

TEST_F(SimulatedWeek, WhatNobodySignedIsOwedAndSaidInBothLanguages)
{
    liveThroughTheWeek();
    ASSERT_TRUE(sign(5, at(6, 19h)));
    const auto duty = office().duty(at(7, 17h));
    ASSERT_TRUE(duty);
    EXPECT_THAT(duty->missing, ElementsAre(day(0), day(1), day(2), day(3), day(4)));
    EXPECT_EQ(duty->nag, day(6));
    const auto reminder = reportReminder(*duty, settings);
    ASSERT_TRUE(reminder);
    EXPECT_THAT(reminder->body.zh, AllOf(HasSubstr("2026-11-19 的日报已逾期"), HasSubstr("2026-11-22 的日报应于 2026-11-23 17:30 前签署")));
    EXPECT_THAT(reminder->body.en, AllOf(HasSubstr("2026-11-19 is overdue"), HasSubstr("due at 2026-11-23 17:30")));
    EXPECT_FALSE(reportReminder({}, settings));
}

TEST_F(SimulatedWeek, ADayOnWhichTheStationWasOffIsReportedAsSuch)
{
    liveThroughTheWeek();
    const auto off = sign(3, at(7, 9h));
    ASSERT_TRUE(off) << off.error().detail;
    EXPECT_TRUE(off->entry.report.stationOff());
    EXPECT_THAT(reportDocument(off->entry.report, &*off, "", {}).verdict.zh, HasSubstr("本站当日未开机"));
}

TEST_F(SimulatedWeek, TheMessageHoldsNobodysNameAndFitsARobot)
{
    liveThroughTheWeek();
    const auto made = sign(1, at(2, 9h) + 7 * 24h);
    ASSERT_TRUE(made);
    const auto message = reportMessage(*made, {});
    EXPECT_THAT(message.subject.zh, HasSubstr("疫情防控日报 2026-11-17"));
    EXPECT_THAT(message.body.zh, AllOf(HasSubstr("当日有异常：初测异常 1 人次，报警 1 起"), HasSubstr("误报：无"), HasSubstr("迟报")));
    EXPECT_THAT(message.body.en, AllOf(HasSubstr("Handed over: 1"), HasSubstr("False alarms: none")));
    for (const auto *text : {&message.subject.zh, &message.subject.en, &message.body.zh, &message.body.en})
        for (const char *secret : {"张", "赵医生", "王建国", "13800138000", "110105"})
            EXPECT_THAT(*text, Not(HasSubstr(secret)));
    EXPECT_LT(message.subject.zh.size() + message.body.zh.size() + message.body.en.size(), 2048U);
}

// ---- what cannot be signed

class Signing : public ReportWeek {
protected:
    void SetUp() override
    {
        ReportWeek::SetUp();
        station(0, 8h, StationAction::Started);
        add(0, 9h, visitor());
        station(0, 18h, StationAction::Stopped);
    }
};

TEST_F(Signing, WithoutTheRightPinNothingIsSignedNorTold)
{
    EXPECT_EQ(refusedSigning(0, at(1, 9h), {}, "111222").code, ErrorCode::Denied);
    EXPECT_EQ(refusedSigning(-1, at(1, 9h), {}, "111222").code, ErrorCode::Denied);
}

TEST_F(Signing, ADayThatHasNotEndedMayOnlyBePreviewed)
{
    const auto error = refusedSigning(0, at(0, 23h));
    EXPECT_EQ(error.code, ErrorCode::BadInput);
    EXPECT_THAT(error.detail, HasSubstr("has not ended"));
    const auto preview = office().preview(day(0), at(0, 19h));
    ASSERT_TRUE(preview);
    EXPECT_FALSE(preview->report.ended);
    EXPECT_FALSE(preview->maySign());
    EXPECT_EQ(preview->report.figures.of(Admitted), 1);
    EXPECT_THAT(reportDocument(preview->report, nullptr, "", {}).remarks.front().en, HasSubstr("has not ended"));
}

TEST_F(Signing, ADayBeforeTheLedgerAndOneToComeAreRefused)
{
    EXPECT_THAT(refusedSigning(-1, at(1, 9h)).detail, HasSubstr("no ledger yet"));
    EXPECT_THAT(refusedSigning(2, at(1, 9h)).detail, HasSubstr("still to come"));
    EXPECT_FALSE(office().preview(day(-1), at(1, 9h)));
    EXPECT_FALSE(office().preview(day(2), at(1, 9h)));
}

TEST_F(Signing, AClockThatWasSetBackIsRefusedSoThatALateReportCannotBeMadeTimely)
{
    add(5, 9h, visitor());
    const auto error = refusedSigning(0, at(1, 9h));
    EXPECT_EQ(error.code, ErrorCode::BadInput);
    EXPECT_THAT(error.detail, HasSubstr("clock"));
    const auto made = sign(0, at(5, 9h) + 1min);
    ASSERT_TRUE(made);
    EXPECT_GT(made->entry.late, 24h);
}

TEST_F(Signing, ALedgerThatTakesNoEntryLeavesNoReport)
{
    ledger->stop();
    const auto answer = sign(0, at(1, 9h));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Storage);
    EXPECT_THAT(reader->reports(day(0), day(0)).value(), IsEmpty());
}

TEST_F(Signing, SignedTwiceIsRefusedWhileNothingDiffers)
{
    ASSERT_TRUE(sign(0, at(1, 9h)));
    EXPECT_THAT(refusedSigning(0, at(1, 10h), "twice").detail, HasSubstr("nothing differs"));
}

TEST_F(Signing, ACorrectionNeedsAReasonAndNamesWhatItChanges)
{
    const auto first = sign(0, at(1, 20h));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->entry.version, 1);
    settings.parties.telephone = "0737-1111111";
    clock.set(at(1, 21h));
    ASSERT_TRUE(appended(*ledger, {at(0, 22h), day(0), "guard", ExitEntry{}})) << "an entry of a clock that was set back for a while";
    EXPECT_THAT(refusedSigning(0, at(2, 9h)).detail, HasSubstr("needs a reason"));
    const auto second = sign(0, at(2, 9h), "电话写错；陈某补记离开");
    ASSERT_TRUE(second) << second.error().detail;
    EXPECT_EQ(second->entry.version, 2);
    EXPECT_EQ(second->entry.replaces, first->receipt.seq);
    EXPECT_EQ(second->entry.late, first->entry.late) << "a correction is as late as what it corrects";
    EXPECT_THAT(second->entry.differences, ElementsAre("telephone", "figures.exits", "figures.inside", "since_beginning.exits"));
    EXPECT_NE(second->entry.digest, first->entry.digest);
    const auto remark = reportDocument(second->entry.report, &*second, "", {}).remarks;
    EXPECT_THAT(remark[1].zh, AllOf(HasSubstr("更正第 1 版"), HasSubstr("电话、来访人员离开、日终未登记离开")));
    expectSoundChain(path);
}

TEST_F(Signing, TheReasonOfACorrectionIsSealed)
{
    ASSERT_TRUE(sign(0, at(1, 9h)));
    settings.parties.telephone = "2";
    ASSERT_TRUE(sign(0, at(1, 10h), "陈某补记"));
    EXPECT_EQ(reader->reports(day(0), day(0)).value().back().personal, PersonalState::Unreadable) << "without the key";
    const auto withKey = SqliteReportReader::open(path, keysOf(path));
    ASSERT_TRUE(withKey);
    EXPECT_EQ((*withKey)->reports(day(0), day(0)).value().back().entry.reason, "陈某补记");
    const SQLite::Database db(path, SQLite::OPEN_READONLY);
    EXPECT_EQ(SQLite::Statement(db, "SELECT 1 FROM journal WHERE body LIKE '%陈某%'").executeStep(), false);
}

TEST_F(Signing, WhatIsSignedOutlivesThePersonalDataAndCanBeComputedAnew)
{
    ASSERT_TRUE(sign(0, at(1, 9h)));
    clock.set(at(40, 9h));
    ASSERT_TRUE(ledger->purge({day(20), false, "ctl", "test", 0, true}));
    const auto preview = office().preview(day(0), at(40, 9h));
    ASSERT_TRUE(preview) << preview.error().detail;
    EXPECT_THAT(preview->differences, IsEmpty());
    EXPECT_EQ(preview->versions.size(), 1U);
}

TEST_F(Signing, RebuiltTablesGiveTheSameReport)
{
    const auto before = office().preview(day(0), at(1, 9h)).value().report;
    ledger->stop();
    ledger.reset();
    ASSERT_TRUE(rebuildProjections(path));
    EXPECT_EQ(office().preview(day(0), at(1, 9h)).value().report, before);
}

TEST_F(Signing, AStationThatWasKilledIsOnUntilTheLastSignOfLifeAndNotAllNight)
{
    station(1, 8h, StationAction::Started);
    add(1, 11h, visitor());
    station(2, 8h, StationAction::Started);
    const auto preview = office().preview(day(1), at(3, 9h));
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->report.figures.of(MinutesOn), 180);
}

TEST_F(Signing, ACommandOnADeadStationsLedgerIsNoSignOfItsLife)
{
    station(1, 8h, StationAction::Started);
    add(1, 11h, visitor());
    add(2, 9h, DisclosureEntry{DisclosureKind::ExportedInClear, {}, day(0), day(1), "CDC"}, "ctl");
    const auto preview = office().preview(day(1), at(3, 9h));
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->report.figures.of(MinutesOn), 180);
}

TEST_F(Signing, AStationThatRunsThroughAQuietDayIsOnAllDay)
{
    station(1, 8h, StationAction::Started);
    add(3, 9h, visitor());
    const auto preview = office().preview(day(2), at(3, 10h));
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->report.figures.of(MinutesOn), 1440);
    EXPECT_FALSE(preview->report.stationOff());
}

} // namespace
} // namespace menshen::test
