// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/DailyReport.h"

#include "menshen/core/ReportNames.h"

#include <algorithm>

namespace menshen {
namespace {

/// Reports of before they were counted say nothing of them; there were none.
bool cameLater(ReportItem item) { return item > ReportItem::StocksBelowMinimum; }

void compare(std::vector<std::string> &found, const std::string &group, const ReportFigures &before, const ReportFigures &after)
{
    for (std::size_t i = 0; i < kReportItems; ++i)
        if (before[reportItem(i)] != after[reportItem(i)] &&
            !(cameLater(reportItem(i)) && before.of(reportItem(i)) == after.of(reportItem(i))))
            found.push_back(group + std::string(kReportItemNames[i]));
}

} // namespace

bool DailyReport::isZero() const
{
    using enum ReportItem;
    constexpr auto kAbnormal = std::to_array({Left, AbnormalFirst, Symptoms, Alerts, Isolated, HandedOver, FalseAlarms, AlertsOpen});
    return std::all_of(kAbnormal.begin(), kAbnormal.end(), [this](ReportItem item) { return figures.of(item) == 0; });
}

std::vector<std::string> differences(const DailyReport &before, const DailyReport &after)
{
    std::vector<std::string> found;
    const auto text = [&found](const char *name, const std::string &old, const std::string &now) {
        if (old != now)
            found.emplace_back(name);
    };
    text("unit", before.parties.unit, after.parties.unit);
    text("preparer", before.parties.preparer, after.parties.preparer);
    text("reviewer", before.parties.reviewer, after.parties.reviewer);
    text("telephone", before.parties.telephone, after.parties.telephone);
    text("plan", before.plan, after.plan);
    compare(found, "figures.", before.figures, after.figures);
    for (std::size_t i = 0; i < kReasonCodes; ++i)
        if (before.refusedBy[i] != after.refusedBy[i])
            found.push_back("refused_by." + std::string(kRefusalNames[i]));
    if (before.refusedByGuard != after.refusedByGuard)
        found.emplace_back("refused_by.guard");
    compare(found, "since_beginning.", before.sinceBeginning, after.sinceBeginning);
    return found;
}

} // namespace menshen
