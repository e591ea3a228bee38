// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger adds to what SQLite itself needs for a durable row, and its verification to merely reading and hashing.
// Each is measured in turns with its baseline; the ratio is the median of the turns.
#include "db/sqlite/ChainWalk.h"
#include "tests/bench/Bench.h"
#include "tests/bench/FilledLedger.h"
#include "tests/support/TestFolder.h"

#include <array>
#include <future>
#include <latch>
#include <memory>
#include <sodium.h>
#include <sqlite3.h>
#include <thread>

namespace menshen::bench {
namespace {

constexpr int kTurns = 101;
constexpr int kRowsATurn = 20; ///< few: what else the machine does then slows both sides of a turn alike
constexpr int kProducers = 32;
constexpr int kRowsAProducer = 20;
constexpr double kAppendGoal = 0.7, kGroupGoal = 5, kVerifyGoal = 0.6;

/// SQLite itself, without a wrapper: it is what the ledger is measured by.
class Database {
public:
    Database(const std::string &path, int flags)
    {
        if (sqlite3_open_v2(path.c_str(), &m_db, flags, nullptr) != SQLITE_OK)
            giveUp("opening " + path);
    }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database() { sqlite3_close_v2(m_db); }

    void run(const char *sql)
    {
        if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(std::string(sql) + ": " + sqlite3_errmsg(m_db));
    }
    using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
    [[nodiscard]] Statement prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr) != SQLITE_OK)
            giveUp(std::string(sql) + ": " + sqlite3_errmsg(m_db));
        return {statement, sqlite3_finalize};
    }

private:
    sqlite3 *m_db = nullptr;
};

/// One table, no index, no trigger, no projection; the same pragmas and as many bytes as the journal has for a visit.
class BareTable {
public:
    BareTable(const std::string &path, std::size_t bytes) : m_db(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE), m_content(bytes, 'x')
    {
        m_db.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                 "PRAGMA journal_size_limit = 16777216;"
                 "CREATE TABLE bare (seq INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT");
        m_insert = m_db.prepared("INSERT INTO bare (content) VALUES (?)");
    }

    void insert()
    {
        sqlite3_bind_blob(m_insert.get(), 1, m_content.data(), static_cast<int>(m_content.size()), SQLITE_STATIC);
        if (sqlite3_step(m_insert.get()) != SQLITE_DONE)
            giveUp("inserting a bare row");
        sqlite3_reset(m_insert.get());
    }

private:
    Database m_db;
    const std::string m_content;
    Database::Statement m_insert{nullptr, sqlite3_finalize};
};

/// Bytes of a journal row of a visit, as stored.
std::size_t visitBytes(const std::string &path)
{
    Database db(path, SQLITE_OPEN_READONLY);
    const auto query = db.prepared("SELECT avg(length(kind) + length(actor) + length(body) + length(sealed) + length(prev) + length(hash)"
                                   " + 8 + 2) FROM journal WHERE kind = 'visit'");
    sqlite3_step(query.get());
    return static_cast<std::size_t>(sqlite3_column_double(query.get(), 0));
}

void appendAndWait(SqliteLedger &ledger, EntryDraft draft)
{
    std::promise<bool> durable;
    ledger.append(std::move(draft), [&durable](const Result<Receipt> &result) { durable.set_value(result.has_value()); });
    if (!durable.get_future().get())
        giveUp("not appended");
}

/// Made before the clock starts.
std::vector<EntryDraft> visits(const LedgerGenerator &generator, std::int64_t from, int count)
{
    std::vector<EntryDraft> all;
    for (int i = 0; i < count; ++i)
        all.push_back(generator.visit(from + i));
    return all;
}

/// Rows a second.
template <typename Work>
double rate(int rows, Work work)
{
    const Watch watch;
    work();
    return rows / watch.seconds();
}

double singleAppends(SqliteLedger &ledger, const LedgerGenerator &generator, std::int64_t from)
{
    auto drafts = visits(generator, from, kRowsATurn);
    return rate(kRowsATurn, [&] {
        for (auto &draft : drafts)
            appendAndWait(ledger, std::move(draft));
    });
}

/// Every producer waits for its receipt before it goes on, as doors do.
double groupedAppends(SqliteLedger &ledger, const LedgerGenerator &generator, std::int64_t from)
{
    std::vector<std::vector<EntryDraft>> drafts;
    for (int producer = 0; producer < kProducers; ++producer)
        drafts.push_back(visits(generator, from + producer * kRowsAProducer, kRowsAProducer));
    std::latch begin(kProducers + 1);
    std::vector<std::jthread> producers;
    for (auto &own : drafts)
        producers.emplace_back([&ledger, &begin, &own] {
            begin.arrive_and_wait();
            for (auto &draft : own)
                appendAndWait(ledger, std::move(draft));
        });
    begin.arrive_and_wait();
    return rate(kProducers * kRowsAProducer, [&] { producers.clear(); });
}

