// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/RosterDesk.h"

#include "menshen/app/RegisterTables.h"
#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"

#include <QPointer>

#include <map>

namespace menshen {

namespace {

using std::chrono::sys_days;

constexpr int kProblemsShown = 4;

QString qs(const std::string &text) { return QString::fromStdString(text); }

/// How bad a day is, as a sign.
SignIcon::Kind worse(SignIcon::Kind a, RosterProblemKind kind)
{
    const bool attention =
        kind == RosterProblemKind::TwoAtOnce || kind == RosterProblemKind::Unreachable || kind == RosterProblemKind::Away;
    return attention && a != SignIcon::Refuse ? SignIcon::Attention : SignIcon::Refuse;
}

} // namespace

RosterDesk::RosterDesk(const UiParts &parts, RegisterWriter &writer, QObject *parent)
    : QObject(parent), m_writer(writer), m_offset(parts.config.offset), m_language(parts.config.language),
      m_days({"day", "number", "word", "sign", "inMonth", "chosen", "today"}), m_shifts({"shift", "times", "who", "word", "sign"})
{
}

void RosterDesk::setNow(WallTime now)
{
    // Who is on duty changes with the minute at most.
    const bool sameMinute = std::chrono::floor<std::chrono::minutes>(now) == std::chrono::floor<std::chrono::minutes>(m_now);
    m_now = now;
    if (!sameMinute) {
        m_duty = m_writer.office().onDutyAt(m_now);
        show();
        emit changed();
    }
}

void RosterDesk::setLanguage(Language language)
{
    m_language = language;
    show();
    emit changed();
}

void RosterDesk::reload()
{
    if (m_day == HallDay{}) {
        m_day = today();
        m_month = m_day.year() / m_day.month();
    }
    m_duty = m_writer.office().onDutyAt(m_now);
    m_writer.askUndo([self = QPointer(this)](const std::pair<bool, bool> &may) {
        if (self) {
            self->m_mayUndo = may.second;
            emit self->changed();
        }
    });
    show();
    emit changed();
}

void RosterDesk::forget()
{
    m_day = {};
    m_days.show({});
    m_shifts.show({});
    m_problems.clear();
    m_outcome = Outcome::None;
    cancelShift();
}

QString RosterDesk::nameOf(const std::string &id) const
{
    const auto holds = m_writer.now();
    const GroupPerson *person = personOf(holds->group, id);
    return person == nullptr ? qs(id) : qs(person->name);
}

// ---- now -------------------------------------------------------------------------------------------------

QString RosterDesk::now() const
{
    QStringList names;
    for (const std::string &id : m_duty.people) {
        names.append(nameOf(id));
    }
    return names.isEmpty() ? tr("Nobody is on duty") : tr("On duty: %1").arg(names.join(tr(", ")));
}

QString RosterDesk::nowDetail() const
{
    const QString shift = qs(m_duty.shift);
    const QString until = m_duty.shift.empty() ? QString() : uiwords::clock(m_duty.until, m_offset).left(5);
    switch (m_duty.basis) {
    case DutyBasis::Roster:
        return tr("%1, until %2").arg(shift, until);
    case DutyBasis::HandedOver:
        return tr("%1, until %2, handed over").arg(shift, until);
    case DutyBasis::Substitute:
        return tr("%1, until %2, as a substitute").arg(shift, until);
    case DutyBasis::Gap:
        return tr("Nobody has the shift %1, until %2: these are told instead").arg(shift, until);
    case DutyBasis::Closed:
        return tr("The hall is closed today: these are told");
    case DutyBasis::BetweenShifts:
        return m_duty.people.empty() ? tr("The leading group is empty") : tr("No shift runs now: these are told");
    }
    return {};
}

SignIcon::Kind RosterDesk::nowSign() const
{
    if (m_duty.people.empty()) {
        return SignIcon::Refuse;
    }
    return m_duty.basis == DutyBasis::Gap || m_duty.basis == DutyBasis::BetweenShifts ? SignIcon::Attention : SignIcon::Pass;
}

QString RosterDesk::trouble() const
{
    const auto &error = m_writer.now()->rosterError;
    return error ? tr("The register cannot be read: %1. Nothing was removed; undo brings back the version before.").arg(uiwords::of(*error))
                 : QString();
}

QString RosterDesk::message() const
{
    switch (m_outcome) {
    case Outcome::None:
        return {};
    case Outcome::Done:
        return tr("Saved as version %1").arg(m_writer.now()->rosterVersion);
    case Outcome::Failed:
        return m_error.code == ErrorCode::BadInput ? tr("Not saved: it was changed meanwhile. Look at it again.")
                                                   : tr("Not saved: %1").arg(uiwords::of(m_error));
    }
    return {};
}

// ---- the month -------------------------------------------------------------------------------------------

QString RosterDesk::month() const { return qs(isoDay(m_month / 1)).left(7); }

QString RosterDesk::day() const { return m_day == HallDay{} ? QString() : qs(isoDay(m_day)); }

void RosterDesk::step(int months)
{
    m_month += std::chrono::months{months};
    show();
    emit changed();
}

void RosterDesk::choose(const QString &day)
{
    if (const auto chosen = dayFromIso(day.toStdString())) {
        m_day = *chosen;
        m_outcome = Outcome::None;
        show();
        emit changed();
    }
}

void RosterDesk::show()
{
    if (m_day == HallDay{}) {
        return; // nobody looks
    }
    showDays();
    showShifts();
}

void RosterDesk::showDays()
{
    const auto holds = m_writer.now();
    const sys_days first{m_month / 1};
    const sys_days last{m_month / std::chrono::last};
    const sys_days from = first - (std::chrono::weekday{first} - std::chrono::Monday);
    const sys_days to = last + (std::chrono::Sunday - std::chrono::weekday{last});
    std::map<HallDay, SignIcon::Kind> signs;
    QStringList said;
    int more = 0;
    for (const RosterProblem &problem : rosterProblems(holds->roster, holds->group, HallDay{from}, HallDay{to})) {
        const bool ofShifts = problem.day == HallDay{};
        if (!ofShifts) {
            const auto [sign, fresh] = signs.try_emplace(problem.day, SignIcon::None);
            sign->second = worse(sign->second, problem.kind);
        }
        if (ofShifts ? problem.kind != RosterProblemKind::NoShifts : problem.day >= today() && problem.day.month() == m_month.month()) {
            said.size() < kProblemsShown ? said.append(qs(in(m_language, problemInWords(problem, holds->group)))) : void(++more);
        }
    }
    if (more > 0) {
        said.append(tr("and %n more", nullptr, more));
    }
    m_problems = said.join(QLatin1Char('\n'));
    std::map<std::pair<HallDay, std::string>, QStringList> names;
    for (const Duty &duty : holds->roster.duties) {
        if (sys_days{duty.day} >= from && sys_days{duty.day} <= to) {
            names[{duty.day, duty.shift}].append(nameOf(duty.person));
        }
    }
    QList<QVariantList> rows;
    for (sys_days each = from; each <= to; each += std::chrono::days{1}) {
        const HallDay day{each};
        const bool off = isClosed(holds->roster, day), past = day < today();
        QStringList words;
        for (const Shift &shift : holds->roster.shifts) {
            const auto who = names.find({day, shift.name});
            if (who != names.end()) {
                words.append(who->second.join(tr(", ")));
            } else if (!off && !past) { // what was nobody's is over
                words.append(tr("nobody"));
            }
        }
        if (words.isEmpty() && off) {
            words.append(tr("closed"));
        }
        const auto sign = signs.find(day);
        const auto shown = past || sign == signs.end() ? SignIcon::None : sign->second;
        words.removeDuplicates();
        rows.append({qs(isoDay(day)), QString::number(static_cast<unsigned>(day.day())), words.join(QLatin1Char('\n')), shown,
                     day.month() == m_month.month(), day == m_day, day == today()});
    }
    m_days.show(rows);
}

// ---- one day ---------------------------------------------------------------------------------------------

bool RosterDesk::isClosedDay() const { return isClosed(m_writer.now()->roster, m_day); }

void RosterDesk::showShifts()
{
    const auto holds = m_writer.now();
    QList<QVariantList> rows;
    for (const Shift &shift : holds->roster.shifts) {
        QStringList names;
        bool known = true;
        for (const Duty &duty : holds->roster.duties) {
            if (duty.day == m_day && duty.shift == shift.name) {
                names.append(nameOf(duty.person));
                known = known && personOf(holds->group, duty.person) != nullptr;
            }
        }
        QString word;
        SignIcon::Kind sign = SignIcon::Pass;
        if (names.isEmpty()) {
            word = isClosedDay() ? tr("closed") : tr("nobody: a gap");
            sign = isClosedDay() ? SignIcon::None : SignIcon::Refuse;
        } else if (names.size() > 1) {
            word = tr("two at once");
            sign = SignIcon::Attention;
        } else if (!known) {
            word = tr("not in the leading group");
            sign = SignIcon::Refuse;
        } else if (m_duty.day == m_day && m_duty.shift == shift.name) {
            word = m_duty.basis == DutyBasis::HandedOver ? tr("now: %1").arg(nameOf(m_duty.people.front())) : tr("now");
        }
        const QString night = shift.end <= shift.start ? tr("%1 to %2 next day") : tr("%1 to %2");
        rows.append(
            {qs(shift.name), night.arg(qs(timeOfDayText(shift.start)), qs(timeOfDayText(shift.end))), names.join(tr(", ")), word, sign});
    }
    m_shifts.show(rows);
}

std::vector<std::string> RosterDesk::leaders() const
{
    std::vector<std::string> ids;
    for (const GroupPerson &person : m_writer.now()->group.people) {
        if (person.role != GroupRole::Cdc && person.role != GroupRole::Office) {
            ids.push_back(person.id);
        }
    }
    return ids;
}

QStringList RosterDesk::people() const { return QStringList{tr("Nobody")} + leaderNames(); }

QStringList RosterDesk::leaderNames() const
{
    QStringList names;
    for (const std::string &id : leaders()) {
        names.append(nameOf(id));
    }
    return names;
}

void RosterDesk::assign(int shift, int person)
{
    Roster roster = m_writer.now()->roster;
    const auto ids = leaders();
    if (shift < 0 || shift >= static_cast<int>(roster.shifts.size()) || person < 0 || person > static_cast<int>(ids.size())) {
        return;
    }
    const std::string name = roster.shifts[static_cast<std::size_t>(shift)].name;
    std::erase_if(roster.duties, [&](const Duty &duty) { return duty.day == m_day && duty.shift == name; });
    if (person > 0) {
        roster.duties.push_back({m_day, name, ids[static_cast<std::size_t>(person) - 1]});
        std::ranges::stable_sort(roster.duties, {}, &Duty::day);
    }
    // What was handed over went with the old line.
    std::erase_if(roster.handOvers, [&](const ShiftHandOver &handOver) { return handOver.day == m_day && handOver.shift == name; });
    change(std::move(roster));
}

void RosterDesk::setClosed(bool closed)
{
    Roster roster = m_writer.now()->roster;
    std::erase_if(roster.closed, [&](const ClosedDay &day) { return day.day == m_day; });
    if (closed) {
        roster.closed.push_back({m_day, {}});
    }
    change(std::move(roster));
}

void RosterDesk::handOver(int person)
{
    const auto ids = leaders();
    if (person > 0 && person <= static_cast<int>(ids.size())) {
        run([to = ids[static_cast<std::size_t>(person) - 1]](RegisterOffice &office, const RegisterOffice::Append &append) {
            return office.handOver(to, "office", append);
        });
    }
}

void RosterDesk::undo()
{
    run([](RegisterOffice &office, const RegisterOffice::Append &append) { return office.undo(RegisterKind::Roster, "office", append); });
}

void RosterDesk::change(Roster roster)
{
    run([roster = std::move(roster), base = m_writer.now()->rosterVersion](RegisterOffice &office, const RegisterOffice::Append &append) {
        return office.change(roster, base, RegisterChange::Edited, "office", append);
    });
}

void RosterDesk::run(RegisterWriter::Work work)
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    emit changed();
    m_writer.run(std::move(work), [self = QPointer(this)](const Result<void> &result) {
        if (self) {
            self->finished(result);
        }
    });
}

