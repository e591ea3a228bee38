// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/LeadingGroup.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace menshen {

const GroupPerson *personOf(const LeadingGroup &group, std::string_view id) noexcept
{
    const auto found = std::ranges::find(group.people, id, &GroupPerson::id);
    return found == group.people.end() ? nullptr : &*found;
}

const GroupPerson *personNamed(const LeadingGroup &group, std::string_view name) noexcept
{
    const auto found = std::ranges::find(group.people, name, &GroupPerson::name);
    if (found == group.people.end() || std::find_if(found + 1, group.people.end(), [name](const GroupPerson &person) {
                                           return person.name == name;
                                       }) != group.people.end()) {
        return nullptr;
    }
    return &*found;
}

std::optional<int> numberOfId(std::string_view id) noexcept
{
    int number = 0;
    const auto *end = id.data() + id.size();
    if (id.size() < 2 || id.size() > 8 || id[0] != 'p' || id[1] == '0') {
        return {};
    }
    const auto read = std::from_chars(id.data() + 1, end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0 ? std::optional(number) : std::nullopt;
}

std::string freshId(LeadingGroup &group)
{
    for (const GroupPerson &person : group.people) {
        group.lastId = std::max(group.lastId, numberOfId(person.id).value_or(0));
    }
    return 'p' + std::to_string(++group.lastId);
}

std::vector<const GroupPerson *> peopleOf(const LeadingGroup &group, GroupRole role)
{
    std::vector<const GroupPerson *> found;
    for (const GroupPerson &person : group.people) {
        if (person.role == role) {
            found.push_back(&person);
        }
    }
    return found;
}

std::vector<const GroupPerson *> fallbackOf(const LeadingGroup &group)
{
    for (const GroupRole role : {GroupRole::Deputy, GroupRole::Leader, GroupRole::Member, GroupRole::OfficeDirector, GroupRole::Office}) {
        if (auto people = peopleOf(group, role); !people.empty()) {
            return people;
        }
    }
    return {};
}

const GroupPerson &presentFor(const LeadingGroup &group, const GroupPerson &person, HallDay day) noexcept
{
    const GroupPerson *present = &person;
    // As many steps as there are people: two who stand in for each other must not lead in a circle.
    for (std::size_t step = 0; step < group.people.size() && present->awayOn(day); ++step) {
        const GroupPerson *next = personOf(group, present->substitute);
        if (next == nullptr) {
            return *present;
        }
        present = next;
    }
    return present->awayOn(day) ? person : *present;
}

Recipient recipientOf(const GroupPerson &person) { return {person.name, person.mobile, person.email, person.id}; }

std::vector<GroupProblem> groupProblems(const LeadingGroup &group, HallDay today)
{
    std::vector<GroupProblem> problems;
    if (group.people.empty()) {
        problems.push_back({GroupProblemKind::Empty, 0, {}});
        return problems;
    }
    const auto whole = [&](GroupProblemKind kind) { problems.push_back({kind, 0, {}}); };
    if (peopleOf(group, GroupRole::Leader).empty()) {
        whole(GroupProblemKind::NoLeader);
    }
    if (peopleOf(group, GroupRole::Leader).size() > 1) {
        whole(GroupProblemKind::TwoLeaders);
    }
    if (peopleOf(group, GroupRole::OfficeDirector).empty() && peopleOf(group, GroupRole::Office).empty()) {
        whole(GroupProblemKind::NoOffice);
    }
    if (peopleOf(group, GroupRole::Cdc).empty()) {
        whole(GroupProblemKind::NoCdc);
    }
    std::map<std::string_view, int> ids, names;
    int line = 0;
    for (const GroupPerson &person : group.people) {
        const auto of = [&](GroupProblemKind kind) { problems.push_back({kind, line, person.id}); };
        ++line;
        if (++ids[person.id] > 1) {
            of(GroupProblemKind::DoubleId);
        }
        if (++names[person.name] > 1) {
            of(GroupProblemKind::DoubleName);
        }
        if (!person.reachable()) {
            of(GroupProblemKind::Unreachable);
        }
        if (!person.substitute.empty() && (person.substitute == person.id || personOf(group, person.substitute) == nullptr)) {
            of(GroupProblemKind::UnknownSubstitute);
        }
        if (person.awayOn(today) && presentFor(group, person, today).awayOn(today)) {
            of(GroupProblemKind::AwayAlone);
        }
    }
    return problems;
}

LocalText roleInWords(GroupRole role)
{
    switch (role) {
    case GroupRole::Leader:
        return {"组长", "Leader"};
    case GroupRole::Deputy:
        return {"副组长", "Deputy leader"};
    case GroupRole::Member:
        return {"成员", "Member"};
    case GroupRole::OfficeDirector:
        return {"办公室主任", "Office director"};
    case GroupRole::Office:
        return {"办公室", "Office"};
    case GroupRole::Cdc:
        return {"疾控专线", "CDC line"};
    }
    return {};
}

} // namespace menshen
