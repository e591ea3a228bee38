// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Plan.h"
#include "menshen/ports/Ledger.h"
#include "menshen/ports/LedgerUpkeep.h"
#include "tests/ui/Turnstile.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace menshen::test {

/// A ledger in memory: visits of today and of the days before, and all that is appended to them. Thread-safe.
class SampleLedger {
public:
    /// Today's visits; two of the day before: 5 destroyed, 6 that cannot be opened.
    explicit SampleLedger(int today);

    /// As the journal would take an officer's entry.
    [[nodiscard]] Receipt append(const Entry &entry, const std::string &actor);
    [[nodiscard]] std::unique_ptr<LedgerReader> reader() const;

    [[nodiscard]] std::vector<VisitRow> rows() const;
    /// Empty: there is no such visit.
    [[nodiscard]] std::vector<StoryStep> story(EntrySeq visit) const;
    /// The incidents, newest first.
    [[nodiscard]] std::vector<std::vector<StoryStep>> alerts() const;
    /// Yesterday's, which was closed, and today's 481, which is handed over and has steps left.
    void addIncidents(const Plan &plan);

private:
    mutable std::mutex m_mutex;
    std::vector<VisitRow> m_rows;
    std::map<std::int64_t, std::vector<StoryStep>> m_steps;  ///< what was added to a visit
    std::map<std::int64_t, std::vector<StoryStep>> m_alerts; ///< by their number
    std::int64_t m_next = 10001;
};

[[nodiscard]] EntryHash hashOf(EntrySeq seq);

/// Upkeep whose answers the test sets, and which waits at a turnstile.
class SampleUpkeep final : public LedgerUpkeep {
public:
    SampleUpkeep();

    [[nodiscard]] Result<LedgerState> state() override;
    [[nodiscard]] Result<ChainVerdict> verify(const UpkeepProgressSink &progress, std::stop_token stop) override;
    [[nodiscard]] Result<BackupEntry> backup(const BackupRequest &request, const UpkeepProgressSink &progress,
                                             std::stop_token stop) override;
    [[nodiscard]] Result<Destroyed> purge(const PurgeRequest &request) override;

    /// Changes what is answered from now on.
    void set(LedgerState state);
    void fail(std::optional<Error> stateError, std::optional<Error> taskError);
    void setFinding(ChainVerdict verdict); ///< of the next walk
    [[nodiscard]] LedgerState current() const;
    [[nodiscard]] std::vector<BackupRequest> backups() const;

    Turnstile turnstile; ///< tasks stop here in the middle

private:
    mutable std::mutex m_mutex;
    LedgerState m_state;
    ChainVerdict m_finding;
    std::optional<Error> m_stateError, m_taskError;
    std::vector<BackupRequest> m_backups;
};

} // namespace menshen::test
