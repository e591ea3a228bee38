// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Ledger.h"
#include "menshen/ports/Tables.h"

#include <functional>
#include <stop_token>
#include <string>

namespace menshen {

enum class Language : std::uint8_t { Chinese, English };

struct ExportRequest {
    VisitFilter filter;   ///< days and filters
    bool inClear = false; ///< documents and phones whole: the caller has recorded an officer's disclosure before
    Language language = Language::Chinese;
    UtcOffset offset;
    bool staffToo = true; ///< a second sheet; with CSV a second file (<name>-staff.csv, <name>-员工打卡.csv)
};

struct ExportProgress {
    std::int64_t done = 0, total = 0;
};

struct ExportSummary {
    std::int64_t visits = 0, punches = 0;
};

/// Writes the ledger's visits (and staff punches) through `writer`, which it commits. Blocks; call it on a worker.
/// Progress at least every 500 rows. On `stop` nothing is left behind and the error is Cancelled.
[[nodiscard]] Result<ExportSummary> exportLedger(LedgerReader &reader, TableWriter &writer, const ExportRequest &request,
                                                 const std::function<void(ExportProgress)> &progress, std::stop_token stop);

} // namespace menshen
