// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what every page looks like, so that it can be looked at: menshen-gallery --out DIR [--only TEXT]
#include "tests/ui/Stage.h"
#include "ui/RefusalWindow.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>

#include <cstdio>

using namespace menshen;
using namespace menshen::test;

namespace {

struct Shot {
    QString name;
    std::function<void(Stage &)> arrange;
};

void typeZhang(Stage &stage)
{
    (void)stage.click("nameField");
    stage.type("Zhang San");
    (void)stage.click("documentField");
    stage.type("11010519491231002X");
    (void)stage.click("phoneField");
    stage.type("13800138000");
}

void openOffice(Stage &stage)
{
    (void)stage.click("tabOffice");
    stage.type("246810");
    (void)stage.click("pinOk");
    (void)Stage::eventually([&] { return stage.item("ledgerRow0") != nullptr; });
}

void openVisit(Stage &stage, const QString &row)
{
    openOffice(stage);
    (void)stage.click(row);
    (void)Stage::eventually([&] { return stage.item("storyTitle0") != nullptr; });
}

void openLedger(Stage &stage)
{
    openOffice(stage);
    (void)stage.click("sectionLedger");
    (void)Stage::eventually([&] { return stage.item("headCode") != nullptr; });
}

void openReports(Stage &stage, const QString &day)
{
    openOffice(stage);
    (void)stage.click("sectionReports");
    (void)Stage::eventually([&] { return stage.item("reportVerdict") && stage.item("reportDay2026-11-02"); });
    if (!day.isEmpty()) {
        (void)stage.scrollAndClick("reportDay" + day);
        (void)Stage::eventually([&] { return stage.text("reportDay") == day && stage.item("reportVerdict"); });
    }
}

void openIncidents(Stage &stage, bool chosen)
{
    stage.ledger().addIncidents(stage.plan());
    const Snapshot snapshot = withHandOver(nobodyThere(stage.plan()), stage.plan());
    stage.show(snapshot);
    openOffice(stage);
    (void)stage.click("sectionIncidents");
    (void)Stage::eventually([&] { return stage.item("incidentRow1") != nullptr; });
    if (chosen) {
        (void)stage.click("incidentRow0");
        (void)Stage::eventually([&] { return stage.item("incidentTitle") != nullptr; });
    }
}

void addAlertShots(std::vector<Shot> &shots)
{
    const auto acknowledged = [](Stage &stage) {
        stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true));
        (void)Stage::eventually([&] { return stage.item("alertHandOver") != nullptr; });
    };
    shots.insert(shots.end(),
                 {{"alert-two",
                   [](Stage &stage) {
                       const Snapshot first = withAlert(nobodyThere(stage.plan()), stage.plan(), true);
                       stage.show(withSecondAlert(first, stage.plan()));
                       (void)stage.click("alertOther490");
                   }},
                  {"alert-hand-over",
                   [=](Stage &stage) {
                       acknowledged(stage);
                       (void)stage.click("alertHandOver");
                       stage.type("District CDC, Dr. Zhao");
                   }},
                  {"alert-false-alarm",
                   [=](Stage &stage) {
                       acknowledged(stage);
                       (void)stage.click("alertFalseAlarm");
                       stage.type("hot tea");
                       (void)stage.click("falseAlarmDegrees");
                       stage.type("37.9");
                       (void)stage.click("falseAlarmOk");
                   }},
                  {"alert-skip",
                   [=](Stage &stage) {
                       acknowledged(stage);
                       (void)stage.scrollAndClick("alertSkip_cdc");
                   }},
                  {"alert-silence",
                   [](Stage &stage) {
                       stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), false));
                       (void)stage.click("alertSilence");
                   }},
                  {"alert-handed-over",
                   [](Stage &stage) {
                       stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true));
                       stage.show(withHandOver(nobodyThere(stage.plan()), stage.plan()));
                   }},
                  {"alert-bar-handed-over", [](Stage &stage) { stage.show(withHandOver(nobodyThere(stage.plan()), stage.plan())); }},
                  {"door-report", [](Stage &stage) { (void)stage.click("reportCaseButton"); }},
                  {"office-incidents-empty",
                   [](Stage &stage) {
                       openOffice(stage);
                       (void)stage.click("sectionIncidents");
                       (void)Stage::eventually([&] { return stage.item("incidentsEmpty") != nullptr; });
                   }},
                  {"office-incidents", [](Stage &stage) { openIncidents(stage, false); }},
                  {"office-incidents-one", [](Stage &stage) { openIncidents(stage, true); }},
                  {"office-incidents-present",
                   [](Stage &stage) {
                       openIncidents(stage, true);
                       (void)stage.scrollAndClick("presentList");
                       (void)Stage::eventually([&] { return stage.item("presentWindow") != nullptr; });
                   }},
                  {"office-incidents-open", [](Stage &stage) {
                       openIncidents(stage, false);
                       (void)stage.click("incidentOpen");
                       (void)stage.click("caseSign2");
                   }}});
}

