// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <functional>
#include <stop_token>
#include <string>

namespace CLI {
class App;
}

namespace menshen::ctl {

/// What menshenctl tells its caller; also printed by --help.
enum Exit : int { kOk = 0, kFailed = 1, kUsage = 2, kUnavailable = 3 };

/// What is known after the command line was read.
struct Program {
    std::string config = "config/station.toml";
    bool configGiven = false;
    std::function<int(std::stop_token)> run; ///< the command that was chosen; returns an Exit
};

// Each adds its command to the command line; a command that is chosen puts itself into `program.run`.
void addConfigCheck(CLI::App &group, Program &program);
void addCourierTest(CLI::App &group, Program &program);
void addDevicesProbe(CLI::App &group, Program &program);
void addForms(CLI::App &app, Program &program);
void addKeys(CLI::App &group, Program &program);
void addLeadingGroup(CLI::App &group, Program &program);
void addLedgerBackup(CLI::App &group, Program &program);
void addLedgerCertificate(CLI::App &group, Program &program);
void addLedgerExport(CLI::App &group, Program &program);
void addLedgerHead(CLI::App &group, Program &program);
void addLedgerPurge(CLI::App &group, Program &program);
void addLedgerRebuild(CLI::App &group, Program &program);
void addLedgerRestore(CLI::App &group, Program &program);
void addLedgerState(CLI::App &group, Program &program);
void addLedgerVerify(CLI::App &group, Program &program);
void addReportDaily(CLI::App &group, Program &program);
void addReportDue(CLI::App &group, Program &program);
void addRoster(CLI::App &group, Program &program);
void addEyeDetect(CLI::App &group, Program &program);
void addEyeEval(CLI::App &group, Program &program);

/// Prints every line of the error to standard error and returns `code`.
int fail(const Error &error, Exit code);

} // namespace menshen::ctl
