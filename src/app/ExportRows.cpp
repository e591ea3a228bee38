// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/ExportRows.h"

namespace menshen {

ExportRows::ExportRows(const ExportRequest &request)
    : m_language(request.language), m_offset(request.offset), m_inClear(request.inClear), m_yes(say("是", "Yes")),
      m_destroyed(say("已按期销毁", "destroyed")), m_unreadable(say("无法解封", "unreadable")), m_siteCorrection(say("现场校准", "Site")),
      m_defaultCorrection(say("默认（未现场校准）", "Default (site not calibrated)")), m_asRead(say("按仪器读数", "As read")),
      m_outcomes(m_language), m_verdicts(m_language), m_masks(m_language), m_instruments(m_language), m_documents(m_language),
      m_directions(m_language)
{
}

std::vector<std::string> ExportRows::visitHeader() const
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
            say("放行/劝返说明", "Override or refusal note"),
            say("已更正", "Corrected"),
            say("事后补录", "Entered afterwards"),
            say("发生时间", "Happened at"),
            say("填表人", "Filled in by")};
}

std::vector<std::string> ExportRows::punchHeader() const
{
    return {say("序号", "Entry"),      say("时间", "Time"),      say("工号", "Badge"),   say("姓名", "Name"),
            say("部门", "Department"), say("方向", "Direction"), say("结论", "Verdict"), say("体温（℃）", "Temperature (°C)"),
            say("口罩", "Mask"),       say("原因", "Reasons")};
}

const std::vector<TableWriter::Cell> &ExportRows::cells(const VisitRow &visit)
{
    m_cells.clear();
    add(visit.seq);
    add(timed(visit.at));
    add(m_outcomes.of(visit.outcome));
    add(m_verdicts.of(visit.verdict));
    add(reasoned(visit.reasons));
    addMeasured(visit);
    addPersonal(visit);
    add(visit.corrected ? m_yes : std::string_view());
    addAfterwards(visit.afterwards);
    return m_cells;
}

void ExportRows::addMeasured(const VisitRow &visit)
{
    add(visit.temperature);
    add(visit.uncertainty);
    add(m_instruments.of(visit.instrument));
    add(correction(visit));
    add(m_masks.of(visit.mask));
}

/// `visit.at` is when it was entered; the day that a filter goes by is that of the entry too.
void ExportRows::addAfterwards(const std::optional<EnteredAfterwards> &afterwards)
{
    add(afterwards ? m_yes : std::string_view());
    m_happened = afterwards ? localTime(afterwards->happened, m_offset) : std::string();
    add(std::string_view(m_happened));
    add(afterwards ? std::string_view(afterwards->by) : std::string_view());
}

void ExportRows::addPersonal(const VisitRow &visit)
{
    if (visit.personal != PersonalState::Whole) {
        constexpr int kPersonalColumns = 6;
        for (int i = 0; i < kPersonalColumns; ++i)
            add(gone(visit.personal));
        return;
    }
    const auto &who = visit.identity;
    if (!m_inClear) {
        m_document = maskedDocument(who.document, Audience::Office);
        m_phone = maskedPhone(who.phone, Audience::Office);
    }
    add(who.name); // an office sees names whole, as maskedName() has it
    add(m_documents.of(who.documentType));
    add(m_inClear ? who.document : m_document);
    add(m_inClear ? who.phone : m_phone);
    add(who.purpose);
    add(visit.overrideReason.empty() ? visit.note : visit.overrideReason);
}

const std::vector<TableWriter::Cell> &ExportRows::cells(const StaffPunchRow &punch)
{
    m_cells.clear();
    add(punch.seq);
    add(timed(punch.at));
    add(punch.number);
    add(punch.personal == PersonalState::Whole ? punch.name : gone(punch.personal));
    add(punch.department);
    add(m_directions.of(punch.direction));
    add(m_verdicts.of(punch.verdict));
    add(punch.temperature);
    add(m_masks.of(punch.mask));
    add(reasoned(punch.reasons));
    return m_cells;
}

std::string_view ExportRows::gone(PersonalState state) const { return state == PersonalState::Destroyed ? m_destroyed : m_unreadable; }

/// Which correction stands behind the temperature; a contact thermometer has none.
std::string_view ExportRows::correction(const VisitRow &visit) const
{
    if (!visit.temperature || visit.instrument != Instrument::Infrared)
        return {};
    if (visit.afterwards)
        return m_asRead;
    return visit.defaultCalibration ? m_defaultCorrection : m_siteCorrection;
}

std::string_view ExportRows::timed(WallTime at) { return m_time = localTime(at, m_offset); }

std::string_view ExportRows::reasoned(const std::vector<Reason> &reasons) { return m_reasons = words(reasons, m_language); }

} // namespace menshen