void openGroup(Stage &stage, bool people)
{
    openOffice(stage);
    (void)stage.click("sectionGroup");
    (void)Stage::eventually([&] { return stage.item("rosterMonth") != nullptr; });
    if (people) {
        (void)stage.click("partPeople");
        (void)Stage::eventually([&] { return stage.item("groupRowp1") != nullptr; });
    }
}

void importInto(Stage &stage, const QString &name, const QByteArray &bytes)
{
    const QString folder = QString::fromStdString((stage.folder() / "export").string());
    QDir().mkpath(folder);
    QFile file(folder + "/" + name);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
    file.close();
    (void)stage.scrollAndClick("registerImport");
    (void)stage.click("importFile0");
    (void)Stage::eventually([&] { return stage.item("importProblem") || stage.item("importPreview"); });
}

void addGroupShots(std::vector<Shot> &shots)
{
    shots.insert(shots.end(),
                 {{"group-roster", [](Stage &stage) { openGroup(stage, false); }},
                  {"group-people", [](Stage &stage) { openGroup(stage, true); }},
                  {"group-person",
                   [](Stage &stage) {
                       openGroup(stage, true);
                       (void)stage.scrollAndClick("groupRowp2");
                   }},
                  {"group-pin",
                   [](Stage &stage) {
                       (void)stage.personPins().setTemporary("p2", "482910");
                       openGroup(stage, true);
                       (void)Stage::eventually([&] { return stage.item("groupRowp2")->property("pin").toString().size() > 4; }, 2s);
                       (void)stage.scrollAndClick("groupRowp2");
                       (void)stage.scrollAndClick("leaderPin");
                   }},
                  {"group-shift",
                   [](Stage &stage) {
                       openGroup(stage, false);
                       (void)stage.scrollAndClick("shiftEdit1");
                   }},
                  {"group-choose",
                   [](Stage &stage) {
                       openGroup(stage, false);
                       (void)stage.click("handOver");
                   }},
                  {"group-import-bad",
                   [](Stage &stage) {
                       openGroup(stage, true);
                       importInto(stage, "名单.csv",
                                  "姓名,职务,手机,邮箱\n周建国,组长,=1+1,\n吴敏,市长,13800138002,\n,成员,1380013,not-mail\n");
                   }},
                  {"group-import", [](Stage &stage) {
                       openGroup(stage, true);
                       importInto(stage, "名单.csv", "编号,姓名,职务,手机\np1,周建国,组长,13900139001\n,孙丽,成员,13800138009\n");
                   }}});
}

void openDiagnostics(Stage &stage, CapturePhase phase)
{
    openOffice(stage);
    stage.show(withCapture(nobodyThere(stage.plan()), phase));
    (void)stage.click("sectionDiagnostics");
    (void)Stage::eventually([&] { return stage.item("captureWord") != nullptr; });
}

void correctPhone(Stage &stage)
{
    openVisit(stage, "ledgerRow0");
    (void)stage.scrollAndClick("correctButton");
    (void)stage.scrollAndClick("phoneField");
    stage.press(Qt::Key_A, Qt::ControlModifier);
    stage.type("13900139000");
    (void)stage.scrollAndClick("correctionReason");
    stage.type("Misheard at the door; the visitor called and asked to have it put right, card seen again.");
}

void askWhole(Stage &stage)
{
    openVisit(stage, "ledgerRow1");
    (void)stage.scrollAndClick("wholeButton");
    stage.type("Asked for by the CDC, letter 2026/114");
}

