// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"
#include "ui/RefusalWindow.h"

#include <gtest/gtest.h>

namespace menshen::test {

namespace {

constexpr double kTouch = 48;

QString nameOf(const QQuickItem *item)
{
    for (; item; item = item->parentItem()) {
        if (!item->objectName().isEmpty()) {
            return item->objectName();
        }
    }
    return QStringLiteral("(unnamed)");
}

bool isA(const QQuickItem *item, const char *type) { return item->inherits(type); }

/// A text that does not show all that it says.
bool isCut(const QQuickItem *item)
{
    if (!isA(item, "QQuickText") || item->property("text").toString().isEmpty()) {
        return false;
    }
    const bool tooWide = item->property("contentWidth").toDouble() > item->width() + 1;
    const bool tooHigh = item->property("contentHeight").toDouble() > item->height() + 1;
    return item->property("truncated").toBool() || tooWide || tooHigh;
}

/// A text that stands outside of the window, or of what it is a part of.
bool isOutside(const QQuickItem *item, const QQuickWindow &window)
{
    if (!isA(item, "QQuickText") || item->property("text").toString().isEmpty()) {
        return false;
    }
    const QRectF rect = item->mapRectToScene(item->boundingRect());
    return rect.left() < -1 || rect.right() > window.width() + 1;
}

struct Scene {
    const char *name;
    void (*arrange)(Stage &);
};

void openOffice(Stage &stage)
{
    ASSERT_TRUE(stage.click("tabOffice"));
    stage.type("246810");
    ASSERT_TRUE(stage.click("pinOk"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("ledgerRow0") != nullptr; }));
}

void openReports(Stage &stage, const QString &day)
{
    openOffice(stage);
    ASSERT_TRUE(stage.click("sectionReports"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("reportVerdict") && stage.item("reportDay2026-11-02"); }));
    ASSERT_TRUE(stage.scrollAndClick("reportDay" + day));
    ASSERT_TRUE(Stage::eventually([&] { return stage.text("reportDay") == day && stage.item("reportVerdict"); }));
}

void openIncidents(Stage &stage)
{
    stage.ledger().addIncidents(stage.plan());
    stage.show(withHandOver(nobodyThere(stage.plan()), stage.plan()));
    openOffice(stage);
    ASSERT_TRUE(stage.click("sectionIncidents"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("incidentRow1") != nullptr; }));
}

void openGroup(Stage &stage)
{
    openOffice(stage);
    ASSERT_TRUE(stage.click("sectionGroup"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("rosterMonth") != nullptr; }));
}

void openPeople(Stage &stage)
{
    openGroup(stage);
    ASSERT_TRUE(stage.click("partPeople"));
    ASSERT_TRUE(Stage::eventually([&] { return stage.item("groupRowp1") != nullptr; }));
}

