// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in the middle of an export.
#pragma once

#include "menshen/ports/Ledger.h"
#include "menshen/ports/Tables.h"

#include <atomic>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// The real ledger, until something happens in the middle.
class InterruptedReader final : public LedgerReader {
public:
    explicit InterruptedReader(LedgerReader &real) : m_real(real) {}
    std::optional<int> failsAtPage; ///< from 1
    std::atomic<int> pages = 0;

    Result<std::vector<VisitRow>> visitsAscending(const VisitFilter &filter, EntrySeq after, int limit) override
    {
        if (++pages == failsAtPage)
            return Error{ErrorCode::Storage, "the disk is gone"};
        return m_real.visitsAscending(filter, after, limit);
    }
    Result<std::vector<VisitRow>> visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit) override
    {
        return m_real.visits(filter, before, limit);
    }
    Result<std::int64_t> countVisits(const VisitFilter &filter) override { return m_real.countVisits(filter); }
    Result<std::vector<StaffPunchRow>> staffPunches(HallDay from, HallDay to, EntrySeq after, int limit) override
    {
        return m_real.staffPunches(from, to, after, limit);
    }
    Result<DayCounts> counts(HallDay day) override { return m_real.counts(day); }
    Result<std::vector<PersonVisit>> person(const PersonQuery &query, int limit) override { return m_real.person(query, limit); }
    Result<std::vector<std::vector<StoryStep>>> openAlerts() override { return m_real.openAlerts(); }
    Result<std::vector<StoryStep>> untold(std::optional<HallDay> from, const Plan &plan) override { return m_real.untold(from, plan); }
    Result<std::vector<std::vector<StoryStep>>> alerts(std::optional<EntrySeq> before, int limit) override
    {
        return m_real.alerts(before, limit);
    }
    Result<std::vector<StoryStep>> story(EntrySeq visit) override { return m_real.story(visit); }

private:
    LedgerReader &m_real;
};

/// A disk that is full after some rows.
class FullTable final : public TableWriter {
public:
    Result<void> sheet(const std::string &, const std::vector<std::string> &) override { return {}; }
    Result<void> row(const std::vector<Cell> &) override
    {
        return ++m_rows < 700 ? Result<void>() : Result<void>(Error{ErrorCode::DiskFull, "full"});
    }
    Result<void> commit() override { return {}; }

private:
    int m_rows = 0;
};

} // namespace menshen
