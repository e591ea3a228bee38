// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/PresentList.h"

#include "src/app/ExportRows.h"

namespace menshen {
namespace {

constexpr int kPage = 1000;

} // namespace

Result<std::vector<VisitRow>> personsPresent(LedgerReader &reader, const PresentList &window, UtcOffset offset, EntrySeq without)
{
    VisitFilter filter;
    filter.from = hallDayOf(window.from, offset);
    filter.to = hallDayOf(window.to, offset);
    filter.since = window.from;
    filter.until = window.to;
    std::vector<VisitRow> present;
    for (EntrySeq after;;) {
        auto page = reader.visitsAscending(filter, after, kPage);
        if (!page)
            return page.error();
        if (page->empty())
            return present;
        after = page->back().seq;
        for (auto &visit : *page)
            if (visit.outcome != Outcome::Refused && visit.seq != without)
                present.push_back(std::move(visit));
    }
}

Result<void> exportPresent(const std::vector<VisitRow> &present, TableWriter &writer, Language language, UtcOffset offset, bool inClear)
{
    ExportRequest request;
    request.inClear = inClear;
    request.language = language;
    request.offset = offset;
    ExportRows rows(request);
    const std::string sheet = language == Language::Chinese ? "同时段在场人员" : "Persons present";
    if (auto headed = writer.sheet(sheet, rows.visitHeader()); !headed)
        return headed;
    for (const auto &visit : present)
        if (auto written = writer.row(rows.cells(visit)); !written)
            return written;
    return writer.commit();
}

} // namespace menshen