void showWhole(Stage &stage)
{
    askWhole(stage);
    (void)stage.click("disclosureNext");
    stage.type("246810");
    (void)stage.click("disclosureOk");
    (void)Stage::eventually([&] { return stage.item("wholeFor") != nullptr; });
}

void findPerson(Stage &stage, const QString &document, const QString &phone)
{
    openOffice(stage);
    (void)stage.click("sectionPerson");
    (void)stage.click("personDocument");
    stage.type(document);
    (void)stage.click("personPhone");
    stage.type(phone);
    (void)stage.click("personSearch");
    (void)Stage::eventually([&] { return stage.item("personRow0") || stage.text("personEmpty").size() > 20; });
}

void openDevices(Stage &stage)
{
    openOffice(stage);
    (void)stage.click("sectionDevices");
    (void)Stage::eventually([&] { return stage.item("cameraPicture") != nullptr; });
}

Snapshot withExposure(Snapshot snapshot)
{
    snapshot.camera.exposure = ExposureControl::Settable;
    return snapshot;
}

void addDeviceShots(std::vector<Shot> &shots)
{
    shots.insert(shots.end(), {{"office-devices", openDevices},
                               {"office-devices-zone",
                                [](Stage &stage) {
                                    stage.show(withExposure(nobodyThere(stage.plan())));
                                    openDevices(stage);
                                    (void)stage.scrollAndClick("cameraExposureFixed");
                                    (void)stage.scrollAndClick("cameraZoneOpen");
                                    for (const char *edge : {"cameraEdge0More", "cameraEdge0More", "cameraEdge0More", "cameraEdge1Less",
                                                             "cameraEdge1Less", "cameraEdge2More"}) {
                                        (void)stage.scrollAndClick(edge);
                                    }
                                }},
                               {"office-devices-down",
                                [](Stage &stage) {
                                    Snapshot snapshot = nobodyThere(stage.plan());
                                    snapshot.devices[1].health = DeviceHealth::Down;
                                    snapshot.devices[1].error = {ErrorCode::DeviceBusy, ""};
                                    snapshot.camera.light = PictureLight::Unknown;
                                    snapshot.camera.picturesPerSecond = 0;
                                    snapshot.camera.exposure = ExposureControl::Unknown;
                                    openDevices(stage);
                                    stage.show(snapshot);
                                }},
                               {"office-devices-overexposed",
                                [](Stage &stage) {
                                    Snapshot snapshot = withExposure(nobodyThere(stage.plan()));
                                    snapshot.devices[1].health = DeviceHealth::Down;
                                    snapshot.devices[1].error = {ErrorCode::PictureOverexposed, ""};
                                    snapshot.camera.trouble = snapshot.devices[1].error;
                                    snapshot.camera.light = PictureLight::TooBright;
                                    openDevices(stage);
                                    stage.show(snapshot);
                                }},
                               {"door-camera-down", [](Stage &stage) {
                                    Snapshot snapshot = nobodyThere(stage.plan());
                                    snapshot.devices[1].health = DeviceHealth::Down;
                                    snapshot.devices[1].error = {ErrorCode::PictureFrozen, ""};
                                    stage.show(snapshot);
                                }}});
}

void typePaper(Stage &stage, const QString &temperature)
{
    openOffice(stage);
    (void)stage.click("sectionPaper");
    (void)stage.click("paperTime");
    stage.type("09:30");
    (void)stage.click("paperBy");
    (void)stage.click("paperPerson2");
    typeZhang(stage);
    (void)stage.scrollAndClick("paperTemperature");
    stage.type(temperature);
    (void)stage.scrollAndClick("paperMask0");
    (void)stage.scrollAndClick("paperAllNo");
}

