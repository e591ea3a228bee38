// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ReportWords.h"

#include "menshen/app/Words.h"
#include "menshen/core/ReportNames.h"

#include <algorithm>

namespace menshen {
namespace {

using enum ReportItem;

/// In the order of ReportItem.
const std::array<LocalText, kReportItems> kItems{{{"来访人员", "Visitors"},
                                                  {"放行", "Admitted"},
                                                  {"劝返", "Refused"},
                                                  {"发现异常后自行离开", "Left after an abnormal finding"},
                                                  {"由保安说明理由后放行", "Admitted with the guard's reason"},
                                                  {"工作人员上岗", "Staff in"},
                                                  {"工作人员离岗", "Staff out"},
                                                  {"来访人员离开", "Visitors out"},
                                                  {"日终未登记离开", "Still inside at the day's end"},
                                                  {"已测得体温（人次）", "Temperatures taken"},
                                                  {"未测得体温（人次）", "No temperature"},
                                                  {"复测（人次）", "Measured again"},
                                                  {"初测异常", "Abnormal at first"},
                                                  {"复测确认发热", "Fever confirmed"},
                                                  {"复测排除", "Fever ruled out"},
                                                  {"问询异常", "A question answered yes"},
                                                  {"初测异常中的工作人员", "Staff among the abnormal"},
                                                  {"报警", "Alerts"},
                                                  {"送隔离室", "Brought to the isolation room"},
                                                  {"移交", "Handed over"},
                                                  {"误报", "False alarms"},
                                                  {"尚未处置完毕", "Alerts still open"},
                                                  {"设备故障（次）", "Device faults"},
                                                  {"开机（分钟）", "Minutes running"},
                                                  {"其中测温或识别设备中断（分钟）", "of these without an instrument"},
                                                  {"时钟被调整（次）", "Clock changes"},
                                                  {"两小时巡测应测", "2-hour rounds due"},
                                                  {"两小时巡测已测", "2-hour rounds done"},
                                                  {"两小时巡测漏测", "2-hour rounds missed"},
                                                  {"口罩更换应换", "Mask changes due"},
                                                  {"口罩更换已换", "Mask changes done"},
                                                  {"消毒通风应做", "Hygiene tasks due"},
                                                  {"消毒通风已做", "Hygiene tasks done"},
                                                  {"低于最低库存的物资", "Stocks below minimum"},
                                                  {"工作人员在入口被劝返", "Staff turned away at the door"},
                                                  {"事后补录的来访人员", "Visitors entered afterwards"}}};

struct Group {
    LocalText title;
    ReportItem first, last;
    std::vector<ReportItem> also{}; ///< that came later
};
const std::array<Group, 5> kGroups{{{{"人员进出", "People"}, Visitors, Inside, {StaffRefused, Afterwards}},
                                    {{"测温与问询", "Screening"}, Screened, StaffAbnormal},
                                    {{"处置", "What was done"}, Alerts, AlertsOpen},
                                    {{"本站运行", "The station"}, DeviceFaults, ClockChanges},
                                    {{"日常管理", "Routine"}, RoundsDue, StocksBelowMinimum}}};

LocalText both(const std::string &text) { return {text, text}; }

LocalText number(std::int64_t value) { return value == 0 ? LocalText{"无", "none"} : both(std::to_string(value)); }

/// Events are said to have been: 有 / 无 written out, as the precedent of 2003 has it.
bool isEvent(ReportItem item) { return item == Left || (item >= AbnormalFirst && item <= DeviceFaults) || item == ClockChanges; }

LocalText today(ReportItem item, const std::optional<std::int64_t> &value)
{
    if (!value)
        return {"本站未登记", "not kept at this station"};
    if (*value == 0 || !isEvent(item))
        return number(*value);
    return {"有，" + std::to_string(*value), "yes, " + std::to_string(*value)};
}

ReportSection sectionOf(const Group &group, const DailyReport &report)
{
    ReportSection section{group.title, {}};
    const auto line = [&](ReportItem item) {
        const auto &count = report.figures[item];
        const auto &total = report.sinceBeginning[item];
        section.lines.push_back(
            {kItems[static_cast<std::size_t>(item)], count, total, today(item, count), total ? number(*total) : both("")});
    };
    for (auto i = static_cast<std::size_t>(group.first); i <= static_cast<std::size_t>(group.last); ++i) {
        line(reportItem(i));
    }
    std::for_each(group.also.begin(), group.also.end(), line);
    return section;
}

LocalText reasonText(std::size_t code)
{
    const Reason reason{static_cast<ReasonCode>(code), CheckLevel::Hard, std::nullopt, {}};
    return {word(reason, Language::Chinese), word(reason, Language::English)};
}

ReportSection refusals(const DailyReport &report)
{
    ReportSection section{{"劝返原因（一人可有多项）", "Refused because (several may hold)"}, {}};
    const auto line = [&section](const LocalText &label, std::int64_t count) {
        if (count > 0)
            section.lines.push_back({label, count, std::nullopt, number(count), both("")});
    };
    for (std::size_t i = 0; i < kReasonCodes; ++i)
        line(reasonText(i), report.refusedBy[i]);
    line({"保安另有原因", "the guard's own reason"}, report.refusedByGuard);
    if (section.lines.empty())
        section.lines.push_back({{"劝返", "Refused"}, 0, std::nullopt, number(0), both("")});
    return section;
}

LocalText minutesText(std::chrono::minutes time)
{
    const auto count = time.count();
    const auto hours = count / 60, minutes = count % 60;
    const auto zh = (hours > 0 ? std::to_string(hours) + " 小时 " : "") + std::to_string(minutes) + " 分钟";
    const auto en = (hours > 0 ? std::to_string(hours) + " h " : "") + std::to_string(minutes) + " min";
    return {zh, en};
}

LocalText verdictOf(const DailyReport &report)
{
    if (report.stationOff())
        return {"本站当日未开机，未筛查任何人员。", "The station did not run that day: nobody was screened."};
    if (report.isZero())
        return {"零报告：当日无异常。", "Zero report: nothing abnormal that day."};
    const auto first = std::to_string(report.figures.of(AbnormalFirst)), alerts = std::to_string(report.figures.of(Alerts));
    return {"当日有异常：初测异常 " + first + " 人次，报警 " + alerts + " 起。",
            "There were abnormal findings: " + first + " abnormal at first, " + alerts + " alerts."};
}

void tellOfPrevious(std::vector<LocalText> &remarks, const DailyReport &report)
{
    const auto late = minutesText(report.previousLate);
    if (report.previous == ReportPunctuality::Late)
        remarks.push_back({"前一日的日报迟报 " + late.zh + "。", "The report of the day before was late by " + late.en + "."});
    if (report.previous == ReportPunctuality::Missing)
        remarks.push_back(
            {"前一日的日报漏报，至本报告作出时仍未签署。", "The report of the day before was missing when this one was made."});
    if (const auto count = std::to_string(report.missingBefore); report.missingBefore > 0)
        remarks.push_back({"此前应报未报的日报共 " + count + " 份。", "Earlier reports that are missing: " + count + "."});
}

std::vector<LocalText> remarksOf(const DailyReport &report, const SignedReport *asSigned)
{
    std::vector<LocalText> remarks;
    if (!report.ended)
        remarks.push_back({"当日尚未结束，以上为截至目前的数字。", "The day has not ended: the figures are those so far."});
    if (asSigned && asSigned->entry.late > 0min) {
        const auto late = minutesText(asSigned->entry.late);
        remarks.push_back({"本报告迟报 " + late.zh + "。", "This report is late by " + late.en + "."});
    }
    tellOfPrevious(remarks, report);
    if (report.figures.of(ClockChanges) > 0)
        remarks.push_back({"当日时钟被调整，时长数字仅供参考。", "The clock was changed that day: durations are not to be relied on."});
    if (asSigned && asSigned->entry.version > 1) {
        const auto changed = differencesInWords(asSigned->entry.differences);
        const auto version = std::to_string(asSigned->entry.version - 1), entry = std::to_string(asSigned->entry.replaces.value);
        remarks.push_back({"更正第 " + version + " 版（台账记录 " + entry + "），变动：" + changed.zh + "。",
                           "Corrects version " + version + " (entry " + entry + " of the ledger), which differs in: " + changed.en + "."});
    }
    return remarks;
}

LocalText labelOf(const std::string &difference)
{
    static const std::vector<std::pair<std::string, LocalText>> kTexts{{"unit", {"单位", "Unit"}},
                                                                       {"preparer", {"填报", "Prepared by"}},
                                                                       {"reviewer", {"审核", "Reviewed by"}},
                                                                       {"telephone", {"电话", "Telephone"}},
                                                                       {"plan", {"方案", "Plan"}},
                                                                       {"refused_by.guard", {"保安另有原因", "the guard's own reason"}}};
    for (const auto &[id, text] : kTexts)
        if (id == difference)
            return text;
    const auto dot = difference.find('.');
    const auto group = difference.substr(0, dot), name = dot == std::string::npos ? "" : difference.substr(dot + 1);
    const auto item = std::find(kReportItemNames.begin(), kReportItemNames.end(), name);
    if (item != kReportItemNames.end() && group != "refused_by") {
        const auto &label = kItems[static_cast<std::size_t>(item - kReportItemNames.begin())];
        return group == "since_beginning" ? LocalText{"累计" + label.zh, label.en + " (since the beginning)"} : label;
    }
    const auto reason = std::find(kRefusalNames.begin(), kRefusalNames.end(), name);
    if (reason == kRefusalNames.end())
        return both(difference); // of a later version of Menshen
    const auto text = reasonText(static_cast<std::size_t>(reason - kRefusalNames.begin()));
    return {"劝返原因：" + text.zh, "Refused because: " + text.en};
}

} // namespace

LocalText differencesInWords(const std::vector<std::string> &differences)
{
    LocalText all;
    for (const auto &difference : differences) {
        const auto label = labelOf(difference);
        all.zh += (all.zh.empty() ? "" : "、") + label.zh;
        all.en += (all.en.empty() ? "" : ", ") + label.en;
    }
    return all;
}

LocalText problemInWords(ReportProblem problem)
{
    switch (problem) {
    case ReportProblem::None:
        return {};
    case ReportProblem::BeforeLedger:
        return {"当日尚无台账，无从统计。", "there was no ledger yet on that day"};
    case ReportProblem::NotEnded:
        return {"当日尚未结束，只能预览，不能签署。", "the day has not ended: it may be previewed, not signed"};
    case ReportProblem::Future:
        return {"该日尚未到来。", "that day is still to come"};
    case ReportProblem::ClockBehind:
        return {"本机时钟早于台账最新记录，请先校准时钟再签署。",
                "the clock stands before the ledger's newest entry: set it right, then sign"};
    }
    return {};
}

ReportDocument reportDocument(const DailyReport &report, const SignedReport *asSigned, const std::string &stationName, UtcOffset offset)
{
    ReportDocument document;
    document.day = report.day;
    document.title = {"疫情防控日报", "Daily report"};
    document.facts = {{{"单位", "Unit"}, both(report.parties.unit)},
                      {{"监测点", "Station"}, both(stationName)},
                      {{"日期", "Day"}, both(isoDay(report.day))},
                      {{"方案", "Plan"}, both(report.plan.empty() ? "—" : report.plan)},
                      {{"填报", "Prepared by"}, both(report.parties.preparer)},
                      {{"审核", "Reviewed by"}, both(report.parties.reviewer)},
                      {{"电话", "Telephone"}, both(report.parties.telephone.empty() ? "—" : report.parties.telephone)},
                      {{"累计起始", "Since"}, both(isoDay(report.ledgerBegan))}};
    document.verdict = verdictOf(report);
    document.zero = report.isZero();
    document.draft = asSigned == nullptr;
    for (const auto &group : kGroups)
        document.sections.push_back(sectionOf(group, report));
    document.sections.insert(document.sections.begin() + 1, refusals(report));
    document.remarks = remarksOf(report, asSigned);
    if (!asSigned)
        return document;
    const auto version = std::to_string(asSigned->entry.version);
    document.facts.push_back({{"版本", "Version"}, {"第 " + version + " 版", version}});
    document.facts.push_back({{"签署时间", "Signed at"}, both(localTime(asSigned->receipt.at, offset))});
    document.facts.push_back(
        {{"台账记录", "Entry"}, both(std::to_string(asSigned->receipt.seq.value) + " · " + shortForm(asSigned->receipt.hash))});
    const auto late = minutesText(asSigned->entry.late);
    document.facts.push_back(
        {{"时限", "In time"}, asSigned->entry.late > 0min ? LocalText{"迟报 " + late.zh, "late by " + late.en} : LocalText{"按时", "yes"}});
    document.digest = hexOf(asSigned->entry.digest);
    return document;
}

void putHead(ReportDocument &document, const SignedReport *asSigned, const std::optional<LedgerHead> &head)
{
    if (head && asSigned && head->seq < asSigned->receipt.seq)
        document.remarks.push_back(
            {"台账首尚未签署至本记录（至多五分钟后签署），届时重新打印即附有二维码。",
             "The ledger's head does not reach this entry yet; it is signed within five minutes, print again then."});
    else
        document.head = head;
}

ReportMessage reportMessage(const SignedReport &report, UtcOffset offset)
{
    const auto document = reportDocument(report.entry.report, &report, {}, offset);
    const auto &figures = report.entry.report.figures;
    const auto day = isoDay(report.entry.report.day);
    const auto version = report.entry.version > 1 ? std::to_string(report.entry.version) : std::string();
    ReportMessage message;
    message.subject.zh =
        report.entry.report.parties.unit + " 疫情防控日报 " + day + (version.empty() ? "" : "（更正，第 " + version + " 版）");
    message.subject.en = "Daily report " + day + (version.empty() ? "" : " (correction, version " + version + ")");
    message.body = document.verdict;
    for (const auto item : {Visitors, Admitted, Refused, StaffIn, AbnormalFirst, AbnormalConfirmed, Isolated, HandedOver, FalseAlarms,
                            AlertsOpen, MinutesUnscreened}) {
        const auto &label = kItems[static_cast<std::size_t>(item)];
        const auto value = number(figures.of(item));
        message.body.zh += "\n" + label.zh + "：" + value.zh;
        message.body.en += "\n" + label.en + ": " + value.en;
    }
    for (const auto &remark : document.remarks) {
        message.body.zh += "\n" + remark.zh;
        message.body.en += "\n" + remark.en;
    }
    const auto entry = std::to_string(report.receipt.seq.value) + " · " + shortForm(report.receipt.hash);
    message.body.zh += "\n台账记录 " + entry;
    message.body.en += "\nEntry " + entry;
    return message;
}

std::optional<ReportMessage> reportReminder(const ReportDuty &duty, const ReportSettings &settings)
{
    if (!duty.nag && duty.missing.empty())
        return std::nullopt;
    ReportMessage message{{settings.parties.unit + " 日报待签署", "Daily reports to be signed"}, {}};
    const auto add = [&message](const std::string &zh, const std::string &en) {
        message.body.zh += (message.body.zh.empty() ? "" : "\n") + zh;
        message.body.en += (message.body.en.empty() ? "" : "\n") + en;
    };
    for (const auto day : duty.missing)
        add(isoDay(day) + " 的日报已逾期未签署。", "The report of " + isoDay(day) + " is overdue.");
    if (duty.nag) {
        const auto due = localTime(reportDueAt(*duty.nag, settings.rules, settings.offset), settings.offset).substr(0, 16);
        add(isoDay(*duty.nag) + " 的日报应于 " + due + " 前签署。", "The report of " + isoDay(*duty.nag) + " is due at " + due + ".");
    }
    return message;
}

Result<void> writeReportTable(TableWriter &writer, const ReportDocument &document, Language language)
{
    const auto pick = [language](const LocalText &text) { return in(language, text); };
    const bool chinese = language == Language::Chinese;
    const auto sheet = (chinese ? "日报 " : "Report ") + isoDay(document.day);
    const std::vector<std::string> header = chinese ? std::vector<std::string>{"类别", "项目", "当日", "累计"}
                                                    : std::vector<std::string>{"Section", "Item", "That day", "Since the beginning"};
    if (auto headed = writer.sheet(sheet, header); !headed)
        return headed;
    const auto line = [&writer](const std::string &section, const std::string &label, const TableWriter::Cell &value,
                                const TableWriter::Cell &total) {
        return writer.row({{section, std::nullopt, 0}, {label, std::nullopt, 0}, value, total});
    };
    // Zero is written as 无: who sorts by the column finds the numbers together.
    const auto cell = [](const std::optional<std::int64_t> &count, const std::string &text) {
        return count && *count != 0 ? TableWriter::Cell{{}, static_cast<double>(*count), 0} : TableWriter::Cell{text, std::nullopt, 0};
    };
    const auto title = pick(document.title) + (document.draft ? (chinese ? "（草稿，未签署）" : " (draft, not signed)") : "");
    if (auto written = line(title, {}, {pick(document.verdict), std::nullopt, 0}, {}); !written)
        return written;
    for (const auto &[label, value] : document.facts)
        if (auto written = line({}, pick(label), {pick(value), std::nullopt, 0}, {}); !written)
            return written;
    for (const auto &section : document.sections)
        for (const auto &entry : section.lines)
            if (auto written = line(pick(section.title), pick(entry.label), cell(entry.count, pick(entry.value)),
                                    cell(entry.total, pick(entry.totalText)));
                !written)
                return written;
    for (const auto &remark : document.remarks)
        if (auto written = line(chinese ? "说明" : "Remarks", {}, {pick(remark), std::nullopt, 0}, {}); !written)
            return written;
    if (!document.digest.empty())
        if (auto written = line(chinese ? "摘要" : "Digest", {}, {document.digest, std::nullopt, 0}, {}); !written)
            return written;
    return writer.commit();
}

} // namespace menshen
