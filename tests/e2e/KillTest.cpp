// SPDX-License-Identifier: GPL-3.0-or-later
// The promise "nobody enters unrecorded", from outside: the station's process is killed at random moments while the
// simulator, a process of its own, counts the pulses that reached its gate.
#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/JournalReader.h"
#include "drivers/secrets/KeyStores.h"
#include "tests/e2e/StationFixture.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <random>

using namespace menshen;
using namespace menshen::test;

namespace {

constexpr int kRounds = 50;

int gatePulses(const std::string &url)
{
    httplib::Client client(url);
    const auto answer = client.Get("/state");
    return answer ? nlohmann::json::parse(answer->body)["gate_pulses"].get<int>() : -1;
}

/// Entries after which the gate opens. -1: the ledger cannot be read.
int entriesThatOpen(const EmbeddedStation &station)
{
    KeyFile store(station.path("station.key"));
    const auto keys = KeyRing::open(station.path("ledger.db"), store);
    auto reader = JournalReader::open(station.path("ledger.db"), keys ? *keys : nullptr);
    if (!keys || !reader) {
        return -1;
    }
    int count = 0;
    for (EntrySeq after{};;) {
        const auto page = (*reader)->entries(after, 500);
        if (!page) {
            return -1;
        }
        for (const JournalRecord &record : *page) {
            after = record.receipt.seq;
            const auto *visit = std::get_if<VisitEntry>(&record.entry);
            const auto *punch = std::get_if<StaffPunchEntry>(&record.entry);
            const bool opens = (visit != nullptr && visit->outcome == Outcome::Admitted) ||
                               (punch != nullptr && punch->direction == PunchDirection::In && punch->outcome == Outcome::Admitted);
            count += opens ? 1 : 0;
        }
        if (page->empty()) {
            return count;
        }
    }
}

/// What is wrong with the chain; empty: nothing.
std::string faultIn(const EmbeddedStation &station)
{
    KeyFile store(station.path("station.key"));
    auto keys = KeyRing::open(station.path("ledger.db"), store);
    if (!keys) {
        return keys.error().detail;
    }
    const auto walk = ChainWalk::open(station.path("ledger.db"), {{}, std::move(*keys), {}});
    if (!walk) {
        return walk.error().detail;
    }
    const auto verdict = (*walk)->run({}, {});
    return !verdict ? verdict.error().detail : verdict->sound() && verdict->complete ? std::string() : "fault: " + verdict->detail;
}

} // namespace

TEST(Kill, NoEntryWhoseGateOpenedIsEverLost)
{
    const EmbeddedStation station;
    std::mt19937 random(20261122);
    int killedWhileOpening = 0;
    for (int round = 0; round < kRounds; ++round) {
        const int before = gatePulses(station.url());
        auto program = station.rehearse();
        // Until it has opened the gate a few times, and then a random moment more: anywhere in the next person's screening.
        const int wanted = before + static_cast<int>(random() % 2U);
        const auto extra = std::chrono::milliseconds(random() % 1500U);
        std::mutex mutex;
        std::condition_variable never;
        std::unique_lock lock(mutex);
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (gatePulses(station.url()) <= wanted && std::chrono::steady_clock::now() < deadline) {
            never.wait_for(lock, std::chrono::milliseconds(5), [] { return false; });
        }
        never.wait_for(lock, extra, [] { return false; });
        program->signal(SIGKILL);
        EXPECT_EQ(program->wait().code, 128 + SIGKILL) << "round " << round << ": it ended by itself";

        const int pulses = gatePulses(station.url());
        const int entries = entriesThatOpen(station);
        ASSERT_EQ(faultIn(station), "") << "round " << round;
        ASSERT_GE(entries, pulses) << "round " << round << ": the gate opened for somebody who is not in the ledger";
        ASSERT_LE(entries, pulses + round + 1) << "round " << round << ": at most the entry of each kill may lack its pulse";
        killedWhileOpening += entries > pulses ? 1 : 0;
    }
    EXPECT_GE(gatePulses(station.url()), kRounds) << "the gate must have opened for this to prove anything";
    RecordProperty("kills between entry and pulse", killedWhileOpening);
}