void addPaperShots(std::vector<Shot> &shots)
{
    shots.insert(shots.end(), {{"paper-empty",
                                [](Stage &stage) {
                                    openOffice(stage);
                                    (void)stage.click("sectionPaper");
                                }},
                               {"paper-fever",
                                [](Stage &stage) {
                                    typePaper(stage, "38.2");
                                    (void)stage.scrollAndClick("paperOutcome1");
                                    (void)stage.scrollAndClick("paperToldThen");
                                }},
                               {"paper-recorded",
                                [](Stage &stage) {
                                    typePaper(stage, "36.5");
                                    (void)stage.scrollAndClick("purposeField");
                                    stage.type("pension");
                                    (void)stage.scrollAndClick("paperOutcome0");
                                    (void)stage.scrollAndClick("paperOk");
                                    (void)Stage::eventually([&] { return stage.item("paperRow0") != nullptr; });
                                    (void)stage.scrollAndClick("paperPrint");
                                    (void)Stage::eventually([&] { return stage.item("paperPrinted") != nullptr; });
                                }},
                               {"paper-visit",
                                [](Stage &stage) {
                                    typePaper(stage, "36.5");
                                    (void)stage.scrollAndClick("purposeField");
                                    stage.type("pension");
                                    (void)stage.scrollAndClick("paperOutcome0");
                                    (void)stage.scrollAndClick("paperOk");
                                    (void)stage.click("paperRow0");
                                    (void)Stage::eventually([&] { return stage.item("storyTitle0") != nullptr; });
                                }},
                               {"paper-in-visits",
                                [](Stage &stage) {
                                    typePaper(stage, "36.5");
                                    (void)stage.scrollAndClick("purposeField");
                                    stage.type("pension");
                                    (void)stage.scrollAndClick("paperOutcome0");
                                    (void)stage.scrollAndClick("paperOk");
                                    (void)Stage::eventually([&] { return stage.item("paperRow0") != nullptr; });
                                    (void)stage.click("sectionVisits");
                                }},
                               {"inside-left-over",
                                [](Stage &stage) {
                                    Snapshot snapshot = nobodyThere(stage.plan());
                                    snapshot.leftOver = 7;
                                    stage.show(snapshot);
                                }},
                               {"inside-review", [](Stage &stage) {
                                    Snapshot snapshot = nobodyThere(stage.plan());
                                    snapshot.leftOver = 7;
                                    stage.show(snapshot);
                                    (void)stage.click("insideReviewButton");
                                    stage.type("3");
                                }}});
}

