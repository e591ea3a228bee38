// SPDX-License-Identifier: GPL-3.0-or-later
// The camera's page in the office: what it says, and settings that act at once and are remembered.
#include "ui/viewmodels/CameraDesk.h"
#include "tests/ui/OfficeTest.h"

#include <QSettings>
#include <QTest>

namespace menshen::test {

namespace {

class CameraPage : public OfficeTest {
protected:
    Stage &startHere(StageOptions options = {})
    {
        Stage &stage = start(std::move(options));
        stage.showFrame();
        EXPECT_TRUE(stage.click("sectionDevices"));
        EXPECT_TRUE(comes("cameraPicture"));
        return stage;
    }
    /// The last one that the camera was told.
    CameraView told() const
    {
        const auto all = m_stage->posted<AdjustCamera>();
        EXPECT_FALSE(all.empty());
        return all.empty() ? CameraView{} : all.back().view;
    }
    std::size_t times() const { return m_stage->posted<AdjustCamera>().size(); }
    /// What the next start of the station would begin with.
    CameraView remembered() const { return CameraDesk::remembered(hallConfig(m_stage->folder().path().string())); }
    QString stateFile() const { return QString::fromStdString((m_stage->folder() / "state.ini").string()); }
    Snapshot adjustable() const
    {
        Snapshot snapshot = nobodyThere(m_stage->plan());
        snapshot.camera.exposure = ExposureControl::Settable;
        return snapshot;
    }
    /// From the middle of one item, as a finger drags: by shares of the picture.
    void drag(const QString &name, double dx, double dy)
    {
        QQuickItem *grip = m_stage->item(name);
        QQuickItem *frame = m_stage->item("zoneFrame");
        ASSERT_TRUE(grip && frame);
        const QPoint from = grip->mapToScene(QPointF(grip->width() / 2, grip->height() / 2)).toPoint();
        const QPoint by = QPointF(dx * frame->width(), dy * frame->height()).toPoint();
        QTest::mousePress(&m_stage->window(), Qt::LeftButton, Qt::NoModifier, from);
        QTest::mouseMove(&m_stage->window(), from + by / 2);
        QTest::mouseMove(&m_stage->window(), from + by);
        QTest::mouseRelease(&m_stage->window(), Qt::LeftButton, Qt::NoModifier, from + by);
        m_stage->settle();
    }
    static void expectZone(const PictureZone &zone, const PictureZone &expected, double within = 0.02)
    {
        EXPECT_NEAR(zone.x, expected.x, within);
        EXPECT_NEAR(zone.y, expected.y, within);
        EXPECT_NEAR(zone.w, expected.w, within);
        EXPECT_NEAR(zone.h, expected.h, within);
    }
};

} // namespace

TEST_F(CameraPage, SaysWhatTheCameraSays)
{
    Stage &stage = startHere();
    EXPECT_TRUE(shows("rtsp://192.168.1.20/stream1"));
    EXPECT_FALSE(shows("secret")) << "an address may hold a password";
    EXPECT_TRUE(shows("1920 × 1080, shown 1280 × 720"));
    EXPECT_TRUE(shows("25.0"));
    EXPECT_TRUE(shows("7 before they were shown, 31 before the detector"));
    Snapshot snapshot = nobodyThere(stage.plan());
    snapshot.camera.light = PictureLight::TooDark;
    snapshot.devices[1].health = DeviceHealth::Down;
    snapshot.devices[1].error = {ErrorCode::DeviceBusy, "log words"};
    stage.show(snapshot);
    EXPECT_TRUE(shows("too dark"));
    EXPECT_EQ(stage.text("cameraFact0"), "in use by another program");
    EXPECT_EQ(stage.text("cameraTrouble"), "Camera: in use by another program");
    EXPECT_FALSE(shows("log words"));
}

TEST_F(CameraPage, WithoutACameraThereIsNothingToSet)
{
    startHere({.configure = [](StationConfig &config) { config.camera.reset(); }});
    EXPECT_TRUE(comes("cameraNone"));
    EXPECT_EQ(m_stage->item("cameraMirrored"), nullptr);
}

TEST_F(CameraPage, MirrorAndRotationActAtOnceAndAreRemembered)
{
    Stage &stage = startHere();
    EXPECT_EQ(times(), 0U) << "looking changes nothing";
    ASSERT_TRUE(stage.scrollAndClick("cameraUnmirrored"));
    EXPECT_FALSE(told().mirror);
    ASSERT_TRUE(stage.scrollAndClick("cameraTurned90"));
    EXPECT_EQ(told().rotation, 90);
    EXPECT_EQ(times(), 2U);
    ASSERT_TRUE(stage.scrollAndClick("cameraTurned90"));
    EXPECT_EQ(times(), 2U) << "it is so already";
    EXPECT_EQ(remembered(), told());
    EXPECT_EQ(stage.shell().cameraView().rotation, 0) << "how the station began";
}

TEST_F(CameraPage, UndoGoesBackToWhatWasWhenThePageWasOpened)
{
    Stage &stage = startHere();
    ASSERT_TRUE(stage.scrollAndClick("cameraTurned180"));
    ASSERT_TRUE(stage.click("sectionVisits"));
    ASSERT_TRUE(stage.click("sectionDevices"));
    ASSERT_TRUE(comes("cameraUndo"));
    EXPECT_FALSE(stage.enabled("cameraUndo"));
    ASSERT_TRUE(stage.scrollAndClick("cameraUnmirrored"));
    ASSERT_TRUE(stage.scrollAndClick("cameraTurned270"));
    ASSERT_TRUE(stage.scrollAndClick("cameraUndo"));
    EXPECT_TRUE(told().mirror);
    EXPECT_EQ(told().rotation, 180);
    EXPECT_EQ(remembered(), told());
    EXPECT_FALSE(stage.enabled("cameraUndo"));
}

TEST_F(CameraPage, AsConfiguredForgetsWhatWasRemembered)
{
    Stage &stage = startHere();
    ASSERT_TRUE(stage.scrollAndClick("cameraTurned180"));
    EXPECT_TRUE(QSettings(stateFile(), QSettings::IniFormat).childGroups().contains("camera"));
    ASSERT_TRUE(stage.scrollAndClick("cameraAsConfigured"));
    EXPECT_EQ(told(), CameraView{});
    EXPECT_FALSE(QSettings(stateFile(), QSettings::IniFormat).childGroups().contains("camera"))
        << "a change of the settings file comes through again";
    EXPECT_FALSE(stage.enabled("cameraAsConfigured"));
}

TEST_F(CameraPage, WhatIsRememberedWinsUnlessItMakesNoSense)
{
    startHere();
    StationConfig config = hallConfig(m_stage->folder().path().string());
    config.camera->view.rotation = 180;
    EXPECT_EQ(CameraDesk::remembered(config).rotation, 180) << "nothing is remembered";
    QSettings state(stateFile(), QSettings::IniFormat);
    const auto remember = [&](const QVariant &rotation, const QString &zone, const QVariant &exposure) {
        state.setValue("camera/rotation", rotation);
        state.setValue("camera/mirror", false);
        state.setValue("camera/zone", zone);
        state.setValue("camera/exposure_us", exposure);
        state.sync();
        return CameraDesk::remembered(config);
    };
    const CameraView view = remember(90, "0.1 0.2 0.5 0.6", 8000);
    EXPECT_EQ(view.rotation, 90);
    EXPECT_EQ(view.exposure, 8ms);
    EXPECT_EQ(view.zone, (PictureZone{0.1, 0.2, 0.5, 0.6}));
    EXPECT_EQ(remember(45, "0.1 0.2 0.5 0.6", 0), config.camera->view);
    EXPECT_EQ(remember("turned", "0.1 0.2 0.5 0.6", 0), config.camera->view);
    EXPECT_EQ(remember(90, "0.7 0.2 0.5 0.6", 0), config.camera->view);
    EXPECT_EQ(remember(90, "nan 0 0.5 0.6", 0), config.camera->view);
    EXPECT_EQ(remember(90, "0 0 1", 0), config.camera->view);
    EXPECT_EQ(remember(90, "0 0 1 1", -5), config.camera->view);
}

TEST_F(CameraPage, ExposureIsSetWhereTheCameraCan)
{
    Stage &stage = startHere();
    EXPECT_FALSE(stage.enabled("cameraExposureFixed"));
    EXPECT_TRUE(begins("cameraExposureHint", "The exposure of this camera cannot be set"));
    stage.show(adjustable());
    EXPECT_EQ(stage.item("cameraExposureHint"), nullptr);
    ASSERT_TRUE(stage.scrollAndClick("cameraExposureFixed"));
    EXPECT_EQ(told().exposure, 10ms);
    EXPECT_EQ(stage.text("cameraExposure"), "10 ms");
    ASSERT_TRUE(stage.scrollAndClick("cameraExposureLess"));
    EXPECT_EQ(told().exposure, 8ms);
    for (int i = 0; i < 12; ++i) {
        ASSERT_TRUE(stage.scrollAndClick("cameraExposureLess"));
    }
    EXPECT_EQ(told().exposure, 100us) << "and no shorter";
    EXPECT_EQ(stage.text("cameraExposure"), "0.1 ms");
    ASSERT_TRUE(stage.scrollAndClick("cameraExposureAuto"));
    EXPECT_FALSE(told().exposure);
}

TEST_F(CameraPage, AZoneIsDraggedOnTheWholePictureAndHoldsWhenItIsDone)
{
    Stage &stage = startHere();
    ASSERT_TRUE(stage.scrollAndClick("cameraUnmirrored"));
    ASSERT_TRUE(stage.scrollAndClick("cameraZoneOpen"));
    ASSERT_TRUE(comes("zoneFrame"));
    drag("zoneTopLeft", 0.4, 0.3);
    expectZone(remembered().zone, {0.4, 0.3, 0.6, 0.7}, 0.06);
    EXPECT_TRUE(told().zone.isWhole()) << "while it is changed, one has to see what it could be";
    const PictureZone before = remembered().zone;
    drag("zoneBody", -0.2, -0.1);
    expectZone(remembered().zone, {before.x - 0.2, before.y - 0.1, before.w, before.h});
    drag("zoneBody", -0.45, -0.45);
    expectZone(remembered().zone, {0, 0, before.w, before.h}, 1e-3);
    ASSERT_TRUE(stage.scrollAndClick("cameraZoneClose"));
    EXPECT_EQ(told().zone, remembered().zone);
    EXPECT_FALSE(told().zone.isWhole());
    EXPECT_EQ(stage.item("zoneFrame"), nullptr);
    ASSERT_TRUE(stage.scrollAndClick("cameraZoneWhole"));
    EXPECT_TRUE(told().zone.isWhole());
}

TEST_F(CameraPage, AZoneIsSetByStepsAndByKeysAndInTheMirrorItIsTheSamePartOfTheHall)
{
    Stage &stage = startHere();
    ASSERT_TRUE(stage.scrollAndClick("cameraZoneOpen"));
    ASSERT_TRUE(stage.scrollAndClick("cameraEdge0More"));
    ASSERT_TRUE(stage.scrollAndClick("cameraEdge0More"));
    EXPECT_EQ(stage.text("cameraEdge0"), "10 %");
    expectZone(remembered().zone, {0, 0, 0.9, 1}, 1e-6); // mirrored: what is left on the screen is right in the picture
    stage.item("zoneFrame")->forceActiveFocus(Qt::TabFocusReason);
    stage.press(Qt::Key_Left);
    EXPECT_EQ(stage.text("cameraEdge0"), "9 %");
    EXPECT_EQ(stage.text("cameraEdge1"), "99 %");
    stage.press(Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(stage.text("cameraEdge3"), "99 %");
    const PictureZone zone = remembered().zone;
    ASSERT_TRUE(stage.scrollAndClick("cameraUnmirrored"));
    EXPECT_EQ(remembered().zone, zone);
    EXPECT_EQ(stage.text("cameraEdge1"), "91 %") << "now it is on the other side of the screen";
    ASSERT_TRUE(stage.scrollAndClick("cameraTurned90"));
    expectZone(remembered().zone, {1 - zone.y - zone.h, zone.x, zone.h, zone.w}, 1e-6);
}

TEST_F(CameraPage, ALockedOfficeLeavesNoZoneHalfChanged)
{
    Stage &stage = startHere();
    ASSERT_TRUE(stage.scrollAndClick("cameraZoneOpen"));
    ASSERT_TRUE(stage.scrollAndClick("cameraEdge2More"));
    EXPECT_TRUE(told().zone.isWhole());
    ASSERT_TRUE(stage.click("lockButton"));
    EXPECT_EQ(told().zone, (PictureZone{0, 0.05, 1, 0.95}));
}

TEST_F(CameraPage, AnOldPictureIsNotTakenForWhatIsThereNow)
{
    Stage &stage = start();
    stage.showFrame();
    ASSERT_TRUE(stage.click("tabDoor"));
    EXPECT_EQ(stage.item("cameraTrouble"), nullptr);
    Snapshot snapshot = nobodyThere(stage.plan());
    snapshot.devices[1].health = DeviceHealth::Down;
    snapshot.devices[1].error = {ErrorCode::PictureFrozen, ""};
    stage.show(snapshot);
    EXPECT_EQ(stage.text("cameraTrouble"), "Camera: picture frozen");
    EXPECT_NE(stage.item("cameraStale"), nullptr);
    snapshot.devices[1].error = {ErrorCode::PictureOverexposed, ""};
    snapshot.camera.trouble = snapshot.devices[1].error;
    stage.show(snapshot);
    EXPECT_EQ(stage.text("cameraTrouble"), "Camera: picture overexposed");
    EXPECT_EQ(stage.item("cameraStale"), nullptr) << "it is what the camera sees now";
    stage.show(nobodyThere(stage.plan()));
    EXPECT_EQ(stage.item("cameraTrouble"), nullptr);
}

} // namespace menshen::test
