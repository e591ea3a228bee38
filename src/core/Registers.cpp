// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Registers.h"

#include "menshen/core/Overloaded.h"

#include <map>

namespace menshen {

namespace {

template <typename T, typename KeyOf>
void compare(const std::vector<T> &before, const std::vector<T> &after, KeyOf keyOf, RegisterDifference &difference)
{
    // More than one line of a key is a problem that stays visible here: each counts.
    std::multimap<decltype(keyOf(before.front())), const T *> old;
    for (const T &line : before) {
        old.emplace(keyOf(line), &line);
    }
    for (const T &line : after) {
        const auto found = old.find(keyOf(line));
        if (found == old.end()) {
            ++difference.added;
            continue;
        }
        difference.changed += *found->second == line ? 0 : 1;
        old.erase(found);
    }
    difference.removed += static_cast<int>(old.size());
}

} // namespace

RegisterDifference differenceOf(const RegisterContent &before, const RegisterContent &after)
{
    RegisterDifference difference;
    if (const auto *group = std::get_if<LeadingGroup>(&after)) {
        compare(
            std::get<LeadingGroup>(before).people, group->people, [](const GroupPerson &person) { return person.id; }, difference);
        return difference;
    }
    const auto &was = std::get<Roster>(before);
    const auto &is = std::get<Roster>(after);
    compare(
        was.shifts, is.shifts, [](const Shift &shift) { return shift.name; }, difference);
    compare(
        was.duties, is.duties, [](const Duty &duty) { return std::pair(duty.day, duty.shift); }, difference);
    compare(
        was.closed, is.closed, [](const ClosedDay &day) { return day.day; }, difference);
    compare(
        was.handOvers, is.handOvers, [](const ShiftHandOver &handOver) { return handOver.at; }, difference);
    return difference;
}

int linesOf(const RegisterContent &content)
{
    return std::visit(Overloaded{[](const LeadingGroup &group) { return static_cast<int>(group.people.size()); },
                                 [](const Roster &roster) { return static_cast<int>(roster.duties.size() + roster.closed.size()); }},
                      content);
}

} // namespace menshen
