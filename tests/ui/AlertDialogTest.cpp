// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class AlertDialog : public testing::Test {
protected:
    AlertDialog() { begin({.pin = "246810"}); }
    ~AlertDialog() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    void begin(StageOptions options)
    {
        m_stage.reset();
        m_stage = std::make_unique<Stage>(std::move(options));
        m_stage->show(withAlert(nobodyThere(plan()), plan(), false));
    }
    [[nodiscard]] const Plan &plan() const { return m_stage->plan(); }
    void acknowledged() { m_stage->show(withAlert(nobodyThere(plan()), plan(), true)); }
    [[nodiscard]] bool isShown() { return m_stage->item("alertWhy") != nullptr; }
    [[nodiscard]] std::vector<AlertActionEntry> done() const
    {
        std::vector<AlertActionEntry> found;
        for (const ActOnAlert &act : m_stage->posted<ActOnAlert>()) {
            found.push_back(act.action);
        }
        return found;
    }
    [[nodiscard]] std::vector<AlertAction> actions() const
    {
        std::vector<AlertAction> found;
        for (const AlertActionEntry &entry : done()) {
            found.push_back(entry.action);
        }
        return found;
    }
    void typeInto(const QString &field, const QString &text)
    {
        ASSERT_TRUE(m_stage->click(field));
        m_stage->press(Qt::Key_A, Qt::ControlModifier);
        m_stage->type(text);
    }

    std::unique_ptr<Stage> m_stage;
};

} // namespace

// ---- what cannot be done

TEST_F(AlertDialog, CannotBeClosedByKeyOrTouchBesideIt)
{
    ASSERT_TRUE(isShown());
    m_stage->press(Qt::Key_Escape);
    m_stage->press(Qt::Key_Back);
    EXPECT_TRUE(isShown());
    EXPECT_FALSE(m_stage->enabled("tabStaff"));
    ASSERT_TRUE(m_stage->click("tabStaff"));
    EXPECT_TRUE(isShown());
    EXPECT_EQ(m_stage->item("staffSearch"), nullptr);
    for (const char *button : {"alertMinimise", "alertHandOver", "alertFalseAlarm", "alertClose"}) {
        EXPECT_EQ(m_stage->item(button), nullptr) << button << " before anybody acknowledged";
    }
    EXPECT_TRUE(actions().empty());
}

TEST_F(AlertDialog, AWrongPinIsSaidAndNothingIsAcknowledged)
{
    m_stage->type("135790");
    ASSERT_TRUE(m_stage->click("alertAcknowledge"));
    ASSERT_TRUE(Stage::eventually([&] { return !m_stage->text("alertPinProblem").isEmpty(); }));
    EXPECT_EQ(m_stage->text("alertPinProblem"), "Wrong PIN.");
    EXPECT_TRUE(actions().empty());
}

TEST_F(AlertDialog, TheIncidentIsNotClosedWhileStepsAreLeftAndSaysHowMany)
{
    acknowledged();
    EXPECT_FALSE(m_stage->enabled("alertClose"));
    EXPECT_EQ(m_stage->text("alertLeft"), "6 steps left");
}

TEST_F(AlertDialog, AStepThatWaitsForAnotherCannotBeDoneAndSaysForWhich)
{
    acknowledged();
    EXPECT_FALSE(m_stage->enabled("alertStep_airagain"));
    EXPECT_EQ(m_stage->text("alertDone_airagain"), "after step 6, step 7");
    EXPECT_TRUE(m_stage->enabled("alertSkip_airagain"));
}

TEST_F(AlertDialog, AFeverIsNoFalseAlarmWithoutASecondReadingThatIsNone)
{
    acknowledged();
    ASSERT_TRUE(m_stage->scrollAndClick("alertFalseAlarm"));
    m_stage->type("heater");
    EXPECT_FALSE(m_stage->enabled("falseAlarmOk")) << "no second reading yet";
    EXPECT_EQ(m_stage->item("falseAlarmBy"), nullptr);
    typeInto("falseAlarmDegrees", "37.9");
    ASSERT_TRUE(m_stage->scrollAndClick("falseAlarmOk"));
    EXPECT_TRUE(m_stage->text("falseAlarmDegreesMessage").startsWith("No thermometer shows that, or it is a fever"));
    EXPECT_TRUE(actions().empty());
    typeInto("falseAlarmDegrees", "36,4");
    ASSERT_TRUE(m_stage->scrollAndClick("falseAlarmAt1"));
    ASSERT_TRUE(m_stage->scrollAndClick("falseAlarmOk"));
    ASSERT_EQ(actions(), std::vector{AlertAction::FalseAlarm});
    EXPECT_EQ(done()[0].reason, "heater");
    ASSERT_TRUE(done()[0].second);
    EXPECT_DOUBLE_EQ(done()[0].second->value.degrees, 36.4);
    EXPECT_EQ(done()[0].second->where, TakenAt::Ear);
}

