// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Roster.h"

#include <algorithm>
#include <map>
#include <set>

namespace menshen {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::chrono::minutes kDay = 24h;

HallDay dayBefore(HallDay day) { return HallDay{sys_days{day} - days{1}}; }

/// A shift of a day as it runs at some moment.
struct Running {
    const Shift *shift = nullptr;
    HallDay day{};
    WallTime begins;
};

/// The shift that holds: of those that run the one that began last, and of these one that somebody has.
std::optional<Running> runningAt(const Roster &roster, WallTime at, UtcOffset offset)
{
    std::optional<Running> found;
    const HallDay today = hallDayOf(at, offset);
    bool foundHeld = false;
    for (const HallDay day : {today, dayBefore(today)}) { // yesterday's may pass midnight
        for (const Shift &shift : roster.shifts) {
            const WallTime begins = shiftBegins(shift, day, offset);
            if (at < begins || at >= shiftEnds(shift, day, offset)) {
                continue;
            }
            const bool held =
                std::ranges::any_of(roster.duties, [&](const Duty &duty) { return duty.day == day && duty.shift == shift.name; });
            if (!found || (held && !foundHeld) || (held == foundHeld && begins > found->begins)) {
                found = Running{&shift, day, begins};
                foundHeld = held;
            }
        }
    }
    return found;
}

OnDuty byDefault(DutyBasis basis, const LeadingGroup &group, OnDuty answer)
{
    answer.basis = basis;
    for (const GroupPerson *person : fallbackOf(group)) {
        answer.people.push_back(person->id);
    }
    return answer;
}

/// Two shifts that run at one time on some day; both are on the hall's clock round a week of whole days.
bool overlap(const Shift &a, const Shift &b)
{
    for (const auto shifted : {-kDay, std::chrono::minutes{0}, kDay}) {
        const auto start = b.start + shifted;
        if (start < a.start + a.length() && a.start < start + b.length()) {
            return true;
        }
    }
    return false;
}

void findShiftProblems(const Roster &roster, std::vector<RosterProblem> &problems)
{
    const auto add = [&](RosterProblemKind kind, const std::string &shift) {
        RosterProblem problem;
        problem.kind = kind;
        problem.shift = shift;
        problems.push_back(std::move(problem));
    };
    if (roster.shifts.empty()) {
        add(RosterProblemKind::NoShifts, {});
    }
    for (std::size_t i = 0; i < roster.shifts.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const Shift &shift = roster.shifts[i];
            if (shift.name == roster.shifts[k].name) {
                add(RosterProblemKind::DoubleShift, shift.name);
            } else if (overlap(roster.shifts[k], shift)) {
                add(RosterProblemKind::ShiftOverlap, roster.shifts[k].name + " / " + shift.name);
            }
        }
    }
}

std::optional<RosterProblemKind> problemOf(const Duty &duty, const Roster &roster, const LeadingGroup &group)
{
    if (shiftNamed(roster, duty.shift) == nullptr) {
        return RosterProblemKind::UnknownShift;
    }
    const GroupPerson *person = personOf(group, duty.person);
    if (person == nullptr) {
        return RosterProblemKind::UnknownPerson;
    }
    if (person->role == GroupRole::Cdc || person->role == GroupRole::Office) {
        return RosterProblemKind::NotALeader;
    }
    const GroupPerson &present = presentFor(group, *person, duty.day);
    if (present.awayOn(duty.day)) {
        return RosterProblemKind::Away;
    }
    return present.reachable() ? std::nullopt : std::optional(RosterProblemKind::Unreachable);
}

/// Without those that are there already.
void addPeople(EscalationLevel &level, const LeadingGroup &group, const std::vector<const GroupPerson *> &people, HallDay today)
{
    for (const GroupPerson *person : people) {
        const Recipient recipient = recipientOf(presentFor(group, *person, today));
        if (std::ranges::find(level.people, recipient.id, &Recipient::id) == level.people.end()) {
            level.people.push_back(recipient);
        }
    }
}

std::vector<const GroupPerson *> officeOf(const LeadingGroup &group)
{
    auto people = peopleOf(group, GroupRole::OfficeDirector);
    const auto others = peopleOf(group, GroupRole::Office);
    people.insert(people.end(), others.begin(), others.end());
    return people;
}

std::vector<const GroupPerson *> orDefault(std::vector<const GroupPerson *> people, const LeadingGroup &group)
{
    return people.empty() ? fallbackOf(group) : std::move(people);
}

} // namespace

const Shift *shiftNamed(const Roster &roster, std::string_view name) noexcept
{
    const auto found = std::ranges::find(roster.shifts, name, &Shift::name);
    return found == roster.shifts.end() ? nullptr : &*found;
}

bool isClosed(const Roster &roster, HallDay day) noexcept
{
    return std::ranges::find(roster.closed, day, &ClosedDay::day) != roster.closed.end();
}

WallTime shiftBegins(const Shift &shift, HallDay day, UtcOffset offset) noexcept { return startOfDay(day, offset) + shift.start; }

WallTime shiftEnds(const Shift &shift, HallDay day, UtcOffset offset) noexcept
{
    return startOfDay(day, offset) + shift.start + shift.length();
}

