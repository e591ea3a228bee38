// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/LedgerTools.h"

#include "db/sqlite/ChainWalk.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/KeyStores.h"
#include "menshen/app/Words.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace menshen::ctl {

namespace {

constexpr std::string_view kResumeMark = "menshen-resume-1";

struct VerifyArguments {
    std::vector<std::string> heads;
    std::string resume;
    bool quiet = false;
    bool chainOnly = false;
};

/// Where a walk that was broken off had come to: "menshen-resume-1 <seq> <hash>". Absent: there is no such file.
Result<std::optional<ChainPlace>> placeFrom(const std::string &file)
{
    std::ifstream in(file);
    if (file.empty() || !in)
        return std::optional<ChainPlace>();
    std::string mark, hash;
    ChainPlace place;
    in >> mark >> place.seq.value >> hash;
    const auto parsed = fromHex<EntryHash>(hash);
    if (!in || mark != kResumeMark || !parsed || place.seq.value < 0)
        return Error{ErrorCode::BadInput, file + ": not what a verification left behind; remove it to begin anew"};
    place.hash = *parsed;
    return std::optional(place);
}

Result<void> keepPlace(const std::string &file, const ChainVerdict &verdict)
{
    std::error_code ignored;
    if (!file.empty() && (verdict.complete || !verdict.sound()))
        std::filesystem::remove(file, ignored);
    else if (!file.empty())
        return writeWhole(file, std::string(kResumeMark) + ' ' + std::to_string(verdict.checked.value) + ' ' + hexOf(verdict.hash) + '\n');
    return {};
}

int reportFault(const ChainVerdict &verdict)
{
    std::cout << "FAULT";
    if (verdict.at.value > 0)
        std::cout << " at entry " << verdict.at.value;
    std::cout << ": " << verdict.detail << '\n'
              << word(verdict.fault, Language::Chinese) << '\n'
              << word(verdict.fault, Language::English) << '\n'
              << "whole up to entry " << verdict.checked.value << '\n';
    return kFailed;
}

int report(const ChainVerdict &verdict, const VerifyArguments &arguments, bool keys, std::size_t kept)
{
    if (!verdict.sound())
        return reportFault(verdict);
    if (!verdict.complete) {
        std::cerr << "menshenctl: stopped at entry " << verdict.checked.value << ", sound so far"
                  << (arguments.resume.empty() ? "" : "; the same command goes on from there") << '\n';
        return kFailed;
    }
    if (!arguments.quiet)
        std::cout << "sound: entries 1 to " << verdict.checked.value << ", hash " << shortForm(verdict.hash) << ", " << verdict.heads
                  << " signed heads agreed" << (kept > 0 ? ", " + std::to_string(kept) + " kept by somebody among them" : "")
                  << (keys ? "" : "; without the key: seals not tried") << '\n';
    if (!arguments.quiet && !verdict.detail.empty())
        std::cout << verdict.detail << '\n';
    return kOk;
}

int verify(const VerifyArguments &arguments, const Program &program, const std::stop_token &stop)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    auto heads = headsFrom(arguments.heads);
    if (!heads)
        return failLedger(heads.error());
    const auto place = placeFrom(arguments.resume);
    if (!place)
        return failLedger(place.error());
    const auto store = makeKeyStore(config->ledgerKey);
    const auto keys = keysIfAny(*config, *store, "seals are not tried");
    const auto kept = heads->size();
    const auto walk = ChainWalk::open(config->ledgerFile, {std::move(*heads), keys, *place, !arguments.chainOnly});
    if (!walk)
        return failLedger(walk.error());
    const auto verdict = (*walk)->run(arguments.quiet ? UpkeepProgressSink() : progressOnTerminal("entries"), stop);
    endProgress();
    if (!verdict)
        return failLedger(verdict.error());
    if (const auto written = keepPlace(arguments.resume, *verdict); !written)
        return failLedger(written.error());
    return report(*verdict, arguments, keys != nullptr, kept);
}

} // namespace

void addLedgerVerify(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<VerifyArguments>();
    auto *command = group.add_subcommand("verify", "Walks the whole chain: every hash, link, signed head and seal, then holds the tables\n"
                                                   "that people are shown against it; names the first entry that is wrong. Works while\n"
                                                   "a station is running");
    command->add_option("--heads", arguments->heads, "A file of heads that somebody kept: what they saw must still be there");
    command->add_option("--resume", arguments->resume, "Where to note how far it came when it is stopped, and to go on from");
    command->add_flag("--chain-only", arguments->chainOnly, "Do not hold the tables that people are shown against the journal: quicker");
    command->add_flag("--quiet", arguments->quiet, "Only faults are told");
    command->callback([arguments, &program] {
        program.run = [arguments, &program](const std::stop_token &stop) { return verify(*arguments, program, stop); };
    });
}

} // namespace menshen::ctl
