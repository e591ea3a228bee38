// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/CertificateText.h"

#include "drivers/documents/Paper.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace menshen {
namespace {

QString escaped(const std::string &text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString iso(HallDay day)
{
    return QDate(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                 static_cast<int>(static_cast<unsigned>(day.day())))
        .toString(Qt::ISODate);
}

QString local(WallTime at, UtcOffset offset)
{
    const auto seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(offset.value).count());
    const auto millis = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::OffsetFromUTC, seconds).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss (t)"));
}

struct Sums {
    std::int64_t entries = 0, visits = 0;
};

Sums sumsOf(const DestructionEntry &destruction)
{
    Sums sums;
    for (const auto &day : destruction.days) {
        sums.entries += day.entries;
        sums.visits += day.visits;
    }
    return sums;
}

QString actorWords(const std::string &actor)
{
    if (actor == "station")
        return QStringLiteral("本站夜间自动执行 · the station itself, by night");
    if (actor == "ctl")
        return QStringLiteral("管理员以命令行执行 · an administrator, by command line");
    return escaped(actor);
}

QString row(const QString &label, const QString &value)
{
    return QStringLiteral("<tr><td width='38%' bgcolor='#f2f2f2'>%1</td><td width='62%'>%2</td></tr>").arg(label, value);
}

/// First and last day, and how many days there are (two keys of one day are one day).
QString daysSpan(const DestructionEntry &destruction)
{
    if (destruction.days.empty())
        return QStringLiteral("无 · none");
    std::vector<HallDay> days;
    for (const auto &day : destruction.days)
        days.push_back(day.day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return QStringLiteral("%1 至 · to %2（%3 天 · %3 days）").arg(iso(days.front()), iso(days.back())).arg(days.size());
}

QString factsTable(const CertificateFacts &facts)
{
    const auto &destruction = facts.destruction;
    const auto sums = sumsOf(destruction);
    QString table = QStringLiteral("<table width='100%' border='1' cellspacing='0' cellpadding='3' style='border-collapse:collapse'>");
    table += row("站点 · Station", escaped(facts.stationName) + "<br><small>" + QString::fromStdString(hexOf(facts.station)) + "</small>");
    table += row("账本周期 · Ledger's epoch", "<small>" + QString::fromStdString(hexOf(facts.epoch)) + "</small>");
    table += row("销毁日期范围 · Days destroyed", daysSpan(destruction));
    table += row("被销毁的个人信息 · Personal data of",
                 QStringLiteral("%1 条，其中来访 %2 条 · %1 entries, of these %2 visits").arg(sums.entries).arg(sums.visits));
    table += row("检索标记 · Index marks wiped", QString::number(destruction.marks));
    table += row("依据 · Grounds", escaped(destruction.grounds));
    table += row("执行 · Carried out by", actorWords(facts.actor));
    table += row("时间 · When", local(facts.receipt.at, facts.offset));
    table += row("账本记录 · Entry in the ledger",
                 QStringLiteral("№ %1<br><small>%2</small>").arg(facts.receipt.seq.value).arg(grouped(hexOf(facts.receipt.hash))));
    return table + "</table>";
}

QString daysTable(const DestructionEntry &destruction)
{
    QString table = QStringLiteral("<table width='100%' border='1' cellspacing='0' cellpadding='2' style='border-collapse:collapse'>"
                                   "<thead><tr bgcolor='#f2f2f2'><th>日期 · Day</th><th>密钥编号 · Key"
                                   "</th><th>记录 · Entries</th><th>其中来访 · Visits</th></tr></thead>");
    const auto cells = QStringLiteral("<tr><td align='center'>%1</td><td align='right'>%2</td><td align='right'>%3</td>"
                                      "<td align='right'>%4</td></tr>");
    for (const auto &day : destruction.days)
        table += cells.arg(iso(day.day)).arg(day.key).arg(day.entries).arg(day.visits);
    const auto sums = sumsOf(destruction);
    table += cells.arg("<b>合计 · Total</b>", QString()).arg(sums.entries).arg(sums.visits);
    return table + "</table>";
}

QString statement(const CertificateFacts &facts)
{
    const auto before = iso(facts.destruction.before);
    QString text =
        QStringLiteral("<p>早于 %1 的上述各日密钥已被销毁，以其加密的个人信息（姓名、证件、电话、备注等）从此任何人均无法恢复；"
                       "用于查找的检索标记已一并清除。记录本身及其统计数字保留在账本中，哈希链仍可验证。</p>"
                       "<p>The keys of the days above, all before %1, were destroyed. The personal data that was sealed with them "
                       "(names, documents, telephone numbers, notes) can be restored by nobody any more; the marks by which persons "
                       "were found are wiped. The entries themselves stay as statistics, and the chain still verifies.</p>")
            .arg(before);
    if (facts.backupsRemoved)
        text += QStringLiteral(
                    "<p>此前的备份已于 %1 从本站的备份文件夹中删除；保存在别处的副本由其保管人销毁。<br>Backups made before were removed "
                    "from the station's backup folder on %1; whoever keeps copies elsewhere destroys them.</p>")
                    .arg(local(*facts.backupsRemoved, facts.offset));
    else
        text += QStringLiteral(
            "<p>本证明出具时尚未作出销毁后的备份：此前的备份在下一次备份时从备份文件夹中删除。<br>No backup has been made since: "
            "those made before are removed from the backup folder by the next one.</p>");
    return text;
}

} // namespace

QString certificateHtml(const CertificateFacts &facts)
{
    QString html =
        QStringLiteral("<h2 align='center'>个人信息销毁证明</h2><h4 align='center'>Certificate of Destruction of Personal Data</h4>");
    html += factsTable(facts) + "<br>" + daysTable(facts.destruction) + statement(facts);
    if (facts.head)
        html += headPart(*facts.head);
    html +=
        QStringLiteral("<table width='100%' cellpadding='6'><tr><td>签字 · Signature<br><br>______________________</td>"
                       "<td>见证人 · Witness<br><br>______________________</td><td>日期 · Date<br><br>______________</td></tr></table>");
    return html;
}

} // namespace menshen
