// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/ReportFile.h"

#include "db/sqlite/ReportJson.h"
#include "drivers/documents/ReportPaper.h"
#include "drivers/tables/XlsxTable.h"
#include "src/main/ctl/LedgerTools.h"

#include <QGuiApplication>

#include <array>

namespace menshen::ctl {
namespace {

Result<void> paper(const std::string &path, const ReportDocument &document)
{
    std::string name = "menshenctl", option = "-platform", platform = "offscreen";
    std::array<char *, 4> arguments{name.data(), option.data(), platform.data(), nullptr};
    int count = 3;
    const QGuiApplication fonts(count, arguments.data());
    return writeReportPaper(path, document);
}

} // namespace

Result<void> writeReport(const std::string &path, const std::string &format, const DailyReport &report, const SignedReport *asSigned,
                         const ReportDocument &document, Language language)
{
    if (format == "json")
        return writeWhole(path, reportFile(report, asSigned ? &asSigned->entry : nullptr, asSigned ? &asSigned->receipt : nullptr));
    if (format == "pdf")
        return paper(path, document);
    const auto table = XlsxTable::create(path);
    return table ? writeReportTable(**table, document, language) : table.error();
}

} // namespace menshen::ctl
