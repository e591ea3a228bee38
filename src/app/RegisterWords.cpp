// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/RegisterTables.h"
#include "menshen/app/Words.h"

#include <array>
#include <charconv>

namespace menshen {

namespace {

std::string nameOrId(const LeadingGroup &group, const std::string &id)
{
    const GroupPerson *person = personOf(group, id);
    return person == nullptr ? id : person->name;
}

/// The next whole number of `text`, which loses it; at most `digits` long.
std::optional<int> takeNumber(std::string_view &text, std::size_t digits)
{
    std::size_t size = 0;
    while (size < text.size() && size < digits && text[size] >= '0' && text[size] <= '9') {
        ++size;
    }
    int value = 0;
    if (size == 0 || std::from_chars(text.data(), text.data() + size, value).ec != std::errc()) {
        return {};
    }
    text.remove_prefix(size);
    return value;
}

bool take(std::string_view &text, std::initializer_list<std::string_view> marks)
{
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) {
            text.remove_prefix(mark.size());
            return true;
        }
    }
    return false;
}

} // namespace

LocalText problemInWords(const GroupProblem &problem, const LeadingGroup &group)
{
    const std::string who = nameOrId(group, problem.person);
    switch (problem.kind) {
    case GroupProblemKind::Empty:
        return {"还没有登记任何人：警报只能通知到 station.toml 中的人。",
                "Nobody is entered yet: alerts reach only those named in station.toml."};
    case GroupProblemKind::NoLeader:
        return {"没有组长。", "There is no leader."};
    case GroupProblemKind::TwoLeaders:
        return {"有不止一位组长。", "There is more than one leader."};
    case GroupProblemKind::NoOffice:
        return {"没有办公室人员。", "There is nobody of the office."};
    case GroupProblemKind::NoCdc:
        return {"没有疾控专线。", "There is no CDC line."};
    case GroupProblemKind::Unreachable:
        return {who + "：没有手机和邮箱，通知不到。", who + ": neither mobile nor e-mail, cannot be told."};
    case GroupProblemKind::UnknownSubstitute:
        return {who + "：替班人不在名单中，或是本人。", who + ": the substitute is not in the list, or is the same person."};
    case GroupProblemKind::AwayAlone:
        return {who + "：外出，且无人替班。", who + ": is away, and nobody stands in."};
    case GroupProblemKind::DoubleId:
        return {who + "：编号重复。", who + ": the number is used twice."};
    case GroupProblemKind::DoubleName:
        return {who + "：姓名重复。", who + ": the name is there twice."};
    }
    return {};
}

LocalText problemInWords(const RosterProblem &problem, const LeadingGroup &group)
{
    const std::string where = problem.day == HallDay{} ? problem.shift : isoDay(problem.day) + " " + problem.shift;
    const std::string line = std::to_string(problem.line), other = std::to_string(problem.other);
    const std::string zh = problem.line > 0 ? where + "（第 " + line + " 条）" : where;
    const std::string en = problem.line > 0 ? where + " (line " + line + ")" : where;
    const std::string who = nameOrId(group, problem.person);
    switch (problem.kind) {
    case RosterProblemKind::NoShifts:
        return {"还没有班次：无人值班时先通知副组长，再通知组长。", "There are no shifts yet: the deputies are told, then the leader."};
    case RosterProblemKind::ShiftOverlap:
        return {zh + "：班次时间重叠。", en + ": the shifts overlap."};
    case RosterProblemKind::DoubleShift:
        return {zh + "：班次重名。", en + ": two shifts of one name."};
    case RosterProblemKind::UnknownShift:
        return {zh + "：没有这个班次。", en + ": there is no such shift."};
    case RosterProblemKind::UnknownPerson:
        return {zh + "：" + who + " 不在领导小组名单中。", en + ": " + who + " is not in the leading group."};
    case RosterProblemKind::NotALeader:
        return {zh + "：" + who + " 不是领导小组成员，不能带班。", en + ": " + who + " is no member of the leading group."};
    case RosterProblemKind::Unreachable:
        return {zh + "：" + who + " 没有手机和邮箱。", en + ": " + who + " has neither mobile nor e-mail."};
    case RosterProblemKind::Away:
        return {zh + "：" + who + " 当日外出，无人替班。", en + ": " + who + " is away that day and nobody stands in."};
    case RosterProblemKind::TwoAtOnce:
        return {zh + "：同一班次有两人（另见第 " + other + " 条）。", en + ": two people at once (see line " + other + ")."};
    case RosterProblemKind::Gap:
        return {zh + "：无人带班。", en + ": nobody is on duty."};
    }
    return {};
}

LocalText inWords(const ImportProblem &problem)
{
    const std::string line = std::to_string(problem.line);
    const std::string zh = (problem.line > 0 ? "第 " + line + " 行" : std::string()) +
                           (problem.column.zh.empty() ? "" : (problem.line > 0 ? "，" : "") + problem.column.zh);
    const std::string en = (problem.line > 0 ? "line " + line : std::string()) +
                           (problem.column.en.empty() ? "" : (problem.line > 0 ? ", " : "") + problem.column.en);
    return {(zh.empty() ? "" : zh + "：") + problem.what.zh + (problem.right.zh.empty() ? "" : "；应为：" + problem.right.zh),
            (en.empty() ? "" : en + ": ") + problem.what.en + (problem.right.en.empty() ? "" : "; right would be: " + problem.right.en)};
}

std::optional<HallDay> dayFromPerson(std::string_view text)
{
    using namespace std::chrono;
    std::optional<int> y, m, d;
    if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
        y = takeNumber(text, 4);
        m = takeNumber(text, 2);
        d = takeNumber(text, 2);
    } else {
        y = takeNumber(text, 4);
        if (!y || !take(text, {"-", "/", ".", "年"}) || !(m = takeNumber(text, 2)) || !take(text, {"-", "/", ".", "月"}) ||
            !(d = takeNumber(text, 2))) {
            return {};
        }
        take(text, {"日"});
        take(text, {" 00:00:00", " 0:00"}); // as some spreadsheets write a day
    }
    if (!text.empty() || !y || !m || !d || *y < 2000 || *y > 2199) {
        return {};
    }
    const HallDay day{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::optional<std::chrono::minutes> timeFromPerson(std::string_view text)
{
    const auto hours = takeNumber(text, 2);
    if (!hours || !take(text, {":", "："})) {
        return {};
    }
    const std::size_t before = text.size();
    const auto minutes = takeNumber(text, 2);
    if (!minutes || before - text.size() != 2) {
        return {};
    }
    if (!text.empty() && text != ":00") {
        return {};
    }
    if (*hours == 24 && *minutes == 0) {
        return std::chrono::minutes{0};
    }
    return *hours < 24 && *minutes < 60 ? std::optional(std::chrono::minutes{*hours * 60 + *minutes}) : std::nullopt;
}

std::string timeOfDayText(std::chrono::minutes minutes)
{
    const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(minutes.count() / 60) + ':' + two(minutes.count() % 60);
}

} // namespace menshen
