// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/LedgerTools.h"

#include "db/sqlite/LedgerState.h"
#include "drivers/config/ConfigFiles.h"
#include "drivers/documents/QrCode.h"
#include "menshen/app/Words.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace menshen::ctl {

namespace {

struct HeadArguments {
    std::string out, qr;
};

int showHead(const HeadArguments &arguments, const Program &program)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const auto state = ledgerState(config->ledgerFile);
    if (!state)
        return failLedger(state.error());
    if (!state->head)
        return failLedger({ErrorCode::NotFound, config->ledgerFile + ": no head was signed yet"});
    const auto text = headText(*state->head);
    if (!arguments.out.empty())
        if (const auto written = writeWhole(arguments.out, text + '\n'); !written)
            return fail(written.error(), kFailed);
    if (!arguments.qr.empty())
        if (const auto written = writeQrPng(arguments.qr, text); !written)
            return fail(written.error(), kFailed);
    std::cout << text << '\n';
    return kOk;
}

void printTimes(const LedgerState &state, UtcOffset offset)
{
    std::cout << "verified:  "
              << (state.verified
                      ? localTime(state.verified->at, offset) + ", " +
                            (state.verified->verdict.sound() ? "sound up to entry " + std::to_string(state.verified->verdict.checked.value)
                                                             : "FAULT at entry " + std::to_string(state.verified->verdict.at.value) + ": " +
                                                                   word(state.verified->verdict.fault, Language::English))
                      : "never")
              << '\n'
              << "backup:    "
              << (state.backup ? localTime(state.backup->at, offset) + ", " + state.backup->entry.file + ", up to entry " +
                                     std::to_string(state.backup->entry.upTo.value)
                               : "never")
              << '\n';
}

int showState(const Program &program)
{
    const auto config = loadStationConfig(program.config);
    if (!config)
        return fail(config.error(), kUsage);
    const auto state = ledgerState(config->ledgerFile);
    if (!state)
        return failLedger(state.error());
    std::cout << "ledger:    " << config->ledgerFile << '\n'
              << "station:   " << hexOf(state->station) << '\n'
              << "epoch:     " << hexOf(state->epoch) << '\n'
              << "entries:   " << state->seq.value << ", hash " << shortForm(state->hash) << '\n'
              << "head:      "
              << (state->head ? "no. " + std::to_string(state->head->number) + " on entry " + std::to_string(state->head->seq.value) +
                                    ", signed " + localTime(state->head->at, config->offset)
                              : "none")
              << '\n';
    printTimes(*state, config->offset);
    std::cout << "days:      " << state->daysSealed << " sealed" << (state->oldestSealed ? " since " + isoDay(*state->oldestSealed) : "")
              << ", " << state->daysDestroyed << " destroyed\n";
    return kOk;
}

} // namespace

void addLedgerHead(CLI::App &group, Program &program)
{
    auto arguments = std::make_shared<HeadArguments>();
    auto *command = group.add_subcommand("head", "The newest signed head: keep it elsewhere, and nobody can cut or rewrite the ledger\n"
                                                 "unnoticed. Works while a station is running");
    command->add_option("--out", arguments->out, "Also into this file, for verify --heads");
    command->add_option("--qr", arguments->qr, "Also as QR code into this PNG");
    command->callback(
        [arguments, &program] { program.run = [arguments, &program](const std::stop_token &) { return showHead(*arguments, program); }; });
}

void addLedgerState(CLI::App &group, Program &program)
{
    group.add_subcommand("state", "Station, newest entry and head, last verification and backup, days. Works while a station is running")
        ->callback([&program] { program.run = [&program](const std::stop_token &) { return showState(program); }; });
}

} // namespace menshen::ctl
