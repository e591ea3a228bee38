// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "menshen/ports/Reports.h"

#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace menshen {

class PersonalParts;

/// Reads what daily reports are made of on a read-only connection, while a station may be writing. Each call is one short
/// transaction. Not thread-safe: one object a thread.
class SqliteReportReader final : public ReportReader {
public:
    /// Without `keys` (null) the reasons of corrections cannot be read. NotFound, SchemaTooNew, SchemaTooOld, Storage.
    [[nodiscard]] static Result<std::unique_ptr<SqliteReportReader>> open(const std::string &path, std::shared_ptr<KeyRing> keys);
    ~SqliteReportReader() override;

    [[nodiscard]] Result<ReportFrame> frame(HallDay day) override;
    [[nodiscard]] Result<std::vector<ReportFact>> facts(HallDay day, EntrySeq after, EntrySeq upTo, int limit) override;
    [[nodiscard]] Result<std::vector<SignedReport>> reports(HallDay from, HallDay to) override;
    [[nodiscard]] Result<std::vector<ReportTold>> told(HallDay from) override;

private:
    SqliteReportReader(std::unique_ptr<SQLite::Database> db, std::shared_ptr<KeyRing> keys);
    /// All that `work` reads is of one moment.
    template <typename Work>
    [[nodiscard]] auto inOneView(const char *doing, Work work) -> Result<decltype(work())>;

    std::unique_ptr<SQLite::Database> m_db;
    std::unique_ptr<PersonalParts> m_parts;
};

} // namespace menshen