void addOfficeShots(std::vector<Shot> &shots)
{
    shots.insert(shots.end(), {{"office-person", [](Stage &stage) { findPerson(stage, "11010519491231003X", "13800138000"); }},
                               {"office-person-empty",
                                [](Stage &stage) {
                                    openOffice(stage);
                                    (void)stage.click("sectionPerson");
                                    (void)stage.click("personDocument");
                                }},
                               {"office-person-nobody", [](Stage &stage) { findPerson(stage, "440305198001011234", {}); }},
                               {"office-person-detail",
                                [](Stage &stage) {
                                    findPerson(stage, "11010519491231002X", {});
                                    (void)stage.click("personRow1");
                                    (void)Stage::eventually([&] { return stage.item("storyTitle0") != nullptr; });
                                }},
                               {"office-messages",
                                [](Stage &stage) {
                                    openOffice(stage);
                                    stage.show(withCourierResults(nobodyThere(stage.plan())));
                                    (void)stage.click("sectionMessages");
                                    (void)Stage::eventually([&] { return stage.item("courierWord_group") != nullptr; });
                                }},
                               {"office-diagnostics", [](Stage &stage) { openDiagnostics(stage, CapturePhase::Off); }},
                               {"office-diagnostics-on", [](Stage &stage) { openDiagnostics(stage, CapturePhase::On); }},
                               {"office-diagnostics-ask",
                                [](Stage &stage) {
                                    openDiagnostics(stage, CapturePhase::Off);
                                    (void)stage.click("captureStart");
                                    (void)stage.click("captureReason");
                                    stage.type("Masks below the nose are told as worn properly");
                                }},
                               {"office-diagnostics-pin",
                                [](Stage &stage) {
                                    openDiagnostics(stage, CapturePhase::Off);
                                    (void)stage.click("captureStart");
                                    (void)stage.click("captureReason");
                                    stage.type("Masks below the nose are told as worn properly");
                                    (void)stage.click("captureNext");
                                }},
                               {"office-diagnostics-destroy",
                                [](Stage &stage) {
                                    openDiagnostics(stage, CapturePhase::Off);
                                    (void)stage.click("destroyAll");
                                }},
                               {"door-capture",
                                [](Stage &stage) {
                                    stage.showFrame();
                                    stage.show(withCapture(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true), CapturePhase::On));
                                }},
                               {"office-reports", [](Stage &stage) { openReports(stage, {}); }},
                               {"office-reports-fever", [](Stage &stage) { openReports(stage, "2026-11-18"); }},
                               {"office-reports-written",
                                [](Stage &stage) {
                                    stage.reports().recordLater(HallDay{std::chrono::year{2026} / 11 / 20});
                                    openReports(stage, "2026-11-20");
                                    (void)stage.scrollAndClick("reportAsPDF");
                                    (void)Stage::eventually([&] { return stage.item("reportPath") != nullptr; });
                                }},
                               {"office-reports-bottom",
                                [](Stage &stage) {
                                    openReports(stage, "2026-11-18");
                                    stage.item("reportsScroll")->setProperty("contentY", 700);
                                }},
                               {"office-reports-reason",
                                [](Stage &stage) {
                                    stage.reports().recordLater(HallDay{std::chrono::year{2026} / 11 / 20});
                                    openReports(stage, "2026-11-20");
                                    (void)stage.scrollAndClick("reportSign");
                                }},
                               {"office-reports-pin",
                                [](Stage &stage) {
                                    openReports(stage, {});
                                    (void)stage.scrollAndClick("reportSign");
                                }},
                               {"office-ledger", openLedger},
                               {"office-ledger-fault",
                                [](Stage &stage) {
                                    LedgerState state = stage.upkeep().current();
                                    state.verified->verdict.fault = ChainFault::TailCut;
                                    state.verified->verdict.at = EntrySeq{321};
                                    state.ballast = false;
                                    state.backup.reset();
                                    stage.upkeep().set(state);
                                    openLedger(stage);
                                    (void)stage.click("headSave");
                                    (void)Stage::eventually([&] { return stage.item("headPath") != nullptr; });
                                }},
                               {"office-ledger-verifying",
                                [](Stage &stage) {
                                    openLedger(stage);
                                    stage.upkeep().turnstile.set(false);
                                    (void)stage.click("verifyNow");
                                    (void)Stage::eventually([&] { return stage.text("verifyNowMessage").contains("241"); });
                                }},
                               {"office-destroyed",
                                [](Stage &stage) {
                                    openOffice(stage);
                                    (void)stage.click("toDayBack");
                                    (void)Stage::eventually([&] { return stage.item("ledgerRow2") == nullptr; });
                                    (void)stage.click("ledgerRow1");
                                }},
                               {"office-unreadable",
                                [](Stage &stage) {
                                    openOffice(stage);
                                    (void)stage.click("toDayBack");
                                    (void)Stage::eventually([&] { return stage.item("ledgerRow2") == nullptr; });
                                    (void)stage.click("ledgerRow0");
                                }},
                               {"office-correct", correctPhone},
                               {"office-corrected",
                                [](Stage &stage) {
                                    correctPhone(stage);
                                    (void)stage.scrollAndClick("correctionOk");
                                    (void)Stage::eventually([&] { return stage.item("storyBody1") != nullptr; });
                                    (void)stage.scrollAndClick("putBack1");
                                    (void)stage.scrollAndClick("correctionCancel");
                                }},
                               {"office-whole-reason", askWhole},
                               {"office-whole-pin",
                                [](Stage &stage) {
                                    askWhole(stage);
                                    (void)stage.click("disclosureNext");
                                    stage.type("1357");
                                }},
                               {"office-whole", showWhole},
                               {"office-export-whole", [](Stage &stage) {
                                    openOffice(stage);
                                    (void)stage.click("exportButton");
                                    (void)stage.click("exportWhole");
                                }}});
}