OnDuty onDutyAt(const Roster &roster, const LeadingGroup &group, WallTime at, UtcOffset offset)
{
    OnDuty answer;
    answer.day = hallDayOf(at, offset);
    const auto running = runningAt(roster, at, offset);
    if (!running) {
        return byDefault(isClosed(roster, answer.day) ? DutyBasis::Closed : DutyBasis::BetweenShifts, group, std::move(answer));
    }
    answer.day = running->day;
    answer.shift = running->shift->name;
    answer.until = shiftEnds(*running->shift, running->day, offset);
    const auto isIts = [&](const auto &line) { return line.day == answer.day && line.shift == answer.shift; };
    const GroupPerson *person = nullptr;
    bool anyLine = false;
    for (const Duty &duty : roster.duties) {
        if (isIts(duty)) {
            anyLine = true;
            person = person == nullptr ? personOf(group, duty.person) : person;
        }
    }
    answer.basis = DutyBasis::Roster;
    const ShiftHandOver *newest = nullptr;
    for (const ShiftHandOver &handOver : roster.handOvers) {
        if (isIts(handOver) && handOver.at <= at && (newest == nullptr || handOver.at >= newest->at) &&
            personOf(group, handOver.to) != nullptr) {
            newest = &handOver;
        }
    }
    if (newest != nullptr) {
        person = personOf(group, newest->to);
        answer.basis = DutyBasis::HandedOver;
    }
    if (person == nullptr) {
        return byDefault(!anyLine && isClosed(roster, answer.day) ? DutyBasis::Closed : DutyBasis::Gap, group, std::move(answer));
    }
    const GroupPerson &present = presentFor(group, *person, answer.day);
    if (&present != person) {
        answer.basis = DutyBasis::Substitute;
    }
    answer.people = {present.id};
    return answer;
}

std::vector<RosterProblem> rosterProblems(const Roster &roster, const LeadingGroup &group, HallDay from, HallDay to)
{
    std::vector<RosterProblem> problems;
    findShiftProblems(roster, problems);
    std::map<std::pair<HallDay, std::string_view>, int> first; ///< line that has the shift
    for (std::size_t i = 0; i < roster.duties.size(); ++i) {
        const Duty &duty = roster.duties[i];
        if (duty.day < from || duty.day > to) {
            continue;
        }
        RosterProblem problem{RosterProblemKind::TwoAtOnce, duty.day, duty.shift, static_cast<int>(i) + 1, 0, duty.person};
        const auto [place, fresh] = first.try_emplace({duty.day, duty.shift}, problem.line);
        if (!fresh) {
            problem.other = place->second;
            problems.push_back(problem);
            problem.other = 0;
        }
        if (const auto kind = problemOf(duty, roster, group)) {
            problem.kind = *kind;
            problems.push_back(std::move(problem));
        }
    }
    std::set<HallDay> closed;
    for (const ClosedDay &day : roster.closed) {
        closed.insert(day.day);
    }
    for (sys_days day{from}; day <= sys_days{to}; day += days{1}) {
        for (const Shift &shift : roster.shifts) {
            if (!closed.contains(HallDay{day}) && !first.contains({HallDay{day}, shift.name})) {
                problems.push_back({RosterProblemKind::Gap, HallDay{day}, shift.name, 0, 0, {}});
            }
        }
    }
    std::ranges::stable_sort(problems, {}, &RosterProblem::day);
    return problems;
}

EscalationPolicy policyAt(EscalationPolicy policy, const LeadingGroup &group, const Roster &roster, WallTime at, UtcOffset offset)
{
    const HallDay today = hallDayOf(at, offset);
    const auto fill = [&](EscalationLevel &level) {
        if (!level.from) {
            return;
        }
        switch (*level.from) {
        case PeopleSource::Roster: {
            std::vector<const GroupPerson *> people;
            for (const std::string &id : onDutyAt(roster, group, at, offset).people) {
                people.push_back(personOf(group, id));
            }
            addPeople(level, group, people, today);
            if (std::ranges::none_of(people, &GroupPerson::reachable)) {
                addPeople(level, group, fallbackOf(group), today);
            }
            break;
        }
        case PeopleSource::Office:
            addPeople(level, group, officeOf(group), today);
            break;
        case PeopleSource::Deputies:
            addPeople(level, group, orDefault(peopleOf(group, GroupRole::Deputy), group), today);
            break;
        case PeopleSource::Leader:
            addPeople(level, group, orDefault(peopleOf(group, GroupRole::Leader), group), today);
            break;
        case PeopleSource::Cdc:
            addPeople(level, group, peopleOf(group, GroupRole::Cdc), today);
            break;
        }
        level.from.reset();
    };
    std::ranges::for_each(policy.levels, fill);
    for (EscalationLevel &line : policy.beside) {
        const bool fromRegister = line.from.has_value();
        fill(line);
        if (fromRegister && line.people.empty()) {
            line.couriers.clear(); // nobody of the CDC is known: the hall's own group is not called in its place
        }
    }
    return policy;
}

} // namespace menshen
