// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/JournalReader.h"
#include "db/sqlite/SqliteLedger.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <future>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace menshen {

using TempFolder = test::TestFolder;

inline constexpr HallDay kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
inline constexpr WallTime kMorning = startOfDay(kDay, UtcOffset{}) + 8h;

inline TemperatureReading infrared(double degrees, Zone zone = Zone::Pass)
{
    TemperatureReading reading;
    reading.body = BodyTemperature{{degrees}, {0.3}, {"default"}, true};
    reading.zone = zone;
    reading.rawObject = Celsius{degrees - 1.15};
    reading.rawAmbient = Celsius{23.5};
    return reading;
}

inline VisitEntry visitOf(const std::string &name, Outcome outcome = Outcome::Admitted, std::optional<Verdict> verdict = Verdict::Pass)
{
    VisitEntry visit;
    visit.outcome = outcome;
    visit.verdict = verdict;
    visit.evidence.infrared = infrared(36.5);
    visit.evidence.attempt = *visit.evidence.infrared;
    visit.evidence.mask = MaskState::Mask;
    visit.evidence.faces = 1;
    visit.identity.name = name;
    visit.identity.document = "11010519491231002X";
    visit.identity.phone = "13800138000";
    visit.plan = "default";
    return visit;
}

inline EntryDraft draftOf(Entry entry, WallTime at = kMorning, HallDay day = kDay, std::string actor = "guard")
{
    return {at, day, std::move(actor), std::move(entry)};
}

/// Appends and waits for the answer; a ledger that does not answer in time is an Internal error.
inline Result<Receipt> appended(Ledger &ledger, EntryDraft draft)
{
    const auto promise = std::make_shared<std::promise<Result<Receipt>>>();
    auto answer = promise->get_future();
    ledger.append(std::move(draft), [promise](Result<Receipt> result) { promise->set_value(std::move(result)); });
    if (answer.wait_for(60s) != std::future_status::ready)
        return Error{ErrorCode::Internal, "the ledger did not answer"};
    return answer.get();
}

/// The same of several that belong together.
inline Result<std::vector<Receipt>> appendedAll(Ledger &ledger, std::vector<EntryDraft> drafts)
{
    const auto promise = std::make_shared<std::promise<Result<std::vector<Receipt>>>>();
    auto answer = promise->get_future();
    ledger.appendAll(std::move(drafts), [promise](Result<std::vector<Receipt>> result) { promise->set_value(std::move(result)); });
    if (answer.wait_for(60s) != std::future_status::ready)
        return Error{ErrorCode::Internal, "the ledger did not answer"};
    return answer.get();
}

/// Small, so that tests of full disks stay small; no reserve unless a test is about it.
inline LedgerSettings settingsFor(const std::string &path)
{
    LedgerSettings settings;
    settings.path = path;
    settings.ballastBytes = 0;
    settings.longLogPages = 1000;
    return settings;
}

inline const Clock &realClock()
{
    static const test::RealClock clock;
    return clock;
}

inline Result<std::unique_ptr<SqliteLedger>> openLedger(const LedgerSettings &settings)
{
    test::TestKeyStore keys;
    return SqliteLedger::open(settings, keys, realClock());
}

inline Result<std::unique_ptr<SqliteLedger>> openLedger(const std::string &path) { return openLedger(settingsFor(path)); }

inline std::unique_ptr<SqliteLedger> opened(const std::string &path)
{
    auto ledger = openLedger(path);
    if (!ledger) {
        ADD_FAILURE() << ledger.error().detail;
        return nullptr;
    }
    return std::move(*ledger);
}

inline std::shared_ptr<KeyRing> keysOf(const std::string &path)
{
    test::TestKeyStore store;
    auto keys = KeyRing::open(path, store);
    if (!keys) {
        ADD_FAILURE() << keys.error().detail;
        return nullptr;
    }
    return *keys;
}

inline Result<void> rebuildProjections(const std::string &path)
{
    test::TestKeyStore keys;
    return SqliteLedger::rebuildProjections(settingsFor(path), keys, realClock());
}

/// The whole journal, the ledger's own entries included.
inline std::vector<JournalRecord> wholeJournalOf(const std::string &path)
{
    auto keys = keysOf(path);
    auto reader = keys ? JournalReader::open(path, keys) : Error{ErrorCode::WrongKey, "no keys"};
    if (!reader) {
        ADD_FAILURE() << reader.error().detail;
        return {};
    }
    auto entries = (*reader)->entries({}, 1'000'000);
    if (!entries) {
        ADD_FAILURE() << entries.error().detail;
        return {};
    }
    return std::move(*entries);
}

/// What was appended, without what the ledger wrote about itself.
inline std::vector<JournalRecord> journalOf(const std::string &path)
{
    auto entries = wholeJournalOf(path);
    std::erase_if(entries, [](const JournalRecord &record) { return isLedgersOwn(record.entry); });
    return entries;
}

inline Result<std::unique_ptr<SqliteLedgerReader>> openReader(const std::string &path)
{
    auto keys = keysOf(path);
    if (!keys)
        return Error{ErrorCode::WrongKey, "no keys"};
    return SqliteLedgerReader::open(path, keys);
}

/// Walks the whole chain; a fault is a failure of the test.
inline void expectSoundChain(const std::string &path)
{
    auto walk = ChainWalk::open(path, {{}, keysOf(path), std::nullopt, true});
    ASSERT_TRUE(walk) << walk.error().detail;
    const auto verdict = (*walk)->run({}, {});
    ASSERT_TRUE(verdict) << verdict.error().detail;
    EXPECT_TRUE(verdict->sound()) << verdict->detail;
    EXPECT_TRUE(verdict->complete);
}

/// Every row of every table of a ledger's projections, as text.
inline std::string projectionsOf(const std::string &path)
{
    const SQLite::Database db(path, SQLite::OPEN_READONLY);
    std::string all;
    for (const char *table : {"days", "visits", "person_index", "staff_punches", "links"}) {
        SQLite::Statement query(db, std::string("SELECT * FROM ") + table + " ORDER BY 1, 2");
        while (query.executeStep()) {
            all += table;
            for (int i = 0; i < query.getColumnCount(); ++i)
                all += '|' + (query.isColumnNull(i) ? std::string("NULL") : query.getColumn(i).getString());
            all += '\n';
        }
    }
    return all;
}

inline std::string integrityOf(const std::string &path)
{
    SQLite::Database db(path, SQLite::OPEN_READONLY);
    const auto violation = SQLite::Statement(db, "PRAGMA foreign_key_check").executeStep();
    return violation ? "a foreign key points nowhere" : db.execAndGet("PRAGMA integrity_check").getString();
}

inline constexpr int kNotPermitted = 77; ///< exit status of a child that may not do what it must

/// Runs `body` in a process of its own (it may give up rights, mount, or be limited); its failures show in its exit status.
inline int inChild(const std::function<void()> &body)
{
    const pid_t child = ::fork();
    if (child == 0) {
        body();
        ::_exit(testing::Test::HasFailure() ? 1 : 0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace menshen
