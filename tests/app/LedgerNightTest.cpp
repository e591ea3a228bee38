// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/LedgerNight.h"

#include <gmock/gmock.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr auto kDeadline = std::chrono::seconds(20);
constexpr UtcOffset kOffset{8h};
constexpr HallDay kToday = std::chrono::year{2026} / 11 / 22;
constexpr std::chrono::hours kDay{24};

/// The instant of kToday in the hall's zone.
WallTime today(Micros time) { return startOfDay(kToday, kOffset) + time; }

/// Wall and monotonic time, each moved by the test alone.
class HallClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override
    {
        ++m_looks;
        m_looks.notify_all();
        return WallTime(Micros(m_wall.load()));
    }
    [[nodiscard]] MonoTime mono() const override { return MonoTime(Micros(m_mono.load())); }
    void set(WallTime wall) { m_wall = wall.time_since_epoch().count(); }
    void pass(Micros time)
    {
        m_mono += time.count();
        m_wall += time.count();
    }
    /// Returns when the night has seen the time as it is now and has done whatever it does then.
    void untilSeen() const
    {
        constexpr int kMoreThanTwoRounds = 8;
        const int until = m_looks + kMoreThanTwoRounds;
        for (int looks = m_looks; looks < until; looks = m_looks)
            m_looks.wait(looks);
    }

private:
    std::atomic<Micros::rep> m_wall{today(12h).time_since_epoch().count()};
    std::atomic<Micros::rep> m_mono{0};
    mutable std::atomic<int> m_looks{0};
};

/// What was asked of the ledger and told by the night, in order; waited for with a deadline.
class Diary {
public:
    void note(const std::string &line)
    {
        const std::scoped_lock lock(m_mutex);
        m_lines.push_back(line);
        m_changed.notify_all();
    }
    /// All lines, once the `count`-th of those that begin with `start` is there.
    std::vector<std::string> until(const std::string &start, int count = 1)
    {
        std::unique_lock lock(m_mutex);
        const auto there = [&] {
            return std::count_if(m_lines.begin(), m_lines.end(), [&](const std::string &line) { return line.starts_with(start); }) >= count;
        };
        EXPECT_TRUE(m_changed.wait_for(lock, kDeadline, there)) << "never: " << start << ", only " << testing::PrintToString(m_lines);
        return m_lines;
    }
    std::vector<std::string> lines()
    {
        const std::scoped_lock lock(m_mutex);
        return m_lines;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_lines;
};

std::string iso(HallDay day)
{
    return std::to_string(static_cast<int>(day.year())) + '-' + std::to_string(static_cast<unsigned>(day.month())) + '-' +
           std::to_string(static_cast<unsigned>(day.day()));
}

/// A ledger's upkeep in memory whose every part can fail, or go on until it is stopped.
class ScriptedUpkeep final : public LedgerUpkeep {
public:
    explicit ScriptedUpkeep(Diary &diary) : m_diary(diary) {}

    Result<LedgerState> state() override
    {
        const std::scoped_lock lock(mutex);
        return stateError ? Result<LedgerState>(*stateError) : now;
    }
    Result<ChainVerdict> verify(const UpkeepProgressSink &, std::stop_token stop) override
    {
        m_diary.note("verify");
        if (endless) {
            std::mutex never;
            std::unique_lock lock(never);
            std::condition_variable_any().wait(lock, stop, [] { return false; });
            return ChainVerdict{}; // not complete
        }
        const std::scoped_lock lock(mutex);
        return verdict;
    }
    Result<BackupEntry> backup(const BackupRequest &request, const UpkeepProgressSink &, std::stop_token) override
    {
        m_diary.note("backup " + request.folder + ' ' + std::to_string(request.keep) + ' ' + request.actor);
        const std::scoped_lock lock(mutex);
        if (backupError)
            return *backupError;
        return BackupEntry{"menshen-0.ledger", EntrySeq{7}, 4096, 0};
    }
    Result<Destroyed> purge(const PurgeRequest &request) override
    {
        m_diary.note("purge before " + iso(request.before) + ", " + request.grounds + ", by " + request.actor + ", at most " +
                     std::to_string(request.mostDays));
        const std::scoped_lock lock(mutex);
        if (purgeError)
            return *purgeError;
        Destroyed destroyed;
        destroyed.entry.days.resize(daysToDestroy);
        return destroyed;
    }

