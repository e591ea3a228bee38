// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "src/app/SheetReading.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace menshen {

namespace {

enum Column : std::size_t { Day, ShiftName, Start, End, Id, Name, Note };

const std::array<ColumnWords, 7> &columns()
{
    static const std::array<ColumnWords, 7> all{{{{"日期", "Day"}, {"date", "值班日期"}, true},
                                                 {{"班次", "Shift"}, {"班"}, true},
                                                 {{"开始", "Start"}, {"开始时间", "from"}, false},
                                                 {{"结束", "End"}, {"结束时间", "to", "until"}, false},
                                                 {{"编号", "Number"}, {"id", "no."}, false},
                                                 {{"带班领导", "On duty"}, {"姓名", "name", "值班人", "值班领导", "leader"}, false},
                                                 {{"备注", "Note"}, {"说明", "remark"}, false}}};
    return all;
}

constexpr std::size_t kMostShifts = 24;
const LocalText kClosed{"休息", "closed"};

bool saysClosed(const std::string &shift)
{
    return shift == kClosed.zh || shift == kClosed.en || shift == "Closed" || shift == "休" || shift == "闭馆" || shift == "放假";
}

class Reading {
public:
    Reading(const Sheet &sheet, const Roster &before, const LeadingGroup &group)
        : m_sheet(sheet, columns()), m_before(before), m_group(group)
    {
        for (const GroupPerson &person : group.people) {
            m_byId.emplace(person.id, &person);
            const auto [place, fresh] = m_byName.emplace(person.name, &person);
            place->second = fresh ? &person : nullptr; // two of one name: nobody knows which
        }
    }

    Imported<Roster> run()
    {
        for (const SheetRow *row : m_sheet.lines()) {
            readLine(*row);
        }
        collectShifts();
        for (const ShiftHandOver &handOver : m_before.handOvers) {
            if (m_taken.contains({handOver.day, handOver.shift})) {
                m_roster.handOvers.push_back(handOver);
            }
        }
        auto problems = m_sheet.takeProblems();
        return {problems.empty() ? std::move(m_roster) : Roster{}, std::move(problems)};
    }

private:
    /// What the lines say of a shift's times.
    struct Times {
        std::optional<std::chrono::minutes> start, end;
        int line = 0; ///< the first that names the shift
    };

    void readLine(const SheetRow &row)
    {
        const bool dayThere = !m_sheet.text(row, Day).empty();
        const auto day = m_sheet.day(row, Day);
        const std::string shift = m_sheet.text(row, ShiftName);
        const std::string id = m_sheet.text(row, Id), name = m_sheet.text(row, Name);
        if (!dayThere) {
            m_sheet.refuse(row.line, Day, {"没有日期", "The day is missing"}, {"例如 2026-11-22", "for example 2026-11-22"});
        }
        if (shift.empty()) {
            m_sheet.refuse(row.line, ShiftName, {"没有班次", "The shift is missing"},
                           {"班次的名称；不上班的日子写“休息”", "the shift's name; \"closed\" for a day off"});
            return;
        }
        if (saysClosed(shift)) {
            readClosed(row, day, id + name);
            return;
        }
        readTimes(row, shift);
        const GroupPerson *person = personIn(row, id, name);
        if (!day || person == nullptr) {
            return;
        }
        const auto [place, fresh] = m_taken.emplace(std::pair(*day, shift), row.line);
        if (!fresh) {
            const std::string other = std::to_string(place->second);
            m_sheet.refuse(row.line, Name,
                           {"同一班次已有人（第 " + other + " 行）", "This shift has somebody already (line " + other + ")"},
                           {"每班一人", "one person a shift"});
            return;
        }
        m_roster.duties.push_back({*day, shift, person->id});
    }

    void readClosed(const SheetRow &row, std::optional<HallDay> day, const std::string &who)
    {
        if (!who.empty()) {
            m_sheet.refuse(row.line, Name, {"休息日不写人", "Nobody stands in the line of a closed day"},
                           {"留空；有人值班就写他的班次", "empty; or the shift, where somebody is on duty all the same"});
        }
        if (day && m_closed.insert(*day).second) {
            m_roster.closed.push_back({*day, m_sheet.text(row, Note)});
        }
    }

    void readTimes(const SheetRow &row, const std::string &shift)
    {
        const auto [place, fresh] = m_times.try_emplace(shift, Times{{}, {}, row.line});
        Times &times = place->second;
        if (fresh && m_order.size() < kMostShifts) {
            m_order.push_back(shift);
        } else if (fresh) {
            m_sheet.refuse(row.line, ShiftName, {"班次太多", "These are too many shifts"}, {"不超过 24 个", "24 at most"});
        }
        const auto settle = [&](std::optional<std::chrono::minutes> &known, Column column) {
            const auto said = m_sheet.time(row, column);
            if (said && known && *said != *known) {
                m_sheet.refuse(row.line, column, {"与前面同一班次的时间不一致", "Another time than in an earlier line of this shift"},
                               {timeOfDayText(*known), timeOfDayText(*known)});
            } else if (said) {
                known = said;
            }
        };
        settle(times.start, Start);
        settle(times.end, End);
    }