void RosterDesk::finished(const Result<void> &result)
{
    m_busy = false;
    m_outcome = result ? Outcome::Done : Outcome::Failed;
    if (result) {
        cancelShift();
        emit saved();
    } else {
        m_error = result.error();
    }
    emit changed();
}

// ---- the shifts ------------------------------------------------------------------------------------------

void RosterDesk::addShift()
{
    m_shiftBefore.clear();
    m_shiftName.clear();
    m_shiftStart = QStringLiteral("08:00");
    m_shiftEnd = QStringLiteral("20:00");
    m_editingShift = true;
    m_outcome = Outcome::None;
    emit changed();
}

void RosterDesk::editShift(int shift)
{
    const auto holds = m_writer.now();
    if (shift >= 0 && shift < static_cast<int>(holds->roster.shifts.size())) {
        const Shift &known = holds->roster.shifts[static_cast<std::size_t>(shift)];
        m_shiftBefore = known.name;
        m_shiftName = qs(known.name);
        m_shiftStart = qs(timeOfDayText(known.start));
        m_shiftEnd = qs(timeOfDayText(known.end));
        m_editingShift = true;
        m_outcome = Outcome::None;
        emit changed();
    }
}

void RosterDesk::cancelShift()
{
    m_editingShift = false;
    emit changed();
}

