// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Certificates.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "menshen/app/Words.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/CertificateFile.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <iostream>

namespace menshen::ctl {

namespace {

struct PurgeArguments {
    std::string before, grounds, certificate;
    bool dryRun = false, yes = false;
};

struct CertificateArguments {
    std::int64_t entry = 0;
    std::string out;
};

void printTable(const DestructionEntry &entry)
{
    std::printf("%-12s %8s %10s %10s\n", "day", "key", "entries", "visits");
    std::int64_t entries = 0;
    std::int64_t visits = 0;
    for (const auto &day : entry.days) {
        entries += day.entries;
        visits += day.visits;
        std::printf("%-12s %8lld %10lld %10lld\n", isoDay(day.day).c_str(), static_cast<long long>(day.key),
                    static_cast<long long>(day.entries), static_cast<long long>(day.visits));
    }
    std::printf("%-12s %8s %10lld %10lld\n", "total", "", static_cast<long long>(entries), static_cast<long long>(visits));
    std::fflush(stdout);
}

int printCertificate(const StationConfig &config, EntrySeq entry, const std::string &out)
{
    auto facts = certificateFacts(config.ledgerFile, entry);
    if (!facts)
        return failLedger(facts.error());
    facts->stationName = config.stationName;
    facts->offset = config.offset;
    if (const auto written = writeCertificateFile(out, *facts); !written)
        return fail(written.error(), kFailed);
    std::cout << out << ": certificate of entry " << facts->receipt.seq.value << '\n';
    return kOk;
}

/// What was destroyed in the ledger must not live on in older copies of it.
int replaceBackups(SqliteLedger &ledger, const StationConfig &config, const std::stop_token &stop)
{
    if (config.upkeep.backupFolder.empty()) {
        std::cerr << "menshenctl: backups made before still hold the keys that were destroyed; no backup folder is set: remove them "
                     "yourself\n";
        return kOk;
    }
    const auto made = ledger.backup({config.upkeep.backupFolder, config.upkeep.keepBackups, "purge"}, progressOnTerminal("pages"), stop);
    endProgress();
    if (!made) {
        std::cerr << "menshenctl: the days are destroyed, but backups made before still hold their keys until the next backup\n";
        return failLedger(made.error()) == kOk ? kOk : kFailed;
    }
    std::cout << "backup " << made->file << " made, " << made->removed << " older removed\n";
    return kOk;
}

Result<PurgeRequest> requestOf(const PurgeArguments &arguments, const StationConfig &config)
{
    const auto before = dayOption(arguments.before, "--before");
    if (!before)
        return before.error();
    const auto today = hallDayOf(SystemClock{}.wall(), config.offset);
    if (*before > today)
        return Error{ErrorCode::BadInput,
                     "--before: " + arguments.before + ": at most today, " + isoDay(today) + "; only days that are over are destroyed"};
    return PurgeRequest{*before, arguments.dryRun || !arguments.yes,
                        "ctl",   arguments.grounds.empty() ? "by hand: before " + arguments.before : arguments.grounds,
                        0,       true};
}

int destroy(SqliteLedger &ledger, const PurgeRequest &request, const PurgeArguments &arguments, const StationConfig &config,
            const std::stop_token &stop)
{
    const auto destroyed = ledger.purge(request);
    if (!destroyed)
        return failLedger(destroyed.error());
    if (destroyed->entry.days.empty()) {
        std::cout << "nothing to destroy before " << arguments.before << '\n';
        return kOk;
    }
    printTable(destroyed->entry);
    if (arguments.dryRun) {
        std::cout << "dry run: nothing was destroyed\n";
        return kOk;
    }
    if (!arguments.yes) {
        std::cerr << "menshenctl: nothing was destroyed: what is destroyed is gone for ever; say --yes\n"
                  << "menshenctl: 尚未销毁：销毁后无法恢复；确认请加 --yes\n";
        return kUsage;
    }
    std::cout << "destroyed; entry " << destroyed->receipt.value_or(Receipt{}).seq.value << ", " << destroyed->entry.marks
              << " index marks wiped\n";
    const int backups = replaceBackups(ledger, config, stop);
    ledger.stop(); // signs the head that the certificate shows
    const int printed =
        arguments.certificate.empty() ? kOk : printCertificate(config, destroyed->receipt.value_or(Receipt{}).seq, arguments.certificate);
    return backups != kOk ? backups : printed;
}

int purge(const PurgeArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const auto request = requestOf(arguments, *config);
    if (!request)
        return fail(request.error(), kUsage);
    std::error_code error;
    if (!std::filesystem::exists(config->ledgerFile, error))
        return failLedger({ErrorCode::NotFound, config->ledgerFile + ": there is no ledger"}); // and none must be made
    const auto store = makeKeyStore(config->ledgerKey);
    const SystemClock clock;
    const auto ledger = SqliteLedger::open(settingsOf(*config), *store, clock);
    return ledger ? destroy(**ledger, *request, arguments, *config, stop) : failLedger(ledger.error());
}

int certificate(const CertificateArguments &arguments, const Program &program)
{
    const auto config = loadStationConfig(program.config);
    return config ? printCertificate(*config, EntrySeq{arguments.entry}, arguments.out) : fail(config.error(), kUsage);
}

} // namespace

void addLedgerPurge(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<PurgeArguments>();
    auto *command = group.add_subcommand("purge", "Destroys the personal data of the days before a day for ever; entries, statistics and\n"
                                                  "the chain stay. Needs the station stopped");
    command->add_option("--before", arguments->before, "The first day that stays, YYYY-MM-DD")->required();
    auto *dryRun = command->add_flag("--dry-run", arguments->dryRun, "Only show what would go");
    command->add_flag("--yes", arguments->yes, "Really destroy; without it the days are shown and nothing is done")->excludes(dryRun);
    command->add_option("--grounds", arguments->grounds, "By which rule, for the certificate; no personal data");
    command->add_option("--certificate", arguments->certificate, "Print the certificate into this PDF")->excludes(dryRun);
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &stop) { return purge(*arguments, program, stop); };
    });
}

void addLedgerCertificate(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<CertificateArguments>();
    auto *command =
        group.add_subcommand("certificate", "Prints the certificate of a destruction (again). Works while a station is running");
    command->add_option("--entry", arguments->entry, "The entry of the destruction; the newest one when left out")
        ->check(CLI::PositiveNumber);
    command->add_option("--out", arguments->out, "The PDF to write")->required();
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &) { return certificate(*arguments, program); };
    });
}

} // namespace menshen::ctl
