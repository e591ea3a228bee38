// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/PunchDesk.h"

#include <algorithm>

namespace menshen {

void PunchDesk::ask(const PunchStaff &command, MonoTime now)
{
    if (m_state == State::Recording) {
        return; // on its way to the disk: the answer to it comes first
    }
    const std::uint64_t request = m_result.request + 1;
    m_result = {};
    m_result.request = request;
    m_result.member = command.member;
    m_result.direction = command.direction;
    m_result.waiting = true;
    m_contact = command.contact ? contactReading(*command.contact, now, m_plan.temperature) : std::nullopt;
    m_deadline = now + kPatience;
    m_state = State::Measuring;
}

void PunchDesk::cancel()
{
    if (m_state == State::Measuring) {
        m_state = State::Idle;
        m_result.waiting = false;
        m_result.entry.reset();
        m_result.error = Error{ErrorCode::Cancelled, "clock-in was cancelled"};
    }
}

std::optional<StaffPunchEntry> PunchDesk::advance(const Evidence &evidence, MonoTime now)
{
    if (m_state != State::Measuring) {
        return std::nullopt;
    }
    Evidence own = evidence;
    if (m_contact) {
        own.contact = m_contact;
    }
    m_result.entry = staffPunch(m_result.member, m_result.direction, own, m_plan);
    const bool late = now >= m_deadline;
    if (!m_result.entry) {
        if (late) {
            m_state = State::Idle;
            m_result.waiting = false;
            m_result.error = Error{ErrorCode::DeviceTimeout, "nobody was measured in time"};
        }
        return std::nullopt;
    }
    const auto &reasons = m_result.entry->reasons;
    const bool fever = std::any_of(reasons.begin(), reasons.end(), [](const Reason &r) { return r.code == ReasonCode::Fever; });
    if (m_result.entry->verdict != Verdict::Pass && !fever && !late) {
        return std::nullopt;
    }
    m_state = State::Recording;
    return m_result.entry;
}

void PunchDesk::recorded(const Result<Receipt> &result)
{
    m_state = State::Idle;
    m_result.waiting = false;
    if (result) {
        m_result.receipt = *result;
    } else {
        m_result.error = result.error();
    }
}

} // namespace menshen
