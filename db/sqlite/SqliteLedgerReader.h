// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Ledger.h"

#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace menshen {

/// Reads a ledger's projections on a read-only connection that never checkpoints, while a station may be writing. Each call
/// is one short transaction, so the writer's log can be emptied between them. Not thread-safe: one object a thread.
class SqliteLedgerReader final : public LedgerReader {
public:
    /// NotFound, SchemaTooNew, or Storage when the file is no ledger of this schema.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedgerReader>> open(const std::string &path);
    ~SqliteLedgerReader() override;

    [[nodiscard]] Result<std::vector<VisitRow>> visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit) override;
    [[nodiscard]] Result<std::int64_t> countVisits(const VisitFilter &filter) override;
    [[nodiscard]] Result<std::vector<VisitRow>> visitsAscending(const VisitFilter &filter, EntrySeq after, int limit) override;
    [[nodiscard]] Result<std::vector<StaffPunchRow>> staffPunches(HallDay from, HallDay to, EntrySeq after, int limit) override;
    [[nodiscard]] Result<DayCounts> counts(HallDay day) override;

    /// The newest entry of the journal; 0 when there is none.
    [[nodiscard]] Result<EntrySeq> head();

private:
    explicit SqliteLedgerReader(std::unique_ptr<SQLite::Database> db);
    std::unique_ptr<SQLite::Database> m_db;
};

} // namespace menshen