const Scene kScenes[] = {
    {"roster", openGroup},
    {"rosterShift",
     [](Stage &stage) {
         openGroup(stage);
         ASSERT_TRUE(stage.scrollAndClick("shiftEdit1"));
     }},
    {"rosterChoose",
     [](Stage &stage) {
         openGroup(stage);
         ASSERT_TRUE(stage.click("handOver"));
     }},
    {"people", openPeople},
    {"person",
     [](Stage &stage) {
         openPeople(stage);
         ASSERT_TRUE(stage.scrollAndClick("groupRowp2"));
     }},
    {"personPin",
     [](Stage &stage) {
         openPeople(stage);
         ASSERT_TRUE(stage.scrollAndClick("groupRowp2"));
         ASSERT_TRUE(stage.scrollAndClick("leaderPin"));
     }},
    {"registerImport",
     [](Stage &stage) {
         openPeople(stage);
         ASSERT_TRUE(stage.scrollAndClick("registerImport"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("importEmpty") != nullptr; }));
     }},
    {"reportsOfAFever", [](Stage &stage) { openReports(stage, "2026-11-18"); }},
    {"reportsMissing", [](Stage &stage) { openReports(stage, "2026-11-17"); }},
    {"waiting", [](Stage &) {}},
    {"measuring", [](Stage &stage) { stage.show(measuring(stage.plan())); }},
    {"pass", [](Stage &stage) { stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true)); }},
    {"fever", [](Stage &stage) { stage.show(fever(stage.plan())); }},
    {"admitted", [](Stage &stage) { stage.show(admitted(stage.plan())); }},
    {"wrongDocument",
     [](Stage &stage) {
         stage.show(standing(stage.plan(), MaskState::Unsure, Celsius{35.4}, false));
         ASSERT_TRUE(stage.click("documentField"));
         stage.type("110105194912310021");
     }},
    {"keyboard",
     [](Stage &stage) {
         stage.show(measuring(stage.plan()));
         ASSERT_TRUE(stage.click("nameField"));
     }},
    {"refuse",
     [](Stage &stage) {
         stage.show(fever(stage.plan()));
         ASSERT_TRUE(stage.click("refuseButton"));
     }},
    {"contact",
     [](Stage &stage) {
         stage.show(measuring(stage.plan()));
         ASSERT_TRUE(stage.click("contactButton"));
     }},
    {"documentTypes",
     [](Stage &stage) {
         stage.show(measuring(stage.plan()));
         ASSERT_TRUE(stage.click("documentTypeButton"));
     }},
    {"notSurelySame", [](Stage &stage) { stage.show(notSurelySame(stage.plan())); }},
    {"samePerson", [](Stage &stage) { stage.show(newcomer(stage.plan(), Celsius{37.9})); }},
    {"samePersonTyped",
     [](Stage &stage) {
         stage.show(newcomer(stage.plan()));
         ASSERT_TRUE(stage.click("nameField"));
         stage.type("Li");
     }},
    {"nextPerson", [](Stage &stage) { stage.show(newcomerIsAnother(stage.plan())); }},
    {"twoNear", [](Stage &stage) { stage.show(twoNear(stage.plan())); }},
    {"faceNotFound", [](Stage &stage) { stage.show(faceNotFound(stage.plan())); }},
    {"findingJoined", [](Stage &stage) { stage.show(findingTold(stage.plan(), true)); }},
    {"warmAndEmpty", [](Stage &stage) { stage.show(warmAndEmpty(stage.plan())); }},
    {"frozen", [](Stage &stage) { stage.show(frozenThermometer(stage.plan())); }},
    {"staffAtTheDoor", [](Stage &stage) { stage.show(staffStands(stage.plan(), Celsius{35.4})); }},
    {"staffGuardsTap",
     [](Stage &stage) {
         ASSERT_TRUE(stage.click("tabStaff"));
         stage.show(staffStands(stage.plan(), Celsius{36.1}));
     }},
    {"staffRefused",
     [](Stage &stage) {
         ASSERT_TRUE(stage.click("tabStaff"));
         ASSERT_TRUE(stage.click("staff1002"));
         ASSERT_TRUE(stage.click("clockIn"));
         stage.show(staffDone(stage.plan(), Outcome::Refused));
     }},
    {"alert", [](Stage &stage) { stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), false)); }},
    {"alertAcknowledged", [](Stage &stage) { stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true)); }},
    {"alertOfTwo",
     [](Stage &stage) {
         stage.show(withSecondAlert(withAlert(nobodyThere(stage.plan()), stage.plan(), true), stage.plan()));
         ASSERT_TRUE(stage.click("alertOther490"));
     }},
    {"alertHandOver",
     [](Stage &stage) {
         stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true));
         ASSERT_TRUE(stage.scrollAndClick("alertHandOver"));
     }},
    {"alertFalseAlarm",
     [](Stage &stage) {
         stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true));
         ASSERT_TRUE(stage.scrollAndClick("alertFalseAlarm"));
     }},
    {"alertSilence",
     [](Stage &stage) {
         stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), false));
         ASSERT_TRUE(stage.scrollAndClick("alertSilence"));
     }},
    {"alertSkip",
     [](Stage &stage) {
         stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true));
         ASSERT_TRUE(stage.scrollAndClick("alertSkip_cdc"));
     }},
    {"alertBarOfTwo",
     [](Stage &stage) {
         stage.show(withSecondAlert(withHandOver(nobodyThere(stage.plan()), stage.plan()), stage.plan()));
         stage.show(withHandOver(nobodyThere(stage.plan()), stage.plan()));
         ASSERT_NE(stage.item("alertRestore"), nullptr);
     }},
    {"reportCase",
     [](Stage &stage) {
         stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true));
         ASSERT_TRUE(stage.click("reportCaseButton"));
         ASSERT_TRUE(stage.click("case2"));
         ASSERT_TRUE(stage.click("caseOfOther"));
     }},
    {"incidentsEmpty",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("sectionIncidents"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("incidentsEmpty") != nullptr; }));
     }},
    {"incidentsPresent",
     [](Stage &stage) {
         openIncidents(stage);
         ASSERT_TRUE(stage.click("incidentRow0"));
         ASSERT_TRUE(stage.scrollAndClick("presentList"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("presentWindow") != nullptr; }));
     }},
    {"incidentByHand",
     [](Stage &stage) {
         openIncidents(stage);
         ASSERT_TRUE(stage.click("incidentOpen"));
     }},
    {"ledgerFault", [](Stage &stage) { stage.show(withTroubles(nobodyThere(stage.plan()), {LedgerTroubleKind::ChainFault})); }},
    {"ledgerTroubles", [](Stage &stage) { stage.show(withEveryTrouble(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false))); }},
    {"ledgerTroublesStaff",
     [](Stage &stage) {
         stage.show(withEveryTrouble(nobodyThere(stage.plan())));
         ASSERT_TRUE(stage.click("tabStaff"));
     }},
    {"ledgerTroublesOffice",
     [](Stage &stage) {
         stage.show(withEveryTrouble(nobodyThere(stage.plan())));
         openOffice(stage);
     }},
    {"staff",
     [](Stage &stage) {
         ASSERT_TRUE(stage.click("tabStaff"));
         ASSERT_TRUE(stage.click("staff1002"));
     }},
    {"officeLocked", [](Stage &stage) { ASSERT_TRUE(stage.click("tabOffice")); }},
    {"office", [](Stage &stage) { openOffice(stage); }},
    {"officeDetail",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("ledgerRow1"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("storyTitle4") != nullptr; }));
     }},
    {"export",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("exportButton"));
         ASSERT_TRUE(stage.click("exportWhole"));
     }},
    {"officePerson",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("sectionPerson"));
     }},
    {"officePersonFound",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("sectionPerson"));
         ASSERT_TRUE(stage.click("personPhone"));
         stage.type("13800138000");
         ASSERT_TRUE(stage.click("personSearch"));
         ASSERT_TRUE(stage.click("personRow0"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("storyTitle0") != nullptr; }));
     }},
    {"officeLedger",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("sectionLedger"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("headCode") != nullptr; }));
     }},
    {"officeLedgerFault",
     [](Stage &stage) {
         openOffice(stage);
         LedgerState state = stage.upkeep().current();
         state.verified->verdict.fault = ChainFault::Reordered;
         state.ballast = false;
         stage.upkeep().set(state);
         ASSERT_TRUE(stage.click("sectionLedger"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("chainAdvice") != nullptr; }));
     }},
    {"captureOn",
     [](Stage &stage) {
         stage.show(withCapture(withEveryTrouble(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false)), CapturePhase::On));
     }},
    {"officeMessages",
     [](Stage &stage) {
         openOffice(stage);
         stage.show(withCourierResults(nobodyThere(stage.plan())));
         ASSERT_TRUE(stage.click("sectionMessages"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("courierWord_group") != nullptr; }));
     }},
    {"officeDiagnostics",
     [](Stage &stage) {
         openOffice(stage);
         Snapshot snapshot = withCapture(nobodyThere(stage.plan()), CapturePhase::Off);
         snapshot.capture.last = CaptureEnd::Failed;
         snapshot.capture.problem = Error{ErrorCode::Storage, ""};
         snapshot.capture.trouble = snapshot.capture.problem;
         stage.show(snapshot);
         ASSERT_TRUE(stage.click("sectionDiagnostics"));
     }},
    {"captureAsked",
     [](Stage &stage) {
         openOffice(stage);
         stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Off));
         ASSERT_TRUE(stage.click("sectionDiagnostics"));
         ASSERT_TRUE(stage.click("captureStart"));
         ASSERT_TRUE(stage.click("captureReason"));
     }},
    {"capturePin",
     [](Stage &stage) {
         openOffice(stage);
         stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Off));
         ASSERT_TRUE(stage.click("sectionDiagnostics"));
         ASSERT_TRUE(stage.click("captureStart"));
         ASSERT_TRUE(stage.click("captureReason"));
         stage.type("masks below the nose are told as worn properly since the new lamp hangs above the door");
         ASSERT_TRUE(stage.click("captureNext"));
     }},
    {"destroyAsked",
     [](Stage &stage) {
         openOffice(stage);
         stage.show(withCapture(nobodyThere(stage.plan()), CapturePhase::Off));
         ASSERT_TRUE(stage.click("sectionDiagnostics"));
         ASSERT_TRUE(stage.click("destroyAll"));
     }},
    {"officeDevices",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("sectionDevices"));
         ASSERT_TRUE(Stage::eventually([&] { return stage.item("cameraPicture") != nullptr; }));
     }},
    {"officeDevicesZone",
     [](Stage &stage) {
         Snapshot snapshot = nobodyThere(stage.plan());
         snapshot.devices[1].health = DeviceHealth::Down;
         snapshot.devices[1].error = {ErrorCode::DeviceBusy, ""};
         snapshot.camera.exposure = ExposureControl::Settable;
         snapshot.camera.light = PictureLight::TooBright;
         stage.show(snapshot);
         openOffice(stage);
         ASSERT_TRUE(stage.click("sectionDevices"));
         ASSERT_TRUE(stage.scrollAndClick("cameraExposureFixed"));
         ASSERT_TRUE(stage.scrollAndClick("cameraZoneOpen"));
     }},
    {"doorCameraDown",
     [](Stage &stage) {
         Snapshot snapshot = nobodyThere(stage.plan());
         snapshot.devices[1].health = DeviceHealth::Down;
         snapshot.devices[1].error = {ErrorCode::DeviceBusy, ""};
         stage.show(snapshot);
     }},
    {"correction",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("ledgerRow1"));
         ASSERT_TRUE(stage.scrollAndClick("correctButton"));
         ASSERT_TRUE(stage.scrollAndClick("correctionReason"));
     }},
    {"disclosureReason",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("ledgerRow1"));
         ASSERT_TRUE(stage.scrollAndClick("wholeButton"));
     }},
    {"disclosurePin",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("ledgerRow1"));
         ASSERT_TRUE(stage.scrollAndClick("wholeButton"));
         stage.type("asked for by the CDC on the ground of its letter no. 2026/114 of this morning");
         ASSERT_TRUE(stage.click("disclosureNext"));
     }},
    {"settings",
     [](Stage &stage) {
         openOffice(stage);
         ASSERT_TRUE(stage.click("settingsButton"));
     }},
};