    const GroupPerson *personIn(const SheetRow &row, const std::string &id, const std::string &name)
    {
        if (id.empty() && name.empty()) {
            m_sheet.refuse(row.line, Name, {"没有写谁带班", "It does not say who is on duty"}, {"姓名或编号", "a name or a number"});
            return nullptr;
        }
        const auto byId = m_byId.find(id);
        const auto byName = m_byName.find(name);
        if (!id.empty() && byId == m_byId.end()) {
            m_sheet.refuse(row.line, Id,
                           {"领导小组中没有此编号：" + inQuotes(id), "Nobody of the leading group has the number " + inQuotes(id)},
                           {"名单中的编号", "a number of the register"});
            return nullptr;
        }
        if (!name.empty() && (byName == m_byName.end() || byName->second == nullptr) && id.empty()) {
            m_sheet.refuse(row.line, Name,
                           {"领导小组中没有此人：" + inQuotes(name), "Nobody of the leading group is called " + inQuotes(name)},
                           {"名单中的姓名（先在“领导小组”中登记）", "a name of the register (enter it in the leading group first)"});
            return nullptr;
        }
        if (!id.empty() && !name.empty() && byId->second->name != name) {
            m_sheet.refuse(row.line, Name, {"姓名与编号不是同一人", "Name and number are not of one person"},
                           {"二者一致，或只写一个", "the same person, or only one of them"});
            return nullptr;
        }
        const GroupPerson *person = id.empty() ? byName->second : byId->second;
        if (person->role == GroupRole::Cdc || person->role == GroupRole::Office) {
            m_sheet.refuse(row.line, Name, {"不是领导小组成员，不能带班", "Is no member of the leading group"},
                           {"组长、副组长、成员或办公室主任", "a leader, deputy, member or the office's director"});
            return nullptr;
        }
        return person;
    }

    void collectShifts()
    {
        for (const std::string &name : m_order) {
            const Times &times = m_times.at(name);
            const Shift *before = shiftNamed(m_before, name);
            const auto start = times.start ? times.start : before != nullptr ? std::optional(before->start) : std::nullopt;
            const auto end = times.end ? times.end : before != nullptr ? std::optional(before->end) : std::nullopt;
            if (!start) {
                m_sheet.refuse(times.line, Start, {"没有写这个班次何时开始", "It does not say when this shift begins"},
                               {"例如 08:00，在该班次的任一行", "for example 08:00, in any of its lines"});
            }
            if (!end) {
                m_sheet.refuse(times.line, End, {"没有写这个班次何时结束", "It does not say when this shift ends"},
                               {"例如 20:00，在该班次的任一行", "for example 20:00, in any of its lines"});
            }
            if (start && end) {
                m_roster.shifts.push_back({name, *start, *end});
            }
        }
        if (m_roster.shifts.empty() && m_sheet.isSound()) { // a table of holidays only
            m_roster.shifts = m_before.shifts;
        }
        Roster shifts;
        shifts.shifts = m_roster.shifts;
        const HallDay any{std::chrono::year{2000}, std::chrono::January, std::chrono::day{2}};
        for (const RosterProblem &problem :
             rosterProblems(shifts, m_group, any, HallDay{std::chrono::sys_days{any} - std::chrono::days{1}})) {
            if (problem.kind == RosterProblemKind::ShiftOverlap) {
                m_sheet.refuse(0, Start, {"班次时间重叠：" + problem.shift, "Shifts overlap: " + problem.shift},
                               {"每个时刻只有一个班次", "one shift at a time"});
            }
        }
    }

    SheetReading m_sheet;
    const Roster &m_before;
    const LeadingGroup &m_group;
    std::map<std::string_view, const GroupPerson *> m_byId, m_byName;
    Roster m_roster;
    std::map<std::string, Times> m_times;
    std::vector<std::string> m_order;                       ///< of the shifts, as they are first named
    std::map<std::pair<HallDay, std::string>, int> m_taken; ///< and the line that has it
    std::set<HallDay> m_closed;
};

std::vector<std::string> lineOf(const Duty &duty, const Roster &roster, const LeadingGroup &group)
{
    const Shift *shift = shiftNamed(roster, duty.shift);
    const GroupPerson *person = personOf(group, duty.person);
    return {isoDay(duty.day),
            duty.shift,
            shift == nullptr ? "" : timeOfDayText(shift->start),
            shift == nullptr ? "" : timeOfDayText(shift->end),
            duty.person,
            person == nullptr ? "" : person->name,
            ""};
}

} // namespace

Imported<Roster> rosterFromSheet(const Sheet &sheet, const Roster &before, const LeadingGroup &group)
{
    return Reading(sheet, before, group).run();
}

Result<void> writeRosterTable(TableWriter &writer, const Roster &roster, const LeadingGroup &group, HallDay today, Language language)
{
    std::vector<std::string> header;
    for (const ColumnWords &column : columns()) {
        header.push_back(in(language, column.title));
    }
    if (auto started = writer.sheet(in(language, {"值班表", "Duty roster"}), header); !started) {
        return started;
    }
    std::vector<std::vector<std::string>> lines;
    for (const Duty &duty : roster.duties) {
        lines.push_back(lineOf(duty, roster, group));
    }
    for (const ClosedDay &closed : roster.closed) {
        lines.push_back({isoDay(closed.day), in(language, kClosed), "", "", "", "", closed.why});
    }
    std::ranges::stable_sort(lines, {}, [](const std::vector<std::string> &line) { return line[0]; });
    if (lines.empty()) {
        const auto leaders = fallbackOf(group);
        const bool chinese = language == Language::Chinese;
        lines.push_back({(chinese ? "示例（导入时不读此行）" : "Example (not read) ") + isoDay(today), chinese ? "白班" : "Day shift",
                         "08:00", "20:00", "", leaders.empty() ? (chinese ? "张三" : "Zhang San") : leaders.front()->name, ""});
    }
    for (const auto &line : lines) {
        std::vector<TableWriter::Cell> cells;
        for (const std::string &text : line) {
            cells.push_back({text, std::nullopt});
        }
        if (auto written = writer.row(cells); !written) {
            return written;
        }
    }
    return writer.commit();
}

} // namespace menshen
