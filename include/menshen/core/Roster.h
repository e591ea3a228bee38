// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/LeadingGroup.h"

#include <string>
#include <vector>

namespace menshen {

/// A part of the day that somebody has, by the hall's clock. It belongs to the day on which it begins.
struct Shift {
    std::string name; ///< tells it from the others
    std::chrono::minutes start{8h};
    std::chrono::minutes end{20h}; ///< not after `start`: it passes midnight; the same: a whole day

    [[nodiscard]] std::chrono::minutes length() const noexcept { return end > start ? end - start : end - start + 24h; }
    friend bool operator==(const Shift &, const Shift &) = default;
};

/// Who has a day's shift (S9).
struct Duty {
    HallDay day{};
    std::string shift;
    std::string person; ///< id in the leading group

    friend bool operator==(const Duty &, const Duty &) = default;
};

/// A day on which the hall is closed: nobody has to be on duty, though somebody may be.
struct ClosedDay {
    HallDay day{};
    std::string why;

    friend bool operator==(const ClosedDay &, const ClosedDay &) = default;
};

/// Somebody gave the rest of a shift to somebody else.
struct ShiftHandOver {
    HallDay day{}; ///< of the shift
    std::string shift;
    WallTime at;
    std::string to; ///< id

    friend bool operator==(const ShiftHandOver &, const ShiftHandOver &) = default;
};

/// The duty roster: the leading group's leaders on duty, by day and shift.
struct Roster {
    std::vector<Shift> shifts;
    std::vector<Duty> duties;
    std::vector<ClosedDay> closed;
    std::vector<ShiftHandOver> handOvers;

    friend bool operator==(const Roster &, const Roster &) = default;
};

[[nodiscard]] const Shift *shiftNamed(const Roster &roster, std::string_view name) noexcept;
[[nodiscard]] bool isClosed(const Roster &roster, HallDay day) noexcept;
[[nodiscard]] WallTime shiftBegins(const Shift &shift, HallDay day, UtcOffset offset) noexcept;
[[nodiscard]] WallTime shiftEnds(const Shift &shift, HallDay day, UtcOffset offset) noexcept;

/// Why somebody counts as on duty.
enum class DutyBasis : std::uint8_t {
    Roster,
    HandedOver,
    Substitute,   ///< stands in for who is away
    Gap,          ///< the shift is nobody's, or somebody's who is not in the leading group: the default
    Closed,       ///< the hall is closed that day: the default
    BetweenShifts ///< no shift runs: the default
};

/// The answer to who is on duty.
struct OnDuty {
    DutyBasis basis = DutyBasis::BetweenShifts;
    std::vector<std::string> people; ///< ids: exactly one, but for the default, fallbackOf(); empty only when the group is
    HallDay day{};                   ///< of the shift
    std::string shift;               ///< empty: none runs
    WallTime until;                  ///< of the shift; unset when none runs

    [[nodiscard]] bool isDefault() const noexcept { return basis >= DutyBasis::Gap; }
};

/// Who is on duty: one person, or the default with the reason, never nobody. Of several shifts or people at once, which is a
/// problem below, the shift that began last holds, and of its lines the first.
[[nodiscard]] OnDuty onDutyAt(const Roster &roster, const LeadingGroup &group, WallTime at, UtcOffset offset);

enum class RosterProblemKind : std::uint8_t {
    NoShifts,
    ShiftOverlap,  ///< two shifts run at one time
    DoubleShift,   ///< two shifts of one name
    UnknownShift,  ///< a line names none of the shifts
    UnknownPerson, ///< a line names nobody of the leading group
    NotALeader,    ///< a line names the CDC or somebody of the office's staff (S9: a member of the leading group)
    Unreachable,   ///< who has the shift has neither mobile nor e-mail
    Away,          ///< who has the shift is away that day and nobody stands in
    TwoAtOnce,     ///< another line has the same shift
    Gap            ///< nobody has the shift
};

struct RosterProblem {
    RosterProblemKind kind = RosterProblemKind::Gap;
    HallDay day{}; ///< unset: of the shifts themselves
    std::string shift;
    int line = 0;       ///< of `duties`, from 1; 0: of no line
    int other = 0;      ///< the line that it clashes with
    std::string person; ///< id, as the line has it

    friend bool operator==(const RosterProblem &, const RosterProblem &) = default;
};

/// Everything wrong with the days `from` to `to`, both included, by day: what only a person can put right. Linear in lines and days.
[[nodiscard]] std::vector<RosterProblem> rosterProblems(const Roster &roster, const LeadingGroup &group, HallDay from, HallDay to);

/// `policy` with the people of its levels as they are at `at`: what is copied into an alert. A level never ends with nobody where
/// the group has anybody to tell instead: an on-duty leader whom nothing reaches is joined by the default.
[[nodiscard]] EscalationPolicy policyAt(EscalationPolicy policy, const LeadingGroup &group, const Roster &roster, WallTime at,
                                        UtcOffset offset);

} // namespace menshen
