// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/common/ReportFile.h"

#include "db/sqlite/ReportJson.h"
#include "drivers/documents/ReportPaper.h"
#include "drivers/tables/StagedFile.h"
#include "drivers/tables/XlsxTable.h"

#include <fstream>

namespace menshen {
namespace {

Result<void> writeText(const std::string &path, const std::string &text)
{
    auto file = StagedFile::create(path);
    if (!file)
        return file.error();
    std::ofstream out(file->temporaryPath(), std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    return out ? file->commit() : Result<void>(systemError("writing " + path));
}

} // namespace

Result<void> writeReportFile(const std::string &path, const std::string &format, const DailyReport &report, const SignedReport *asSigned,
                             const ReportDocument &document, Language language)
{
    if (format == "json")
        return writeText(path, reportFile(report, asSigned ? &asSigned->entry : nullptr, asSigned ? &asSigned->receipt : nullptr));
    if (format == "pdf")
        return writeReportPaper(path, document);
    const auto table = XlsxTable::create(path);
    return table ? writeReportTable(**table, document, language) : table.error();
}

} // namespace menshen
