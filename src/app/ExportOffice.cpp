// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ExportOffice.h"

#include "src/app/ExportRows.h"
#include "src/app/ReadAhead.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr int kPage = 2000;
constexpr std::int64_t kTellEvery = 500; ///< rows
constexpr HallDay kFirstDay{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr HallDay kLastDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

/// Carries one export through: one thread reads and unseals, this one formats and writes.
class Export {
public:
    Export(LedgerReader &reader, TableWriter &writer, const ExportRequest &request, const std::function<void(ExportProgress)> &progress,
           std::stop_token stop)
        : m_reader(reader), m_writer(writer), m_request(request), m_progress(progress), m_stop(std::move(stop)), m_rows(request)
    {
    }

    Result<ExportSummary> run()
    {
        const auto total = m_reader.countVisits(m_request.filter);
        if (!total)
            return total.error();
        m_total = *total;
        tell();
        if (auto written = visits(); !written)
            return written.error();
        if (m_request.staffToo)
            if (auto written = punches(); !written)
                return written.error();
        if (m_stop.stop_requested())
            return cancelled();
        if (auto committed = m_writer.commit(); !committed)
            return committed.error();
        return m_summary;
    }

private:
    [[nodiscard]] static Error cancelled() { return {ErrorCode::Cancelled, "the export was stopped"}; }

    void tell() const
    {
        if (!m_progress)
            return;
        const auto done = m_summary.visits + m_summary.punches;
        m_progress({done, std::max(m_total, done)}); // people come in while it is written, and punches are not counted before
    }

    Result<void> visits()
    {
        if (auto headed = m_writer.sheet(m_rows.visitSheet(), m_rows.visitHeader()); !headed)
            return headed;
        return pages<VisitRow>([this](EntrySeq after) { return m_reader.visitsAscending(m_request.filter, after, kPage); },
                               m_summary.visits);
    }

    Result<void> punches()
    {
        if (auto headed = m_writer.sheet(m_rows.punchSheet(), m_rows.punchHeader()); !headed)
            return headed;
        const auto from = m_request.filter.from.value_or(kFirstDay), to = m_request.filter.to.value_or(kLastDay);
        return pages<StaffPunchRow>([=, this](EntrySeq after) { return m_reader.staffPunches(from, to, after, kPage); }, m_summary.punches);
    }

    template <typename Row>
    Result<void> pages(typename ReadAhead<Row>::Read read, std::int64_t &done)
    {
        ReadAhead<Row> ahead(std::move(read)); // has the reader to itself until it is gone
        for (;;) {
            const auto page = ahead.next();
            if (!page)
                return page.error();
            if (page->empty())
                return {};
            if (auto written = write(*page, done); !written)
                return written;
        }
    }

    template <typename Row>
    Result<void> write(const std::vector<Row> &page, std::int64_t &done)
    {
        for (const auto &row : page) {
            if (done % kTellEvery == 0 && m_stop.stop_requested())
                return cancelled();
            if (auto written = m_writer.row(m_rows.cells(row)); !written)
                return written;
            if (++done % kTellEvery == 0)
                tell();
        }
        tell();
        return {};
    }

    LedgerReader &m_reader;
    TableWriter &m_writer;
    const ExportRequest &m_request;
    const std::function<void(ExportProgress)> &m_progress;
    const std::stop_token m_stop;
    ExportRows m_rows;
    ExportSummary m_summary;
    std::int64_t m_total = 0;
};

} // namespace

Result<ExportSummary> exportLedger(LedgerReader &reader, TableWriter &writer, const ExportRequest &request,
                                   const std::function<void(ExportProgress)> &progress, std::stop_token stop)
{
    return Export(reader, writer, request, progress, std::move(stop)).run();
}

} // namespace menshen