std::vector<Shot> doorShots()
{
    return {
        {"door-waiting", [](Stage &) {}},
        {"door-measuring", [](Stage &stage) { stage.show(measuring(stage.plan())); }},
        {"door-pass",
         [](Stage &stage) {
             stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false));
             typeZhang(stage);
             stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true));
         }},
        {"door-refuse", [](Stage &stage) { stage.show(fever(stage.plan())); }},
        {"door-recheck", [](Stage &stage) { stage.show(standing(stage.plan(), MaskState::Incorrect, Celsius{36.1}, true)); }},
        {"door-wrong-document",
         [](Stage &stage) {
             stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false));
             (void)stage.click("documentField");
             stage.type("110105194912310021");
             (void)Stage::eventually([&] { return stage.item("documentFieldMessage") != nullptr; });
         }},
        {"door-keyboard",
         [](Stage &stage) {
             stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false));
             (void)stage.click("documentField");
         }},
        {"door-refuse-sheet",
         [](Stage &stage) {
             stage.show(fever(stage.plan()));
             (void)stage.click("refuseButton");
         }},
        {"door-contact",
         [](Stage &stage) {
             stage.show(measuring(stage.plan()));
             (void)stage.click("contactButton");
             stage.type("36.7");
         }},
        {"door-admitted", [](Stage &stage) { stage.show(admitted(stage.plan())); }},
        {"door-troubles",
         [](Stage &stage) {
             Snapshot snapshot = standing(stage.plan(), MaskState::Unsure, Celsius{20}, false);
             snapshot.door.ledgerDown = true;
             snapshot.door.prompt = Prompt::MeasureByHand;
             snapshot.door.evidence.attempt.noResult = NoTemperature::DeviceDown;
             snapshot.devices[0].health = DeviceHealth::Down;
             snapshot.devices[0].error = {ErrorCode::DeviceTimeout, ""};
             snapshot.devices[4].health = DeviceHealth::Down;
             snapshot.devices[4].error = {ErrorCode::DiskFull, ""};
             snapshot.devices[3].health = DeviceHealth::Off;
             stage.show(snapshot);
         }},
        {"alert", [](Stage &stage) { stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), false)); }},
        {"alert-acknowledged",
         [](Stage &stage) {
             stage.show(withAlert(nobodyThere(stage.plan()), stage.plan(), true));
             (void)Stage::eventually([&] { return stage.item("alertMinimise") != nullptr; });
         }},
        {"alert-bar",
         [](Stage &stage) {
             stage.show(withAlert(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true), stage.plan(), true));
             (void)stage.click("alertMinimise");
         }},
        {"ledger-fault", [](Stage &stage) { stage.show(withTroubles(nobodyThere(stage.plan()), {LedgerTroubleKind::ChainFault})); }},
        {"ledger-backup-failed",
         [](Stage &stage) {
             stage.show(withTroubles(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true), {LedgerTroubleKind::BackupFailed}));
         }},
        {"ledger-every-trouble",
         [](Stage &stage) {
             const Snapshot ready = withAlert(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true), stage.plan(), true);
             stage.show(ready);
             (void)stage.click("alertMinimise");
             stage.show(withEveryTrouble(ready));
         }},
        {"ledger-troubles-keyboard",
         [](Stage &stage) {
             stage.show(withTroubles(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false),
                                     {LedgerTroubleKind::ChainFault, LedgerTroubleKind::BackupFailed}));
             (void)stage.click("documentField");
         }},
        {"ledger-every-trouble-and-down",
         [](Stage &stage) {
             Snapshot snapshot = withAlert(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true), stage.plan(), true);
             stage.show(snapshot);
             (void)stage.click("alertMinimise");
             snapshot = withEveryTrouble(snapshot);
             snapshot.door.ledgerDown = true;
             snapshot.devices[4].health = DeviceHealth::Down;
             snapshot.devices[4].error = {ErrorCode::DiskFull, ""};
             stage.show(snapshot);
         }},
        {"ledger-fault-staff",
         [](Stage &stage) {
             stage.show(withTroubles(nobodyThere(stage.plan()), {LedgerTroubleKind::ChainFault, LedgerTroubleKind::BackupFailed}));
             (void)stage.click("tabStaff");
             (void)stage.click("staff1002");
         }},
        {"ledger-fault-lock",
         [](Stage &stage) {
             stage.show(withTroubles(nobodyThere(stage.plan()), {LedgerTroubleKind::ChainFault}));
             (void)stage.click("ledgerFaultShow");
         }},
        {"ledger-fault-office",
         [](Stage &stage) {
             stage.show(withTroubles(nobodyThere(stage.plan()), {LedgerTroubleKind::ChainFault}));
             LedgerState state = stage.upkeep().current();
             state.verified->verdict.fault = ChainFault::Changed;
             state.verified->verdict.at = EntrySeq{321};
             state.verified->verdict.checked = EntrySeq{320};
             stage.upkeep().set(state);
             openLedger(stage);
         }},
        {"office-lock", [](Stage &stage) { (void)stage.click("tabOffice"); }},
        {"office", [](Stage &stage) { openOffice(stage); }},
        {"office-detail",
         [](Stage &stage) {
             openOffice(stage);
             (void)stage.click("ledgerRow1");
         }},
        {"office-export",
         [](Stage &stage) {
             openOffice(stage);
             (void)stage.click("exportButton");
             (void)stage.click("exportXlsx");
             (void)Stage::eventually([&] { return stage.item("exportPath") != nullptr; });
         }},
    };
}