struct Look {
    QSize size;
    Language language;

    [[nodiscard]] std::string name() const
    {
        return std::to_string(size.width()) + "x" + std::to_string(size.height()) + (language == Language::Chinese ? "Chinese" : "English");
    }
    friend std::ostream &operator<<(std::ostream &out, const Look &look) { return out << look.name(); }
};

class Layout : public testing::TestWithParam<Look> {};

void examine(const QQuickWindow &window, const char *scene)
{
    for (const QQuickItem *item : visibleItems(window.contentItem())) {
        EXPECT_FALSE(isCut(item)) << scene << ": cut: " << item->property("text").toString().toStdString() << " in "
                                  << nameOf(item).toStdString() << ", " << item->width() << " x " << item->height() << " for "
                                  << item->property("contentWidth").toDouble() << " x " << item->property("contentHeight").toDouble();
        EXPECT_FALSE(isOutside(item, window)) << scene << ": outside: " << item->property("text").toString().toStdString() << " in "
                                              << nameOf(item).toStdString();
        if (isA(item, "QQuickAbstractButton") || isA(item, "QQuickTextField")) {
            EXPECT_GE(item->width(), kTouch) << scene << ": too narrow for a finger: " << nameOf(item).toStdString();
            EXPECT_GE(item->height(), kTouch) << scene << ": too low for a finger: " << nameOf(item).toStdString();
            EXPECT_NE(nameOf(item), "(unnamed)") << scene;
        }
    }
}

} // namespace

