// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>

namespace menshen::ctl {

namespace {

int rebuild(const Program &program)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    std::error_code error;
    if (!std::filesystem::exists(config->ledgerFile, error))
        return failLedger({ErrorCode::NotFound, config->ledgerFile + ": there is no ledger"});
    const auto store = makeKeyStore(config->ledgerKey);
    if (const auto rebuilt = SqliteLedger::rebuildProjections(settingsOf(*config), *store, SystemClock{}); !rebuilt)
        return failLedger(rebuilt.error());
    std::cout << config->ledgerFile << ": every table was built anew from the journal\n";
    return kOk;
}

} // namespace

void addLedgerRebuild(CLI::App &group, Program &program)
{
    group.add_subcommand("rebuild", "Builds every table that the screens read anew from the journal. Needs the station stopped")
        ->callback([&program] { program.run = [&program](const std::stop_token &) { return rebuild(program); }; });
}

} // namespace menshen::ctl
