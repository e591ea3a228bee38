// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/config/ConfigFiles.h"
#include "menshen/app/Words.h"
#include "src/main/common/NoCoreDumps.h"
#include "src/main/station/Rehearsal.h"
#include "src/main/station/SelfTest.h"
#include "src/main/station/StationProgram.h"
#include "ui/RefusalWindow.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

using namespace menshen;

namespace {

enum Exit { kOk = 0, kFailed = 1, kUsage = 2, kUnavailable = 3 };

struct Arguments {
    std::string config = "config/station.toml";
    bool selfTest = false;
    bool windowed = false;
    RehearsalSettings rehearsal;
    std::string size;
    FramePace::Steady::time_point began = FramePace::Steady::now();
};

/// SIGINT and SIGTERM end the event loop, so that the ledger is closed and the station's end recorded.
class QuitOnSignal {
public:
    QuitOnSignal()
    {
        sigset_t wanted;
        sigemptyset(&wanted);
        sigaddset(&wanted, SIGINT);
        sigaddset(&wanted, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &wanted, nullptr);
        m_descriptor = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~QuitOnSignal() { ::close(m_descriptor); }
    QuitOnSignal(const QuitOnSignal &) = delete;
    QuitOnSignal &operator=(const QuitOnSignal &) = delete;

    void listen()
    {
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, [] { QCoreApplication::quit(); });
    }

private:
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

int exitCodeFor(const Error &error)
{
    return error.code == ErrorCode::BadConfig || error.code == ErrorCode::NotFound ? kUsage : kUnavailable;
}

int fail(const Error &error)
{
    std::fprintf(stderr, "menshen: %s\n", error.detail.c_str());
    return exitCodeFor(error);
}

void resizeTo(QQuickWindow &window, const std::string &size)
{
    int width = 0;
    int height = 0;
    if (std::sscanf(size.c_str(), "%dx%d", &width, &height) == 2) {
        window.resize(width, height);
    }
}

/// The ledger cannot be used: says so in both languages on standard error and, where people look, on the screen. A kiosk that
/// stays blank tells nobody what to do.
int refuse(const Error &error, const Arguments &arguments, const StationConfig &config, QuitOnSignal &quit)
{
    std::fprintf(stderr, "menshen: %s\nmenshen: %s\nmenshen: %s\n", error.detail.c_str(), word(error.code, Language::Chinese).c_str(),
                 word(error.code, Language::English).c_str());
    spdlog::critical("refused to start: {}", error.detail);
    if (arguments.rehearsal.wanted()) {
        return kUnavailable;
    }
    RefusalWindow window(config, error, arguments.windowed);
    if (window.load()) {
        quit.listen();
        QGuiApplication::exec();
    }
    return kUnavailable;
}

int runStation(const Arguments &arguments, const StationConfig &config, QuitOnSignal &quit)
{
    std::unique_ptr<Rehearsal> rehearsal; // outlives the program, whose engine tells it what it sees
    auto program = StationProgram::open(config, arguments.windowed, arguments.began);
    if (!program) {
        return refuse(program.error(), arguments, config, quit);
    }
    if (arguments.rehearsal.wanted()) {
        rehearsal = std::make_unique<Rehearsal>(arguments.rehearsal, **program);
        (*program)->observe(rehearsal->snapshotSink());
    }
    if (const auto started = (*program)->start(); !started) {
        return fail(started.error());
    }
    if (!arguments.size.empty()) {
        resizeTo(*(*program)->ui().window(), arguments.size);
    }
    quit.listen();
    if (rehearsal) {
        rehearsal->start();
    }
    const int code = QGuiApplication::exec();
    if (rehearsal) {
        rehearsal->stop(); // the robot's hands are off before its window goes
    }
    (*program)->stop();
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    leaveNoCoreDumps();
    Arguments arguments;
    CLI::App app{"Menshen, the entry-screening station.\n"
                 "Exit codes: 0 ended as asked; 1 the self-test or the rehearsal failed; 2 bad arguments or settings; "
                 "3 the ledger, its key or the screens cannot be used."};
    app.add_option("--config", arguments.config, "The station's settings")->capture_default_str();
    app.add_flag("--self-test", arguments.selfTest, "Try ledger, models and screens, then exit");
    app.add_flag("--windowed", arguments.windowed, "An ordinary window that may be closed without the PIN");
    app.add_option("--size", arguments.size, "The window's size, e.g. 1280x800")->needs("--windowed");
    auto *rehearse =
        app.add_option("--rehearse", arguments.rehearsal.day, "Play this day of simulated people with a robot guard, then exit");
    app.add_option("--sim", arguments.rehearsal.simulator, "The running simulator, e.g. http://127.0.0.1:8099")->needs(rehearse);
    app.add_option("--out", arguments.rehearsal.out, "Where the rehearsal leaves lines.txt and screens/")->needs(rehearse);
    app.add_option("--people", arguments.rehearsal.people, "Only the first so many people")->needs(rehearse);
    app.add_flag("!--no-pictures", arguments.rehearsal.pictures, "Take no pictures of the screens")->needs(rehearse);
    app.set_version_flag("--version", MENSHEN_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? kOk : kUsage;
    }

    const auto config = loadStationConfig(arguments.config);
    if (!config) {
        return fail(config.error());
    }
    QuitOnSignal quit;
    openLog(config->logFile);
    OpenCvCamera::prepareEnvironment(); // both before the first other thread
    UiShell::prepareEnvironment();
    QGuiApplication gui(argc, argv);
    QGuiApplication::setApplicationName("menshen");
    QGuiApplication::setApplicationVersion(MENSHEN_VERSION);
    return arguments.selfTest ? runSelfTest(*config) : runStation(arguments, *config, quit);
}
