// SPDX-License-Identifier: GPL-3.0-or-later
// What the door's page does about who stands there: one person's form, answers and decision are never another one's.
#include "tests/ui/Stage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace menshen::test {

namespace {

class DoorSubject : public testing::Test {
protected:
    ~DoorSubject() override { EXPECT_TRUE(UiProgram::takeWarnings().isEmpty()); }

    [[nodiscard]] Snapshot person(SubjectId subject, bool answered = false)
    {
        return asSubject(standing(m_stage.plan(), MaskState::Mask, Celsius{35.4}, answered), subject);
    }
    void typeInto(const QString &field, const QString &text)
    {
        ASSERT_TRUE(m_stage.click(field)) << field.toStdString();
        m_stage.type(text);
    }
    void isOf(const std::vector<SubjectId> &subjects, SubjectId subject)
    {
        EXPECT_FALSE(subjects.empty());
        EXPECT_THAT(subjects, testing::Each(subject));
    }
    template <typename Event>
    [[nodiscard]] std::vector<SubjectId> subjectsOf()
    {
        std::vector<SubjectId> subjects;
        for (const Event &event : m_stage.posted<Event>()) {
            subjects.push_back(event.subject);
        }
        return subjects;
    }

    Stage m_stage;
};

constexpr SubjectId kFirst{41}, kSecond{42};

} // namespace

// ---- one form, one subject ---------------------------------------------------------------------------------

TEST_F(DoorSubject, AKeyThatCrossesWithANewcomerGoesToTheOneItWasTypedFor)
{
    m_stage.show(person(kFirst));
    typeInto("nameField", "Zhan");
    // The engine has another person already; the page does not know it yet.
    m_stage.shell().snapshotSink()(std::make_shared<const Snapshot>(person(kSecond)));
    m_stage.type("g");
    EXPECT_EQ(m_stage.text("nameField"), "") << "nothing lands in the newcomer's form";
    for (const IdentityEdited &edit : m_stage.posted<IdentityEdited>()) {
        EXPECT_EQ(edit.subject, kFirst);
    }
}

TEST_F(DoorSubject, EverythingThatTheGuardPostsNamesTheOneOnTheScreen)
{
    m_stage.show(person(kFirst));
    ASSERT_TRUE(m_stage.click("no0"));
    ASSERT_TRUE(m_stage.click("noneButton"));
    ASSERT_TRUE(m_stage.click("contactButton"));
    m_stage.type("36.8");
    ASSERT_TRUE(m_stage.click("contactOk"));
    ASSERT_TRUE(m_stage.click("refuseButton"));
    ASSERT_TRUE(m_stage.click("reasonPreset0"));
    ASSERT_TRUE(m_stage.click("reasonOk"));
    m_stage.show(person(kFirst, true));
    ASSERT_TRUE(m_stage.click("admitButton"));
    typeInto("nameField", "Z");
    isOf(subjectsOf<IdentityEdited>(), kFirst);
    isOf(subjectsOf<AnswerGiven>(), kFirst);
    isOf(subjectsOf<AllAnswersNo>(), kFirst);
    isOf(subjectsOf<ContactTemperatureTyped>(), kFirst);
    isOf(subjectsOf<GuardRefuses>(), kFirst);
    isOf(subjectsOf<GuardAdmits>(), kFirst);
}

TEST_F(DoorSubject, ANewSnapshotOfTheSameSubjectNeverWritesIntoTheForm)
{
    m_stage.show(person(kFirst));
    typeInto("nameField", "Zhang San");
    m_stage.show(person(kFirst, true)); // with a draft of 张三 from elsewhere
    EXPECT_EQ(m_stage.text("nameField"), "Zhang San");
}

TEST_F(DoorSubject, WhatWasBeingSaidOfTheFormerPersonIsNotSaidOfTheNewcomer)
{
    m_stage.show(person(kFirst));
    ASSERT_TRUE(m_stage.click("refuseButton"));
    ASSERT_NE(m_stage.item("reasonOk"), nullptr);
    m_stage.show(person(kSecond));
    EXPECT_EQ(m_stage.item("reasonOk"), nullptr);
    ASSERT_TRUE(m_stage.click("contactButton"));
    m_stage.show(person(kFirst));
    EXPECT_EQ(m_stage.item("contactOk"), nullptr);
    EXPECT_TRUE(m_stage.posted<GuardRefuses>().empty());
}