TEST_F(AlertDialog, AHandOverAtATimeThatIsNoneIsNotRecorded)
{
    acknowledged();
    ASSERT_TRUE(m_stage->scrollAndClick("alertHandOver"));
    EXPECT_FALSE(m_stage->enabled("handOverOk")) << "to nobody";
    m_stage->type("Dr. Zhao");
    typeInto("handOverTime", "25:00");
    ASSERT_TRUE(m_stage->scrollAndClick("handOverOk"));
    EXPECT_EQ(m_stage->text("handOverTimeMessage"), "such as 14:05");
    EXPECT_TRUE(actions().empty());
}

TEST_F(AlertDialog, WhatTheLedgerDoesNotTakeIsSaid)
{
    begin({.pin = "246810", .ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    ASSERT_TRUE(m_stage->scrollAndClick("alertStep_hold"));
    EXPECT_TRUE(Stage::eventually([&] { return m_stage->text("alertProblem") == "Not recorded: disk full"; }));
}

TEST_F(AlertDialog, APlanThatKeepsTheDoorClosedLetsItGoOnOnlyAfterTheHandOver)
{
    Plan strict = hallPlan();
    strict.incident.doorGoesOn = false;
    begin({.plan = strict, .pin = "246810"});
    acknowledged();
    EXPECT_EQ(m_stage->item("alertMinimise"), nullptr);
    EXPECT_NE(m_stage->item("alertStays"), nullptr);
    m_stage->show(withHandOver(nobodyThere(plan()), plan()));
    ASSERT_TRUE(m_stage->click("alertMinimise"));
    EXPECT_FALSE(isShown());
}

// ---- what it says

TEST_F(AlertDialog, SaysWhyWhoForHowLongAndWhatToSay)
{
    EXPECT_EQ(m_stage->text("alertWhy"), "Fever · No mask");
    EXPECT_TRUE(m_stage->text("alertWho").startsWith("张*"));
    EXPECT_TRUE(m_stage->text("alertCalm").startsWith("Say: \"Please do not worry"));
    EXPECT_EQ(m_stage->text("alertRoom"), "Isolation room: free");
}

TEST_F(AlertDialog, ShowsHowPeopleAreBeingToldAndWhatComesNext)
{
    EXPECT_EQ(m_stage->text("alertTurn"), "Being told: Office of the leading group");
    EXPECT_EQ(m_stage->text("alertNext"), "Next level in 2:55");
    EXPECT_EQ(m_stage->text("alertTold0"), "10:40:25 · Seen");
    EXPECT_EQ(m_stage->text("alertTold1"), "10:40:00 · Sent");
    EXPECT_EQ(m_stage->text("alertTold2"), "10:39:59 · Failed") << "that they were being sent is said no more";
    EXPECT_EQ(m_stage->item("alertTold3"), nullptr);
    acknowledged();
    EXPECT_EQ(m_stage->text("alertNext"), "Told again in 2:55 unless it is handed over");
}

TEST_F(AlertDialog, ASecondCaseSaysThatTheIsolationRoomIsTaken)
{
    m_stage->show(withSecondAlert(withAlert(nobodyThere(plan()), plan(), true), plan()));
    ASSERT_TRUE(m_stage->click("alertOther490"));
    EXPECT_EQ(m_stage->text("alertWhy"), "Reported: fell ill in the hall");
    EXPECT_TRUE(m_stage->text("alertRoomTaken").startsWith("Isolation room: 1 of 1 taken\n张*"));
    EXPECT_NE(m_stage->item("alertStep_isolate"), nullptr) << "said, not forbidden";
}

TEST_F(AlertDialog, AnotherAlertDoesNotPushAwayTheOneThatIsBeingDealtWith)
{
    m_stage->type("2468");
    m_stage->show(withSecondAlert(withAlert(nobodyThere(plan()), plan(), false), plan()));
    EXPECT_EQ(m_stage->text("alertWhy"), "Fever · No mask");
    EXPECT_TRUE(m_stage->enabled("alertAcknowledge")) << "what was typed is there still";
    ASSERT_TRUE(m_stage->click("alertOther490"));
    EXPECT_FALSE(m_stage->enabled("alertAcknowledge")) << "it was typed for the other one";
}

// ---- what is done

TEST_F(AlertDialog, TheRightPinAcknowledges)
{
    for (const char digit : {'2', '4', '6', '8', '1', '0'}) {
        ASSERT_TRUE(m_stage->scrollAndClick(QStringLiteral("alertPin%1").arg(QLatin1Char(digit))));
    }
    ASSERT_TRUE(m_stage->scrollAndClick("alertAcknowledge"));
    ASSERT_TRUE(Stage::eventually([&] { return !actions().empty(); }));
    EXPECT_EQ(actions(), std::vector{AlertAction::Acknowledged});
    EXPECT_EQ(done()[0].alert, EntrySeq{481});
}

TEST_F(AlertDialog, EachStepIsConfirmedByItself)
{
    ASSERT_TRUE(m_stage->scrollAndClick("alertStep_isolate"));
    ASSERT_EQ(actions(), std::vector{AlertAction::StepDone});
    EXPECT_EQ(done()[0].step, "isolate");
}

TEST_F(AlertDialog, AStepIsSkippedOnlyWithAReason)
{
    ASSERT_TRUE(m_stage->scrollAndClick("alertSkip_cdc"));
    EXPECT_FALSE(m_stage->enabled("reasonOk"));
    ASSERT_TRUE(m_stage->click("reasonPreset1"));
    ASSERT_TRUE(m_stage->click("reasonOk"));
    ASSERT_EQ(actions(), std::vector{AlertAction::StepSkipped});
    EXPECT_EQ(done()[0].step, "cdc");
    EXPECT_EQ(done()[0].reason, "Done by others");
    EXPECT_TRUE(isShown());
}

TEST_F(AlertDialog, AHandOverSaysToWhomByWhatAndWhen)
{
    acknowledged();
    ASSERT_TRUE(m_stage->scrollAndClick("alertStep_handover"));
    m_stage->type("Dr. Zhao");
    typeInto("handOverVehicle", "ambulance 3");
    EXPECT_EQ(m_stage->text("handOverTime"), "10:42");
    typeInto("handOverTime", "10:31");
    ASSERT_TRUE(m_stage->scrollAndClick("handOverOk"));
    ASSERT_EQ(actions(), std::vector{AlertAction::HandedOver});
    EXPECT_EQ(done()[0].reason, "Dr. Zhao");
    EXPECT_EQ(done()[0].vehicle, "ambulance 3");
    EXPECT_EQ(done()[0].when, startOfDay(kToday, UtcOffset{}) + 10h + 31min);
}

TEST_F(AlertDialog, ATimeAfterNowWasYesterday)
{
    acknowledged();
    ASSERT_TRUE(m_stage->scrollAndClick("alertHandOver"));
    m_stage->type("Dr. Zhao");
    typeInto("handOverTime", "23:50");
    ASSERT_TRUE(m_stage->scrollAndClick("handOverOk"));
    ASSERT_EQ(done().size(), 1U);
    EXPECT_EQ(done()[0].when, startOfDay(kToday, UtcOffset{}) - 10min);
}

TEST_F(AlertDialog, WhoIsToldCanBeSilencedForAQuarterOfAnHourWithAReasonOfAList)
{
    ASSERT_TRUE(m_stage->scrollAndClick("alertSilence"));
    ASSERT_TRUE(m_stage->click("silence0"));
    const auto silences = m_stage->posted<SilenceAlert>();
    ASSERT_EQ(silences.size(), 1U);
    EXPECT_EQ(silences[0].alert, EntrySeq{481});
    EXPECT_EQ(silences[0].lasts, 15min);
    EXPECT_EQ(silences[0].reason, "Somebody is on the way");
}

TEST_F(AlertDialog, OnceAcknowledgedTheDoorGoesOnBehindABar)
{
    acknowledged();
    ASSERT_TRUE(m_stage->scrollAndClick("alertMinimise"));
    EXPECT_FALSE(isShown());
    ASSERT_TRUE(m_stage->click("startByHand"));
    EXPECT_EQ(m_stage->posted<StartByHand>().size(), 1U);
    ASSERT_TRUE(m_stage->click("alertRestore"));
    EXPECT_TRUE(isShown());
}

TEST_F(AlertDialog, AnAcknowledgementThatExpiredBringsItBack)
{
    acknowledged();
    ASSERT_TRUE(m_stage->scrollAndClick("alertMinimise"));
    EXPECT_FALSE(isShown());
    m_stage->show(withAlert(nobodyThere(plan()), plan(), false));
    EXPECT_TRUE(isShown());
}

TEST_F(AlertDialog, HandedOverItStaysInTheBarUntilItsLastStepAlsoAfterARestart)
{
    begin({.pin = "246810"});
    acknowledged();
    m_stage->show(withHandOver(nobodyThere(plan()), plan()));
    EXPECT_TRUE(isShown()) << "whoever has just handed over goes on with the steps";
    EXPECT_TRUE(m_stage->text("alertHandedOver").startsWith("Handed over to 区疾控中心 赵医生 at 10:41"));
    EXPECT_EQ(m_stage->text("alertTurn"), "Handed over: nobody is told any more.");
    EXPECT_EQ(m_stage->item("alertSilence"), nullptr);
    m_stage = std::make_unique<Stage>();
    m_stage->show(withHandOver(nobodyThere(plan()), plan()));
    EXPECT_FALSE(isShown());
    EXPECT_EQ(m_stage->text("alertBarText"), "Incident open: 张* 110105********002X · 5 steps left");
}

TEST_F(AlertDialog, IsClosedOnceItsLastStepIsDone)
{
    Snapshot snapshot = withHandOver(nobodyThere(plan()), plan());
    for (AlertStepState &state : snapshot.alerts[0].steps) {
        state.doneAt = snapshot.door.wall;
    }
    m_stage->show(snapshot);
    ASSERT_TRUE(m_stage->scrollAndClick("alertClose"));
    EXPECT_EQ(actions(), std::vector{AlertAction::Closed});
    m_stage->show(nobodyThere(plan()));
    EXPECT_FALSE(isShown());
    EXPECT_EQ(m_stage->item("alertRestore"), nullptr);
}

TEST_F(AlertDialog, AReportThatTheLedgerDoesNotTakeIsSaidAtTheDoor)
{
    begin({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    m_stage->show(nobodyThere(plan()));
    ASSERT_TRUE(m_stage->click("reportCaseButton"));
    ASSERT_TRUE(m_stage->click("case0"));
    ASSERT_TRUE(m_stage->click("caseOfNobody"));
    EXPECT_TRUE(
        Stage::eventually([&] { return m_stage->text("reportProblem").startsWith("Not recorded yet: disk full. The alert is raised"); }));
}

TEST_F(AlertDialog, TheGuardReportsACaseOfNobodyWhoIsKnownInTwoTaps)
{
    m_stage->show(nobodyThere(plan()));
    ASSERT_TRUE(m_stage->click("reportCaseButton"));
    EXPECT_EQ(m_stage->item("caseOfFront"), nullptr) << "nobody is there";
    EXPECT_FALSE(m_stage->enabled("caseOfNobody"));
    ASSERT_TRUE(m_stage->click("case2"));
    EXPECT_TRUE(m_stage->posted<ReportCase>().empty()) << "one tap is an accident";
    ASSERT_TRUE(m_stage->click("caseOfNobody"));
    const auto reported = m_stage->posted<ReportCase>();
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].sign, CaseSign::FellIll);
    EXPECT_EQ(reported[0].origin, AlertOrigin::Guard);
    EXPECT_EQ(reported[0].actor, "guard");
    EXPECT_EQ(reported[0].name, "");
}

TEST_F(AlertDialog, ACaseIsNeverSilentlyOfThePersonInFront)
{
    m_stage->show(standing(plan(), MaskState::Mask, Celsius{35.4}, true)); // 张三
    ASSERT_TRUE(m_stage->click("reportCaseButton"));
    EXPECT_EQ(m_stage->text("caseOfFront"), "The person in front: 张*");
    ASSERT_TRUE(m_stage->click("case2"));
    ASSERT_TRUE(m_stage->click("caseOfOther"));
    EXPECT_FALSE(m_stage->enabled("caseOfOtherOk")) << "whose name?";
    m_stage->type("Li Si");
    ASSERT_TRUE(m_stage->click("caseOfOtherOk"));
    ASSERT_EQ(m_stage->posted<ReportCase>().size(), 1U);
    EXPECT_EQ(m_stage->posted<ReportCase>()[0].name, "Li Si");
    ASSERT_TRUE(m_stage->click("reportCaseButton"));
    ASSERT_TRUE(m_stage->click("case2"));
    ASSERT_TRUE(m_stage->click("caseOfNobody"));
    EXPECT_EQ(m_stage->posted<ReportCase>().back().name, "");
}

TEST_F(AlertDialog, ACaseOfThePersonInFrontIsOfWhomTheGuardSawWhenHeAsked)
{
    m_stage->show(standing(plan(), MaskState::Mask, Celsius{35.4}, true));
    ASSERT_TRUE(m_stage->click("reportCaseButton"));
    m_stage->show(asSubject(standing(plan(), MaskState::Mask, Celsius{35.4}, false), SubjectId{7}));
    ASSERT_TRUE(m_stage->click("case1"));
    ASSERT_TRUE(m_stage->click("caseOfFront"));
    ASSERT_EQ(m_stage->posted<ReportCase>().size(), 1U);
    EXPECT_EQ(m_stage->posted<ReportCase>()[0].name, "张三");
}

} // namespace menshen::test
