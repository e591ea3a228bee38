// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "menshen/ports/Ledger.h"

#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace menshen {

class PersonalParts;

/// Reads a ledger's projections on a read-only connection that never checkpoints, while a station may be writing. Each call
/// is one short transaction, so the writer's log can be emptied between them. Not thread-safe: one object a thread.
class SqliteLedgerReader final : public LedgerReader {
public:
    /// NotFound, SchemaTooNew, or Storage when the file is no ledger of this schema.
    [[nodiscard]] static Result<std::unique_ptr<SqliteLedgerReader>> open(const std::string &path, std::shared_ptr<KeyRing> keys);
    ~SqliteLedgerReader() override;

    [[nodiscard]] Result<std::vector<VisitRow>> visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit) override;
    [[nodiscard]] Result<std::int64_t> countVisits(const VisitFilter &filter) override;
    [[nodiscard]] Result<std::vector<VisitRow>> visitsAscending(const VisitFilter &filter, EntrySeq after, int limit) override;
    [[nodiscard]] Result<std::vector<StaffPunchRow>> staffPunches(HallDay from, HallDay to, EntrySeq after, int limit) override;
    [[nodiscard]] Result<DayCounts> counts(HallDay day) override;
    [[nodiscard]] Result<std::vector<PersonVisit>> person(const PersonQuery &query, int limit) override;
    [[nodiscard]] Result<std::vector<StoryStep>> story(EntrySeq visit) override;
    [[nodiscard]] Result<std::vector<std::vector<StoryStep>>> openAlerts() override;
    [[nodiscard]] Result<std::vector<StoryStep>> untold(std::optional<HallDay> from, const Plan &plan) override;
    [[nodiscard]] Result<std::vector<std::vector<StoryStep>>> alerts(std::optional<EntrySeq> before, int limit) override;

    /// The newest entry of the journal; 0 when there is none.
    [[nodiscard]] Result<EntrySeq> head();

private:
    SqliteLedgerReader(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys);
    /// All that `work` reads is of one moment.
    template <typename Work>
    [[nodiscard]] auto inOneView(const char *doing, Work work) -> Result<decltype(work())>;

    std::unique_ptr<SQLite::Database> m_db;
    std::shared_ptr<KeyRing> m_keys;
    std::unique_ptr<PersonalParts> m_parts;
};

} // namespace menshen
