// SPDX-License-Identifier: GPL-3.0-or-later
// The night with a clock and a ledger's upkeep that a test moves.
#pragma once

#include "menshen/app/NightReport.h"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace menshen {

inline constexpr auto kDeadline = std::chrono::seconds(20);
inline constexpr UtcOffset kOffset{8h};
inline constexpr HallDay kToday = std::chrono::year{2026} / 11 / 22;
inline constexpr std::chrono::hours kWholeDay{24};

/// The instant of kToday in the hall's zone.
inline WallTime today(Micros time) { return startOfDay(kToday, kOffset) + time; }

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
        constexpr int kMoreThanTwoRounds = 12;
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

inline std::string iso(HallDay day)
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
        return verifyError ? Result<ChainVerdict>(*verifyError) : verdict;
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
    std::optional<Error> stateError, backupError, purgeError, verifyError;
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
        night = std::make_unique<LedgerNight>(upkeep, clock, settings,
                                              nightReport(notes(), clock, [this](StationCommand command) { take(std::move(command)); }));
        night->start();
    }
    /// What stands at the door after all that has been posted.
    std::vector<LedgerTrouble> troubles()
    {
        const std::scoped_lock lock(m_mutex);
        return m_troubles;
    }
    /// Entries that were asked for.
    std::vector<RecordStation> recorded()
    {
        const std::scoped_lock lock(m_mutex);
        return m_recorded;
    }
    template <typename Change>
    void change(Change change)
    {
        const std::scoped_lock lock(upkeep.mutex);
        change(upkeep);
    }

    static constexpr auto kPurge = "purge before 2026-10-23, plan yiyang: 30 days, by station, at most 7";
    static constexpr auto kBackup = "backup /backups 7 station";

private:
    LedgerNightSinks notes()
    {
        static constexpr std::array<const char *, 4> kTasks{"state", "purge", "backup", "verification"};
        return {[this](const Destroyed &destroyed) {
                    if (!destroyed.entry.days.empty())
                        diary.note("purged " + std::to_string(destroyed.entry.days.size()));
                },
                [this](const std::string &why) { diary.note("held: " + why); },
                [this](const BackupEntry &made) { diary.note("backed up " + made.file); },
                [this](const ChainVerdict &verdict) { diary.note(verdict.sound() ? "sound" : "fault"); },
                [this](LedgerTask task, const Error &error) {
                    diary.note(std::string("failed ") + kTasks[static_cast<std::size_t>(task)] + ": " + error.detail);
                }};
    }
    void take(StationCommand command)
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto *news = std::get_if<LedgerNews>(&command))
            m_troubles = withNews(std::move(m_troubles), *news);
        else
            m_recorded.push_back(std::get<RecordStation>(command));
    }

    std::mutex m_mutex;
    std::vector<LedgerTrouble> m_troubles;
    std::vector<RecordStation> m_recorded;

protected:
    HallClock clock;
    Diary diary;
    ScriptedUpkeep upkeep{diary};
    LedgerNightSettings settings;
    std::unique_ptr<LedgerNight> night;
};

} // namespace menshen