TEST_F(DoorSubject, WhoeverComesBackHasHisFormAgain)
{
    m_stage.show(person(kFirst));
    typeInto("nameField", "Zhang San");
    m_stage.show(person(kSecond));
    EXPECT_EQ(m_stage.text("nameField"), "");
    Snapshot back = person(kFirst);
    back.door.draft.name = "Zhang San";
    m_stage.show(back);
    EXPECT_EQ(m_stage.text("nameField"), "Zhang San");
}

TEST_F(DoorSubject, AnEntryThatDidNotGetOntoTheDiskKeepsItsForm)
{
    Snapshot snapshot = person(kFirst);
    m_stage.show(snapshot);
    typeInto("nameField", "Zhang San");
    snapshot.door.phase = Phase::Recording;
    m_stage.show(snapshot);
    snapshot.door.phase = Phase::Screening;
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("nameField"), "Zhang San");
}

// ---- same person, or the next one? -------------------------------------------------------------------------

TEST_F(DoorSubject, TheSamePersonIsNotOfferedOnceSomethingIsTypedForTheNewcomer)
{
    m_stage.show(newcomer(m_stage.plan()));
    typeInto("nameField", "L");
    EXPECT_FALSE(m_stage.enabled("samePersonButton"));
    EXPECT_TRUE(m_stage.text("asideWhyNot").startsWith("Something has been typed"));
    m_stage.press(Qt::Key_F2);
    EXPECT_TRUE(m_stage.posted<SamePerson>().empty());
}

TEST_F(DoorSubject, WhoseFormItIsIsAskedWithoutHidingTheNewcomersOwn)
{
    m_stage.show(newcomer(m_stage.plan()));
    EXPECT_EQ(m_stage.text("asideQuestion"), "Same person, or the next one?");
    EXPECT_TRUE(m_stage.text("asideWho").startsWith("张* · kept since 10:4")) << m_stage.text("asideWho").toStdString();
    EXPECT_EQ(m_stage.text("asideTyped"), "Typed: name, ID number, mobile number, purpose");
    EXPECT_EQ(m_stage.text("nameField"), "");
    EXPECT_EQ(m_stage.item("cancelPersonButton"), nullptr) << "two buttons would say next person";
    EXPECT_EQ(m_stage.text("verdictWord"), "Please fill in") << "the newcomer is measured meanwhile";
}

TEST_F(DoorSubject, AFeverThatWasFoundIsSaidInTheQuestion)
{
    m_stage.show(newcomer(m_stage.plan(), Celsius{37.9}));
    EXPECT_TRUE(m_stage.text("asideFound").contains("Fever")) << m_stage.text("asideFound").toStdString();
}

TEST_F(DoorSubject, TheSamePersonGetsHisFormBackOnceTheDoorHasJoinedIt)
{
    Snapshot snapshot = newcomer(m_stage.plan());
    m_stage.show(snapshot);
    const SubjectId former = snapshot.door.aside.front().subject;
    ASSERT_TRUE(m_stage.click("samePersonButton"));
    ASSERT_EQ(m_stage.posted<SamePerson>().size(), 1U);
    EXPECT_EQ(m_stage.posted<SamePerson>()[0].aside, former);
    typeInto("nameField", "x"); // the door has not answered yet
    EXPECT_TRUE(m_stage.posted<IdentityEdited>().empty()) << "it would overwrite what is brought back";
    const ScreeningStep joined = step(snapshot.door, SamePerson{former}, m_stage.plan());
    snapshot.door = joined.state;
    ASSERT_TRUE(snapshot.door.vouchedSame);
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("nameField"), "张三");
    EXPECT_EQ(m_stage.item("asideQuestion"), nullptr);
    typeInto("nameField", "y");
    ASSERT_FALSE(m_stage.posted<IdentityEdited>().empty());
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().draft.document, zhang().document);
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().subject, snapshot.door.subject);
}

TEST_F(DoorSubject, WhatIsTypedIsToldAfterAllWhenNothingWasJoined)
{
    Snapshot snapshot = newcomer(m_stage.plan());
    m_stage.show(snapshot);
    ASSERT_TRUE(m_stage.click("samePersonButton"));
    typeInto("nameField", "Li");
    snapshot.door.aside.clear(); // too late: it was no longer kept
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("nameField"), "Li");
    ASSERT_FALSE(m_stage.posted<IdentityEdited>().empty());
    EXPECT_EQ(m_stage.posted<IdentityEdited>().back().draft.name, "Li");
}

