// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody writes into a real ledger's file; the real walk finds it and the station says so at the door.
#include "db/sqlite/SqliteLedger.h"
#include "tests/app/LedgerNightFixture.h"
#include "tests/support/People.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace menshen {
namespace {

constexpr std::int64_t kTail = 4; ///< walked when the ledger is opened: what is touched lies before it
constexpr std::int64_t kTouched = 5;
constexpr int kEntries = 20;

/// From its opening to its end: a ledger, the station on it without devices, and the night.
class OpenStation {
public:
    OpenStation(const std::string &path, HallClock &clock, Micros settle) : m_clock(clock)
    {
        LedgerSettings settings;
        settings.path = path;
        settings.offset = kOffset;
        settings.ballastBytes = 0;
        settings.tailEntries = kTail;
        test::TestKeyStore keys;
        auto opened = SqliteLedger::open(settings, keys, clock);
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        m_ledger = std::move(*opened);
        startStation();
        startNight(settle);
    }
    ~OpenStation()
    {
        m_night.reset();
        m_station.reset();
    }
    OpenStation(const OpenStation &) = delete;
    OpenStation &operator=(const OpenStation &) = delete;

    void record(int entries)
    {
        for (int i = 0; i < entries; ++i)
            m_station->post(RecordStation{StationAction::OfficeOpened, {}, "office"});
    }
    /// The first snapshot that fulfils `condition`; null when none did before the deadline.
    SnapshotPtr until(const std::function<bool(const Snapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        const bool met = m_changed.wait_for(lock, kDeadline, [&] { return m_newest && condition(*m_newest); });
        return met ? m_newest : nullptr;
    }
    void untilNight(const std::string &line) { m_diary.until(line); }

private:
    void startStation()
    {
        StationOptions options;
        options.plan = test::smallPlan();
        options.offset = kOffset;
        options.tick = 20ms;
        const auto state = m_ledger->state();
        if (!state)
            throw std::runtime_error(state.error().detail);
        options.head = state->seq;
        options.ledgerTroubles = troublesOf(*state);
        m_station = std::make_unique<Station>(
            StationParts{m_clock, *m_ledger, {}, {}, {}, {}}, std::move(options),
            [this](SnapshotPtr snapshot) {
                const std::scoped_lock lock(m_mutex);
                m_newest = std::move(snapshot);
                m_changed.notify_all();
            },
            [](const Frame &) {});
        m_station->start();
    }
    void startNight(Micros settle)
    {
        LedgerNightSettings settings;
        settings.offset = kOffset;
        settings.settle = settle;
        settings.lookEvery = 1ms;
        LedgerNightSinks log;
        log.verified = [this](const ChainVerdict &verdict) { m_diary.note(verdict.sound() ? "sound" : "fault"); };
        log.failed = [this](LedgerTask, const Error &error) { m_diary.note("failed " + error.detail); };
        m_night = std::make_unique<LedgerNight>(*m_ledger, m_clock, settings, nightReport(log, m_clock, [this](StationCommand command) {
            m_station->post(std::move(command));
        }));
        m_night->start();
    }

    HallClock &m_clock;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SnapshotPtr m_newest;
    Diary m_diary;
    std::unique_ptr<SqliteLedger> m_ledger;
    std::unique_ptr<Station> m_station;
    std::unique_ptr<LedgerNight> m_night;
};

class TamperedLedger : public testing::Test {
protected:
    static constexpr Micros kNever = std::chrono::hours{1000};

    [[nodiscard]] OpenStation open(Micros settle = 0s) { return OpenStation(m_path, m_clock, settle); }
    /// Past the station, as somebody does who has the file; returns what stood there.
    std::string writeActor(const std::string &actor) const
    {
        SQLite::Database db(m_path, SQLite::OPEN_READWRITE);
        const std::string touched = " WHERE seq = " + std::to_string(kTouched);
        const std::string before = db.execAndGet("SELECT actor FROM journal" + touched).getString();
        db.exec("DROP TRIGGER IF EXISTS journal_is_never_updated; UPDATE journal SET actor = '" + actor + "'" + touched);
        return before;
    }

    const test::TestFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    HallClock m_clock;
};

bool isFaulty(const Snapshot &snapshot) { return !snapshot.ledgerTroubles.empty(); }

TEST_F(TamperedLedger, IsAnAlarmAtTheDoorAcrossRestartsUntilAWholeWalkIsSound)
{
    {
        OpenStation untouched = open();
        untouched.record(kEntries);
        ASSERT_TRUE(untouched.until([](const Snapshot &s) { return s.head.value > kEntries; }));
        untouched.untilNight("sound");
        EXPECT_FALSE(isFaulty(*untouched.until([](const Snapshot &) { return true; })));
    }
    const std::string actor = writeActor("forger");
    {
        OpenStation tampered = open();
        const auto seen = tampered.until(isFaulty);
        ASSERT_TRUE(seen);
        ASSERT_EQ(seen->ledgerTroubles.size(), 1U);
        const LedgerTrouble &trouble = seen->ledgerTroubles.front();
        EXPECT_EQ(trouble.kind, LedgerTroubleKind::ChainFault);
        EXPECT_EQ(trouble.fault, ChainFault::Changed);
        EXPECT_EQ(trouble.entry, EntrySeq{kTouched}) << trouble.error.detail;
        const EntrySeq before = seen->head;
        tampered.record(1);
        ASSERT_TRUE(tampered.until([&](const Snapshot &s) { return s.head > before; })) << "the ledger goes on";
        tampered.untilNight("fault");
    }
    {
        OpenStation restarted = open(kNever);
        const auto first = restarted.until([](const Snapshot &) { return true; });
        ASSERT_TRUE(first);
        ASSERT_TRUE(isFaulty(*first)) << "from the start on, before anybody walked";
        EXPECT_EQ(first->ledgerTroubles.front().entry, EntrySeq{kTouched});
    }
    writeActor(actor);
    {
        OpenStation mended = open();
        mended.untilNight("sound");
        EXPECT_TRUE(mended.until([](const Snapshot &s) { return s.ledgerTroubles.empty(); }));
    }
    OpenStation after = open(kNever);
    EXPECT_FALSE(isFaulty(*after.until([](const Snapshot &) { return true; })));
}

} // namespace
} // namespace menshen
