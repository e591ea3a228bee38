// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Backup.h"

#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "menshen/app/Words.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>

namespace menshen::ctl {

namespace {

struct BackupArguments {
    std::string folder;
    int keep = 0;
};

struct RestoreArguments {
    std::string backup;
    std::vector<std::string> heads;
};

int report(const Result<BackupEntry> &made, const std::string &folder, const char *remark)
{
    endProgress();
    if (!made)
        return failLedger(made.error());
    std::cout << (std::filesystem::path(folder) / made->file).string() << ": up to entry " << made->upTo.value << ", " << made->bytes
              << " bytes, verified; " << made->removed << " older removed" << remark << '\n';
    return kOk;
}

int backUp(const BackupArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const SystemClock clock;
    const BackupRequest request{arguments.folder, arguments.keep > 0 ? arguments.keep : config->upkeep.keepBackups, "ctl"};
    const auto progress = progressOnTerminal("pages");
    std::error_code error;
    if (!std::filesystem::exists(config->ledgerFile, error))
        return failLedger({ErrorCode::NotFound, config->ledgerFile + ": there is no ledger"}); // and none must be made
    if (isBeingWritten(config->ledgerFile))
        return report(copyLedger(config->ledgerFile, request, clock, progress, stop), arguments.folder,
                      "; not recorded in the ledger, for a station is writing it");
    const auto store = makeKeyStore(config->ledgerKey);
    if (!keysIfAny(*config, *store, "the backup is not recorded in the ledger"))
        return report(copyLedger(config->ledgerFile, request, clock, progress, stop), arguments.folder, "");
    const auto ledger = SqliteLedger::open(settingsOf(*config), *store, clock);
    if (!ledger)
        return failLedger(ledger.error());
    return report((*ledger)->backup(request, progress, stop), arguments.folder, "");
}

void print(const RestoreReport &report, const StationConfig &config)
{
    std::cout << config.ledgerFile << ": restored up to entry " << report.last.value << " of " << localTime(report.lastAt, config.offset)
              << "; new epoch " << hexOf(report.epoch) << '\n';
    if (report.lost)
        std::cout << "LOST: entries " << report.last.value + 1 << " to " << report.lost->seq.value << ", the last of which somebody saw at "
                  << localTime(report.lost->at, config.offset) << '\n'
                  << "已丢失：第 " << report.last.value + 1 << " 至 " << report.lost->seq.value << " 条记录\n";
    else
        std::cout << "What was recorded after that is lost; no kept head tells how much.\n"
                  << "此后的记录已丢失；没有保存的首哈希可说明数量。\n";
}

int restore(const RestoreArguments &arguments, const Program &program)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    auto heads = headsFrom(arguments.heads);
    if (!heads)
        return failLedger(heads.error());
    const auto store = makeKeyStore(config->ledgerKey);
    const auto secret = store->load();
    if (!secret) {
        const bool missing = secret.error().code == ErrorCode::NotFound;
        std::cerr << "menshenctl: with the recovery passphrase: menshenctl keys recover --ledger " << arguments.backup << '\n';
        return failLedger({missing ? ErrorCode::KeyMissing : secret.error().code, secret.error().detail});
    }
    const auto report =
        restoreLedger({arguments.backup, config->ledgerFile, std::move(*heads), "ctl"}, *secret, SystemClock{}, config->offset);
    if (!report)
        return failLedger(report.error());
    print(*report, *config);
    return kOk;
}

} // namespace

void addLedgerBackup(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<BackupArguments>();
    auto *command = group.add_subcommand("backup", "A verified copy into a folder; it opens only with the station's key or the recovery\n"
                                                   "passphrase. Works while a station is running, which then does not record it");
    command->add_option("folder", arguments->folder, "The folder; made when missing")->required();
    command->add_option("--keep", arguments->keep, "How many copies stay there; as in the settings when left out")
        ->check(CLI::Range(1, 10000));
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &stop) { return backUp(*arguments, program, stop); };
    });
}

void addLedgerRestore(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<RestoreArguments>();
    auto *command = group.add_subcommand("restore", "Puts a backup in the place of a lost ledger as a new life of it, and tells what lies\n"
                                                    "between. A ledger that is still there has to be moved away first");
    command->add_option("backup", arguments->backup, "A copy made by a backup; is not touched")->required();
    command->add_option("--heads", arguments->heads, "A file of heads that somebody kept: tell what is lost");
    command->callback(
        [arguments, &program] { program.run = [arguments, &program](const std::stop_token &) { return restore(*arguments, program); }; });
}

} // namespace menshen::ctl