TEST_P(Layout, NothingIsCutAndEverythingIsLargeEnoughForAFinger)
{
    const auto &[size, language] = GetParam();
    for (const Scene &scene : kScenes) {
        Stage stage({.language = language, .size = size, .pin = "246810"});
        scene.arrange(stage);
        stage.settle();
        stage.window().grabWindow(); // polishes every item, as the next frame would
        examine(stage.window(), scene.name);
    }
    EXPECT_TRUE(UiProgram::takeWarnings().isEmpty());
}

TEST_P(Layout, TheRefusalIsWholeToo)
{
    const QSize size = GetParam().size; // no structured binding: clang 14 does not let a lambda see one
    const Language language = GetParam().language;
    UiProgram::start();
    StationConfig config = hallConfig("/var/lib/menshen");
    config.language = language;
    for (const ErrorCode code : {ErrorCode::KeyMissing, ErrorCode::Damaged, ErrorCode::WrongStation}) {
        RefusalWindow refusal(config, {code, "page 1734 of /var/lib/menshen/ledger.db: the checksum does not agree"}, true);
        ASSERT_TRUE(refusal.load());
        refusal.window()->setMinimumSize(QSize(1, 1));
        refusal.window()->resize(size);
        ASSERT_TRUE(Stage::eventually([&] { return refusal.window()->contentItem()->size().toSize() == size; }));
        settle(*refusal.window());
        refusal.window()->grabWindow();
        examine(*refusal.window(), "refusal");
    }
    EXPECT_TRUE(UiProgram::takeWarnings().isEmpty());
}

INSTANTIATE_TEST_SUITE_P(Sizes, Layout,
                         testing::Values(Look{{1280, 800}, Language::Chinese}, Look{{1280, 800}, Language::English},
                                         Look{{1920, 1080}, Language::Chinese}, Look{{1920, 1080}, Language::English},
                                         Look{{1080, 1920}, Language::Chinese}, Look{{1080, 1920}, Language::English}),
                         [](const testing::TestParamInfo<Look> &info) { return info.param.name(); });

} // namespace menshen::test
