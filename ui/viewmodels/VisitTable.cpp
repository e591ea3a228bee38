// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/VisitTable.h"

#include "menshen/app/Words.h"
#include "ui/viewmodels/UiWords.h"
#include "ui/viewmodels/VisitRows.h"

#include <QPointer>

#include <algorithm>

namespace menshen {

namespace {

constexpr int kPageRows = 50;
constexpr std::chrono::milliseconds kTypingPause{300};
constexpr std::chrono::milliseconds kPatience{700};

HallDay moved(HallDay day, int days) { return HallDay{std::chrono::sys_days{day} + std::chrono::days{days}}; }

} // namespace

VisitTable::VisitTable(const UiParts &parts, BackOffice &backOffice, QObject *parent)
    : QObject(parent), m_openReader(parts.openReader), m_backOffice(backOffice), m_offset(parts.config.offset),
      m_rowsModel(visitrows::roles())
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &VisitTable::reload);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_slow = true;
        emit changed();
    });
}

void VisitTable::setToday(HallDay day)
{
    if (day.ok() && day != m_hallDay) {
        const bool followed = m_filter.from == m_hallDay && m_filter.to == m_hallDay;
        m_hallDay = day;
        if (followed || !m_filter.from) {
            today();
        }
    }
}

void VisitTable::retranslate()
{
    showRows();
    emit changed();
}

void VisitTable::begin()
{
    m_active = true;
    reload();
}

void VisitTable::forget()
{
    m_active = false;
    cancel();
    m_stopped = false;
    m_page = {};
    m_error.reset();
    m_filter.text.clear();
    m_pages = {std::nullopt};
    showRows();
    emit changed();
}

// ---- filters and pages -----------------------------------------------------------------------------------

QString VisitTable::from() const { return m_filter.from ? QString::fromStdString(isoDay(*m_filter.from)) : QString(); }
QString VisitTable::to() const { return m_filter.to ? QString::fromStdString(isoDay(*m_filter.to)) : QString(); }

void VisitTable::moveFrom(int days)
{
    if (m_filter.from) {
        m_filter.from = std::min(moved(*m_filter.from, days), m_hallDay);
        m_filter.to = std::max(*m_filter.to, *m_filter.from);
        filterChanged();
    }
}

void VisitTable::moveTo(int days)
{
    if (m_filter.to) {
        m_filter.to = std::min(moved(*m_filter.to, days), m_hallDay);
        m_filter.from = std::min(*m_filter.from, *m_filter.to);
        filterChanged();
    }
}

void VisitTable::today()
{
    m_filter.from = m_filter.to = m_hallDay;
    filterChanged();
}

void VisitTable::setText(const QString &text)
{
    const std::string words = text.trimmed().toStdString();
    if (words != m_filter.text) {
        m_filter.text = words;
        m_pages = {std::nullopt};
        m_typing.start();
        emit changed();
    }
}

void VisitTable::setOutcome(int outcome)
{
    m_filter.outcome = outcome < 0 ? std::nullopt : std::optional(static_cast<Outcome>(outcome));
    filterChanged();
}

void VisitTable::setVerdict(int verdict)
{
    m_filter.verdict = verdict < 0 ? std::nullopt : std::optional(static_cast<Verdict>(verdict));
    filterChanged();
}

QStringList VisitTable::outcomeWords() const
{
    return {tr("All outcomes"), uiwords::of(Outcome::Admitted), uiwords::of(Outcome::Refused), uiwords::of(Outcome::Left)};
}

QStringList VisitTable::verdictWords() const
{
    return {tr("All verdicts"), uiwords::of(Verdict::Pass), uiwords::of(Verdict::Recheck), uiwords::of(Verdict::NoResult),
            uiwords::of(Verdict::Refuse)};
}

void VisitTable::filterChanged()
{
    m_pages = {std::nullopt};
    reload();
    emit changed();
}

