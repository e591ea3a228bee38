// SPDX-License-Identifier: GPL-3.0-or-later
// The diagnostics capture: how an officer turns it on, and that nobody can overlook it.
#include "tests/ui/OfficeTest.h"

namespace menshen::test {

namespace {

class Diagnostics : public OfficeTest {
protected:
    Stage &open(StageOptions options = {})
    {
        Stage &stage = start(std::move(options));
        stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Off));
        EXPECT_TRUE(stage.click("sectionDiagnostics"));
        EXPECT_TRUE(comes("captureWord"));
        return stage;
    }
    void askWithReason(const QString &reason = "masks are not seen")
    {
        ASSERT_TRUE(m_stage->click("captureStart"));
        ASSERT_TRUE(m_stage->click("captureReason"));
        m_stage->type(reason);
    }
    void pin(const QString &digits)
    {
        ASSERT_TRUE(comes("capturePinField"));
        m_stage->type(digits);
        ASSERT_TRUE(m_stage->click("captureOk"));
    }
};

} // namespace

TEST_F(Diagnostics, TurningItOnNeedsAReasonAndThePinAgain)
{
    Stage &stage = open();
    EXPECT_EQ(stage.text("captureWord"), "Off: no picture is stored");
    ASSERT_TRUE(stage.click("captureStart"));
    ASSERT_TRUE(comes("captureNext"));
    EXPECT_FALSE(stage.enabled("captureNext"));
    ASSERT_TRUE(stage.click("captureReason"));
    stage.type("   x  ");
    EXPECT_FALSE(stage.enabled("captureNext")) << "no reason";
    stage.type("masks are not seen");
    ASSERT_TRUE(stage.click("captureNext"));
    ASSERT_TRUE(comes("capturePinField"));
    EXPECT_FALSE(stage.enabled("captureOk"));
    pin(kPin);
    ASSERT_TRUE(goes("captureReason"));
    const auto asked = stage.posted<StartCapture>();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].lasts, 15min) << "unless something else is chosen";
    EXPECT_EQ(asked[0].reason, "x  masks are not seen");
}

TEST_F(Diagnostics, AWrongPinTurnsNothingOnAndIsRecorded)
{
    Stage &stage = open();
    askWithReason();
    ASSERT_TRUE(stage.click("captureNext"));
    pin("999999");
    ASSERT_TRUE(comes("capturePinProblem"));
    EXPECT_TRUE(stage.posted<StartCapture>().empty());
    EXPECT_EQ(recorded().back(), StationAction::OfficeDenied);
    ASSERT_TRUE(stage.click("captureCancel"));
    ASSERT_TRUE(stage.click("captureBack"));
    ASSERT_TRUE(goes("captureReason"));
    askWithReason();
    ASSERT_TRUE(stage.click("captureNext"));
    EXPECT_EQ(stage.item("capturePinProblem"), nullptr) << "forgotten";
    pin(kPin);
    ASSERT_TRUE(goes("captureReason"));
    EXPECT_EQ(stage.posted<StartCapture>().size(), 1U);
}

TEST_F(Diagnostics, ItsTimeIsChosen)
{
    Stage &stage = open();
    askWithReason();
    EXPECT_EQ(stage.text("captureMinutes0"), "5 minutes");
    EXPECT_EQ(stage.text("captureMinutes2"), "60 minutes");
    ASSERT_TRUE(stage.click("captureMinutes2"));
    ASSERT_TRUE(stage.click("captureNext"));
    pin(kPin);
    ASSERT_TRUE(goes("captureReason"));
    ASSERT_EQ(stage.posted<StartCapture>().size(), 1U);
    EXPECT_EQ(stage.posted<StartCapture>()[0].lasts, 60min);
}

TEST_F(Diagnostics, LeavingTheOfficeMeanwhileTurnsNothingOn)
{
    Stage &stage = open();
    askWithReason();
    stage.press(Qt::Key_Escape);
    ASSERT_TRUE(goes("captureReason"));
    askWithReason();
    ASSERT_TRUE(stage.click("captureNext"));
    ASSERT_TRUE(comes("capturePinField"));
    stage.type(kPin);
    stage.press(Qt::Key_Escape);
    ASSERT_TRUE(goes("capturePinField"));
    EXPECT_TRUE(stage.posted<StartCapture>().empty());
}