    std::mutex mutex;
    LedgerState now;
    std::optional<Error> stateError, backupError, purgeError;
    ChainVerdict verdict = [] {
        ChainVerdict whole;
        whole.complete = true;
        return whole;
    }();
    std::size_t daysToDestroy = 0;
    std::atomic<bool> endless = false;

private:
    Diary &m_diary;
};

class LedgerNightTest : public testing::Test {
protected:
    LedgerNightTest()
    {
        settings.upkeep.backupFolder = "/backups";
        settings.offset = kOffset;
        settings.plan = "yiyang";
        settings.retentionDays = 30;
        settings.newestBefore = clock.wall() - 1h;
        settings.settle = 0s;
        settings.lookEvery = 1ms;
        upkeep.now.backup = LedgerState::BackedUp{clock.wall() - 1h, {}};
    }
    void start()
    {
        night = std::make_unique<LedgerNight>(
            upkeep, clock, settings,
            LedgerNightSinks{
                [this](const Destroyed &destroyed) { diary.note("purged " + std::to_string(destroyed.entry.days.size())); },
                [this](const std::string &why) { diary.note("held: " + why); },
                [this](const BackupEntry &made) { diary.note("backed up " + made.file); },
                [this](const ChainVerdict &verdict) { diary.note(verdict.sound() ? "sound" : "fault"); },
                [this](const char *what, const Error &error) { diary.note(std::string("failed ") + what + ": " + error.detail); }});
        night->start();
    }
    template <typename Change>
    void change(Change change)
    {
        const std::scoped_lock lock(upkeep.mutex);
        change(upkeep);
    }

    static constexpr auto kPurge = "purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7";
    static constexpr auto kBackup = "backup /backups 7 station";

    HallClock clock;
    Diary diary;
    ScriptedUpkeep upkeep{diary};
    LedgerNightSettings settings;
    std::unique_ptr<LedgerNight> night;
};

// ---- what goes wrong

TEST_F(LedgerNightTest, ABackupThatFailsIsToldAndTriedAgainWithinTheHour)
{
    upkeep.backupError = Error{ErrorCode::Denied, "no such folder"};
    upkeep.now.backup.reset();
    start();
    diary.until("sound");
    EXPECT_THAT(diary.lines(), testing::Contains("failed backup: no such folder"));
    change([](ScriptedUpkeep &u) { u.backupError.reset(); });
    clock.pass(59min);
    clock.untilSeen();
    EXPECT_THAT(diary.lines(), testing::Not(testing::Contains("backed up menshen-0.ledger")));
    clock.pass(1min);
    diary.until("backed up");
}

TEST_F(LedgerNightTest, APurgeOfTooManyDaysIsHeldOnceAndTheRestOfTheNightGoesOn)
{
    upkeep.purgeError = Error{ErrorCode::Denied, "312 days at once"};
    start();
    diary.until("sound");
    for (int nights = 1; nights <= 3; ++nights) {
        clock.pass(kDay);
        diary.until("sound", nights + 1);
    }
    const auto lines = diary.lines();
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "held: 312 days at once"), 1);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), kBackup), 3);
}

TEST_F(LedgerNightTest, APurgeThatFailsIsToldAndTheRestOfTheNightGoesOn)
{
    upkeep.purgeError = Error{ErrorCode::Storage, "disk gone"};
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound"),
                ElementsAre(kPurge, "failed purge: disk gone", kBackup, "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, AFaultInTheChainIsTold)
{
    upkeep.verdict.fault = ChainFault::Changed;
    upkeep.verdict.complete = false;
    start();
    EXPECT_THAT(diary.until("fault"), ElementsAre("verify", "fault"));
}

TEST_F(LedgerNightTest, AStateThatCannotBeReadStopsNeitherWalkNorNight)
{
    upkeep.stateError = Error{ErrorCode::Storage, "unreadable"};
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre("failed state: unreadable", "verify", "sound"));
    clock.pass(kDay);
    const auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines[3], HasSubstr("held: the ledger's state is unknown"));
}

TEST_F(LedgerNightTest, StoppingBreaksOffAWalkAndNothingIsToldOfIt)
{
    upkeep.endless = true;
    start();
    diary.until("verify");
    night->stop();
    EXPECT_THAT(diary.lines(), ElementsAre("verify"));
}

TEST_F(LedgerNightTest, StoppingWhileItSettlesDoesNothingAtAll)
{
    settings.settle = 5s;
    start();
    night->stop();
    EXPECT_THAT(diary.lines(), IsEmpty());
}

