// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/EscalationPolicy.h"
#include "menshen/core/Units.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// What somebody is in the leading group (Y11 S8 Q1), in its office, or outside of it.
enum class GroupRole : std::uint8_t {
    Leader,
    Deputy,
    Member,
    OfficeDirector,
    Office,
    Cdc ///< a line of the CDC: told of cases (Q4, S7), never on duty here
};

[[nodiscard]] LocalText roleInWords(GroupRole role);

/// Somebody whom the station may tell. Personal data but for the id.
struct GroupPerson {
    std::string id; ///< "p3": never used again for somebody else, and all that the ledger says of him
    std::string name;
    GroupRole role = GroupRole::Member;
    std::string mobile;               ///< as checkPhone() gives it, a landline too; empty: none
    std::string email;                ///< empty: none
    std::string substitute;           ///< id of who stands in while he is away; empty: nobody
    std::optional<HallDay> awayUntil; ///< this day included; absent: he is there

    /// By a message; a landline (a CDC's, to be rung up) takes none.
    [[nodiscard]] bool reachable() const noexcept { return (!mobile.empty() && mobile.front() != '0') || !email.empty(); }
    [[nodiscard]] bool awayOn(HallDay day) const noexcept { return awayUntil && day <= *awayUntil; }
    friend bool operator==(const GroupPerson &, const GroupPerson &) = default;
};

/// The register of the leading group, its office and the CDC's lines.
struct LeadingGroup {
    std::vector<GroupPerson> people;
    int lastId = 0; ///< the number of the newest id ever given: an id is not given twice

    friend bool operator==(const LeadingGroup &, const LeadingGroup &) = default;
};

/// Null when nobody has this id.
[[nodiscard]] const GroupPerson *personOf(const LeadingGroup &group, std::string_view id) noexcept;
/// Null when nobody or more than one has this name.
[[nodiscard]] const GroupPerson *personNamed(const LeadingGroup &group, std::string_view name) noexcept;
/// 3 of "p3"; absent for what is no id.
[[nodiscard]] std::optional<int> numberOfId(std::string_view id) noexcept;
/// An id that nobody ever had; counts up `lastId`.
[[nodiscard]] std::string freshId(LeadingGroup &group);

/// Everybody of a role, in the register's order.
[[nodiscard]] std::vector<const GroupPerson *> peopleOf(const LeadingGroup &group, GroupRole role);
/// Who is told when nobody is on duty: the deputies; without any the leader, then members, then the office. Never the CDC;
/// empty only when there is none of these.
[[nodiscard]] std::vector<const GroupPerson *> fallbackOf(const LeadingGroup &group);
/// Himself, or who stands in for him that day (and whoever stands in for that one).
[[nodiscard]] const GroupPerson &presentFor(const LeadingGroup &group, const GroupPerson &person, HallDay day) noexcept;

[[nodiscard]] Recipient recipientOf(const GroupPerson &person);

enum class GroupProblemKind : std::uint8_t {
    Empty,
    NoLeader,
    TwoLeaders,
    NoOffice,
    NoCdc,
    Unreachable,       ///< neither mobile nor e-mail
    UnknownSubstitute, ///< or himself
    AwayAlone,         ///< away, and nobody stands in
    DoubleId,
    DoubleName
};

struct GroupProblem {
    GroupProblemKind kind = GroupProblemKind::Empty;
    int line = 0;       ///< in the register, from 1; 0: of the whole
    std::string person; ///< id; empty: of the whole

    friend bool operator==(const GroupProblem &, const GroupProblem &) = default;
};

[[nodiscard]] std::vector<GroupProblem> groupProblems(const LeadingGroup &group, HallDay today);

} // namespace menshen
