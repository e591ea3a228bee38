// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerKeys.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "src/main/common/SystemClock.h"
#include "src/main/ctl/LedgerTools.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <unistd.h>

namespace menshen::ctl {

namespace {

struct KeysArguments {
    std::string ledger; ///< instead of the station's: a backup
    std::string out;    ///< where the new key goes when the station's store cannot be written
};

/// What every command on keys begins with.
struct Opened {
    StationConfig config;
    std::string ledger;
    std::unique_ptr<StationKeyStore> store;
};

Result<Opened> opened(const KeysArguments &arguments, const Program &program)
{
    auto config = loadStationConfig(program.config);
    if (!config)
        return Error{ErrorCode::BadConfig, config.error().detail};
    Opened opened{std::move(*config), {}, nullptr};
    opened.ledger = arguments.ledger.empty() ? opened.config.ledgerFile : arguments.ledger;
    opened.store = makeKeyStore(opened.config.ledgerKey);
    if (!arguments.out.empty())
        opened.store = std::make_unique<KeyHandover>(std::move(opened.store), arguments.out);
    return opened;
}

/// Passphrases never stand on the command line, where every process could read them.
Result<Passphrase> asked(const char *which, bool twice)
{
    if (::isatty(STDIN_FILENO) == 1)
        std::cerr << which << '\n';
    return askedPassphrase(STDIN_FILENO, twice);
}

/// A store without a secret is a key that is missing.
Error missing(const Error &error) { return {error.code == ErrorCode::NotFound ? ErrorCode::KeyMissing : error.code, error.detail}; }

/// The new secret of a station that is opened by a passphrase; none where a random key is made.
Result<std::optional<StationSecret>> freshPassphrase(const StationConfig &config)
{
    if (config.ledgerKey.kind != KeySource::Kind::Passphrase)
        return std::optional<StationSecret>();
    auto passphrase = asked("The station's new passphrase, at least 12 characters:", true);
    if (!passphrase)
        return Error{ErrorCode::BadInput, passphrase.error().detail};
    return std::optional(StationSecret{std::nullopt, std::move(*passphrase)});
}

int reported(const Result<void> &done, const std::string &what)
{
    if (!done)
        return failLedger(done.error());
    std::cout << what << '\n';
    return kOk;
}

int status(const KeysArguments &arguments, const Program &program)
{
    const auto keys = opened(arguments, program);
    if (!keys)
        return fail(keys.error(), kUsage);
    const auto secret = keys->store->load();
    const auto found = keyStatus(keys->ledger, secret ? std::optional(*secret) : std::nullopt);
    if (!found)
        return failLedger(found.error());
    std::cout << "ledger:    " << keys->ledger << '\n'
              << "station:   " << hexOf(found->station) << '\n'
              << "signs as:  " << hexOf(found->signingKey) << '\n'
              << "opened by: " << (found->stationSlot == KeySlot::Kind::Key ? "a key" : "a passphrase") << "; this station has "
              << keys->store->description()
              << (!secret        ? ", which is not there"
                  : found->opens ? ", which opens it"
                                 : ", which does NOT open it")
              << '\n'
              << "recovery:  " << (found->recoverySet ? "a passphrase is set" : "NO passphrase is set (menshenctl keys set-recovery)")
              << '\n'
              << (found->unfinished ? "rotation:  was interrupted; the station's next start ends it\n" : "")
              << "day keys:  " << found->dayKeys << ", destroyed " << found->destroyedKeys << '\n';
    if (found->opens)
        return kOk;
    return failLedger(!secret ? missing(secret.error())
                              : Error{ErrorCode::WrongKey, keys->store->description() + " does not open " + keys->ledger});
}

int setRecoveryPassphrase(const KeysArguments &arguments, const Program &program)
{
    const auto keys = opened(arguments, program);
    if (!keys)
        return fail(keys.error(), kUsage);
    if (const auto secret = keys->store->load(); !secret && secret.error().code != ErrorCode::NotFound)
        return failLedger(secret.error()); // asked for first where it is a passphrase, too
    const auto recovery = asked("The new recovery passphrase, at least 12 characters:", true);
    if (!recovery)
        return failLedger({ErrorCode::BadInput, recovery.error().detail});
    return reported(setRecovery(keys->ledger, *keys->store, *recovery), "the recovery passphrase is set: keep it where the station is not");
}

int rotate(const KeysArguments &arguments, const Program &program)
{
    const auto keys = opened(arguments, program);
    if (!keys)
        return fail(keys.error(), kUsage);
    if (const auto old = keys->store->load(); !old)
        return failLedger(missing(old.error()));
    const auto fresh = freshPassphrase(keys->config);
    if (!fresh)
        return failLedger(fresh.error());
    return reported(rotateKeys(keys->ledger, *keys->store, SystemClock{}, keys->config.offset, *fresh),
                    "every key is wrapped anew; " + keys->store->description() +
                        "\nbackups made before open with the old secret: make a new one and let the old ones go");
}

int recover(const KeysArguments &arguments, const Program &program)
{
    const auto keys = opened(arguments, program);
    if (!keys)
        return fail(keys.error(), kUsage);
    const auto recovery = asked("The recovery passphrase:", false);
    if (!recovery)
        return failLedger({ErrorCode::BadInput, recovery.error().detail});
    const auto fresh = freshPassphrase(keys->config);
    if (!fresh)
        return failLedger(fresh.error());
    return reported(recoverKeys(keys->ledger, *recovery, *keys->store, *fresh),
                    keys->ledger + " has a new station secret; " + keys->store->description());
}

CLI::App *addCommand(CLI::App &group, Program &program, const char *name, const char *description,
                     int (*run)(const KeysArguments &, const Program &), const std::shared_ptr<KeysArguments> &arguments)
{
    auto *command = group.add_subcommand(name, description);
    command->callback([arguments, run, &program] {
        program.run = [arguments, run, &program](const std::stop_token &) { return run(*arguments, program); };
    });
    return command;
}

void addOut(CLI::App *command, const std::shared_ptr<KeysArguments> &arguments)
{
    command->add_option("--out", arguments->out,
                        "Write the new key into this file, where an administrator has to put it in place himself (a systemd credential)");
}

void addLedger(CLI::App *command, const std::shared_ptr<KeysArguments> &arguments)
{
    command->add_option("--ledger", arguments->ledger, "A backup, instead of the station's ledger");
}

} // namespace

void addKeys(CLI::App &group, Program &program)
{
    const auto arguments = std::make_shared<KeysArguments>();
    addLedger(addCommand(group, program, "status",
                         "Whose the ledger is, what opens it, whether this station's secret does. Works while a station\nis running",
                         status, arguments),
              arguments);
    addCommand(group, program, "set-recovery",
               "Sets or replaces the recovery passphrase, which is asked for (or read as a line of standard\n"
               "input, after the station's own if that is one). Needs the station stopped",
               setRecoveryPassphrase, arguments);
    addOut(addCommand(group, program, "rotate", "A new secret for the station, every key wrapped anew. Needs the station stopped", rotate,
                      arguments),
           arguments);
    auto *recovery = addCommand(group, program, "recover",
                                "The station's secret is lost: opens the ledger with the recovery passphrase and gives it a new\n"
                                "one. Needs the station stopped",
                                recover, arguments);
    addOut(recovery, arguments);
    addLedger(recovery, arguments);
}

} // namespace menshen::ctl
