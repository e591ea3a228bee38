// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/OfficeModel.h"

#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"

#include <QPointer>

#include <algorithm>

namespace menshen {

namespace {

constexpr int kPageRows = 50;

HallDay moved(HallDay day, int days) { return HallDay{std::chrono::sys_days{day} + std::chrono::days{days}}; }

QString orDash(const std::string &text) { return text.empty() ? QStringLiteral("–") : QString::fromStdString(text); }

QString temperatureOf(const VisitRow &row) { return row.temperature ? uiwords::degrees(*row.temperature) : QStringLiteral("–"); }

} // namespace

OfficeModel::OfficeModel(const UiParts &parts, PinDesk &pins, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_post(parts.post), m_openReader(parts.openReader), m_pins(pins), m_backOffice(backOffice),
      m_plan(parts.config.plan), m_offset(parts.config.offset), m_language(parts.config.language),
      m_rowsModel({"time", "seq", "name", "document", "phone", "temperature", "outcome", "outcomeSign", "verdict", "verdictSign"}),
      m_details({"label", "value"}), m_export(parts, backOffice)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(std::chrono::ceil<std::chrono::milliseconds>(parts.officeIdle));
    connect(&m_idle, &QTimer::timeout, this, &OfficeModel::lock);
}

void OfficeModel::show(const SnapshotPtr &snapshot)
{
    m_export.setNow(snapshot->door.wall);
    const HallDay day = snapshot->door.today;
    if (day.ok() && day != m_hallDay) {
        const bool followed = m_filter.from == m_hallDay && m_filter.to == m_hallDay;
        m_hallDay = day;
        if (followed || !m_filter.from) {
            today();
        }
    }
}

void OfficeModel::setLanguage(Language language)
{
    m_language = language;
    m_export.setLanguage(language);
    showRows();
    showDetails();
    emit changed();
}

// ---- the lock --------------------------------------------------------------------------------------------

void OfficeModel::enter()
{
    const Result<bool> set = m_pins.isSet();
    m_firstTime = set && !*set;
    if (!set) {
        m_pinError = set.error();
        m_pinTrouble = PinTrouble::Vault;
    }
    emit changed();
}

void OfficeModel::unlock(const QString &pin)
{
    if (m_busy || pin.isEmpty()) {
        return;
    }
    m_busy = true;
    m_pinTrouble = PinTrouble::None;
    emit changed();
    m_pins.verify(pin.toStdString(), [self = QPointer(this)](const Result<void> &result) {
        if (self) {
            self->pinAnswered(result);
        }
    });
}

void OfficeModel::setFirstPin(const QString &pin, const QString &again)
{
    if (m_busy || pin.isEmpty()) {
        return;
    }
    m_pinTrouble = pin == again ? PinTrouble::None : PinTrouble::Different;
    m_busy = pin == again;
    emit changed();
    if (m_busy) {
        m_pins.setFirst(pin.toStdString(), [self = QPointer(this)](const Result<void> &result) {
            if (self) {
                self->pinAnswered(result);
            }
        });
    }
}

void OfficeModel::pinAnswered(const Result<void> &result)
{
    m_busy = false;
    if (result) {
        m_open = true;
        m_firstTime = false;
        m_pinTrouble = PinTrouble::None;
        m_idle.start();
        m_post(RecordStation{.action = StationAction::OfficeOpened, .detail = {}, .actor = "office"});
        reload();
    } else {
        m_pinTrouble = PinTrouble::Vault;
        m_pinError = result.error();
        if (result.error().code == ErrorCode::Denied) {
            m_post(RecordStation{.action = StationAction::OfficeDenied, .detail = {}, .actor = "office"});
        }
    }
    emit changed();
}

void OfficeModel::lock()
{
    m_open = false;
    m_idle.stop();
    m_page = {}; // nobody's particulars stay in memory behind the lock
    m_filter.text.clear();
    m_selected = -1;
    ++m_query;
    showRows();
    showDetails();
    emit changed();
}

void OfficeModel::touch()
{
    if (m_open) {
        m_idle.start();
    }
}

QString OfficeModel::pinProblem() const
{
    switch (m_pinTrouble) {
    case PinTrouble::None:
        return {};
    case PinTrouble::Vault:
        return uiwords::ofPin(m_pinError);
    case PinTrouble::Different:
        return tr("The two PINs are not the same.");
    }
    return {};
}

// ---- filters and pages -----------------------------------------------------------------------------------

QString OfficeModel::from() const { return m_filter.from ? QString::fromStdString(isoDay(*m_filter.from)) : QString(); }
QString OfficeModel::to() const { return m_filter.to ? QString::fromStdString(isoDay(*m_filter.to)) : QString(); }

void OfficeModel::moveFrom(int days)
{
    if (m_filter.from) {
        m_filter.from = std::min(moved(*m_filter.from, days), m_hallDay);
        m_filter.to = std::max(*m_filter.to, *m_filter.from);
        filterChanged();
    }
}

void OfficeModel::moveTo(int days)
{
    if (m_filter.to) {
        m_filter.to = std::min(moved(*m_filter.to, days), m_hallDay);
        m_filter.from = std::min(*m_filter.from, *m_filter.to);
        filterChanged();
    }
}

void OfficeModel::today()
{
    m_filter.from = m_filter.to = m_hallDay;
    filterChanged();
}

void OfficeModel::setText(const QString &text)
{
    if (text.trimmed().toStdString() != m_filter.text) {
        m_filter.text = text.trimmed().toStdString();
        filterChanged();
    }
}

void OfficeModel::setOutcome(int outcome)
{
    m_filter.outcome = outcome < 0 ? std::nullopt : std::optional(static_cast<Outcome>(outcome));
    filterChanged();
}

void OfficeModel::setVerdict(int verdict)
{
    m_filter.verdict = verdict < 0 ? std::nullopt : std::optional(static_cast<Verdict>(verdict));
    filterChanged();
}

QStringList OfficeModel::outcomeWords() const
{
    return {tr("All outcomes"), uiwords::of(Outcome::Admitted), uiwords::of(Outcome::Refused), uiwords::of(Outcome::Left)};
}

QStringList OfficeModel::verdictWords() const
{
    return {tr("All verdicts"), uiwords::of(Verdict::Pass), uiwords::of(Verdict::Recheck), uiwords::of(Verdict::NoResult),
            uiwords::of(Verdict::Refuse)};
}

void OfficeModel::filterChanged()
{
    m_pages = {std::nullopt};
    reload();
    emit changed();
}

bool OfficeModel::canOlder() const
{
    return static_cast<std::int64_t>((m_pages.size() - 1) * kPageRows + m_page.rows.size()) < m_page.total && !m_page.rows.empty();
}

void OfficeModel::older()
{
    if (canOlder() && !m_loading) {
        m_pages.push_back(m_page.rows.back().seq);
        reload();
    }
}

void OfficeModel::newer()
{
    if (canNewer() && !m_loading) {
        m_pages.pop_back();
        reload();
    }
}

Result<OfficeModel::Page> OfficeModel::readPage(LedgerReader &reader, const VisitFilter &filter, std::optional<EntrySeq> before)
{
    auto rows = reader.visits(filter, before, kPageRows);
    if (!rows) {
        return rows.error();
    }
    const auto total = reader.countVisits(filter);
    if (!total) {
        return total.error();
    }
    return Page{*std::move(rows), *total};
}

void OfficeModel::reload()
{
    if (!m_open) {
        return;
    }
    m_loading = true;
    emit changed();
    m_backOffice.run(
        [open = m_openReader, filter = m_filter, before = m_pages.back()]() -> Result<Page> {
            auto reader = open();
            return reader ? readPage(**reader, filter, before) : Result<Page>(reader.error());
        },
        [self = QPointer(this), query = ++m_query](Result<Page> page) {
            if (!self || query != self->m_query) {
                return;
            }
            self->m_loading = false;
            self->m_error = page ? std::nullopt : std::optional(page.error());
            self->m_page = page ? *std::move(page) : Page{};
            self->m_selected = -1;
            self->showRows();
            self->showDetails();
            emit self->changed();
        });
}

QString OfficeModel::pageText() const
{
    const auto first = static_cast<qint64>((m_pages.size() - 1) * kPageRows) + 1;
    const auto last = first + static_cast<qint64>(m_page.rows.size()) - 1;
    return m_page.rows.empty() ? tr("0 entries") : tr("%1–%2 of %3").arg(first).arg(last).arg(m_page.total);
}

QString OfficeModel::problem() const { return m_error ? tr("The ledger cannot be read: %1").arg(uiwords::of(*m_error)) : QString(); }

void OfficeModel::select(int row)
{
    m_selected = row >= 0 && row < m_rowsModel.count() ? row : -1;
    showDetails();
    emit changed();
}

void OfficeModel::exportTo(const QString &suffix)
{
    if (m_open) {
        m_export.start(m_filter, suffix);
    }
}

// ---- rows, masked for the office's eyes ------------------------------------------------------------------

void OfficeModel::showRows()
{
    const bool oneDay = m_filter.from == m_filter.to;
    QList<QVariantList> rows;
    for (const VisitRow &row : m_page.rows) {
        const QString at = uiwords::dayAndClock(row.at, m_offset);
        rows.append({oneDay ? uiwords::clock(row.at, m_offset) : at.mid(5), static_cast<qint64>(row.seq.value),
                     orDash(maskedName(row.identity.name, Audience::Office)),
                     orDash(maskedDocument(row.identity.document, Audience::Office)),
                     orDash(maskedPhone(row.identity.phone, Audience::Office)), temperatureOf(row), uiwords::of(row.outcome),
                     static_cast<int>(uiwords::signOf(row.outcome)), row.verdict ? uiwords::of(*row.verdict) : QStringLiteral("–"),
                     static_cast<int>(row.verdict ? uiwords::signOf(*row.verdict) : SignIcon::None)});
    }
    m_rowsModel.show(rows);
}

void OfficeModel::showDetails()
{
    QList<QVariantList> lines;
    if (m_selected >= 0) {
        const VisitRow &row = m_page.rows[static_cast<std::size_t>(m_selected)];
        const auto add = [&lines](const QString &label, const QString &value) {
            if (!value.isEmpty()) {
                lines.append({label, value});
            }
        };
        add(tr("Entry"), tr("%1 · %2").arg(row.seq.value).arg(uiwords::dayAndClock(row.at, m_offset)));
        add(tr("Outcome"), uiwords::of(row.outcome));
        add(tr("Verdict"), row.verdict ? uiwords::of(*row.verdict) : QString());
        add(tr("Reasons"), uiwords::of(row.reasons, m_plan, m_language));
        add(tr("Name"), QString::fromStdString(maskedName(row.identity.name, Audience::Office)));
        add(uiwords::of(row.identity.documentType), QString::fromStdString(maskedDocument(row.identity.document, Audience::Office)));
        add(tr("Kept as unverified because"), QString::fromStdString(row.identity.unverifiedReason));
        add(tr("Phone"), QString::fromStdString(maskedPhone(row.identity.phone, Audience::Office)));
        add(tr("No phone because"), QString::fromStdString(row.identity.phoneNote));
        add(tr("Purpose"), QString::fromStdString(row.identity.purpose));
        if (row.temperature) {
            add(tr("Temperature"),
                tr("%1 °C · %2%3")
                    .arg(temperatureOf(row), row.instrument ? uiwords::of(*row.instrument) : QString(),
                         row.defaultCalibration && row.instrument == Instrument::Infrared ? tr(" · default correction") : QString()));
        }
        add(tr("Mask"), row.mask ? uiwords::of(*row.mask) : QString());
        add(tr("Admitted all the same because"), QString::fromStdString(row.overrideReason));
        add(tr("The guard's note"), QString::fromStdString(row.note));
    }
    m_details.show(lines);
}

} // namespace menshen
