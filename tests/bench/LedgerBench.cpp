// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger adds to what SQLite itself needs for a durable row: compare within one run, not across machines.
// Every benchmark prints rows/s; the bare ones are the 1.0 of the ratio.
#include "db/sqlite/EntryJson.h"
#include "db/sqlite/SqliteLedger.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "tests/support/TestFolder.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <atomic>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <thread>

namespace menshen {
namespace {

constexpr HallDay kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
constexpr WallTime kMorning = startOfDay(kDay, UtcOffset{}) + 8h;

EntryDraft visit()
{
    VisitEntry visit;
    visit.verdict = Verdict::Pass;
    TemperatureReading reading;
    reading.body = BodyTemperature{{36.5}, {0.3}, {"default"}, true};
    reading.zone = Zone::Pass;
    reading.rawObject = Celsius{35.35};
    reading.rawAmbient = Celsius{23.0};
    visit.evidence.infrared = reading;
    visit.evidence.attempt = reading;
    visit.evidence.mask = MaskState::Mask;
    visit.evidence.faces = 1;
    visit.answers = {{"travel", Answer::No}, {"contact", Answer::No}};
    visit.identity.name = "王小明";
    visit.identity.document = "11010519491231002X";
    visit.identity.phone = "13800138000";
    visit.plan = "default";
    return {kMorning, kDay, "guard", visit};
}

/// One table, no index, no trigger, no projection; the same pragmas and as many bytes as the journal's row of a visit.
class BareTable {
public:
    BareTable() : m_db(m_folder / "ledger.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                  "CREATE TABLE bare (seq INTEGER PRIMARY KEY, at_us INTEGER NOT NULL, content TEXT NOT NULL) STRICT");
        const auto encoded = encodedEntry(visit().entry);
        m_content = encoded.body + encoded.personal.value_or("") + encoded.kind + "2026-11-22guard";
    }

    void insert(int rows)
    {
        SQLite::Transaction transaction(m_db);
        SQLite::Statement statement(m_db, "INSERT INTO bare (at_us, content) VALUES (?, ?)");
        for (int i = 0; i < rows; ++i) {
            statement.bind(1, std::int64_t{kMorning.time_since_epoch().count()});
            statement.bindNoCopy(2, m_content);
            statement.exec();
            statement.reset();
        }
        transaction.commit();
    }

private:
    const test::TestFolder m_folder;
    SQLite::Database m_db;
    std::string m_content;
};

bool appendAndWait(Ledger &ledger)
{
    std::promise<bool> durable;
    ledger.append(visit(), [&](const Result<Receipt> &result) { durable.set_value(result.has_value()); });
    return durable.get_future().get();
}

void bareInsert(benchmark::State &state)
{
    BareTable table;
    const auto rows = static_cast<int>(state.range(0));
    for (auto _ : state)
        table.insert(rows);
    state.SetItemsProcessed(state.iterations() * rows);
}

void ledgerAppend(benchmark::State &state)
{
    const test::TestFolder folder;
    auto ledger = SqliteLedger::open(folder / "ledger.db");
    for (auto _ : state)
        if (!ledger || !appendAndWait(**ledger))
            state.SkipWithError("not appended");
    state.SetItemsProcessed(state.iterations());
}

/// Every producer waits for its receipt before it goes on, as doors do: each iteration is one entry of each.
void ledgerAppendFromMany(benchmark::State &state)
{
    const test::TestFolder folder;
    auto ledger = SqliteLedger::open(folder / "ledger.db");
    if (!ledger)
        return state.SkipWithError("not opened");
    constexpr int kEach = 50;
    const auto producers = static_cast<int>(state.range(0));
    std::atomic<int> lost = 0;
    for (auto _ : state) {
        std::vector<std::jthread> threads;
        for (int i = 0; i < producers; ++i)
            threads.emplace_back([&] {
                for (int entry = 0; entry < kEach; ++entry)
                    lost += !appendAndWait(**ledger);
            });
    }
    if (lost > 0)
        state.SkipWithError("not appended");
    state.SetItemsProcessed(state.iterations() * producers * kEach);
}

void readNewestPage(benchmark::State &state)
{
    const test::TestFolder folder;
    auto ledger = SqliteLedger::open(folder / "ledger.db");
    if (!ledger)
        return state.SkipWithError("not opened");
    for (std::int64_t i = 0; i < state.range(0); ++i)
        (*ledger)->append(visit(), [](const Result<Receipt> &) {});
    appendAndWait(**ledger);
    auto reader = SqliteLedgerReader::open(folder / "ledger.db");
    VisitFilter filter;
    filter.from = filter.to = kDay;
    filter.outcome = Outcome::Admitted;
    for (auto _ : state)
        if (!reader || !(*reader)->visits(filter, std::nullopt, 50))
            state.SkipWithError("not read");
}

BENCHMARK(bareInsert)->Arg(1)->Arg(32)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(ledgerAppend)->UseRealTime()->Unit(benchmark::kMicrosecond);
BENCHMARK(ledgerAppendFromMany)->Arg(32)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(readNewestPage)->Arg(20'000)->UseRealTime()->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace menshen
