// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at random moments: no entry that had its receipt may be missing afterwards.
#include "tests/db/LedgerFixture.h"

#include <csignal>
#include <map>
#include <random>
#include <set>
#include <thread>

namespace menshen {
namespace {

constexpr int kProducers = 3;
constexpr int kRoundsOfOneLedger = 20; ///< every check reads all of it: it is kept small

/// 200 unless MENSHEN_KILL_ROUNDS says otherwise.
int roundsToPlay()
{
    const char *wanted = std::getenv("MENSHEN_KILL_ROUNDS");
    return wanted ? std::atoi(wanted) : 200;
}

/// What the child tells of every receipt, in one write to the pipe: whole or not at all.
struct Confirmed {
    std::int64_t seq = 0;
    std::int64_t mark = 0;
};

/// Noon of a day, for ever.
class NoonClock final : public Clock {
public:
    explicit NoonClock(HallDay day) : m_noon(startOfDay(day, UtcOffset{}) + 12h) {}
    [[nodiscard]] WallTime wall() const override { return m_noon; }
    [[nodiscard]] MonoTime mono() const override { return MonoTime{m_noon.time_since_epoch()}; }

private:
    const WallTime m_noon;
};

/// What a station does, as fast as it can: visits, every third with its alert in one transaction, now and then a long note (so that checkpoints come), a correction.
class Child {
public:
    Child(const std::string &path, int pipe, HallDay day) : m_clock(day), m_day(day), m_pipe(pipe)
    {
        auto settings = settingsFor(path);
        settings.headEvery = 7;
        auto ledger = SqliteLedger::open(settings, m_keys, m_clock);
        if (!ledger)
            ::_exit(1);
        m_ledger = std::move(*ledger);
    }

    [[noreturn]] void work(std::int64_t firstMark)
    {
        std::vector<std::jthread> threads;
        for (int producer = 0; producer < kProducers; ++producer)
            threads.emplace_back([this, mark = firstMark + producer]() mutable {
                for (;; mark += kProducers)
                    append(mark);
            });
        threads.emplace_back([this] {
            const auto before = HallDay{std::chrono::sys_days{m_day} - std::chrono::days{1}};
            for (;;)
                if (!m_ledger->purge({before, false, "station", "test", 0}))
                    ::_exit(1);
        });
        threads.front().join();
        ::_exit(1);
    }

private:
    void append(std::int64_t mark)
    {
        auto visit = visitOf(std::to_string(mark));
        if (mark % 50 == 0)
            visit.note = std::string(300'000, 'n');
        const auto receipt = mark % 3 == 0 ? appendedWithAlert(visit) : appended(*m_ledger, draftOf(visit, m_clock.wall(), m_day));
        const Confirmed confirmed{receipt ? receipt->seq.value : -1, mark};
        if (::write(m_pipe, &confirmed, sizeof confirmed) != sizeof confirmed)
            ::_exit(1);
        if (receipt && mark % 10 == 0 &&
            !appended(*m_ledger, draftOf(CorrectionEntry{receipt->seq, visit.identity, "why"}, m_clock.wall(), m_day)))
            ::_exit(1);
    }

    Result<Receipt> appendedWithAlert(VisitEntry visit)
    {
        visit.finding = kEntryBefore;
        const auto both =
            appendedAll(*m_ledger, {draftOf(AlertRaisedEntry{}, m_clock.wall(), m_day), draftOf(visit, m_clock.wall(), m_day)});
        return both ? Result<Receipt>(both->back()) : Result<Receipt>(both.error());
    }

    test::TestKeyStore m_keys;
    NoonClock m_clock;
    const HallDay m_day;
    const int m_pipe;
    std::unique_ptr<SqliteLedger> m_ledger;
};

void spin(std::chrono::microseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {}
}

/// One ledger that is killed again and again, each few rounds a day later.
class KilledLedger {
public:
    explicit KilledLedger(std::mt19937 &random) : m_random(random) {}

    void playRound(int round)
    {
        std::uniform_int_distribution<int> receipts(1, 30), micros(0, 4000);
        const HallDay day{std::chrono::sys_days{kDay} + std::chrono::days{round / 4}};
        ASSERT_NO_FATAL_FAILURE(killAfter(receipts(m_random), std::chrono::microseconds(micros(m_random)), day));
        ASSERT_TRUE(opened(m_path)) << "it opens as a station would";
        expectEveryConfirmedEntry();
        expectSoundChain(m_path);
        const auto before = projectionsOf(m_path);
        ASSERT_TRUE(rebuildProjections(m_path));
        EXPECT_EQ(projectionsOf(m_path), before);
        EXPECT_EQ(integrityOf(m_path), "ok");
    }

