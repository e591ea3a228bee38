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
    return QStringLiteral("<td width='24%'>%1</td><td width='13%' align='center'>%2</td><td width='13%' align='center'>%3</td>")
        .arg(bilingual(line.label), bilingual(line.value), bilingual(line.totalText));
}

QString sectionRows(const ReportSection &section)
{
    QString rows = QStringLiteral("<tr><td colspan='6' bgcolor='#e4e4e4'><b>%1</b></td></tr>").arg(bilingual(section.title));
    for (std::size_t i = 0; i < section.lines.size(); i += 2) {
        rows += QStringLiteral("<tr>") + cells(section.lines[i]);
        rows += i + 1 < section.lines.size() ? cells(section.lines[i + 1]) : QStringLiteral("<td colspan='3'></td>");
        rows += QStringLiteral("</tr>");
    }
    return rows;
}

QString figuresTable(const ReportDocument &document)
{
    const auto head = QStringLiteral("<td bgcolor='#f2f2f2'>项目 <small>Item</small></td><td bgcolor='#f2f2f2' align='center'>当日 "
                                     "<small>that day</small></td><td bgcolor='#f2f2f2' align='center'>累计 <small>in all</small></td>");
    QString table = QStringLiteral("<table width='100%' border='1' cellspacing='0' cellpadding='1' style='border-collapse:collapse'><tr>") +
                    head + head + QStringLiteral("</tr>");
    for (const auto &section : document.sections)
        table += sectionRows(section);
    return table + QStringLiteral("</table>");
}

QString remarksPart(const ReportDocument &document)
{
    QString part;
    for (const auto &remark : document.remarks)
        part += QStringLiteral("<p style='margin:2px'>%1<br><small>%2</small></p>").arg(escaped(remark.zh), escaped(remark.en));
    if (!document.digest.empty())
        part += QStringLiteral("<p style='margin:2px'><small>摘要 · Digest: %1</small></p>").arg(QString::fromStdString(document.digest));
    return part;
}

} // namespace

Result<void> writeReportPaper(const std::string &path, const ReportDocument &document)
{
    QString html = QStringLiteral("<h2 align='center' style='margin:2px'>%1 <small>%2</small></h2>")
                       .arg(escaped(document.title.zh), escaped(document.title.en));
    if (document.draft)
        html += QStringLiteral("<p align='center' style='margin:2px'><b>草稿，未签署 · Draft, not signed</b></p>");
    html += factsTable(document);
    html += QStringLiteral("<p align='center' style='margin:4px'><b>%1</b><br>%2</p>")
                .arg(escaped(document.verdict.zh), escaped(document.verdict.en));
    html += figuresTable(document) + remarksPart(document);
    if (document.head)
        html += headPart(*document.head);
    html += QStringLiteral(
        "<table width='100%' cellpadding='4'><tr><td>填报人签字 · Prepared by<br><br>__________________</td><td>审核人签字 · Reviewed by"
        "<br><br>__________________</td><td>盖章 · Seal</td></tr></table>");
    return printPaper(path, QStringLiteral("Menshen: daily report"), html, document.head);
}

} // namespace menshen