// ---- a clock that is not to be believed

TEST_F(LedgerNightTest, NothingIsDestroyedWhileTheNewestEntryLiesInTheFuture)
{
    settings.newestBefore = clock.wall() + 400 * kDay; // the clock was set back
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre("held: the clock is behind the ledger's newest entry", kBackup,
                                                  "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, AHeadFromTheFutureHoldsThePurgeToo)
{
    settings.newestBefore.reset();
    upkeep.now.head = LedgerHead{};
    upkeep.now.head->at = clock.wall() + 1h;
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound").front(), HasSubstr("held: the clock is behind"));
}

TEST_F(LedgerNightTest, AClockThatRanAheadIsBelievedAfterADayAndHeldOnlyOnce)
{
    settings.newestBefore = clock.wall() - 5 * kDay;
    upkeep.now.backup.reset();
    start(); // at noon
    diary.until("sound");
    clock.pass(14h + 30min); // the night comes after less than a day
    diary.until("sound", 2);
    clock.pass(kDay);
    const auto lines = diary.until("sound", 3);
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const std::string &line) { return line.starts_with("held"); }), 1);
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const std::string &line) { return line.starts_with("purge before"); }), 1);
}

TEST_F(LedgerNightTest, AClockThatIsSetAheadWhileTheStationRunsIsDoubtfulForADay)
{
    start();
    diary.until("sound");
    clock.set(clock.wall() + 6 * kDay);
    auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines[2], HasSubstr("held: the clock is more than 3 days ahead"));
    clock.pass(2 * kDay);
    lines = diary.until("sound", 3);
    EXPECT_THAT(lines, testing::Contains("purge before 2026-10-31, plan yiyang: 30 days, by station, at most 7"));
}

TEST_F(LedgerNightTest, AClockThatIsSetBackAYearDoesNotPutTheNightsOff)
{
    upkeep.now.head = LedgerHead{}; // signed while the clock was right
    upkeep.now.head->at = clock.wall();
    start();
    diary.until("sound");
    clock.set(clock.wall() - 365 * kDay);
    clock.untilSeen();
    clock.pass(15h);
    const auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines, testing::Contains("held: the clock is behind the ledger's newest entry"));
}

// ---- as it should be

TEST_F(LedgerNightTest, AfterAStartTheWholeChainIsWalkedOnceAndNoMore)
{
    start();
    diary.until("sound");
    clock.pass(14h); // a little before the night
    clock.untilSeen();
    EXPECT_THAT(diary.lines(), ElementsAre("verify", "sound"));
}

TEST_F(LedgerNightTest, EveryNightPurgesThenBacksUpThenVerifies)
{
    upkeep.daysToDestroy = 1;
    start();
    diary.until("sound");
    clock.pass(14h + 30min); // 02:30 of the next day
    const auto lines = diary.until("sound", 2);
    EXPECT_THAT(lines, ElementsAre("verify", "sound", testing::StartsWith("purge before 2026-10-24"), "purged 1", kBackup,
                                   "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, TheNightComesAtItsTimeInTheHallsZone)
{
    settings.upkeep.nightly = 23h + 15min;
    start();
    diary.until("sound");
    clock.set(today(23h + 15min) - 1us);
    clock.untilSeen();
    EXPECT_EQ(diary.lines().size(), 2U);
    clock.set(today(23h + 15min));
    EXPECT_THAT(diary.until("sound", 2), testing::Contains("purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7"));
}

TEST_F(LedgerNightTest, ANightThatWasMissedIsMadeUpAfterTheStart)
{
    upkeep.now.backup->at = today(2h + 29min); // the last one was before 02:30
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre("purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7", kBackup,
                                                  "backed up menshen-0.ledger", "verify", "sound"));
}

TEST_F(LedgerNightTest, WithoutABackupFolderTheLastWalkTellsWhetherANightWasMissed)
{
    settings.upkeep.backupFolder.clear();
    upkeep.now.verified = LedgerState::Verified{today(1h), {}};
    start();
    EXPECT_THAT(diary.until("sound"),
                ElementsAre("purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7", "verify", "sound"));
}

TEST_F(LedgerNightTest, APlanThatKeepsForEverDestroysNothing)
{
    settings.retentionDays = 0;
    upkeep.now.backup.reset();
    start();
    EXPECT_THAT(diary.until("sound"), ElementsAre(kBackup, "backed up menshen-0.ledger", "verify", "sound"));
}

} // namespace
} // namespace menshen