    [[nodiscard]] std::size_t confirmed() const { return m_confirmed.size(); }

private:
    /// Starts a child, lets it get `receipts` of them and a little further, kills it, and notes what it confirmed.
    void killAfter(int receipts, std::chrono::microseconds further, HallDay day)
    {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            Child(m_path, ends[1], day).work(m_nextMark);
        }
        ::close(ends[1]);
        for (int i = 0; i < receipts; ++i)
            ASSERT_TRUE(note(ends[0])) << "the child ended by itself";
        spin(further);
        ::kill(child, SIGKILL);
        while (note(ends[0])) {}
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";
    }

    bool note(int pipe)
    {
        Confirmed confirmed;
        if (::read(pipe, &confirmed, sizeof confirmed) != sizeof confirmed)
            return false;
        EXPECT_GT(confirmed.seq, 0);
        EXPECT_TRUE(m_confirmed.emplace(confirmed.seq, confirmed.mark).second) << "a seq was given twice";
        m_nextMark = std::max(m_nextMark, confirmed.mark + kProducers);
        return true;
    }

    void expectEveryConfirmedEntry() const
    {
        const auto journal = wholeJournalOf(m_path);
        for (const auto &[seq, mark] : m_confirmed) {
            ASSERT_LE(static_cast<std::size_t>(seq), journal.size()) << "a confirmed entry is missing";
            const auto &record = journal[static_cast<std::size_t>(seq) - 1];
            EXPECT_EQ(record.receipt.seq.value, seq);
            ASSERT_TRUE(std::holds_alternative<VisitEntry>(record.entry));
            if (record.personal != PersonalState::Destroyed) {
                EXPECT_EQ(std::get<VisitEntry>(record.entry).identity.name, std::to_string(mark));
            }
            EXPECT_EQ(std::get<VisitEntry>(record.entry).finding > EntrySeq{}, mark % 3 == 0);
        }
        expectNoAlertWithoutItsVisit(journal);
    }

    /// Confirmed or not.
    static void expectNoAlertWithoutItsVisit(const std::vector<JournalRecord> &journal)
    {
        std::set<EntrySeq> alerts;
        for (const auto &record : journal) {
            const auto *visit = std::get_if<VisitEntry>(&record.entry);
            if (std::holds_alternative<AlertRaisedEntry>(record.entry))
                alerts.insert(record.receipt.seq);
            if (visit && visit->finding > EntrySeq{}) {
                EXPECT_EQ(alerts.erase(visit->finding), 1U);
            }
        }
        EXPECT_TRUE(alerts.empty());
    }

    std::mt19937 &m_random;
    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    std::map<std::int64_t, std::int64_t> m_confirmed; ///< seq and mark
    std::int64_t m_nextMark = 1;
};

TEST(LedgerKill, NoConfirmedEntryIsLostAndTheChainHoldsWheneverTheProgramIsKilled)
{
    std::mt19937 random{20261122};
    const int rounds = roundsToPlay();
    std::size_t confirmed = 0;
    for (int played = 0; played < rounds && !testing::Test::HasFailure();) {
        KilledLedger ledger(random);
        for (int round = 0; round < kRoundsOfOneLedger && played < rounds; ++round, ++played)
            ASSERT_NO_FATAL_FAILURE(ledger.playRound(round)) << "round " << played;
        confirmed += ledger.confirmed();
    }
    EXPECT_GT(confirmed, static_cast<std::size_t>(rounds));
    std::printf("%d kills, %zu confirmed entries\n", rounds, confirmed);
}

TEST(LedgerKill, ALedgerThatWasBeingMadeWhenTheProgramWasKilledIsMadeAgain)
{
    std::mt19937 random{20261122};
    std::uniform_int_distribution<int> micros(0, 8000);
    for (int round = 0; round < 30; ++round) {
        const TempFolder folder;
        const std::string path = folder / "ledger.db";
        const pid_t child = ::fork();
        if (child == 0) {
            const auto ledger = openLedger(path);
            ::pause();
        }
        spin(std::chrono::microseconds(micros(random)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto ledger = opened(path);
        ASSERT_TRUE(ledger);
        EXPECT_TRUE(appended(*ledger, draftOf(ExitEntry{})));
    }
}

} // namespace
} // namespace menshen