/// `snapshot` behind the bar of incident 481.
void behindItsAlert(Stage &stage, const Snapshot &snapshot)
{
    stage.show(withAlert(snapshot, stage.plan(), true));
    (void)stage.click("alertMinimise");
}

void addSubjectShots(std::vector<Shot> &shots)
{
    shots.insert(shots.end(), {{"door-not-surely-same", [](Stage &stage) { stage.show(notSurelySame(stage.plan())); }},
                               {"door-same-person", [](Stage &stage) { stage.show(newcomer(stage.plan(), Celsius{37.9})); }},
                               {"door-same-person-typed",
                                [](Stage &stage) {
                                    stage.show(newcomer(stage.plan()));
                                    (void)stage.click("nameField");
                                    stage.type("Li");
                                }},
                               {"door-same-person-keyboard",
                                [](Stage &stage) {
                                    stage.show(newcomer(stage.plan()));
                                    (void)stage.click("documentField");
                                }},
                               {"door-next-person", [](Stage &stage) { stage.show(newcomerIsAnother(stage.plan())); }},
                               {"door-two-near", [](Stage &stage) { stage.show(twoNear(stage.plan())); }},
                               {"door-face-not-found", [](Stage &stage) { stage.show(faceNotFound(stage.plan())); }},
                               {"door-mask-unsure",
                                [](Stage &stage) {
                                    Snapshot snapshot = standing(stage.plan(), MaskState::Unsure, Celsius{35.4}, false);
                                    snapshot.door.evidence.mask = MaskState::Mask;
                                    snapshot.door.evidence.maskByGuard = true;
                                    stage.show(snapshot);
                                }},
                               {"door-held",
                                [](Stage &stage) {
                                    Snapshot snapshot = findingTold(stage.plan(), false);
                                    snapshot.door.finding = {};
                                    snapshot.door.finding.feverSince = snapshot.door.now;
                                    stage.show(snapshot);
                                }},
                               {"door-finding-told", [](Stage &stage) { behindItsAlert(stage, findingTold(stage.plan(), false)); }},
                               {"door-finding-joined", [](Stage &stage) { behindItsAlert(stage, findingTold(stage.plan(), true)); }},
                               {"door-warm-empty", [](Stage &stage) { stage.show(warmAndEmpty(stage.plan())); }},
                               {"door-frozen", [](Stage &stage) { stage.show(frozenThermometer(stage.plan())); }},
                               {"door-staff", [](Stage &stage) { stage.show(staffStands(stage.plan(), Celsius{35.4})); }},
                               {"door-staff-refused", [](Stage &stage) { stage.show(staffDone(stage.plan(), Outcome::Refused)); }},
                               {"door-everything",
                                [](Stage &stage) {
                                    Snapshot snapshot = newcomer(stage.plan(), Celsius{37.9});
                                    snapshot.door.finding.feverSince = snapshot.door.now;
                                    snapshot.door.evidence.mask = MaskState::Unsure;
                                    snapshot.door.notSurelySame = true;
                                    KeptAside older = snapshot.door.aside.front();
                                    older.subject = SubjectId{99};
                                    snapshot.door.aside.insert(snapshot.door.aside.begin(), older);
                                    behindItsAlert(stage, snapshot);
                                }},
                               {"door-report-whom",
                                [](Stage &stage) {
                                    stage.show(standing(stage.plan(), MaskState::Mask, Celsius{35.4}, true));
                                    (void)stage.click("reportCaseButton");
                                    (void)stage.click("case2");
                                    (void)stage.click("caseOfOther");
                                }},
                               {"staff",
                                [](Stage &stage) {
                                    (void)stage.click("tabStaff");
                                    (void)stage.click("staff1002");
                                }},
                               {"staff-guards-tap",
                                [](Stage &stage) {
                                    (void)stage.click("tabStaff");
                                    stage.show(staffStands(stage.plan(), Celsius{35.4}));
                                }},
                               {"staff-contact",
                                [](Stage &stage) {
                                    (void)stage.click("tabStaff");
                                    Snapshot snapshot = staffStands(stage.plan(), Celsius{36.1});
                                    snapshot.door.staff->asksQuestions = false;
                                    snapshot.door.staff->proved = snapshot.door.subject;
                                    stage.show(snapshot);
                                }},
                               {"staff-fever",
                                [](Stage &stage) {
                                    Snapshot snapshot = staffStands(stage.plan(), Celsius{37.9});
                                    snapshot.door.evidence.mask = MaskState::Unsure;
                                    behindItsAlert(stage, snapshot);
                                    (void)stage.click("tabStaff");
                                }},
                               {"staff-done",
                                [](Stage &stage) {
                                    (void)stage.click("tabStaff");
                                    (void)stage.click("staff1002");
                                    (void)stage.click("clockIn");
                                    stage.show(staffDone(stage.plan(), Outcome::Admitted));
                                }},
                               {"staff-refused", [](Stage &stage) {
                                    (void)stage.click("tabStaff");
                                    (void)stage.click("staff1002");
                                    (void)stage.click("clockIn");
                                    stage.show(staffDone(stage.plan(), Outcome::Refused));
                                }}});
}