TEST_F(DoorSubject, TheNextPersonCanBeTakenBack)
{
    const Snapshot asked = newcomer(m_stage.plan());
    m_stage.show(asked);
    m_stage.press(Qt::Key_F3);
    ASSERT_EQ(m_stage.posted<AnotherPerson>().size(), 1U);
    EXPECT_EQ(m_stage.posted<AnotherPerson>()[0].aside, asked.door.aside.front().subject);
    m_stage.show(newcomerIsAnother(m_stage.plan()));
    EXPECT_EQ(m_stage.item("asideQuestion"), nullptr);
    EXPECT_TRUE(m_stage.text("bringBack0").startsWith("张*, kept since"));
    ASSERT_TRUE(m_stage.click("bringBack0"));
    EXPECT_EQ(m_stage.posted<SamePerson>().size(), 1U);
}

TEST_F(DoorSubject, OfSeveralKeptAsideTheNewestIsAskedAboutAndTheOthersAreListed)
{
    Snapshot snapshot = newcomer(m_stage.plan());
    KeptAside older = snapshot.door.aside.front();
    older.subject = SubjectId{99};
    older.draft.name = "李四";
    snapshot.door.aside.insert(snapshot.door.aside.begin(), older);
    m_stage.show(snapshot);
    EXPECT_TRUE(m_stage.text("asideWho").startsWith("张*"));
    EXPECT_TRUE(m_stage.text("bringBack0").startsWith("李*"));
    EXPECT_EQ(m_stage.item("bringBack1"), nullptr);
}

// ---- who stands there --------------------------------------------------------------------------------------

TEST_F(DoorSubject, NobodyIsAdmittedWhileTwoStandClose)
{
    m_stage.show(twoNear(m_stage.plan()));
    EXPECT_TRUE(m_stage.text("whoNotice").startsWith("Two people stand close")) << m_stage.text("whoNotice").toStdString();
    EXPECT_EQ(m_stage.text("prompt"), "One person at a time, please");
    EXPECT_FALSE(m_stage.enabled("admitButton"));
}

TEST_F(DoorSubject, ItIsSaidThatItIsNotSureWhoStandsThere)
{
    m_stage.show(notSurelySame(m_stage.plan()));
    EXPECT_EQ(m_stage.text("whoNotice"), "Not surely the same person as before: measuring again.");
    EXPECT_EQ(m_stage.text("prompt"), "Please stand still: measuring again");
}

TEST_F(DoorSubject, WithoutAFaceTheGuardSaysWhatHeSeesOfTheMask)
{
    m_stage.show(faceNotFound(m_stage.plan()));
    EXPECT_EQ(m_stage.text("prompt"), "Please look into the camera");
    EXPECT_TRUE(m_stage.text("faceNotice").startsWith("The camera finds no face"));
    ASSERT_TRUE(m_stage.click("maskJudged0"));
    ASSERT_EQ(m_stage.posted<MaskJudged>().size(), 1U);
    EXPECT_EQ(m_stage.posted<MaskJudged>()[0].state, MaskState::Mask);
    EXPECT_TRUE(m_stage.posted<MaskJudged>()[0].subject);
    ASSERT_TRUE(m_stage.click("judgeContactButton"));
    m_stage.type("36.4");
    ASSERT_TRUE(m_stage.click("contactOk"));
    EXPECT_EQ(m_stage.posted<ContactTemperatureTyped>().size(), 1U);
}

TEST_F(DoorSubject, TheGuardLooksWhereTheCameraCannotTellAndNowhereElse)
{
    m_stage.show(person(kFirst));
    EXPECT_EQ(m_stage.item("faceNotice"), nullptr);
    m_stage.show(standing(m_stage.plan(), MaskState::Unsure, Celsius{35.4}, false));
    EXPECT_TRUE(m_stage.text("faceNotice").startsWith("The camera cannot tell"));
    Snapshot snapshot = standing(m_stage.plan(), MaskState::Unsure, Celsius{35.4}, false);
    snapshot.door.cameraUp = false;
    m_stage.show(snapshot);
    EXPECT_TRUE(m_stage.text("faceNotice").startsWith("The camera gives no picture"));
    snapshot.door.evidence.mask = MaskState::NoMask;
    snapshot.door.evidence.maskByGuard = true;
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("maskWord"), "No mask (the guard looked)");
    EXPECT_NE(m_stage.item("maskJudged0"), nullptr) << "he may have tapped the wrong one";
}

