// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ReportWords.h"
#include "menshen/core/Result.h"

#include <string>

namespace menshen::ctl {

/// Writes a report as "pdf", "xlsx" or "json". With a QGuiApplication of its own (offscreen) for paper.
[[nodiscard]] Result<void> writeReport(const std::string &path, const std::string &format, const DailyReport &report,
                                       const SignedReport *asSigned, const ReportDocument &document, Language language);

} // namespace menshen::ctl
