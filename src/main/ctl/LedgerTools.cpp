// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/LedgerTools.h"

#include "db/sqlite/LedgerFile.h"
#include "drivers/secrets/KeyStores.h"
#include "drivers/secrets/PinFile.h"
#include "menshen/app/Words.h"

#include <filesystem>
#include <fstream>
#include <future>
#include <iostream>
#include <unistd.h>

namespace menshen::ctl {

LedgerSettings settingsOf(const StationConfig &config)
{
    LedgerSettings settings;
    settings.path = config.ledgerFile;
    settings.offset = config.offset;
    return settings;
}

std::shared_ptr<KeyRing> keysIfAny(const StationConfig &config, StationKeyStore &store, const char *without)
{
    auto keys = KeyRing::open(config.ledgerFile, store);
    if (keys)
        return *keys;
    std::cerr << "menshenctl: without the key, " << without << ": " << keys.error().detail << '\n';
    return nullptr;
}

int failLedger(const Error &error)
{
    fail(error, kFailed);
    for (const auto language : {Language::Chinese, Language::English})
        std::cerr << "menshenctl: " << word(error.code, language) << '\n';
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Storage:
    case ErrorCode::Damaged:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::SchemaTooOld:
    case ErrorCode::KeyMissing:
    case ErrorCode::WrongKey:
    case ErrorCode::WrongStation:
        return kUnavailable;
    case ErrorCode::BadInput:
    case ErrorCode::BadConfig:
        return kUsage;
    default:
        return kFailed;
    }
}

Result<std::vector<LedgerHead>> headsFrom(const std::vector<std::string> &files)
{
    std::vector<LedgerHead> heads;
    for (const auto &file : files) {
        std::ifstream in(file);
        if (!in)
            return Error{ErrorCode::BadInput, file + ": cannot be read"};
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
                line.pop_back();
            if (line.empty() || line.front() == '#')
                continue;
            const auto head = headFromText(line);
            if (!head)
                return Error{ErrorCode::BadInput, file + ':' + std::to_string(number) + ": " + head.error().detail};
            heads.push_back(*head);
        }
    }
    return heads;
}

Result<void> writeWhole(const std::string &path, const std::string &text)
{
    const auto unfinished = path + ".unfinished";
    std::ofstream out(unfinished, std::ios::trunc);
    out << text;
    out.close();
    std::error_code error;
    if (out)
        std::filesystem::rename(unfinished, path, error);
    if (out && !error)
        return {};
    std::error_code ignored;
    std::filesystem::remove(unfinished, ignored);
    return Error{ErrorCode::Storage, path + ": cannot be written"};
}

UpkeepProgressSink progressOnTerminal(const char *what)
{
    if (::isatty(STDERR_FILENO) == 0)
        return {};
    return [what](UpkeepProgress progress) { std::cerr << '\r' << what << ": " << progress.done << " / " << progress.total << std::flush; };
}

void endProgress()
{
    constexpr auto kStartOfLineAndWipe = "\r\x1b[K";
    if (::isatty(STDERR_FILENO) == 1)
        std::cerr << kStartOfLineAndWipe << std::flush;
}

Result<HallDay> dayOption(const std::string &text, const char *option)
{
    if (const auto day = dayFromIso(text))
        return *day;
    return Error{ErrorCode::BadInput, std::string(option) + ": " + text + ": a day such as 2026-03-01"};
}

Result<Passphrase> askedOfficePin()
{
    if (::isatty(STDIN_FILENO) == 1)
        std::cerr << "办公室 PIN / the office's PIN:\n";
    auto pin = askedPassphrase(STDIN_FILENO, false);
    return pin ? std::move(pin) : Error{ErrorCode::Denied, "no PIN was given"};
}

Result<void> officePin(const StationConfig &config, const Clock &clock)
{
    const auto pin = askedOfficePin();
    if (!pin)
        return pin.error();
    PinFile pins(config.pinFile, clock);
    if (const auto right = pins.verify(pin->text()); !right)
        return Error{ErrorCode::Denied, right.error().code == ErrorCode::NotFound ? "no office PIN was ever set" : right.error().detail};
    return {};
}

Result<Receipt> appendTo(const StationConfig &config, StationKeyStore &store, const Clock &clock, Entry entry, const std::string &actor)
{
    const auto ledger = SqliteLedger::open(settingsOf(config), store, clock);
    if (!ledger)
        return ledger.error();
    const auto now = clock.wall();
    std::promise<Result<Receipt>> durable;
    (*ledger)->append({now, hallDayOf(now, config.offset), actor, std::move(entry)},
                      [&durable](Result<Receipt> receipt) { durable.set_value(std::move(receipt)); });
    (*ledger)->stop(); // before the answer is waited for: on a disk that fails it is given now or never
    return durable.get_future().get();
}

bool isBeingWritten(const std::string &ledger) { return !LedgerLock::take(ledger); }

} // namespace menshen::ctl