void RosterDesk::setShiftName(const QString &name)
{
    m_shiftName = name;
    m_outcome = Outcome::None;
    emit changed();
}

void RosterDesk::setShiftStart(const QString &start)
{
    m_shiftStart = start;
    m_outcome = Outcome::None;
    emit changed();
}

void RosterDesk::setShiftEnd(const QString &end)
{
    m_shiftEnd = end;
    m_outcome = Outcome::None;
    emit changed();
}

QString RosterDesk::shiftProblem() const
{
    if (!m_editingShift) {
        return {};
    }
    const auto holds = m_writer.now();
    const std::string name = m_shiftName.trimmed().toStdString();
    if (name.empty()) {
        return tr("The name is missing.");
    }
    if (name != m_shiftBefore && shiftNamed(holds->roster, name) != nullptr) {
        return tr("There is a shift of this name already.");
    }
    const auto start = timeFromPerson(m_shiftStart.trimmed().toStdString());
    const auto end = timeFromPerson(m_shiftEnd.trimmed().toStdString());
    if (!start || !end) {
        return tr("The time is not right: for example 08:00.");
    }
    Roster others;
    others.shifts = holds->roster.shifts;
    std::erase_if(others.shifts, [&](const Shift &shift) { return shift.name == m_shiftBefore; });
    others.shifts.push_back({name, *start, *end});
    const HallDay any = today();
    for (const RosterProblem &problem : rosterProblems(others, holds->group, any, HallDay{sys_days{any} - std::chrono::days{1}})) {
        if (problem.kind == RosterProblemKind::ShiftOverlap && qs(problem.shift).endsWith(m_shiftName.trimmed())) {
            return tr("It overlaps with another shift: %1.").arg(qs(problem.shift));
        }
    }
    return {};
}

