// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Reports.h"

#include <memory>
#include <mutex>
#include <vector>

namespace menshen::test {

/// A ledger in memory as its daily reports see it: it began on 2 November 2026; "today" is the 22nd. Of every day the same
/// visitors, of the 18th a fever. Signed are: in time all up to the 15th, the 16th late, the 17th not, the 18th twice, the 19th
/// and 20th in time. Thread-safe.
class SampleReports {
public:
    SampleReports();

    /// As the journal would take it.
    [[nodiscard]] Receipt append(const ReportSignedEntry &entry, const std::string &actor);
    [[nodiscard]] std::unique_ptr<ReportReader> reader() const;

    [[nodiscard]] std::vector<SignedReport> all() const;
    /// One more visitor left, later than the report was signed.
    void recordLater(HallDay day);
    [[nodiscard]] int later(HallDay day) const;

private:
    Receipt appendAt(const ReportSignedEntry &entry, const std::string &actor, WallTime at);

    mutable std::mutex m_mutex;
    std::vector<SignedReport> m_reports;
    std::vector<HallDay> m_later;
    std::int64_t m_next = 20001;
};

} // namespace menshen::test
