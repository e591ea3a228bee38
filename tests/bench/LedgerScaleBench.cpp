// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger of millions of entries: how large it gets, how fast it opens, how fast somebody is found in it. Every look-up is
// printed beside a bare read of one journal row by its seq.
//   bench_ledger_scale [entries]     in a folder that is removed afterwards; MENSHEN_BENCH_FOLDER names one to keep and reuse
#include "tests/bench/Bench.h"
#include "tests/bench/FilledLedger.h"
#include "tests/support/TestFolder.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <sqlite3.h>

namespace menshen::bench {
namespace {

constexpr int kLookUps = 1000;
constexpr int kPage = 50;
constexpr double kLookUpGoal = 10, kStartGoal = 2, kBytesGoal = 700, kFillGoal = 600;

/// Milliseconds.
Sample bareReads(const std::string &path, std::int64_t entries)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *query = nullptr;
    if (sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "SELECT body, sealed FROM journal WHERE seq = ?", -1, &query, nullptr) != SQLITE_OK)
        giveUp("reading bare rows");
    std::mt19937_64 numbers(1);
    Sample times;
    for (int i = 0; i < kLookUps; ++i) {
        const Watch watch;
        sqlite3_bind_int64(query, 1, 1 + static_cast<std::int64_t>(numbers() % static_cast<std::uint64_t>(entries)));
        if (sqlite3_step(query) != SQLITE_ROW)
            giveUp("a row is missing");
        sqlite3_reset(query);
        times.add(1e3 * watch.seconds());
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
    return times;
}

class LookUps {
public:
    LookUps(FilledLedger &ledger, std::int64_t entries)
        : m_generator(ledger.generator()), m_entries(entries), m_reader(ledger.reader()), m_bare(bareReads(ledger.path(), entries))
    {
    }

    /// `mayBeEmpty`: nobody of such a kind may have come that day. Without a goal: what looks behind every mistake there can be.
    void measure(const std::string &what, bool mayBeEmpty, const std::function<VisitFilter()> &asked, bool withGoal = true)
    {
        Sample times;
        for (int i = 0; i < kLookUps; ++i) {
            const auto filter = asked();
            const Watch watch;
            const auto page = must(m_reader->visits(filter, std::nullopt, kPage), what.c_str());
            times.add(1e3 * watch.seconds());
            if (page.empty() && !mayBeEmpty)
                giveUp(what + ": nobody was found");
        }
        const auto measured =
            text("median %.2f, p99 %.2f, max %.1f ms; a bare row p99 %.2f ms", times.at(0.5), times.at(0.99), times.at(1), m_bare.at(0.99));
        if (withGoal)
            say("look-up " + what, measured, text("p99 %.0f ms", kLookUpGoal), times.at(0.99) <= kLookUpGoal);
        else
            say("look-up " + what, measured);
    }

    void all()
    {
        measure("by document", false, [this] { return typed(visitor().document); });
        measure("by phone", false, [this] { return typed(visitor().phone); });
        measure(
            "by document, one digit mistyped", false,
            [this] {
                auto document = visitor().document;
                document[14] = document[14] == '9' ? '0' : static_cast<char>(document[14] + 1);
                return typed(document);
            },
            false);
        measure(
            "by document, of nobody", true, [this] { return typed("9" + visitor().document.substr(1)); }, false);
        measure("by day", false, [this] { return ofDay(std::nullopt, std::nullopt); });
        measure("by day and verdict, pass", false, [this] { return ofDay(Verdict::Pass, std::nullopt); });
        measure("by day and verdict, refuse", false, [this] { return ofDay(Verdict::Refuse, std::nullopt); });
        measure("by day, verdict and outcome", true, [this] { return ofDay(Verdict::NoResult, Outcome::Left); });
    }

private:
    std::int64_t below(std::int64_t bound) { return static_cast<std::int64_t>(m_numbers() % static_cast<std::uint64_t>(bound)); }

    /// Somebody who came.
    IdentityDraft visitor() { return std::get<VisitEntry>(visited().entry).identity; }
    EntryDraft visited()
    {
        for (;;)
            if (auto draft = m_generator.draft(below(m_entries)); std::holds_alternative<VisitEntry>(draft.entry))
                return draft;
    }
    static VisitFilter typed(const std::string &text)
    {
        VisitFilter filter;
        filter.text = text;
        return filter;
    }
    VisitFilter ofDay(std::optional<Verdict> verdict, std::optional<Outcome> outcome)
    {
        VisitFilter filter;
        filter.from = filter.to = visited().day;
        filter.verdict = verdict;
        filter.outcome = outcome;
        return filter;
    }
    const LedgerGenerator &m_generator;
    const std::int64_t m_entries;
    const std::unique_ptr<SqliteLedgerReader> m_reader;
    const Sample m_bare;
    std::mt19937_64 m_numbers{7};
};

void run(const std::string &path, std::int64_t entries)
{
    FilledLedger ledger(path, {entries, Mix::WholeHall});
    const auto seconds = ledger.fillingSeconds();
    if (seconds > 0)
        say("writing them", text("%.0f s, %.1f k entries/s", seconds, static_cast<double>(entries) / seconds / 1e3),
            text("%.0f s", kFillGoal), seconds <= kFillGoal);
    const auto bytes = static_cast<double>(std::filesystem::file_size(path)) / static_cast<double>(entries);
    say("file", text("%.0f bytes an entry", bytes), text("%.0f bytes", kBytesGoal), bytes <= kBytesGoal);
    {
        const Watch watch;
        const auto open = ledger.open();
        say("start-up", text("%.2f s", watch.seconds()), text("%.0f s", kStartGoal), watch.seconds() <= kStartGoal);
    }
    LookUps(ledger, entries).all();
}

} // namespace
} // namespace menshen::bench

int main(int argc, char **argv)
{
    const auto entries = argc > 1 ? std::strtoll(argv[1], nullptr, 10) : 10'000'000;
    const char *kept = std::getenv("MENSHEN_BENCH_FOLDER"); // NOLINT(concurrency-mt-unsafe): no other thread yet
    std::optional<menshen::test::TestFolder> own;
    if (!kept)
        own.emplace();
    const auto folder = kept ? std::filesystem::path(kept) : own->path();
    std::filesystem::create_directories(folder);
    std::printf("%lld entries in %s\n", entries, folder.c_str());
    menshen::bench::run(folder / "ledger.db", entries);
}
