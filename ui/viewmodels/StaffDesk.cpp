// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/StaffDesk.h"

#include "ui/viewmodels/UiWords.h"

#include <QPointer>

#include <algorithm>

namespace menshen {

namespace {

constexpr int kShownPunches = 12;
constexpr int kReadAtOnce = 1000;

QString temperatureText(const Evidence &evidence)
{
    const TemperatureReading *reading = decidingReading(evidence);
    return reading && reading->body ? QStringLiteral("%1 °C").arg(uiwords::degrees(reading->body->value)) : QString();
}

/// The day's last punches; the port reads oldest first, so it is read to the end.
Result<std::vector<StaffPunchRow>> lastPunches(LedgerReader &reader, HallDay day)
{
    std::vector<StaffPunchRow> last;
    EntrySeq after;
    while (true) {
        auto rows = reader.staffPunches(day, day, after, kReadAtOnce);
        if (!rows) {
            return rows.error();
        }
        if (rows->empty()) {
            return last;
        }
        after = rows->back().seq;
        last.insert(last.end(), rows->begin(), rows->end());
        if (last.size() > kShownPunches) {
            last.erase(last.begin(), last.end() - kShownPunches);
        }
    }
}

} // namespace

StaffDesk::StaffDesk(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_openReader(parts.openReader), m_backOffice(backOffice), m_config(parts.config),
      m_language(parts.config.language), m_snapshot(std::make_shared<const Snapshot>()), m_people({"number", "name", "department"}),
      m_punches({"time", "name", "department", "direction", "temperature", "sign", "onDuty"})
{
    showPeople();
}

void StaffDesk::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (m_snapshot->staff.receipt && m_snapshot->staff.receipt->seq != m_seen && m_seen != EntrySeq{}) {
        loadPunches();
    }
    emit changed();
}

void StaffDesk::setLanguage(Language language)
{
    m_language = language;
    showPunches();
    emit changed();
}

void StaffDesk::setSearch(const QString &search)
{
    if (m_search != search) {
        m_search = search;
        showPeople();
        emit searchChanged();
    }
}

void StaffDesk::showPeople()
{
    QList<QVariantList> rows;
    for (const StaffMember &member : m_config.staff) {
        const QString number = QString::fromStdString(member.number);
        const QString name = QString::fromStdString(member.name);
        const QString wanted = m_search.trimmed();
        if (wanted.isEmpty() || number.contains(wanted, Qt::CaseInsensitive) || name.contains(wanted, Qt::CaseInsensitive)) {
            rows.append({number, name, QString::fromStdString(member.department)});
        }
    }
    m_people.show(rows);
}

void StaffDesk::select(const QString &number)
{
    const auto found = std::ranges::find(m_config.staff, number.toStdString(), &StaffMember::number);
    m_selected = found == m_config.staff.end() ? std::nullopt : std::optional(*found);
    m_askedAfter.reset();
    emit changed();
}

void StaffDesk::ask(PunchDirection direction)
{
    if (m_selected && !isThere()) {
        m_askedAfter = m_snapshot->staff.request;
        m_post(PunchStaff{.member = *m_selected, .direction = direction, .contact = {}});
        emit changed();
    }
}

void StaffDesk::prove()
{
    if (mayProve()) {
        m_post(StaffProved{door().subject});
    }
}

void StaffDesk::cancel()
{
    m_askedAfter.reset();
    m_post(PunchCancelled{});
    emit changed();
}

// ---- who is being screened ---------------------------------------------------------------------------------

bool StaffDesk::isThere() const { return door().staff && (door().phase == Phase::Screening || door().phase == Phase::Recording); }

QString StaffDesk::who() const { return isThere() ? QString::fromStdString(door().staff->member.name) : QString(); }

QString StaffDesk::wish() const { return isThere() ? uiwords::wishOf(door().staff->direction) : QString(); }

QString StaffDesk::department() const
{
    if (!isThere()) {
        return {};
    }
    const StaffMember &member = door().staff->member;
    return tr("%1 · badge %2").arg(QString::fromStdString(member.department), QString::fromStdString(member.number));
}

/// Of whoever stands there now: of anybody else it proves nothing.
bool StaffDesk::isProved() const { return isThere() && door().subject && door().staff->proved == door().subject; }

bool StaffDesk::mayProve() const
{
    const bool seen = !door().cameraUp || door().byHand || door().front == door().subject;
    return isThere() && door().phase == Phase::Screening && door().subject && seen && !isProved();
}

bool StaffDesk::isVisitorKept() const
{
    return isThere() && std::ranges::any_of(door().aside, [](const KeptAside &aside) { return !aside.staff && !aside.recording; });
}

bool StaffDesk::isContactWanted() const
{
    if (!isThere() || door().phase != Phase::Screening) {
        return false;
    }
    const Evidence &evidence = door().evidence;
    if (const TemperatureReading *reading = decidingReading(evidence)) {
        return reading->zone != Zone::Pass;
    }
    const auto &noResult = evidence.attempt.noResult;
    const bool stuck = evidence.faceNotFound || !door().cameraUp || (noResult && !isTransient(*noResult));
    return m_config.plan.temperature.manualAllowed && stuck;
}

// ---- what became of it -------------------------------------------------------------------------------------

const StaffResult *StaffDesk::result() const
{
    const StaffResult &result = m_snapshot->staff;
    return m_askedAfter && m_selected && result.request != *m_askedAfter && result.member == *m_selected ? &result : nullptr;
}

QString StaffDesk::resultWord() const
{
    const StaffResult *now = result();
    if (!now) {
        return {};
    }
    if (now->error) {
        return tr("Not recorded: %1").arg(uiwords::of(*now->error));
    }
    if (now->waiting || !now->entry || !now->receipt) {
        return now->entry ? tr("Recording…") : tr("Measuring…");
    }
    return uiwords::resultOf(*now->entry);
}

QString StaffDesk::resultDetail() const
{
    const StaffResult *now = result();
    if (!now || !now->entry || !now->receipt) {
        return {};
    }
    QStringList parts{temperatureText(now->entry->evidence), uiwords::of(now->entry->reasons, m_config.plan, m_language),
                      tr("Entry %1 · %2").arg(now->receipt->seq.value).arg(uiwords::clock(now->receipt->at, m_config.offset))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

SignIcon::Kind StaffDesk::resultSign() const
{
    const StaffResult *now = result();
    if (!now) {
        return SignIcon::None;
    }
    if (now->error) {
        return SignIcon::Unknown;
    }
    if (!now->entry || !now->receipt) {
        return SignIcon::Measuring;
    }
    return now->entry->outcome == Outcome::Admitted ? uiwords::signOf(now->entry->verdict) : uiwords::signOf(now->entry->outcome);
}

void StaffDesk::loadPunches()
{
    m_seen = m_snapshot->staff.receipt ? m_snapshot->staff.receipt->seq : m_snapshot->head;
    const HallDay today = m_snapshot->door.today;
    m_backOffice.run(
        [open = m_openReader, today]() -> Result<std::vector<StaffPunchRow>> {
            auto reader = open();
            return reader ? lastPunches(**reader, today) : Result<std::vector<StaffPunchRow>>(reader.error());
        },
        [self = QPointer(this)](Result<std::vector<StaffPunchRow>> rows) {
            if (!self) {
                return;
            }
            self->m_rowsError = rows ? std::nullopt : std::optional(rows.error());
            self->m_rows = rows ? *std::move(rows) : std::vector<StaffPunchRow>{};
            self->showPunches();
            emit self->changed();
        });
}

QString StaffDesk::punchesProblem() const
{
    return m_rowsError ? tr("Today's punches cannot be read: %1").arg(uiwords::of(*m_rowsError)) : QString();
}

void StaffDesk::showPunches()
{
    QList<QVariantList> rows;
    for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
        const bool onDuty = row->outcome == Outcome::Admitted;
        rows.append({uiwords::clock(row->at, m_config.offset), QString::fromStdString(row->name), QString::fromStdString(row->department),
                     onDuty ? uiwords::of(row->direction) : uiwords::atEntrance(row->outcome),
                     row->temperature ? uiwords::degrees(*row->temperature) : QStringLiteral("–"),
                     static_cast<int>(onDuty ? uiwords::signOf(row->verdict) : uiwords::signOf(row->outcome)), onDuty});
    }
    m_punches.show(rows);
}

} // namespace menshen