TEST_F(Diagnostics, EverybodySeesThatItIsOnAndMayEndItWithoutAPin)
{
    Stage stage;
    EXPECT_EQ(stage.item("captureBar"), nullptr);
    stage.show(withCapture(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false), CapturePhase::On));
    EXPECT_EQ(stage.text("captureMark"), "Diagnostics capture until 10:57: pictures with blurred faces are stored");
    for (const char *page : {"tabStaff", "tabOffice", "tabDoor"}) {
        ASSERT_TRUE(stage.click(page));
        EXPECT_NE(stage.item("captureBar"), nullptr) << page;
    }
    ASSERT_TRUE(stage.click("captureStop"));
    ASSERT_EQ(stage.posted<StopCapture>().size(), 1U);
    EXPECT_EQ(stage.posted<StopCapture>()[0].actor, "guard");
    ASSERT_TRUE(stage.click("languageButton"));
    EXPECT_EQ(stage.text("captureMark"), "诊断采集至 10:57：正在保存人脸已模糊的画面");
    stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Ending));
    EXPECT_NE(stage.item("captureBar"), nullptr) << "a picture may still be on its way";
    stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Off));
    EXPECT_EQ(stage.item("captureBar"), nullptr);
}

TEST_F(Diagnostics, ThePrivacyNoticeDoesNotDenyIt)
{
    Stage stage;
    stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Off));
    EXPECT_FALSE(stage.text("privacyNotice").contains("Except"));
    stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::On));
    EXPECT_TRUE(stage.text("privacyNotice").contains("Except now, until 10:57: pictures with blurred faces are stored"));
}

TEST_F(Diagnostics, TheOfficeSeesWhatIsStoredAndEndsIt)
{
    Stage &stage = open();
    stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::On));
    EXPECT_EQ(stage.text("captureWord"), "On until 10:57");
    EXPECT_EQ(stage.text("captureDetail"), "Stored so far: 312 pictures, 14.2 MB");
    EXPECT_EQ(stage.item("captureStart"), nullptr);
    ASSERT_TRUE(stage.click("captureEnd"));
    ASSERT_EQ(stage.posted<StopCapture>().size(), 1U);
    EXPECT_EQ(stage.posted<StopCapture>()[0].actor, "office");
    ASSERT_TRUE(stage.click("captureStop"));
    EXPECT_EQ(stage.posted<StopCapture>()[1].actor, "office") << "at the bar, too";
}

TEST_F(Diagnostics, HowTheLastOneEndedIsSaid)
{
    Stage &stage = open();
    Snapshot snapshot = withCapture(nobodyThere(stage.plan()), CapturePhase::Off);
    snapshot.capture.last = CaptureEnd::TimeUp;
    stage.show(snapshot);
    EXPECT_EQ(stage.text("captureDetail"), "The last one: ended at its time; 312 pictures, 14.2 MB.");
    EXPECT_EQ(stage.item("captureProblem"), nullptr);
    snapshot.capture.last = CaptureEnd::Failed;
    snapshot.capture.problem = Error{ErrorCode::DiskFull, "x"};
    stage.show(snapshot);
    EXPECT_EQ(stage.text("captureProblem"), "The capture ended early: disk full.");
    snapshot.capture.last.reset();
    stage.show(snapshot);
    EXPECT_EQ(stage.text("captureProblem"), "The capture was not turned on: disk full.");
    snapshot.capture.available = false;
    snapshot.capture.problem.reset();
    stage.show(snapshot);
    EXPECT_EQ(stage.text("captureWord"), "Not to be had without a camera");
    EXPECT_FALSE(stage.enabled("captureStart"));
}

TEST_F(Diagnostics, StoredPicturesAreDestroyedAfterOneMoreQuestion)
{
    Stage &stage = open();
    EXPECT_EQ(stage.text("keptWord"), "412 pictures");
    EXPECT_EQ(stage.text("keptTitle0"), "Begun 2026-11-20 10:42");
    EXPECT_EQ(stage.text("keptDetail0"), "312 pictures, 14.2 MB; destroyed 2026-11-27 10:42");
    ASSERT_TRUE(stage.click("destroyAll"));
    ASSERT_TRUE(stage.click("destroyCancel"));
    EXPECT_TRUE(stage.posted<DestroyCaptures>().empty());
    ASSERT_TRUE(stage.click("destroyAll"));
    ASSERT_TRUE(stage.click("destroyOk"));
    EXPECT_EQ(stage.posted<DestroyCaptures>().size(), 1U);
    Snapshot snapshot = withCapture(nobodyThere(stage.plan()), CapturePhase::Off);
    snapshot.capture.kept.clear();
    snapshot.capture.trouble = Error{ErrorCode::Storage, "x"};
    stage.show(snapshot);
    EXPECT_EQ(stage.text("keptWord"), "None");
    EXPECT_EQ(stage.item("destroyAll"), nullptr);
    EXPECT_EQ(stage.text("keptTrouble"), "Stored pictures cannot be listed or destroyed: file error.");
}

} // namespace menshen::test
