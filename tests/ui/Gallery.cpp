// SPDX-License-Identifier: GPL-3.0-or-later
// Saves what every page looks like, so that it can be looked at: menshen-gallery --out DIR [--only TEXT]
#include "tests/ui/Stage.h"

#include <QCommandLineParser>
#include <QDir>
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

std::vector<Shot> shots()
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
        {"staff",
         [](Stage &stage) {
             Snapshot snapshot = standing(stage.plan(), MaskState::Mask, Celsius{35.4}, false);
             stage.show(snapshot);
             (void)stage.click("tabStaff");
             (void)stage.click("staff1002");
             (void)stage.click("clockIn");
             snapshot.staff = {.request = 1,
                               .member = {"1002", "李晓红", "综合窗口"},
                               .direction = PunchDirection::In,
                               .waiting = false,
                               .entry =
                                   staffPunch({"1002", "李晓红", "综合窗口"}, PunchDirection::In, snapshot.door.evidence, stage.plan()),
                               .receipt = Receipt{EntrySeq{483}, snapshot.door.wall},
                               .error = {}};
             stage.show(snapshot);
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

void save(const Shot &shot, const StageOptions &options, const QString &suffix, const QString &folder)
{
    Stage stage(options);
    stage.showFrame();
    stage.settle();
    shot.arrange(stage);
    stage.settle();
    const QImage picture = stage.window().grabWindow();
    const QString file = QDir(folder).filePath(shot.name + suffix + ".png");
    if (picture.isNull() || !picture.save(file)) {
        std::fprintf(stderr, "%s was not saved\n", qPrintable(file));
    }
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
                for (const Shot &shot : shots()) {
                    if ((shot.name + suffix).contains(parser.value("only"))) {
                        save(shot, {.language = language, .theme = theme, .size = size, .pin = "246810"}, suffix, parser.value("out"));
                    }
                }
            }
        }
    }
    const QStringList warnings = UiProgram::takeWarnings();
    return warnings.isEmpty() ? 0 : 2;
}
