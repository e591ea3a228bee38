// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/TryLimit.h"

#include <algorithm>

namespace menshen {

Micros TryLimit::take(const std::string &who, MonoTime now)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_tries, [now](const auto &each) { return now - each.second.last > kForgotten; });
    if (!m_tries.contains(who) && m_tries.size() >= kMost)
        m_tries.erase(std::ranges::min_element(m_tries, {}, [](const auto &each) { return each.second.last; }));
    Tries &tries = m_tries[who];
    if (tries.count >= kFree && now < tries.next)
        return tries.next - now;
    ++tries.count;
    tries.last = now;
    Micros wait = kFirstWait;
    for (int i = kFree; i < tries.count && wait < kLongestWait; ++i)
        wait *= 2;
    tries.nextThen = tries.next;
    tries.next = now + std::min(wait, kLongestWait);
    return Micros{0};
}

void TryLimit::forgive(const std::string &who)
{
    const std::scoped_lock lock(m_mutex);
    m_tries.erase(who);
}

void TryLimit::giveBack(const std::string &who)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_tries.find(who);
    if (found == m_tries.end())
        return;
    found->second.next = found->second.nextThen; // once there is a wait at all, one try is under way at a time
    if (--found->second.count <= 0)
        m_tries.erase(found);
}

} // namespace menshen
