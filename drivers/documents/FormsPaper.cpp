// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/FormsPaper.h"

#include "drivers/documents/Paper.h"

#include <QStringList>

#include <algorithm>

namespace menshen {
namespace {

constexpr int kMostForms = 1000;
constexpr int kMostToAPage = 3;
constexpr auto kBox = "□";

QString escaped(const std::string &text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString both(const QString &zh, const QString &en) { return zh + QStringLiteral(" <small>") + en + QStringLiteral("</small>"); }

/// Whose English stands on one line.
QString label(const QString &zh, QString en) { return both(zh, en.replace(' ', QStringLiteral("&nbsp;"))); }

/// A box and its word, never on two lines.
QString box(const QString &zh, const QString &en)
{
    return QStringLiteral("<span style='white-space:nowrap'>%1&nbsp;%2&nbsp;<small>%3</small></span>&nbsp; ").arg(kBox, zh, en);
}

/// What is asked and where it is written, two to a row; what needs the whole width comes after.
class Rows {
public:
    void half(const QString &what, const QString &place)
    {
        m_row += QStringLiteral("<td width='12%' bgcolor='#f2f2f2'>%1</td><td width='38%'>%2</td>").arg(what, place);
        if (m_open)
            endRow();
        else
            m_open = true;
    }
    void whole(const QString &what, const QString &place)
    {
        fill();
        m_row = QStringLiteral("<td width='12%' bgcolor='#f2f2f2'>%1</td><td colspan='3'>%2</td>").arg(what, place);
        endRow();
    }
    [[nodiscard]] QString take()
    {
        fill();
        return QStringLiteral("<table width='100%' border='1' cellspacing='0' cellpadding='4' style='border-collapse:collapse'>") + m_rows +
               QStringLiteral("</table>");
    }

private:
    void fill()
    {
        if (m_open)
            half({}, {});
    }
    void endRow()
    {
        m_rows += QStringLiteral("<tr>") + m_row + QStringLiteral("</tr>");
        m_row.clear();
        m_open = false;
    }

    QString m_rows, m_row;
    bool m_open = false;
};

void addIdentity(Rows &rows, const Plan &plan)
{
    if (plan.identityCheck == CheckLevel::Off)
        return;
    if (plan.nameField != FieldRule::Off)
        rows.half(label("姓名", "Name"), {});
    if (plan.phoneField != FieldRule::Off)
        rows.half(label("手机号码", "Mobile"), {});
    if (plan.documentField != FieldRule::Off) {
        rows.half(label("证件类型", "ID type"), box("身份证", "resident ID") + box("其他", "other") + "_______");
        rows.half(label("证件号码", "ID no."), {});
    }
    if (plan.purposeField != FieldRule::Off)
        rows.half(label("来访事由", "Purpose"), {});
}

void addMeasured(Rows &rows, const Plan &plan)
{
    if (plan.temperatureCheck != CheckLevel::Off)
        rows.half(label("体温", "Temp."), QStringLiteral("____.__℃ ") + box("体温计", "contact") + box("额温枪", "infrared"));
    if (plan.maskCheck != CheckLevel::Off)
        rows.half(label("口罩", "Mask"), box("戴好", "worn") + box("未戴", "none") + box("未戴好", "badly"));
}

void addQuestions(Rows &rows, const Plan &plan)
{
    QStringList asked;
    for (const auto &question : plan.questions) {
        if (question.level != CheckLevel::Off)
            asked.append(box("没有", "No") + box("有", "Yes") + both(escaped(question.text.zh), escaped(question.text.en)));
    }
    if (!asked.isEmpty())
        rows.whole(label("询问", "Questions"), asked.join("<br>"));
}

QString formOf(const EmptyForms &forms, int number)
{
    QString html = QStringLiteral("<table width='100%' cellpadding='2'><tr><td><big><b>%1</b></big> <b>%2</b> <small>%3</small></td>"
                                  "<td align='right'><big>№ <b>%4</b></big></td></tr></table>")
                       .arg(escaped(forms.unit), QStringLiteral("入厅登记表（停电时填写）"),
                            QStringLiteral("Entry form for a time without power"), QStringLiteral("%1").arg(number, 4, 10, QChar('0')));
    Rows rows;
    rows.half(label("日期", "Date"), QStringLiteral("______ 年 ____ 月 ____ 日"));
    rows.half(label("时间", "Time"), QStringLiteral("____ : ____"));
    addIdentity(rows, forms.plan);
    addMeasured(rows, forms.plan);
    addQuestions(rows, forms.plan);
    rows.half(label("处置", "Outcome"), box("放行", "admitted") + box("劝返", "refused"));
    rows.half(label("填表人", "Filled by"), {});
    rows.whole(label("说明", "Note"), QStringLiteral("<br>"));
    html += rows.take();
    if (!forms.plan.privacyNotice.zh.empty())
        html += QStringLiteral("<p style='margin:2px; font-size:6.5pt'>%1<br>%2</p>")
                    .arg(escaped(forms.plan.privacyNotice.zh), escaped(forms.plan.privacyNotice.en));
    return html;
}

QString cutLine() { return QStringLiteral("<p align='center' style='margin:4px; color:#808080'>✂ %1</p>").arg(QString(110, QChar('-'))); }

} // namespace

Result<void> writeEmptyForms(const std::string &path, const EmptyForms &forms)
{
    if (forms.count < 1 || forms.count > kMostForms || forms.first < 1)
        return Error{ErrorCode::BadInput, "forms: 1 to " + std::to_string(kMostForms) + ", numbered from 1 on"};
    const double form = pageShareOf(formOf(forms, forms.first)), cut = pageShareOf(cutLine());
    const int toAPage = std::clamp(static_cast<int>((1 + cut) / (form + cut)), 1, kMostToAPage);
    QString html;
    for (int i = 0; i < forms.count; ++i) {
        if (i > 0)
            html += i % toAPage == 0 ? QStringLiteral("<p style='page-break-before:always; margin:0; font-size:1pt'></p>") : cutLine();
        html += formOf(forms, forms.first + i);
    }
    return printPaper(path, QStringLiteral("Menshen: entry forms"), html, std::nullopt, Margins::Narrow);
}

} // namespace menshen
