// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/ReportCount.h"
#include "menshen/core/ReportNews.h"
#include "menshen/core/Result.h"
#include "menshen/ports/Ledger.h"

#include <string>
#include <vector>

namespace menshen {

/// One version of a day's report as the ledger has it.
struct SignedReport {
    Receipt receipt;
    std::string actor;
    ReportSignedEntry entry; ///< its reason is empty unless `personal` is Whole
    PersonalState personal = PersonalState::Whole;
};

/// What a daily report is computed from. Needs nobody's personal data, so it can be made of days that were destroyed too.
/// Not thread-safe: one object a thread.
class ReportReader {
public:
    virtual ~ReportReader() = default;

    /// What surrounds `day`. NotFound in a ledger without an entry.
    [[nodiscard]] virtual Result<ReportFrame> frame(HallDay day) = 0;
    /// What counts of a day's entries, oldest first: those with seq > `after` and not newer than `upTo`; `limit` at most.
    [[nodiscard]] virtual Result<std::vector<ReportFact>> facts(HallDay day, EntrySeq after, EntrySeq upTo, int limit) = 0;
    /// All versions of these days' reports, in the order of their signing.
    [[nodiscard]] virtual Result<std::vector<SignedReport>> reports(HallDay from, HallDay to) = 0;
    /// What the leading group was told of reports on `from` and later days, oldest first.
    [[nodiscard]] virtual Result<std::vector<ReportTold>> told(HallDay from) = 0;
};

} // namespace menshen
