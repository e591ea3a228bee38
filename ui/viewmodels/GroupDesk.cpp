// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/GroupDesk.h"

#include "menshen/app/RegisterTables.h"
#include "menshen/app/ReportWords.h"
#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"

#include <QPointer>

namespace menshen {

namespace {

constexpr std::array kRoles{GroupRole::Leader,         GroupRole::Deputy, GroupRole::Member,
                            GroupRole::OfficeDirector, GroupRole::Office, GroupRole::Cdc};

QString qs(const std::string &text) { return QString::fromStdString(text); }

} // namespace

GroupDesk::GroupDesk(const UiParts &parts, BackOffice &backOffice, RegisterWriter &writer, QObject *parent)
    : QObject(parent), m_writer(writer), m_pins(parts.personPins), m_backOffice(backOffice), m_offset(parts.config.offset),
      m_language(parts.config.language), m_people({"person", "name", "role", "phone", "pin", "pinSign", "note"})
{
}

void GroupDesk::setLanguage(Language language)
{
    m_language = language;
    show();
    emit changed();
}

void GroupDesk::reload()
{
    loadPins();
    m_writer.askUndo([self = QPointer(this)](const std::pair<bool, bool> &may) {
        if (self) {
            self->m_mayUndo = may.first;
            emit self->changed();
        }
    });
    show();
    emit changed();
}

void GroupDesk::forget()
{
    cancel();
    m_people.show({});
    m_outcome = Outcome::None;
}

// ---- the list --------------------------------------------------------------------------------------------

void GroupDesk::show()
{
    const auto holds = m_writer.now();
    QList<QVariantList> rows;
    for (const GroupPerson &person : holds->group.people) {
        QStringList notes;
        if (person.awayOn(today())) {
            const GroupPerson &present = presentFor(holds->group, person, today());
            notes.append(present.id == person.id ? tr("away until %1").arg(qs(isoDay(*person.awayUntil)))
                                                 : tr("away until %1: %2 stands in").arg(qs(isoDay(*person.awayUntil)), qs(present.name)));
        }
        if (!person.reachable()) {
            notes.append(tr("cannot be told"));
        }
        const PinStanding standing = standingOf(person.id);
        const bool cdc = person.role == GroupRole::Cdc;
        rows.append({qs(person.id), qs(person.name), qs(in(m_language, roleInWords(person.role))),
                     person.mobile.empty() ? (person.email.empty() ? tr("none") : tr("e-mail only"))
                                           : qs(maskedPhone(person.mobile, Audience::Office)),
                     cdc ? QString() : wordOf(standing),
                     cdc                             ? SignIcon::None
                     : standing == PinStanding::Own  ? SignIcon::Pass
                     : standing == PinStanding::None ? SignIcon::Unknown
                                                     : SignIcon::Attention,
                     notes.join(QStringLiteral(" · "))});
    }
    m_people.show(rows);
}

QString GroupDesk::trouble() const
{
    const auto &error = m_writer.now()->groupError;
    return error ? tr("The register cannot be read: %1. Nothing was removed; undo brings back the version before.").arg(uiwords::of(*error))
                 : QString();
}

QString GroupDesk::problems() const
{
    const auto holds = m_writer.now();
    if (holds->group.people.empty()) {
        return {};
    }
    QStringList lines;
    for (const GroupProblem &problem : groupProblems(holds->group, today())) {
        lines.append(qs(in(m_language, problemInWords(problem, holds->group))));
    }
    return lines.join(QLatin1Char('\n'));
}

QString GroupDesk::message() const
{
    switch (m_outcome) {
    case Outcome::None:
        return {};
    case Outcome::Done:
        return tr("Saved as version %1").arg(m_writer.now()->groupVersion);
    case Outcome::Failed:
        return m_error.code == ErrorCode::BadInput ? tr("Not saved: it was changed meanwhile. Look at it again.")
                                                   : tr("Not saved: %1").arg(uiwords::of(m_error));
    }
    return {};
}

// ---- the form --------------------------------------------------------------------------------------------

void GroupDesk::add()
{
    m_form = {};
    m_form.role = GroupRole::Member;
    m_away.clear();
    m_base = m_writer.now()->groupVersion;
    m_editing = true;
    m_outcome = Outcome::None;
    emit changed();
}

void GroupDesk::edit(const QString &person)
{
    const auto holds = m_writer.now();
    if (const GroupPerson *found = personOf(holds->group, person.toStdString())) {
        m_form = *found;
        m_away = found->awayUntil ? qs(isoDay(*found->awayUntil)) : QString();
        m_base = holds->groupVersion;
        m_editing = true;
        m_outcome = Outcome::None;
        emit changed();
    }
}

void GroupDesk::cancel()
{
    m_editing = false;
    m_form = {};
    m_away.clear();
    forgetPin();
}

void GroupDesk::setName(const QString &name)
{
    m_form.name = name.toStdString();
    m_outcome = Outcome::None;
    emit changed();
}

void GroupDesk::setMobile(const QString &mobile)
{
    m_form.mobile = mobile.toStdString();
    m_outcome = Outcome::None;
    emit changed();
}

void GroupDesk::setEmail(const QString &email)
{
    m_form.email = email.trimmed().toStdString();
    m_outcome = Outcome::None;
    emit changed();
}

void GroupDesk::setAway(const QString &away)
{
    m_away = away;
    m_outcome = Outcome::None;
    emit changed();
}

void GroupDesk::setRole(int role)
{
    m_form.role = kRoles.at(static_cast<std::size_t>(role));
    m_outcome = Outcome::None;
    emit changed();
}

QStringList GroupDesk::roles() const
{
    QStringList words;
    for (const GroupRole role : kRoles) {
        words.append(qs(in(m_language, roleInWords(role))));
    }
    return words;
}

std::vector<const GroupPerson *> GroupDesk::others() const
{
    std::vector<const GroupPerson *> found;
    for (const GroupPerson &person : m_writer.now()->group.people) {
        if (person.id != m_form.id && person.role != GroupRole::Cdc) {
            found.push_back(&person);
        }
    }
    return found;
}

QStringList GroupDesk::substitutes() const
{
    const auto holds = m_writer.now(); // keeps the people
    QStringList names{tr("Nobody")};
    for (const GroupPerson *person : others()) {
        names.append(qs(person->name));
    }
    return names;
}

int GroupDesk::substitute() const
{
    const auto holds = m_writer.now();
    const auto people = others();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (people[i]->id == m_form.substitute) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

void GroupDesk::setSubstitute(int index)
{
    const auto holds = m_writer.now();
    const auto people = others();
    m_form.substitute =
        index > 0 && index <= static_cast<int>(people.size()) ? people[static_cast<std::size_t>(index) - 1]->id : std::string();
    m_outcome = Outcome::None;
    emit changed();
}

QString GroupDesk::formProblem() const
{
    if (!m_editing) {
        return {};
    }
    if (name().trimmed().isEmpty()) {
        return tr("The name is missing.");
    }
    const auto holds = m_writer.now();
    for (const GroupPerson &person : holds->group.people) {
        if (person.id != m_form.id && person.name == name().trimmed().toStdString()) {
            return tr("This name is there already: add what tells them apart.");
        }
    }
    if (!m_form.mobile.empty() && !checkPhone(m_form.mobile).valid()) {
        return tr("The phone number is not right: 11 digits, or + and the country's code.");
    }
    const auto at = m_form.email.find('@');
    if (!m_form.email.empty() && (at == std::string::npos || at == 0 || at + 1 == m_form.email.size() ||
                                  m_form.email.find_first_of(" <>\",;") != std::string::npos)) {
        return tr("The e-mail address is not right.");
    }
    if (!m_away.trimmed().isEmpty() && !dayFromPerson(m_away.trimmed().toStdString())) {
        return tr("The day is not right: for example 2026-11-22.");
    }
    return {};
}

void GroupDesk::savePerson()
{
    if (!m_editing || m_busy || !formProblem().isEmpty()) {
        return;
    }
    LeadingGroup group = m_writer.now()->group;
    GroupPerson person = m_form;
    person.name = name().trimmed().toStdString();
    person.mobile = person.mobile.empty() ? std::string() : checkPhone(person.mobile).normalised;
    person.awayUntil = dayFromPerson(m_away.trimmed().toStdString());
    if (person.id.empty()) {
        person.id = freshId(group);
        group.people.push_back(std::move(person));
    } else {
        for (GroupPerson &known : group.people) {
            if (known.id == person.id) {
                known = person;
            }
        }
    }
    change(std::move(group));
}

void GroupDesk::remove()
{
    if (!m_editing || m_busy || isFresh()) {
        return;
    }
    LeadingGroup group = m_writer.now()->group;
    std::erase_if(group.people, [&](const GroupPerson &person) { return person.id == m_form.id; });
    for (GroupPerson &person : group.people) {
        if (person.substitute == m_form.id) {
            person.substitute.clear();
        }
    }
    change(std::move(group));
}

void GroupDesk::change(LeadingGroup group)
{
    m_busy = true;
    emit changed();
    m_writer.run(
        [group = std::move(group), base = m_base](RegisterOffice &office, const RegisterOffice::Append &append) {
            return office.change(group, base, RegisterChange::Edited, "office", append);
        },
        [self = QPointer(this)](const Result<void> &result) {
            if (self) {
                self->finished(result);
            }
        });
}

void GroupDesk::undo()
{
    if (m_busy) {
        return;
    }
    m_busy = true;
    emit changed();
    m_writer.run([](RegisterOffice &office,
                    const RegisterOffice::Append &append) { return office.undo(RegisterKind::LeadingGroup, "office", append); },
                 [self = QPointer(this)](const Result<void> &result) {
                     if (self) {
                         self->finished(result);
                     }
                 });
}

void GroupDesk::finished(const Result<void> &result)
{
    m_busy = false;
    m_outcome = result ? Outcome::Done : Outcome::Failed;
    if (result) {
        cancel();
        emit saved();
    } else {
        m_error = result.error();
    }
    emit changed();
}

// ---- PINs ------------------------------------------------------------------------------------------------

PinStanding GroupDesk::standingOf(const std::string &id) const
{
    const auto found = m_standings.find(id);
    return found == m_standings.end() ? PinStanding::None : found->second;
}

QString GroupDesk::wordOf(PinStanding standing)
{
    return standing == PinStanding::Own ? tr("PIN set") : standing == PinStanding::Temporary ? tr("temporary PIN") : tr("no PIN");
}

void GroupDesk::loadPins()
{
    m_backOffice.run(
        [&pins = m_pins, holds = m_writer.now()] {
            std::map<std::string, PinStanding> standings;
            for (const GroupPerson &person : holds->group.people) {
                if (const auto standing = pins.standing(person.id)) {
                    standings.emplace(person.id, *standing);
                }
            }
            return standings;
        },
        [self = QPointer(this)](const std::map<std::string, PinStanding> &standings) {
            if (self) {
                self->m_standings = standings;
                self->show();
                emit self->changed();
            }
        });
}

void GroupDesk::pinWork(std::function<Result<void>(PersonPinKeeper &)> work)
{
    m_pinBusy = true;
    m_pinTrouble = PinTrouble::None;
    emit changed();
    m_backOffice.run([&pins = m_pins, work = std::move(work)] { return work(pins); },
                     [self = QPointer(this)](const Result<void> &result) {
                         if (!self) {
                             return;
                         }
                         self->m_pinBusy = false;
                         if (result) {
                             emit self->pinTaken();
                             self->loadPins();
                         } else {
                             self->m_pinTrouble = PinTrouble::Keeper;
                             self->m_pinError = result.error();
                         }
                         emit self->changed();
                     });
}

void GroupDesk::givePin(const QString &pin, const QString &again)
{
    if (m_pinBusy || !mayHavePin()) {
        return;
    }
    if (pin != again) {
        m_pinTrouble = PinTrouble::Different;
        emit changed();
        return;
    }
    pinWork([id = m_form.id, fresh = pin.toStdString()](PersonPinKeeper &pins) { return pins.setTemporary(id, fresh); });
}

void GroupDesk::changePin(const QString &old, const QString &fresh, const QString &again)
{
    if (m_pinBusy || !mayHavePin()) {
        return;
    }
    if (fresh != again) {
        m_pinTrouble = PinTrouble::Different;
        emit changed();
        return;
    }
    pinWork(
        [id = m_form.id, was = old.toStdString(), is = fresh.toStdString()](PersonPinKeeper &pins) { return pins.change(id, was, is); });
}

void GroupDesk::takePin()
{
    if (!m_pinBusy && mayHavePin()) {
        pinWork([id = m_form.id](PersonPinKeeper &pins) { return pins.remove(id); });
    }
}

void GroupDesk::forgetPin()
{
    m_pinTrouble = PinTrouble::None;
    emit changed();
}

QString GroupDesk::pinProblem() const
{
    switch (m_pinTrouble) {
    case PinTrouble::None:
        return {};
    case PinTrouble::Keeper:
        return uiwords::ofPin(m_pinError);
    case PinTrouble::Different:
        return tr("The two PINs are not the same.");
    }
    return {};
}

} // namespace menshen