// ---- findings ----------------------------------------------------------------------------------------------

TEST_F(DoorSubject, Y2_WhoeverMayBeFeverishIsHeldFromTheFirstReadingOn)
{
    Snapshot snapshot = findingTold(m_stage.plan(), false);
    snapshot.door.finding = {};
    snapshot.door.finding.feverSince = snapshot.door.now;
    m_stage.show(snapshot);
    EXPECT_TRUE(m_stage.text("heldNotice").startsWith("Ask the person to wait here")) << m_stage.text("heldNotice").toStdString();
    EXPECT_TRUE(m_stage.text("heldNotice").contains("contact thermometer"));
}

TEST_F(DoorSubject, Q4_ThatTheLeadingGroupIsToldIsSaidAtTheDoor)
{
    m_stage.show(findingTold(m_stage.plan(), false));
    EXPECT_TRUE(m_stage.text("heldNotice").contains("The leading group is being notified"));
    EXPECT_EQ(m_stage.item("anotherIncidentButton"), nullptr);
}

TEST_F(DoorSubject, WhoeverIsCountedToAnOpenIncidentMayBeAnotherPerson)
{
    const Snapshot snapshot = findingTold(m_stage.plan(), true);
    ASSERT_TRUE(snapshot.door.finding.joined);
    m_stage.show(snapshot);
    EXPECT_TRUE(m_stage.text("heldNotice").contains("the open incident of 10:3")) << m_stage.text("heldNotice").toStdString();
    ASSERT_TRUE(m_stage.click("anotherIncidentButton"));
    ASSERT_EQ(m_stage.posted<AnotherIncident>().size(), 1U);
    EXPECT_EQ(m_stage.posted<AnotherIncident>()[0].subject, snapshot.door.subject);
}

// ---- the instrument ----------------------------------------------------------------------------------------

TEST_F(DoorSubject, AFrozenThermometerIsAFaultInItsOwnWords)
{
    const Snapshot snapshot = frozenThermometer(m_stage.plan());
    ASSERT_TRUE(snapshot.door.frozen.stuck);
    m_stage.show(snapshot);
    EXPECT_EQ(m_stage.text("temperatureDetail"), "the thermometer's value does not move");
    EXPECT_TRUE(m_stage.text("instrumentNotice").startsWith("The thermometer's value does not move"));
    EXPECT_FALSE(m_stage.enabled("admitButton"));
}

TEST_F(DoorSubject, WarmthWhereNobodyIsIsSaidOnTheWaitingPageAndByAnAmberLight)
{
    const Snapshot snapshot = warmAndEmpty(m_stage.plan());
    ASSERT_TRUE(snapshot.door.warmEmpty);
    m_stage.show(snapshot);
    EXPECT_TRUE(m_stage.text("warmNotice").startsWith("Body warmth where the camera sees nobody"));
    EXPECT_EQ(m_stage.text("deviceCondition0"), "warm, and nobody there");
}

// ---- staff -------------------------------------------------------------------------------------------------

TEST_F(DoorSubject, WhileStaffAreScreenedTheDoorsPageSaysSoAndTakesNoFormOfThem)
{
    m_stage.show(staffStands(m_stage.plan(), Celsius{35.4}));
    EXPECT_EQ(m_stage.item("nameField"), nullptr);
    EXPECT_EQ(m_stage.item("admitButton"), nullptr);
    EXPECT_EQ(m_stage.item("asideQuestion"), nullptr) << "it is asked when they have gone";
    EXPECT_EQ(m_stage.text("staffBarText"), "Staff at the entrance: 李晓红 · clock in");
    m_stage.press(Qt::Key_Return);
    EXPECT_TRUE(m_stage.posted<GuardAdmits>().empty());
    ASSERT_TRUE(m_stage.click("staffBarShow"));
    EXPECT_NE(m_stage.item("staffProve"), nullptr);
}

TEST_F(DoorSubject, StaffWhoWereRefusedAreNotOnDutyOnTheDoorsPage)
{
    m_stage.show(staffDone(m_stage.plan(), Outcome::Refused));
    EXPECT_EQ(m_stage.text("resultWord"), "Refused at the entrance: not on duty");
}

} // namespace menshen::test
