// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CellText.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/TextDecoding.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <new>

namespace menshen {
namespace {

constexpr int kRowNotBegun = 0; ///< libcsv's state between two rows

/// Rows as libcsv calls them out; it is fed line by line, so that each row knows where it began.
class Rows {
public:
    explicit Rows(char delimiter)
    {
        if (csv_init(&m_parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
            throw std::bad_alloc();
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
    }
    ~Rows() { csv_free(&m_parser); }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    [[nodiscard]] Sheet read(std::string_view text, int line)
    {
        m_line = m_began = line;
        while (!text.empty() && !m_full) {
            const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
            if (csv_parse(&m_parser, text.data(), end, onField, onRow, this) != end)
                return {SheetProblem::BadText, m_began, {}};
            text.remove_prefix(end);
            ++m_line;
            if (m_parser.pstate == kRowNotBegun)
                m_began = m_line;
        }
        if (m_full)
            return {SheetProblem::TooLarge, 0, {}};
        if (csv_fini(&m_parser, onField, onRow, this) != 0)
            return {SheetProblem::BadText, m_began, {}};
        return std::move(m_sheet);
    }

private:
    static void onField(void *field, std::size_t size, void *self) { static_cast<Rows *>(self)->field({static_cast<char *>(field), size}); }
    static void onRow(int, void *self) { static_cast<Rows *>(self)->row(); }

    void field(std::string_view bytes)
    {
        if (m_row.cells.size() >= kMostSheetColumns)
            return;
        SheetCell &cell = m_row.cells.emplace_back();
        std::string text = cleanText(bytes);
        m_bytes += sizeof(SheetCell) + text.size();
        if (text.starts_with('=')) {
            cell.kind = SheetCell::Kind::Formula;
            return;
        }
        if (text.starts_with('\'') && looksLikeFormula(std::string_view(text).substr(1)))
            text.erase(0, 1); // what our own export, or a careful person, put before it
        cell.kind = text.empty() ? SheetCell::Kind::Empty : SheetCell::Kind::Text;
        cell.text = std::move(text);
    }
    void row()
    {
        const bool any = std::ranges::any_of(m_row.cells, [](const SheetCell &cell) { return cell.kind != SheetCell::Kind::Empty; });
        if (any) {
            m_row.line = m_began;
            m_sheet.rows.push_back(std::move(m_row));
            m_full = m_sheet.rows.size() > kMostSheetRows || m_bytes > kMostCellBytes;
        }
        m_row = {};
    }

    csv_parser m_parser{};
    Sheet m_sheet;
    SheetRow m_row;
    int m_line = 1, m_began = 1;
    std::size_t m_bytes = 0;
    bool m_full = false;
};

/// Line ends of every system become one.
std::string withPlainLines(std::string text)
{
    std::string out;
    out.reserve(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (!pair)
            out += text[i] == '\r' ? '\n' : text[i];
    }
    return out;
}

char delimiterOf(std::string_view firstLine)
{
    std::array<std::pair<char, int>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool quoted = false;
    for (const char character : firstLine) {
        quoted = quoted != (character == '"');
        for (auto &[delimiter, count] : counts)
            count += !quoted && character == delimiter ? 1 : 0;
    }
    return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

} // namespace

Sheet sheetOfText(std::string_view bytes)
{
    auto decoded = decodedText(bytes);
    if (!decoded)
        return {SheetProblem::BadEncoding, 0, {}};
    if (decoded->find('\0') != std::string::npos)
        return {SheetProblem::NotATable, 0, {}};
    const std::string text = withPlainLines(std::move(*decoded));
    std::string_view rest = text;
    int line = 1;
    while (rest.starts_with('\n')) {
        rest.remove_prefix(1);
        ++line;
    }
    Sheet sheet = Rows(delimiterOf(rest.substr(0, rest.find('\n')))).read(rest, line);
    if (sheet.problem == SheetProblem::None && sheet.rows.empty())
        sheet.problem = SheetProblem::Empty;
    return sheet;
}

} // namespace menshen
