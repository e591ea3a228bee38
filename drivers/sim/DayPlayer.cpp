// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/DayPlayer.h"

#include <algorithm>
#include <utility>

namespace menshen {

namespace {

using Steady = std::chrono::steady_clock;
/// How soon an opened gate is noticed while a day plays by itself.
constexpr auto kLookAtGateEvery = std::chrono::milliseconds(20);
constexpr auto kNothingToDo = std::chrono::hours(1);

} // namespace

DayPlayer::DayPlayer(DayScript day, SimWorld &world)
    : m_day(std::move(day)), m_world(world), m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

DayPlayer::~DayPlayer() = default;

Result<void> DayPlayer::present(std::string_view id)
{
    const auto found = std::ranges::find(m_day.people, id, &DayPerson::id);
    if (found == m_day.people.end()) {
        return Error{ErrorCode::NotFound, "nobody of the day has the id " + std::string{id}};
    }
    const std::scoped_lock lock(m_mutex);
    comeNow(static_cast<std::size_t>(found - m_day.people.begin()), Steady::now());
    m_dirty = true;
    m_changed.notify_all();
    return {};
}

void DayPlayer::leave()
{
    const std::scoped_lock lock(m_mutex);
    goNow(Steady::now());
    m_dirty = true;
    m_changed.notify_all();
}

void DayPlayer::playAll(AutoPlay pace, OnComing onComing)
{
    const std::scoped_lock lock(m_mutex);
    m_auto = pace;
    m_onComing = std::move(onComing);
    m_next = 0;
    goNow(Steady::now());
    m_dirty = true;
    m_changed.notify_all();
}

std::string DayPlayer::presentId() const
{
    const std::scoped_lock lock(m_mutex);
    return m_person ? m_day.people[*m_person].id : std::string{};
}

bool DayPlayer::finished() const
{
    const std::scoped_lock lock(m_mutex);
    return m_auto && !m_person && m_next == m_day.people.size();
}

void DayPlayer::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const Time next = advance(Steady::now());
        m_changed.wait_until(lock, stop, next, [&] { return std::exchange(m_dirty, false); });
    }
}

DayPlayer::Time DayPlayer::advance(Time now)
{
    const bool more = m_auto && m_next < m_day.people.size();
    if (more && (m_person ? nextFollows() && isDone(now) : now >= m_nextComes)) {
        comeNow(m_next++, now);
        m_onComing(m_day.people[*m_person]);
    }
    if (!m_person) {
        return more ? m_nextComes : now + kNothingToDo;
    }
    while (m_act < m_acts.size() && now >= m_actEnds) {
        ++m_act;
        m_actEnds += m_act < m_acts.size() ? m_acts[m_act].lasts : Micros{0};
        showAct();
    }
    if (m_auto && isDone(now) && !nextFollows()) {
        goNow(now);
        return m_nextComes;
    }
    const Time act = m_act < m_acts.size() ? m_actEnds : now + kNothingToDo;
    return m_auto ? std::min(act, now + kLookAtGateEvery) : act;
}

bool DayPlayer::nextFollows() const { return m_next < m_day.people.size() && m_day.people[m_next].arrival != DayArrival::Alone; }

bool DayPlayer::isDone(Time now) const
{
    const Micros stays = m_day.people[*m_person].stays.value_or(m_auto->dwell);
    return m_world.gatePulses() != m_pulsesBefore || now >= m_cameAt + stays;
}

void DayPlayer::comeNow(std::size_t person, Time now)
{
    const DayPerson &comer = m_day.people[person];
    const bool nobody = !m_person;
    m_acts = actsOf(comer, nobody ? nullptr : &m_day.people[m_shown]);
    // Whoever's name is tapped while another one stands there is not seen at all.
    m_shown = comer.arrival == DayArrival::Stays && !nobody ? m_shown : person;
    m_person = person;
    m_act = 0;
    m_cameAt = now;
    m_actEnds = now + (m_acts.empty() ? Micros{0} : m_acts.front().lasts);
    m_pulsesBefore = m_world.gatePulses();
    showAct();
}

void DayPlayer::goNow(Time now)
{
    m_person.reset();
    m_nextComes = now + (m_auto ? m_auto->pause : Micros{0});
    show(emptyScene(m_day));
}

void DayPlayer::showAct() { show(sceneOf(m_day, m_day.people[m_shown], m_act < m_acts.size() ? &m_acts[m_act] : nullptr)); }

/// The camera and its faults are not the people's business.
void DayPlayer::show(SimScene scene)
{
    m_world.update([&](SimScene &shown) {
        scene.cameraFault = shown.cameraFault;
        shown = std::move(scene);
    });
}

} // namespace menshen
