// SPDX-License-Identifier: GPL-3.0-or-later
// The number inside through the engine and the real ledger: days, stops, a clock that is set.
#include "db/sqlite/InsideState.h"
#include "db/sqlite/JournalReader.h"
#include "db/sqlite/SqliteLedger.h"
#include "menshen/app/Station.h"
#include "menshen/app/StationAnswers.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"
#include "tests/support/TestKeyStore.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>

namespace menshen::test {
namespace {

/// Wall and monotonic time of their own, for a clock that is set.
class SetClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return m_real.wall() + Micros(m_set.load()); }
    [[nodiscard]] MonoTime mono() const override { return m_real.mono(); }
    void set(Micros by) { m_set += by.count(); }

private:
    RealClock m_real;
    std::atomic<Micros::rep> m_set{0};
};

class InsideStation : public testing::Test {
protected:
    void SetUp() override
    {
        TestKeyStore keys;
        LedgerSettings settings;
        settings.path = m_path;
        settings.ballastBytes = 0;
        auto opened = SqliteLedger::open(settings, keys, m_clock);
        ASSERT_TRUE(opened) << opened.error().detail;
        m_ledger = std::move(*opened);
    }
    void TearDown() override { m_station.reset(); }

    void start()
    {
        StationOptions options;
        options.tick = 5ms;
        const auto inside = insideState(m_path);
        ASSERT_TRUE(inside) << inside.error().detail;
        options.inside = *inside;
        m_station = std::make_unique<Station>(
            StationParts{m_clock, *m_ledger, {}, {}, {}, {}}, std::move(options),
            [this](SnapshotPtr snapshot) {
                const std::scoped_lock lock(m_mutex);
                m_snapshot = std::move(snapshot);
                m_changed.notify_all();
            },
            [](const Frame &) {});
        m_station->start();
    }
    void stop()
    {
        m_station->stop();
        m_station.reset();
    }
    [[nodiscard]] bool comes(const std::function<bool(const Snapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [&] { return m_snapshot && condition(*m_snapshot); });
    }
    void enters(int people)
    {
        for (int i = 0; i < people; ++i) {
            VisitEntry visit;
            visit.verdict = Verdict::Pass;
            append(visit);
        }
    }
    void append(Entry entry)
    {
        ASSERT_TRUE(appendAndWait([this](StationCommand command) { m_station->post(std::move(command)); }, std::move(entry), "guard"));
    }
    /// Of the station, in the journal's order.
    [[nodiscard]] std::vector<std::string> journal()
    {
        TestKeyStore store;
        auto reader = JournalReader::open(m_path, *KeyRing::open(m_path, store));
        EXPECT_TRUE(reader);
        std::vector<std::string> found;
        const auto entries = (*reader)->entries({}, 1000);
        for (const JournalRecord &record : *entries) {
            if (const auto *station = std::get_if<StationEntry>(&record.entry)) {
                const auto what = station->action;
                found.push_back(what == StationAction::DayBegan         ? "began " + station->detail
                                : what == StationAction::InsideReviewed ? "reviewed " + station->detail
                                : what == StationAction::Started        ? "started"
                                : what == StationAction::Stopped        ? "stopped"
                                                                        : "other");
            }
        }
        std::erase(found, "other");
        return found;
    }
    [[nodiscard]] bool inside(int people)
    {
        return comes([people](const Snapshot &snapshot) { return snapshot.door.inside == people; });
    }
    [[nodiscard]] bool leftOver(std::optional<int> people)
    {
        return comes([people](const Snapshot &snapshot) { return snapshot.leftOver == people; });
    }

    using Strings = std::vector<std::string>;

    SetClock m_clock;
    const TestFolder m_folder;
    const std::string m_path = (m_folder / "ledger.db").string();
    std::unique_ptr<SqliteLedger> m_ledger;
    std::unique_ptr<Station> m_station;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    SnapshotPtr m_snapshot;
};

TEST_F(InsideStation, Q14_AStartOnALaterDayAsksForWhatWasLeftOverOnce)
{
    start();
    ASSERT_TRUE(inside(0));
    enters(3); // as the door appends them: the next start finds them in the journal
    stop();
    m_clock.set(24h);
    start();
    ASSERT_TRUE(leftOver(3));
    ASSERT_TRUE(inside(0));
    stop();
    start();
    ASSERT_TRUE(leftOver(3)) << "until a person has looked";
    m_station->post(ReviewInside{2, "guard"});
    ASSERT_TRUE(leftOver(std::nullopt));
    ASSERT_TRUE(inside(2));
    stop();
    EXPECT_EQ(journal(), (Strings{"started", "began 0", "stopped", "started", "began 3", "stopped", "started", "reviewed 2", "stopped"}));
}

TEST_F(InsideStation, AMidnightAndAClockThatIsSetBackBeginOneDay)
{
    start();
    ASSERT_TRUE(inside(0));
    m_station->post(ReviewInside{5, "office"});
    ASSERT_TRUE(inside(5));
    m_clock.set(24h);
    ASSERT_TRUE(leftOver(5));
    m_clock.set(-24h);
    m_station->post(ReviewInside{4, "guard"});
    ASSERT_TRUE(inside(4)) << "the count is not lost";
    m_clock.set(24h);
    append(ExitEntry{});
    stop();
    EXPECT_EQ(journal(), (Strings{"started", "began 0", "reviewed 5", "began 5", "reviewed 4", "stopped"}));
}

TEST_F(InsideStation, WhatIsEnteredAfterwardsIsCountedApartAndIsNotInside)
{
    start();
    VisitEntry paper;
    paper.verdict = Verdict::Pass;
    paper.afterwards = EnteredAfterwards{m_clock.wall() - 1h, "guard"};
    append(paper);
    ASSERT_TRUE(comes([](const Snapshot &snapshot) { return snapshot.today.afterwards == 1; }));
    EXPECT_TRUE(comes([](const Snapshot &snapshot) { return snapshot.today.admitted == 0 && snapshot.door.inside == 0; }));
    stop();
    EXPECT_EQ(insideState(m_path)->inside, 0);
}

} // namespace
} // namespace menshen::test
