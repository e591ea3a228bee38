// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/camera/OpenCvCamera.h"
#include "src/main/common/NoCoreDumps.h"
#include "src/main/ctl/Program.h"
#include "src/main/ctl/StopOnSignal.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <iostream>

namespace {

using namespace menshen::ctl;

constexpr auto kFooter = "--config FILE may stand before or after the command.\n"
                         "Exit codes: 0 done; 1 what was asked for failed or was stopped, or the chain has a fault;\n"
                         "            2 bad arguments or settings; 3 a device, a courier's server, the ledger or its key is not available.";

CLI::App &addGroup(CLI::App &app, const char *name, const char *description)
{
    auto &group = *app.add_subcommand(name, description);
    group.require_subcommand(1);
    return group;
}

void addLedger(CLI::App &group, Program &program)
{
    addLedgerState(group, program);
    addLedgerVerify(group, program);
    addLedgerHead(group, program);
    addLedgerExport(group, program);
    addLedgerBackup(group, program);
    addLedgerRestore(group, program);
    addLedgerPurge(group, program);
    addLedgerCertificate(group, program);
    addLedgerRebuild(group, program);
}

void addReport(CLI::App &group, Program &program)
{
    addReportDaily(group, program);
    addReportDue(group, program);
}

void addEye(CLI::App &group, Program &program)
{
    addEyeDetect(group, program);
    addEyeEval(group, program);
}

/// So that --config is understood wherever it stands and every --help tells the exit codes.
void settle(CLI::App &app)
{
    app.footer(kFooter);
    for (auto *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        command->fallthrough();
        settle(*command);
    }
}

} // namespace

int main(int argc, char **argv)
try {
    menshen::leaveNoCoreDumps();
    menshen::OpenCvCamera::prepareEnvironment(); // before the first other thread
    Program program;
    CLI::App app{"Menshen's command line: settings, devices, couriers, ledger, reports, keys and eye of a station."};
    app.set_version_flag("--version", MENSHEN_VERSION);
    app.require_subcommand(1);
    const auto *config = app.add_option("--config", program.config, "The station's settings")->capture_default_str();
    addConfigCheck(addGroup(app, "config", "Settings"), program);
    addDevicesProbe(addGroup(app, "devices", "Thermometer and camera"), program);
    addCourierTest(addGroup(app, "courier", "Mail, robots, webhook, SMS"), program);
    addLedger(addGroup(app, "ledger", "What was recorded at the door"), program);
    addReport(addGroup(app, "report", "What the leading group is told day by day"), program);
    addLeadingGroup(addGroup(app, "group", "The register of the leading group"), program);
    addRoster(addGroup(app, "roster", "The duty roster: who is on duty when"), program);
    addForms(app, program);
    addKeys(addGroup(app, "keys", "What opens the ledger"), program);
    addEye(addGroup(app, "eye", "The mask detector"), program);
    settle(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? kOk : kUsage;
    }
    program.configGiven = config->count() > 0;
    const StopOnSignal signals;
    return program.run(signals.token());
} catch (const std::exception &error) {
    std::cerr << "menshenctl: " << error.what() << '\n';
    return kFailed;
}
