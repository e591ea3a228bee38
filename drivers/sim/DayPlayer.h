// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/DayScript.h"
#include "drivers/sim/SimWorld.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace menshen {

/// How a day plays by itself: a person stays until the gate opens or his time is over, `dwell` if he has none of his own. Then
/// the next one takes his place or joins him, or nobody comes for `pause`.
struct AutoPlay {
    Micros dwell = 20s;
    Micros pause = 1500ms;
};

/// Puts the people of a day before the simulated devices, with their acts in time. Thread-safe.
class DayPlayer {
public:
    /// Called with each person that comes by himself, on the player's thread; it must not call the player.
    using OnComing = std::function<void(const DayPerson &)>;

    /// `world` must outlive the player.
    DayPlayer(DayScript day, SimWorld &world);
    ~DayPlayer();
    DayPlayer(const DayPlayer &) = delete;
    DayPlayer &operator=(const DayPlayer &) = delete;

    [[nodiscard]] const DayScript &day() const noexcept { return m_day; }

    /// That person comes now, in the way that the day says of him: whoever stood there goes, or stands beside him for a while
    /// first. Camera and thermometer see each change at the same instant. NotFound for an id that is not in the day.
    [[nodiscard]] Result<void> present(std::string_view id);
    /// Nobody is there any more.
    void leave();
    /// From now on the people come one after the other, the first one after a pause.
    void playAll(AutoPlay pace, OnComing onComing);

    [[nodiscard]] std::string presentId() const; ///< empty: nobody of the day
    [[nodiscard]] bool finished() const;         ///< playAll() came to its end

private:
    using Time = std::chrono::steady_clock::time_point;

    void run(const std::stop_token &stop);
    /// What is due by now, under the lock; the time of the next thing to do.
    [[nodiscard]] Time advance(Time now);
    void comeNow(std::size_t person, Time now);
    void goNow(Time now);
    [[nodiscard]] bool isDone(Time now) const; ///< whoever is there; of a day that plays by itself
    [[nodiscard]] bool nextFollows() const;    ///< without a moment in which nobody of the day is there
    void showAct();
    void show(SimScene scene);

    const DayScript m_day;
    SimWorld &m_world;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_dirty = false;                ///< somebody changed what follows while the thread waited
    std::optional<std::size_t> m_person; ///< who is there
    std::size_t m_shown = 0;             ///< whose figures are there: another's, when only a name was tapped
    std::vector<DayAct> m_acts;          ///< of the one who is there
    std::size_t m_act = 0;
    Time m_actEnds{};
    Time m_cameAt{};
    int m_pulsesBefore = 0; ///< the gate's when he came
    std::optional<AutoPlay> m_auto;
    OnComing m_onComing;
    std::size_t m_next = 0; ///< of the automatic day
    Time m_nextComes{};
    std::jthread m_thread; ///< last: it stops before what it uses goes
};

} // namespace menshen
