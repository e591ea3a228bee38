// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ReportWords.h"
#include "menshen/core/Result.h"

#include <string>

namespace menshen {

/// Writes a report as "pdf", "xlsx" or "json", under its name only when it is whole. Paper needs a QGuiApplication (any platform).
/// Any thread. Storage, DiskFull.
[[nodiscard]] Result<void> writeReportFile(const std::string &path, const std::string &format, const DailyReport &report,
                                           const SignedReport *asSigned, const ReportDocument &document, Language language);

} // namespace menshen
