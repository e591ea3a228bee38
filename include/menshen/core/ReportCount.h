// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/DailyReport.h"
#include "menshen/core/Entries.h"

#include <set>
#include <string>

namespace menshen {

/// One entry of a day, without its personal part.
struct ReportFact {
    EntrySeq seq;
    WallTime at;
    Entry entry;
    WallTime lifeBefore{}; ///< for Started: the last sign of a running station before it
};

/// How the station was when a day began.
struct StationBefore {
    bool running = false;
    std::set<std::string> lost; ///< devices, by the names that the station gives them in its entries
};

/// What surrounds a day in its ledger.
struct ReportFrame {
    HallDay ledgerBegan{}; ///< the first day with an entry
    WallTime newestEntry{};
    StationBefore before; ///< the day
    /// A station that ran when the day ended was on until then: it was stopped, or the last sign of life before it was started
    /// anew, or the ledger's last one.
    WallTime ranUntil{};
    std::int64_t alertsOpen = 0; ///< raised by the end of the day and neither handed over nor ended
    ReportFigures totals;        ///< from the beginning to the end of the day, of what is summed up
    EntrySeq upTo;               ///< the newest entry that the totals cover
};

/// Counts a day's entries in the order of the ledger, in constant memory. A value: no clock, no I/O.
class ReportCount {
public:
    /// The day's limits; `end` is now for a day that goes on.
    ReportCount(StationBefore before, WallTime begin, WallTime end);

    void add(const ReportFact &fact);
    /// After the last one.
    void finish(WallTime ranUntil);

    /// Figures and refusals of the day; the rest is the caller's.
    [[nodiscard]] const DailyReport &counted() const noexcept { return m_report; }

private:
    void count(const VisitEntry &visit);
    void count(const StaffPunchEntry &punch);
    void count(const AlertActionEntry &action);
    void count(const ReportFact &fact, const StationEntry &station);
    void measure(const Evidence &evidence, bool staff);
    void findings(const Evidence &evidence, bool staff);
    void symptoms(const std::vector<Reason> &reasons);
    void runUntil(WallTime at);
    std::int64_t &figure(ReportItem item) { return *m_report.figures[item]; }

    DailyReport m_report;
    StationBefore m_now; ///< at m_at
    WallTime m_at, m_end;
    Micros m_on{0}, m_blind{0};
    std::set<std::int64_t> m_isolated; ///< alerts; few
};

} // namespace menshen
