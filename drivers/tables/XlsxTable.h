// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/tables/StagedFile.h"
#include "drivers/tables/ZipParts.h"
#include "menshen/ports/Tables.h"

#include <cstdint>
#include <memory>

namespace menshen {

/// An Excel workbook, written and compressed row by row: constant memory, no temporary files but the target's own, and no long
/// silence at the end. Bold, frozen header, column widths, automatic filter. Text is written as text, so nothing in it can
/// become a formula. A sheet that is full goes on in another, "name (2)". Why not by a library: docs/decisions.
class XlsxTable final : public TableWriter {
public:
    /// Old zip programs count to 4 GiB, so a sheet's part (before compression) stays below.
    static constexpr std::uint64_t kSheetBytes = 3ULL << 30U;

    /// `sheetBytes`: after how many bytes a sheet goes on in another.
    [[nodiscard]] static Result<std::unique_ptr<XlsxTable>> create(const std::string &path, std::uint64_t sheetBytes = kSheetBytes);

    [[nodiscard]] Result<void> sheet(const std::string &name, const std::vector<std::string> &header) override;
    [[nodiscard]] Result<void> row(const std::vector<Cell> &cells) override;
    [[nodiscard]] Result<void> commit() override;

private:
    XlsxTable(StagedFile file, std::uint64_t sheetBytes) : m_file(std::move(file)), m_sheetBytes(sheetBytes) {}
    [[nodiscard]] Result<void> startSheet();
    [[nodiscard]] Result<void> finishSheet();
    [[nodiscard]] Result<void> flush();
    [[nodiscard]] Result<void> writePart(const std::string &name, const std::string &xml);

    StagedFile m_file;
    ZipParts m_zip;
    const std::uint64_t m_sheetBytes;
    std::vector<std::string> m_sheets; ///< names, in order; the last one is being written
    std::string m_name;
    std::vector<std::string> m_header;
    int m_part = 1;            ///< of the sheet, counted from 1
    std::uint32_t m_rows = 0;  ///< of this part, with the header
    std::uint64_t m_bytes = 0; ///< of this part, before compression
    std::string m_xml;         ///< not yet written
};

} // namespace menshen
