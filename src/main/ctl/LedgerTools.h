// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/SqliteLedger.h"
#include "menshen/app/StationConfig.h"
#include "menshen/core/Chain.h"
#include "menshen/ports/LedgerUpkeep.h"
#include "src/main/ctl/Program.h"

#include <memory>
#include <string>
#include <vector>

namespace menshen::ctl {

// What the commands on the ledger share.

[[nodiscard]] LedgerSettings settingsOf(const StationConfig &config);

/// The opened keys, or none and a sentence on standard error why what needs them will not be done.
[[nodiscard]] std::shared_ptr<KeyRing> keysIfAny(const StationConfig &config, StationKeyStore &store, const char *without);

/// Prints the error and, in both languages, what it means; returns kUnavailable when the ledger cannot be used as it is, kFailed
/// when only this could not be done.
int failLedger(const Error &error);

/// Heads that somebody kept: one a line, lines with # are remarks. BadInput naming file and line.
[[nodiscard]] Result<std::vector<LedgerHead>> headsFrom(const std::vector<std::string> &files);

/// Replaces a small text file as a whole. Storage.
[[nodiscard]] Result<void> writeWhole(const std::string &path, const std::string &text);

/// Counts on standard error where that is a terminal; wiped by endProgress.
[[nodiscard]] UpkeepProgressSink progressOnTerminal(const char *what);
void endProgress();

/// "2026-03-01" as an option was given. BadInput naming the option.
[[nodiscard]] Result<HallDay> dayOption(const std::string &text, const char *option);

/// Asks for the office's PIN on the terminal, or reads it as a line of standard input. Denied when none was given.
[[nodiscard]] Result<Passphrase> askedOfficePin();

/// Asks for it and holds it against the station's. Denied.
[[nodiscard]] Result<void> officePin(const StationConfig &config, const Clock &clock);

/// Appends to the ledger of a station that stands still, and waits until it is durable; signs a head, so that it covers this.
[[nodiscard]] Result<Receipt> appendTo(const StationConfig &config, StationKeyStore &store, const Clock &clock, Entry entry,
                                       const std::string &actor);

/// Whether some program writes this ledger now.
[[nodiscard]] bool isBeingWritten(const std::string &ledger);

} // namespace menshen::ctl
