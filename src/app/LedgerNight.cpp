// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/LedgerNight.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace menshen {

namespace {

constexpr Micros kClockSlack = 2min;                     ///< clocks are set right by seconds all the time
constexpr Micros kLongAway = std::chrono::hours{3 * 24}; ///< so long without an entry is unusual
constexpr Micros kTrustAfter = std::chrono::hours{24};   ///< a wrong clock is noticed by somebody within a day
constexpr const char *kActor = "station";

} // namespace

/// Everything below `run` lives on its thread alone.
class LedgerNight::Impl {
public:
    Impl(LedgerUpkeep &upkeep, const Clock &clock, LedgerNightSettings settings, LedgerNightSinks sinks)
        : m_upkeep(upkeep), m_clock(clock), m_settings(std::move(settings)), m_sinks(std::move(sinks)),
          m_newestKnown(m_settings.newestBefore)
    {
    }

    void start()
    {
        m_lastWall = m_clock.wall();
        m_lastMono = m_believedSince = m_clock.mono();
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    }

    void stop()
    {
        m_thread.request_stop();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

private:
    void run(const std::stop_token &stop)
    {
        const MonoTime settled = m_clock.mono() + m_settings.settle;
        while (!stop.stop_requested() && m_clock.mono() < settled) {
            rest(stop, std::min(m_settings.lookEvery, settled - m_clock.mono()));
        }
        m_nextNight = nightAfter(m_clock.wall());
        if (!stop.stop_requested() && aNightWasMissed()) {
            purge();
            backUp(stop);
        }
        verify(stop);
        while (!stop.stop_requested()) {
            look();
            if (m_clock.wall() >= m_nextNight) {
                m_nextNight = nightAfter(m_clock.wall());
                purge();
                backUp(stop);
                verify(stop);
            } else if (m_nextTry && m_clock.mono() >= *m_nextTry) {
                backUp(stop);
            }
            rest(stop, m_settings.lookEvery);
        }
    }

    /// Waits, but not beyond a wish to stop.
    static void rest(const std::stop_token &stop, Micros duration)
    {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, duration, [] { return false; });
    }

    // ---- when -----------------------------------------------------------------------------------

    [[nodiscard]] WallTime nightAfter(WallTime now) const
    {
        const HallDay today = hallDayOf(now, m_settings.offset);
        const WallTime tonight = startOfDay(today, m_settings.offset) + m_settings.upkeep.nightly;
        return tonight > now ? tonight : tonight + std::chrono::hours{24};
    }

    [[nodiscard]] bool aNightWasMissed()
    {
        const auto state = m_upkeep.state();
        if (!state) {
            failed(LedgerTask::State, state.error());
            return false;
        }
        const WallTime lastNight = nightAfter(m_clock.wall()) - std::chrono::hours{24};
        if (m_settings.upkeep.backupFolder.empty()) {
            return !state->verified || state->verified->at < lastNight;
        }
        return !state->backup || state->backup->at < lastNight;
    }

    /// A clock that is set while we run is as doubtful as one that is wrong at the start.
    void look()
    {
        const WallTime wall = m_clock.wall();
        const MonoTime mono = m_clock.mono();
        const WallTime expected = m_lastWall + (mono - m_lastMono);
        if (wall - expected > kLongAway) {
            m_newestKnown = expected;
            m_believedSince = mono;
        }
        m_lastWall = wall;
        m_lastMono = mono;
        m_nextNight = std::min(m_nextNight, nightAfter(wall)); // set back: the nights are counted from here
    }

    // ---- what -----------------------------------------------------------------------------------

    /// Why nothing must be destroyed now; empty: it may.
    [[nodiscard]] std::string clockDoubt()
    {
        const WallTime now = m_clock.wall();
        const auto state = m_upkeep.state();
        if (!state) {
            return "the ledger's state is unknown: " + state.error().detail;
        }
        const auto newest = state->head ? std::max(m_newestKnown.value_or(state->head->at), state->head->at) : m_newestKnown;
        if (newest && *newest > now + kClockSlack) {
            return "the clock is behind the ledger's newest entry";
        }
        if (m_newestKnown && now - *m_newestKnown > kLongAway && m_clock.mono() - m_believedSince < kTrustAfter) {
            return "the clock is more than 3 days ahead of the ledger's newest entry; it is believed after a day";
        }
        return {};
    }

    void purge()
    {
        if (m_settings.retentionDays <= 0) {
            return;
        }
        if (const std::string doubt = clockDoubt(); !doubt.empty()) {
            hold(doubt);
            return;
        }
        const std::chrono::sys_days today = hallDayOf(m_clock.wall(), m_settings.offset);
        const std::string days = std::to_string(m_settings.retentionDays);
        const auto destroyed = m_upkeep.purge({.before = HallDay{today - std::chrono::days{m_settings.retentionDays}},
                                               .dryRun = false,
                                               .actor = kActor,
                                               .grounds = "plan " + m_settings.plan + ": " + days + " days",
                                               .mostDays = m_settings.mostDays});
        if (destroyed) {
            m_lastHeld.clear();
            m_sinks.purged(*destroyed);
        } else if (destroyed.error().code == ErrorCode::Denied) {
            hold(destroyed.error().detail);
        } else {
            failed(LedgerTask::Purge, destroyed.error());
        }
    }

    /// One entry a reason, not one a night.
    void hold(const std::string &why)
    {
        if (m_lastHeld != why) {
            m_lastHeld = why;
            m_sinks.purgeHeld(why);
        }
    }

    void backUp(const std::stop_token &stop)
    {
        m_nextTry.reset();
        if (m_settings.upkeep.backupFolder.empty() || stop.stop_requested()) {
            return;
        }
        const auto made = m_upkeep.backup({m_settings.upkeep.backupFolder, m_settings.upkeep.keepBackups, kActor}, {}, stop);
        if (made) {
            m_sinks.backedUp(*made);
        } else if (made.error().code != ErrorCode::Cancelled) {
            m_nextTry = m_clock.mono() + m_settings.retry;
            failed(LedgerTask::Backup, made.error());
        }
    }

    void verify(const std::stop_token &stop)
    {
        if (stop.stop_requested()) {
            return;
        }
        const auto verdict = m_upkeep.verify({}, stop);
        if (!verdict) {
            if (verdict.error().code != ErrorCode::Cancelled) {
                failed(LedgerTask::Verification, verdict.error());
            }
        } else if (verdict->complete || !verdict->sound()) {
            m_sinks.verified(*verdict);
        }
    }

    void failed(LedgerTask task, const Error &error) { m_sinks.failed(task, error); }

    LedgerUpkeep &m_upkeep;
    const Clock &m_clock;
    const LedgerNightSettings m_settings;
    const LedgerNightSinks m_sinks;

    std::optional<WallTime> m_newestKnown; ///< what the clock is measured by
    MonoTime m_believedSince;              ///< since then the clock has gone on from where it is now
    WallTime m_lastWall;
    MonoTime m_lastMono;
    WallTime m_nextNight;
    std::optional<MonoTime> m_nextTry; ///< of a backup that failed
    std::string m_lastHeld;
    std::jthread m_thread;
};

LedgerNight::LedgerNight(LedgerUpkeep &upkeep, const Clock &clock, LedgerNightSettings settings, LedgerNightSinks sinks)
    : m_impl(std::make_unique<Impl>(upkeep, clock, std::move(settings), std::move(sinks)))
{
}

LedgerNight::~LedgerNight() { stop(); }

void LedgerNight::start() { m_impl->start(); }

void LedgerNight::stop() { m_impl->stop(); }

} // namespace menshen
