// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/tables/StagedFile.h"
#include "menshen/ports/Tables.h"

#include <cstdint>
#include <memory>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace menshen {

/// An Excel workbook in constant memory: bold, frozen header, column widths, automatic filter. Text is written as text,
/// so nothing in it can become a formula. A sheet that is full goes on in another, "name (2)".
class XlsxTable final : public TableWriter {
public:
    [[nodiscard]] static Result<std::unique_ptr<XlsxTable>> create(const std::string &path);
    ~XlsxTable() override;

    [[nodiscard]] Result<void> sheet(const std::string &name, const std::vector<std::string> &header) override;
    [[nodiscard]] Result<void> row(const std::vector<Cell> &cells) override;
    [[nodiscard]] Result<void> commit() override;

private:
    explicit XlsxTable(StagedFile file);
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> addWorksheet();
    [[nodiscard]] Result<void> writeCell(std::uint16_t column, const Cell &cell);
    void finishWorksheet();
    [[nodiscard]] bool rowsArrive() const;

    StagedFile m_file;
    std::string m_folder; ///< the library's own temporary files go beside the target: /tmp may be small, and is not ours
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_worksheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_oneDecimal = nullptr;
    std::string m_name;
    std::vector<std::string> m_header;
    int m_part = 1; ///< of the sheet, counted from 1
    std::uint32_t m_nextRow = 0;
    std::string m_text; ///< of the cell being written: the library wants it terminated
};

} // namespace menshen