void VisitTable::older()
{
    if (canOlder() && !m_loading) {
        m_pages.push_back(m_page.rows.back().seq);
        reload();
    }
}

void VisitTable::newer()
{
    if (canNewer() && !m_loading) {
        m_pages.pop_back();
        reload();
    }
}

// ---- asking ----------------------------------------------------------------------------------------------

Result<VisitTable::Page> VisitTable::readPage(LedgerReader &reader, const VisitFilter &filter, std::optional<EntrySeq> before)
{
    auto rows = reader.visits(filter, before, kPageRows + 1);
    if (!rows) {
        return rows.error();
    }
    Page page{.rows = *std::move(rows), .more = false, .total = {}};
    page.more = page.rows.size() > kPageRows;
    page.rows.resize(std::min<std::size_t>(page.rows.size(), kPageRows));
    if (filter.text.empty()) {
        const auto total = reader.countVisits(filter);
        if (!total) {
            return total.error();
        }
        page.total = *total;
    }
    return page;
}

void VisitTable::reload()
{
    m_typing.stop();
    if (!m_active) {
        return;
    }
    ++m_query;
    m_loading = true;
    m_stopped = m_slow = false;
    m_patience.start();
    emit changed();
    if (!m_running) {
        ask();
    }
}

void VisitTable::cancel()
{
    ++m_query;
    m_typing.stop();
    m_patience.stop();
    m_stopped = m_loading;
    if (m_loading) {
        m_page = {};
        m_error.reset();
        showRows();
    }
    m_loading = m_slow = false;
    emit changed();
}

void VisitTable::ask()
{
    m_running = true;
    m_backOffice.run(
        [open = m_openReader, filter = m_filter, before = m_pages.back()]() -> Result<Page> {
            auto reader = open();
            return reader ? readPage(**reader, filter, before) : Result<Page>(reader.error());
        },
        [self = QPointer(this), query = m_query](Result<Page> page) {
            if (self) {
                self->answered(query, std::move(page));
            }
        });
}

void VisitTable::answered(int query, Result<Page> page)
{
    m_running = false;
    if (query != m_query) {
        if (m_loading) {
            ask(); // for what is wanted by now
        }
        return;
    }
    m_loading = m_slow = false;
    m_patience.stop();
    m_error = page ? std::nullopt : std::optional(page.error());
    m_page = page ? *std::move(page) : Page{};
    showRows();
    emit changed();
}

QString VisitTable::pageText() const
{
    if (m_loading && m_slow) {
        return tr("Looking…");
    }
    if (m_page.rows.empty()) {
        return tr("0 entries");
    }
    const auto first = static_cast<qint64>((m_pages.size() - 1) * kPageRows) + 1;
    const auto last = first + static_cast<qint64>(m_page.rows.size()) - 1;
    if (!m_page.total && m_page.more) {
        return tr("%1–%2, and more").arg(first).arg(last);
    }
    return tr("%1–%2 of %3").arg(first).arg(last).arg(m_page.total.value_or(last));
}

QString VisitTable::emptyText() const
{
    if (m_error) {
        return tr("The ledger cannot be read: %1").arg(uiwords::of(*m_error));
    }
    if (m_loading) {
        return m_filter.text.empty() ? tr("Looking…") : tr("Looking through these days, newest first…");
    }
    return m_stopped ? tr("Stopped. Change what you look for, or tap Refresh.") : tr("No entries on these days with these filters");
}

void VisitTable::choose(int row)
{
    if (row >= 0 && row < static_cast<int>(m_page.rows.size())) {
        emit chosen(m_page.rows[static_cast<std::size_t>(row)]);
    }
}

void VisitTable::showRows()
{
    const auto when = m_filter.from == m_filter.to ? visitrows::When::Clock : visitrows::When::DayOfYear;
    QList<QVariantList> rows;
    for (const VisitRow &row : m_page.rows) {
        rows.append(visitrows::of(row, m_offset, when));
    }
    m_rowsModel.show(rows);
}

} // namespace menshen