void compareAppends(const std::string &folder)
{
    FilledLedger filled(folder + "/ledger.db", {2000, Mix::VisitsOnly});
    BareTable bare(folder + "/bare.db", visitBytes(filled.path()));
    const auto ledger = filled.open();
    Sample bareRate, singleRate, groupRate, toBare, toSingle;
    for (int turn = 0; turn < kTurns; ++turn) {
        const auto bareNow = rate(kRowsATurn, [&] {
            for (int i = 0; i < kRowsATurn; ++i)
                bare.insert();
        });
        const auto single = singleAppends(*ledger, filled.generator(), 2000 + turn * kRowsATurn);
        const auto group = groupedAppends(*ledger, filled.generator(), 100'000 + turn * kProducers * kRowsAProducer);
        bareRate.add(bareNow);
        singleRate.add(single);
        groupRate.add(group);
        toBare.add(single / bareNow);
        toSingle.add(group / single);
    }
    say("durable append", text("%5.0f/s; bare insert %5.0f/s: %.2f", singleRate.at(0.5), bareRate.at(0.5), toBare.at(0.5)),
        text("%.1f", kAppendGoal), toBare.at(0.5) >= kAppendGoal);
    say(text("append, %d producers", kProducers),
        text("%5.0f/s; single appends %5.0f/s: %.1f", groupRate.at(0.5), singleRate.at(0.5), toSingle.at(0.5)), text("%.0f", kGroupGoal),
        toSingle.at(0.5) >= kGroupGoal);
}

void appendColumn(std::string &row, sqlite3_stmt *query, int column)
{
    const auto type = sqlite3_column_type(query, column);
    if (type == SQLITE_INTEGER) {
        const auto number = sqlite3_column_int64(query, column);
        row.append(reinterpret_cast<const char *>(&number), sizeof number);
    } else if (type != SQLITE_NULL) {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(query, column));
        row.append(bytes, static_cast<std::size_t>(sqlite3_column_bytes(query, column)));
    }
}

/// Reads every column of every row and hashes what it read, once.
double readAndHash(const std::string &path, std::int64_t rows)
{
    Database db(path, SQLITE_OPEN_READONLY);
    const auto query = db.prepared("SELECT seq, epoch, at_us, day, kind, actor, body, key, sealed, prev, hash FROM journal ORDER BY seq");
    std::array<unsigned char, 32> digest{};
    std::string row;
    return rate(static_cast<int>(rows), [&] {
        while (sqlite3_step(query.get()) == SQLITE_ROW) {
            row.clear();
            for (int column = 0; column < sqlite3_column_count(query.get()); ++column)
                appendColumn(row, query.get(), column);
            crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char *>(row.data()), row.size(), nullptr, 0);
        }
    });
}

double verify(const std::string &path, std::int64_t rows, bool tables = false)
{
    const auto walk = must(ChainWalk::open(path, {{}, nullptr, std::nullopt, tables}), "opening the chain");
    return rate(static_cast<int>(rows), [&] {
        const auto verdict = must(walk->run({}, {}), "walking the chain");
        if (!verdict.sound() || !verdict.complete)
            giveUp("the chain is not sound: " + verdict.detail);
    });
}

void compareVerification(const std::string &folder)
{
    constexpr std::int64_t kEntries = 300'000;
    constexpr int kWalks = 7;
    FilledLedger filled(folder + "/walked.db", {kEntries, Mix::WholeHall});
    Sample reading, walking, ratio, withTables;
    for (int turn = 0; turn < kWalks; ++turn) {
        const auto read = readAndHash(filled.path(), kEntries), walked = verify(filled.path(), kEntries);
        reading.add(read);
        walking.add(walked);
        ratio.add(walked / read);
    }
    withTables.add(verify(filled.path(), kEntries, true));
    say("verification of the chain",
        text("%4.0f k/s; reading and hashing once %4.0f k/s: %.2f", walking.at(0.5) / 1e3, reading.at(0.5) / 1e3, ratio.at(0.5)),
        text("%.1f", kVerifyGoal), ratio.at(0.5) >= kVerifyGoal);
    say("the same, and every table held against it", text("%4.0f k/s", withTables.at(0.5) / 1e3));
}

} // namespace
} // namespace menshen::bench

int main()
{
    const menshen::test::TestFolder folder;
    menshen::bench::compareAppends(folder.path());
    menshen::bench::compareVerification(folder.path());
}