std::vector<Shot> shots()
{
    std::vector<Shot> all = doorShots();
    addSubjectShots(all);
    addAlertShots(all);
    addOfficeShots(all);
    addPaperShots(all);
    addDeviceShots(all);
    addGroupShots(all);
    return all;
}

void write(QQuickWindow &window, const QString &name, const QString &folder)
{
    const QImage picture = window.grabWindow();
    const QString file = QDir(folder).filePath(name + ".png");
    if (picture.isNull() || !picture.save(file)) {
        std::fprintf(stderr, "%s was not saved\n", qPrintable(file));
    }
}

void saveRefusal(const StageOptions &options, const QString &name, const QString &folder)
{
    StationConfig config = hallConfig("/var/lib/menshen");
    config.language = options.language;
    config.theme = options.theme;
    RefusalWindow refusal(config, {ErrorCode::KeyMissing, "key file /var/lib/menshen/station.key: not found"}, true);
    if (refusal.load()) {
        refusal.window()->resize(options.size);
        (void)Stage::eventually([&] { return refusal.window()->contentItem()->size().toSize() == options.size; });
        settle(*refusal.window());
        write(*refusal.window(), name, folder);
    }
}

void save(const Shot &shot, const StageOptions &options, const QString &suffix, const QString &folder)
{
    Stage stage(options);
    stage.showFrame();
    stage.settle();
    shot.arrange(stage);
    stage.settle();
    write(stage.window(), shot.name + suffix, folder);
    stage.upkeep().turnstile.set(true);
}

} // namespace

int main(int argc, char **argv)
{
    UiProgram::start();
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"out", "Folder for the pictures.", "folder", "gallery"}, {"only", "Only names that contain this.", "text"}});
    parser.process(arguments);
    if (!QDir().mkpath(parser.value("out"))) {
        return 1;
    }
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080), QSize(1080, 1920)}) {
        for (const Language language : {Language::Chinese, Language::English}) {
            for (const Theme theme : {Theme::Light, Theme::Dark}) {
                const QString suffix = QStringLiteral("-%1x%2-%3-%4")
                                           .arg(size.width())
                                           .arg(size.height())
                                           .arg(language == Language::Chinese ? "zh" : "en", theme == Theme::Dark ? "dark" : "light");
                const StageOptions options{.language = language, .theme = theme, .size = size, .pin = "246810"};
                for (const Shot &shot : shots()) {
                    if ((shot.name + suffix).contains(parser.value("only"))) {
                        save(shot, options, suffix, parser.value("out"));
                    }
                }
                if (("refusal" + suffix).contains(parser.value("only"))) {
                    saveRefusal(options, "refusal" + suffix, parser.value("out"));
                }
            }
        }
    }
    const QStringList warnings = UiProgram::takeWarnings();
    return warnings.isEmpty() ? 0 : 2;
}
