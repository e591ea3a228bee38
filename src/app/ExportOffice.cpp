// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ExportOffice.h"

#include "menshen/app/Words.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr int kPage = 500;
constexpr HallDay kFirstDay{std::chrono::year{1}, std::chrono::January, std::chrono::day{1}};
constexpr HallDay kLastDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

using Cell = TableWriter::Cell;

Cell text(std::string value) { return {std::move(value), std::nullopt}; }

Cell degrees(std::optional<Celsius> value) { return value ? Cell{{}, value->degrees} : Cell{}; }

/// Carries one export through; `m_progress` is told after every page.
class Export {
public:
    Export(LedgerReader &reader, TableWriter &writer, const ExportRequest &request, const std::function<void(ExportProgress)> &progress,
           std::stop_token stop)
        : m_reader(reader), m_writer(writer), m_request(request), m_progress(progress), m_stop(std::move(stop))
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
    [[nodiscard]] std::string say(const char *zh, const char *en) const { return m_request.language == Language::Chinese ? zh : en; }

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
        if (auto headed = m_writer.sheet(say("来访登记", "Visits"), visitHeader()); !headed)
            return headed;
        EntrySeq after;
        while (!m_stop.stop_requested()) {
            const auto page = m_reader.visitsAscending(m_request.filter, after, kPage);
            if (!page)
                return page.error();
            if (page->empty())
                return {};
            for (const auto &visit : *page)
                if (auto written = m_writer.row(visitCells(visit)); !written)
                    return written;
            after = page->back().seq;
            m_summary.visits += static_cast<std::int64_t>(page->size());
            tell();
        }
        return cancelled();
    }

    Result<void> punches()
    {
        if (auto headed = m_writer.sheet(say("员工打卡", "Staff"), punchHeader()); !headed)
            return headed;
        EntrySeq after;
        while (!m_stop.stop_requested()) {
            const auto page =
                m_reader.staffPunches(m_request.filter.from.value_or(kFirstDay), m_request.filter.to.value_or(kLastDay), after, kPage);
            if (!page)
                return page.error();
            if (page->empty())
                return {};
            for (const auto &punch : *page)
                if (auto written = m_writer.row(punchCells(punch)); !written)
                    return written;
            after = page->back().seq;
            m_summary.punches += static_cast<std::int64_t>(page->size());
            tell();
        }
        return cancelled();
    }

    [[nodiscard]] std::vector<std::string> visitHeader() const
    {
        return {say("序号", "Entry"),
                say("时间", "Time"),
                say("处置结果", "Outcome"),
                say("筛查结论", "Verdict"),
                say("原因", "Reasons"),
                say("体温（℃）", "Temperature (°C)"),
                say("不确定度 ±（℃）", "Uncertainty ± (°C)"),
                say("测温方式", "Instrument"),
                say("校准", "Correction"),
                say("口罩", "Mask"),
                say("姓名", "Name"),
                say("证件类型", "Document type"),
                say("证件号码", "Document"),
                say("联系电话", "Phone"),
                say("来访事由", "Purpose"),
                say("放行/劝返说明", "Override or refusal note")};
    }

    [[nodiscard]] std::vector<Cell> visitCells(const VisitRow &visit) const
    {
        const auto language = m_request.language;
        const auto &who = visit.identity;
        return {text(std::to_string(visit.seq.value)),
                text(localTime(visit.at, m_request.offset)),
                text(word(visit.outcome, language)),
                text(word(visit.verdict, language)),
                text(words(visit.reasons, language)),
                degrees(visit.temperature),
                degrees(visit.uncertainty),
                text(visit.instrument ? word(*visit.instrument, language) : std::string()),
                text(correction(visit)),
                text(word(visit.mask, language)),
                text(maskedName(who.name, Audience::Office)),
                text(word(who.documentType, language)),
                text(maskedDocument(who.document, Audience::Office)),
                text(maskedPhone(who.phone, Audience::Office)),
                text(who.purpose),
                text(visit.overrideReason.empty() ? visit.note : visit.overrideReason)};
    }

    /// Which correction stands behind the temperature; a contact thermometer has none.
    [[nodiscard]] std::string correction(const VisitRow &visit) const
    {
        if (!visit.temperature || visit.instrument != Instrument::Infrared)
            return {};
        return visit.defaultCalibration ? say("默认（未现场校准）", "Default (site not calibrated)") : say("现场校准", "Site");
    }

    [[nodiscard]] std::vector<std::string> punchHeader() const
    {
        return {say("序号", "Entry"),      say("时间", "Time"),      say("工号", "Badge"),   say("姓名", "Name"),
                say("部门", "Department"), say("方向", "Direction"), say("结论", "Verdict"), say("体温（℃）", "Temperature (°C)"),
                say("口罩", "Mask"),       say("原因", "Reasons")};
    }

    [[nodiscard]] std::vector<Cell> punchCells(const StaffPunchRow &punch) const
    {
        const auto language = m_request.language;
        return {text(std::to_string(punch.seq.value)),
                text(localTime(punch.at, m_request.offset)),
                text(punch.number),
                text(maskedName(punch.name, Audience::Office)),
                text(punch.department),
                text(word(punch.direction, language)),
                text(word(punch.verdict, language)),
                degrees(punch.temperature),
                text(word(punch.mask, language)),
                text(words(punch.reasons, language))};
    }

    LedgerReader &m_reader;
    TableWriter &m_writer;
    const ExportRequest &m_request;
    const std::function<void(ExportProgress)> &m_progress;
    const std::stop_token m_stop;
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
