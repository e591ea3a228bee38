// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed at random moments: no entry that had its receipt may be missing afterwards.
#include "tests/db/LedgerFixture.h"

#include <csignal>
#include <map>
#include <random>
#include <thread>

namespace menshen {
namespace {

constexpr int kRounds = 60;
constexpr int kProducers = 3;

/// What the child tells of every receipt, in one write to the pipe: whole or not at all.
struct Confirmed {
    std::int64_t seq = 0;
    std::int64_t mark = 0;
};

/// In the child: appends for ever, telling of every receipt. The mark says which entry it was.
[[noreturn]] void appendForEver(const std::string &path, int pipe, std::int64_t firstMark)
{
    auto ledger = openLedger(path);
    if (!ledger)
        ::_exit(1);
    std::vector<std::jthread> producers;
    for (int producer = 0; producer < kProducers; ++producer)
        producers.emplace_back([&, producer] {
            for (std::int64_t mark = firstMark + producer;; mark += kProducers) {
                const auto receipt = appended(**ledger, draftOf(visitOf(std::to_string(mark))));
                const Confirmed confirmed{receipt ? receipt->seq.value : -1, mark};
                if (::write(pipe, &confirmed, sizeof confirmed) != sizeof confirmed)
                    ::_exit(1);
            }
        });
    producers.front().join();
    ::_exit(1);
}

void spin(std::chrono::microseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {}
}

class LedgerKillTest : public testing::Test {
protected:
    /// Starts a child, lets it get `receipts` of them and a little further, kills it, and notes what it confirmed.
    void killAfter(int receipts, std::chrono::microseconds further)
    {
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            appendForEver(m_path, ends[1], m_nextMark);
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

    void expectEveryConfirmedEntry()
    {
        const auto journal = wholeJournalOf(m_path);
        for (const auto &[seq, mark] : m_confirmed) {
            ASSERT_LE(static_cast<std::size_t>(seq), journal.size()) << "a confirmed entry is missing";
            const auto &record = journal[static_cast<std::size_t>(seq) - 1];
            EXPECT_EQ(record.receipt.seq.value, seq);
            EXPECT_EQ(std::get<VisitEntry>(record.entry).identity.name, std::to_string(mark));
        }
        EXPECT_EQ(integrityOf(m_path), "ok");
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    std::map<std::int64_t, std::int64_t> m_confirmed; ///< seq and mark
    std::int64_t m_nextMark = 0;
    std::mt19937 m_random{20261122};
};

TEST_F(LedgerKillTest, NoConfirmedEntryIsLostWheneverTheProgramIsKilled)
{
    std::uniform_int_distribution<int> receipts(1, 40), micros(0, 3000);
    for (int round = 0; round < kRounds && !HasFatalFailure(); ++round) {
        killAfter(receipts(m_random), std::chrono::microseconds(micros(m_random)));
        expectEveryConfirmedEntry();
    }
    EXPECT_GT(m_confirmed.size(), static_cast<std::size_t>(kRounds));
    ASSERT_TRUE(rebuildProjections(m_path));
}

TEST_F(LedgerKillTest, ALedgerThatWasBeingMadeWhenTheProgramWasKilledIsMadeAgain)
{
    std::uniform_int_distribution<int> micros(0, 8000);
    for (int round = 0; round < 30; ++round) {
        const TempFolder folder;
        const std::string path = folder / "ledger.db";
        const pid_t child = ::fork();
        if (child == 0) {
            const auto ledger = openLedger(path);
            ::pause();
        }
        spin(std::chrono::microseconds(micros(m_random)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto ledger = opened(path);
        ASSERT_TRUE(ledger);
        EXPECT_TRUE(appended(*ledger, draftOf(ExitEntry{})));
    }
}

} // namespace
} // namespace menshen
