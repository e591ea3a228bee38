// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/ReportPaper.h"

#include "drivers/documents/Paper.h"

namespace menshen {
namespace {

QString escaped(const std::string &text) { return QString::fromStdString(text).toHtmlEscaped(); }

/// Chinese first, English small beside it; once where they are the same.
QString bilingual(const LocalText &text)
{
    if (text.zh == text.en)
        return escaped(text.zh);
    return escaped(text.zh) + QStringLiteral(" <small>") + escaped(text.en) + QStringLiteral("</small>");
}

/// Two to a row.
QString factsTable(const ReportDocument &document)
{
    QString table = QStringLiteral("<table width='100%' border='1' cellspacing='0' cellpadding='2' style='border-collapse:collapse'>");
    for (std::size_t i = 0; i < document.facts.size(); ++i) {
        table += i % 2 == 0 ? QStringLiteral("<tr>") : QString();
        table += QStringLiteral("<td width='17%' bgcolor='#f2f2f2'>%1</td><td width='33%'>%2</td>")
                     .arg(bilingual(document.facts[i].first), bilingual(document.facts[i].second));
        table += i % 2 == 1 ? QStringLiteral("</tr>") : QString();
    }
    if (document.facts.size() % 2 == 1)
        table += QStringLiteral("<td colspan='2'></td></tr>");
    return table + QStringLiteral("</table>");
}

QString cells(const ReportLine &line)
{
    return QStringLiteral("<td width='28%'>%1</td><td width='12%' align='center'>%2</td><td width='10%' align='center'>%3</td>")
        .arg(bilingual(line.label), bilingual(line.value), bilingual(line.totalText));
}

/// What is not kept takes one row together: a page has to hold everything.
QString unkeptRow(const std::vector<ReportLine> &lines)
{
    LocalText names;
    for (const auto &line : lines) {
        names.zh += (names.zh.empty() ? "" : "、") + line.label.zh;
        names.en += (names.en.empty() ? "" : ", ") + line.label.en;
    }
    return QStringLiteral("<tr><td colspan='6'><b>%1</b>：%2<br><small>%3: %4</small></td></tr>")
        .arg(escaped(lines.front().value.zh), escaped(names.zh), escaped(lines.front().value.en), escaped(names.en));
}

QString sectionRows(const ReportSection &section)
{
    QString rows = QStringLiteral("<tr><td colspan='6' bgcolor='#e4e4e4'><b>%1</b></td></tr>").arg(bilingual(section.title));
    std::vector<ReportLine> kept, unkept;
    for (const auto &line : section.lines)
        (line.count ? kept : unkept).push_back(line);
    for (std::size_t i = 0; i < kept.size(); i += 2) {
        rows += QStringLiteral("<tr>") + cells(kept[i]);
        rows += i + 1 < kept.size() ? cells(kept[i + 1]) : QStringLiteral("<td colspan='3'></td>");
        rows += QStringLiteral("</tr>");
    }
    return unkept.empty() ? rows : rows + unkeptRow(unkept);
}

QString figuresTable(const ReportDocument &document)
{
    const auto head = QStringLiteral("<td bgcolor='#f2f2f2'>项目 <small>Item</small></td><td bgcolor='#f2f2f2' align='center'>当日 "
                                     "<small>that day</small></td><td bgcolor='#f2f2f2' align='center'>累计 <small>in all</small></td>");
    QString table =
        QStringLiteral(
            "<table width='100%' border='1' cellspacing='0' cellpadding='1' style='border-collapse:collapse; font-size:8pt'><tr>") +
        head + head + QStringLiteral("</tr>");
    for (const auto &section : document.sections)
        table += sectionRows(section);
    return table + QStringLiteral("</table>");
}

QString remarksPart(const ReportDocument &document)
{
    QString part;
    for (const auto &remark : document.remarks)
        part += QStringLiteral("<p style='margin:1px'>%1 <small>%2</small></p>").arg(escaped(remark.zh), escaped(remark.en));
    if (!document.digest.empty())
        part += QStringLiteral("<p style='margin:2px'><small>摘要 · Digest: %1</small></p>").arg(QString::fromStdString(document.digest));
    return part;
}

/// The head's code, what it is, and where people sign.
QString endPart(const ReportDocument &document)
{
    QString part = QStringLiteral("<table width='100%' cellpadding='2'><tr>");
    if (document.head)
        part += QStringLiteral("<td width='22%'><img src='%1' width='130' height='130'></td><td width='46%' valign='middle'><small>"
                               "台账首哈希（已签名） · Signed head of the ledger<br>№ %2, <b>%3</b><br>%4<br>保存此码者，日后可查知台账是否"
                               "被删改 · whoever keeps it can tell later whether the ledger was changed: menshenctl ledger verify --heads"
                               "</small></td>")
                    .arg(kHeadPicture)
                    .arg(document.head->seq.value)
                    .arg(QString::fromStdString(shortForm(document.head->hash)), grouped(hexOf(document.head->hash)));
    return part + QStringLiteral("<td valign='middle'>填报人签字 · Prepared by<br>__________________<br>审核人签字 · Reviewed by<br>"
                                 "__________________<br>盖章 · Seal</td></tr></table>");
}

} // namespace

Result<void> writeReportPaper(const std::string &path, const ReportDocument &document)
{
    QString html = QStringLiteral("<h2 align='center' style='margin:2px'>%1 <small>%2</small></h2>")
                       .arg(escaped(document.title.zh), escaped(document.title.en));
    if (document.draft)
        html += QStringLiteral("<p align='center' style='margin:2px'><b>草稿，未签署 · Draft, not signed</b></p>");
    html += factsTable(document);
    html += QStringLiteral("<p align='center' style='margin:4px'><b>%1</b> <small>%2</small></p>")
                .arg(escaped(document.verdict.zh), escaped(document.verdict.en));
    html += figuresTable(document) + remarksPart(document) + endPart(document);
    return printPaper(path, QStringLiteral("Menshen: daily report"), html, document.head, Margins::Narrow);
}

} // namespace menshen
