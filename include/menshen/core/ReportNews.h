// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/ReportDuty.h"

#include <vector>

namespace menshen {

/// A version of a day's report and when it was signed.
struct ReportSignature {
    HallDay day{};
    int version = 1;
    WallTime at;
};

struct ReportTold {
    ReportToldEntry entry;
    WallTime at;
};

/// What the leading group has not been told yet, though it should have been by now.
struct ReportNewsDue {
    ReportNews news = ReportNews::Signed;
    HallDay day{};
    int version = 0; ///< of Signed
    int level = 0;   ///< whom to tell: of the escalation's levels, 0 the first

    friend bool operator==(const ReportNewsDue &, const ReportNewsDue &) = default;
};

/// Each signed version is told once (S10), none that is older than `kReportNewsFresh`: who sets couriers up today is not sent last
/// month. A report due soon is said once. An overdue one at once, then after 1, 2, 4 … hours, at last daily, until it is signed; several
/// days that are missing are one message, named by the newest; it goes to the first two levels, each for itself. `told`: what the ledger says, oldest first; failures count for nothing.
[[nodiscard]] std::vector<ReportNewsDue> reportNewsDue(const ReportDuty &duty, const std::vector<ReportSignature> &signatures,
                                                       const std::vector<ReportTold> &told, WallTime now);
inline constexpr Micros kReportNewsFresh = std::chrono::hours{72};

} // namespace menshen
