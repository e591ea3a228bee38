// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/Program.h"

#include "drivers/config/ConfigFiles.h"
#include "drivers/couriers/SmsText.h"
#include "drivers/duty/DutyServer.h"
#include "drivers/secrets/KeyStores.h"
#include "drivers/secrets/TlsFiles.h"
#include "src/main/common/DutyAddress.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

namespace menshen::ctl {

namespace {

std::string lineText(const ModbusLine &line)
{
    return line.tcp ? line.tcp->host + ':' + std::to_string(line.tcp->port) : line.serial->device;
}

std::string courierText(const std::vector<CourierSettings> &couriers)
{
    std::string text;
    for (const auto &courier : couriers)
        text += (text.empty() ? "" : ", ") + courier.id;
    return text.empty() ? "NONE: alerts are told at the station only" : text;
}

/// With what a telephone has to show as the certificate's fingerprint. Nothing is made here: that is the station's first start.
std::string dutyText(const std::optional<StationConfig::DutyPart> &duty)
{
    if (!duty)
        return "none: messages carry no link";
    const bool own = duty->certificate.empty();
    const auto shown = readTlsIdentity(own ? duty->ownFile : duty->certificate, own ? duty->ownFile : duty->key);
    if (shown)
        return dutyAddress(*duty) + ", certificate SHA-256 " + shown->fingerprint;
    return dutyAddress(*duty) + (own && shown.error().code == ErrorCode::NotFound ? ", certificate made by the station's first start"
                                                                                  : ", NO certificate: " + shown.error().detail);
}

/// How many characters the address is too long for a link that an SMS can carry; 0: it is not, or nobody sends any.
std::size_t tooLongForSms(const StationConfig &config)
{
    const bool sends = std::ranges::any_of(
        config.couriers, [](const CourierSettings &courier) { return std::holds_alternative<SmsSettings>(courier.channel); });
    if (!config.duty || !sends)
        return 0;
    const auto length = linkAddress(dutyAddress(*config.duty), std::string(LinkTokens::kLength, 'x')).size();
    return length - std::min(length, kLongestSmsLink);
}

void printSummary(const StationConfig &config)
{
    std::cout << "OK\n"
              << "station:     " << config.stationName << '\n'
              << "plan:        " << config.plan.id << ", response level " << config.plan.responseLevel << ", fever from "
              << config.plan.temperature.feverLine.degrees << " °C, " << config.plan.questions.size() << " questions\n"
              << "thermometer: "
              << (config.thermometer ? config.thermometer->profile.id + " at " + lineText(config.thermometer->line)
                                     : "none: typed in by hand")
              << '\n'
              << "camera:      " << (config.camera ? config.camera->source : "none") << '\n'
              << "gate:        " << (config.gate ? config.gate->profile.id + " at " + lineText(config.gate->line) : "none: opened by hand")
              << '\n'
              << "siren:       "
              << (config.siren ? config.siren->profile.id + " at " + lineText(config.siren->line) : "none: the loudspeaker only") << '\n'
              << "couriers:    " << courierText(config.couriers) << '\n'
              << "duty page:   " << dutyText(config.duty) << '\n'
              << "calibration: " << config.calibration.id.value
              << (config.calibration.isDefault ? " (nobody has calibrated this site)" : "") << '\n'
              << "ledger:      " << config.ledgerFile << ", opened by " << makeKeyStore(config.ledgerKey)->description() << '\n'
              << "backups:     "
              << (config.upkeep.backupFolder.empty()
                      ? "NONE: no backup_folder"
                      : std::to_string(config.upkeep.keepBackups) + " nightly ones in " + config.upkeep.backupFolder)
              << '\n'
              << "retention:   "
              << (config.plan.retentionDays > 0 ? std::to_string(config.plan.retentionDays) + " days, then personal data is destroyed"
                                                : "personal data is never destroyed by itself")
              << '\n'
              << "staff:       " << config.staff.size() << '\n';
}

int checkConfig(const Program &program)
{
    const auto config = loadStationConfig(program.config);
    if (!config) {
        std::cerr << config.error().detail << '\n'; // bare lines, as editors jump to them
        return kUsage;
    }
    printSummary(*config);
    if (const auto length = tooLongForSms(*config); length > 0)
        std::cerr << "menshenctl: duty.address is too long by " << length << ": an SMS has no room for its links\n";
    return kOk;
}

} // namespace

void addConfigCheck(CLI::App &group, Program &program)
{
    group.add_subcommand("check", "Reads the settings and every file that they name; prints a summary, or all problems")
        ->callback([&program] { program.run = [&program](const std::stop_token &) { return checkConfig(program); }; });
}

} // namespace menshen::ctl
