// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/tables/StagedFile.h"
#include "menshen/ports/Tables.h"

#include <cstdio>
#include <memory>

namespace menshen {

/// CSV after RFC 4180: CRLF, quotes where needed; UTF-8 with a byte order mark, without which Excel reads Chinese wrong.
/// Cells that a spreadsheet would take for formulas get a leading apostrophe.
///
/// A CSV has one sheet: the first goes into the target, each further one into a file of its own beside it, named after
/// the sheet in lower case: `ledger.csv`, `ledger-staff.csv`.
class CsvTable final : public TableWriter {
public:
    [[nodiscard]] static Result<std::unique_ptr<CsvTable>> create(const std::string &path);

    [[nodiscard]] Result<void> sheet(const std::string &name, const std::vector<std::string> &header) override;
    [[nodiscard]] Result<void> row(const std::vector<Cell> &cells) override;
    /// The first sheet's file appears last: when it is there, all are.
    [[nodiscard]] Result<void> commit() override;

private:
    explicit CsvTable(std::string path, StagedFile first);
    [[nodiscard]] std::string pathOfSheet(const std::string &name) const;
    [[nodiscard]] Result<void> startFile();
    [[nodiscard]] Result<void> finishFile();
    [[nodiscard]] Result<void> flush();

    struct Closer {
        void operator()(std::FILE *file) const noexcept { std::fclose(file); }
    };

    std::string m_path;
    std::vector<StagedFile> m_files;          ///< one a sheet; the first is there before the first sheet
    std::unique_ptr<std::FILE, Closer> m_out; ///< of the newest sheet
    std::string m_buffer;                     ///< not yet written
};

} // namespace menshen
