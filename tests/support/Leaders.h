// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Registers.h"

namespace menshen::test {

inline constexpr HallDay dayOfNovember(unsigned day) { return {std::chrono::year{2026}, std::chrono::November, std::chrono::day{day}}; }

/// A moment of the hall's clock.
inline constexpr WallTime hallTime(unsigned day, int hour, int minute = 0, UtcOffset offset = {})
{
    return startOfDay(dayOfNovember(day), offset) + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

/// p1 leader, p2 and p3 deputies, p4 member, p5 director and p6 clerk of the office, p7 the CDC's line.
inline LeadingGroup sampleGroup()
{
    LeadingGroup group;
    group.people = {{"p1", "周建国", GroupRole::Leader, "13800138001", "zhou@example.gov.cn", "p2", {}},
                    {"p2", "吴敏", GroupRole::Deputy, "13800138002", "wu@example.gov.cn", "p3", {}},
                    {"p3", "郑海", GroupRole::Deputy, "13800138003", "", "p2", {}},
                    {"p4", "王芳", GroupRole::Member, "13800138004", "wang@example.gov.cn", "", {}},
                    {"p5", "冯丽", GroupRole::OfficeDirector, "13800138005", "office@example.gov.cn", "p6", {}},
                    {"p6", "陈晨", GroupRole::Office, "13800138006", "", "", {}},
                    {"p7", "区疾控中心", GroupRole::Cdc, "13800138007", "cdc@example.gov.cn", "", {}}};
    group.lastId = 7;
    return group;
}

/// By day and by night of 16 to 29 November; the 22nd's night is nobody's, the 28th and 29th are days off.
inline Roster sampleRoster()
{
    Roster roster;
    roster.shifts = {{"白班", 8h, 20h}, {"夜班", 20h, 8h}};
    const std::array<const char *, 4> turns{"p1", "p2", "p3", "p4"};
    for (unsigned day = 16; day <= 27; ++day) {
        roster.duties.push_back({dayOfNovember(day), "白班", turns.at(day % 4)});
        if (day != 22) {
            roster.duties.push_back({dayOfNovember(day), "夜班", turns.at((day + 1) % 4)});
        }
    }
    roster.closed = {{dayOfNovember(28), "周末"}, {dayOfNovember(29), "周末"}};
    return roster;
}

} // namespace menshen::test