void RosterDesk::saveShift()
{
    if (!m_editingShift || !shiftProblem().isEmpty()) {
        return;
    }
    Roster roster = m_writer.now()->roster;
    const Shift shift{m_shiftName.trimmed().toStdString(), *timeFromPerson(m_shiftStart.trimmed().toStdString()),
                      *timeFromPerson(m_shiftEnd.trimmed().toStdString())};
    const auto known = std::ranges::find(roster.shifts, m_shiftBefore, &Shift::name);
    if (isFreshShift() || known == roster.shifts.end()) {
        roster.shifts.push_back(shift);
    } else {
        *known = shift;
        for (Duty &duty : roster.duties) {
            if (duty.shift == m_shiftBefore) {
                duty.shift = shift.name;
            }
        }
        for (ShiftHandOver &handOver : roster.handOvers) {
            if (handOver.shift == m_shiftBefore) {
                handOver.shift = shift.name;
            }
        }
    }
    std::ranges::stable_sort(roster.shifts, {}, &Shift::start);
    change(std::move(roster));
}

void RosterDesk::removeShift()
{
    if (!m_editingShift || isFreshShift()) {
        return;
    }
    Roster roster = m_writer.now()->roster;
    std::erase_if(roster.shifts, [&](const Shift &shift) { return shift.name == m_shiftBefore; });
    std::erase_if(roster.duties, [&](const Duty &duty) { return duty.shift == m_shiftBefore; });
    std::erase_if(roster.handOvers, [&](const ShiftHandOver &handOver) { return handOver.shift == m_shiftBefore; });
    change(std::move(roster));
}

} // namespace menshen
