// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/CellText.h"
#include "drivers/tables/NumberFormat.h"
#include "drivers/tables/SheetFile.h"
#include "drivers/tables/XmlPart.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>

namespace menshen {
namespace {

constexpr std::size_t kMostPartBytes = 256U * 1024 * 1024; ///< unpacked: a small file may unpack to a huge one
constexpr std::int64_t kMostMergedCells = 200'000;
constexpr std::size_t kMostStrings = 1'000'000;
constexpr std::size_t kMostStyles = 100'000;
constexpr int kMostLines = 1'048'576; ///< of any workbook

enum class Part : std::uint8_t { Read, Missing, Bad, TooLarge };

/// The zip file around a workbook.
class Package {
public:
    explicit Package(std::string_view bytes)
    {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t *source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        m_zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        if (m_zip == nullptr && source != nullptr)
            zip_source_free(source);
        zip_error_fini(&error);
    }
    ~Package()
    {
        if (m_zip != nullptr)
            zip_discard(m_zip);
    }
    Package(const Package &) = delete;
    Package &operator=(const Package &) = delete;

    [[nodiscard]] bool isOpen() const { return m_zip != nullptr; }

    [[nodiscard]] Part read(const std::string &name, XmlPart &into)
    {
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(zip_fopen(m_zip, name.c_str(), ZIP_FL_NOCASE), zip_fclose);
        if (!file)
            return zip_name_locate(m_zip, name.c_str(), ZIP_FL_NOCASE) < 0 ? Part::Missing : Part::Bad;
        std::array<char, 64 * 1024> buffer{};
        std::size_t total = 0;
        while (true) {
            const auto size = zip_fread(file.get(), buffer.data(), buffer.size());
            if (size < 0 || !into.feed({buffer.data(), static_cast<std::size_t>(std::max<zip_int64_t>(size, 0))}, size == 0))
                return into.isFull() ? Part::TooLarge : Part::Bad;
            if (size == 0)
                return Part::Read;
            total += static_cast<std::size_t>(size);
            if (total > kMostPartBytes)
                return Part::TooLarge;
        }
    }

private:
    zip_t *m_zip;
};

template <typename T>
std::optional<T> numberIn(std::string_view text)
{
    T value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Which part is the first sheet that is not hidden.
class WorkbookPart final : public XmlPart {
public:
    std::string sheet; ///< its relation's id
    bool from1904 = false;

private:
    void begins(std::string_view name, const Attributes &attributes) override
    {
        if (name == "workbookPr")
            from1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        else if (name == "sheet" && sheet.empty() && (attributes["state"].empty() || attributes["state"] == "visible"))
            sheet = attributes["id"];
    }
    void ends(std::string_view) override {}
    void says(std::string_view) override {}
};

class RelationsPart final : public XmlPart {
public:
    std::map<std::string, std::string, std::less<>> targets; ///< by id

private:
    void begins(std::string_view name, const Attributes &attributes) override
    {
        if (name == "Relationship" && targets.size() < 1000)
            targets.emplace(attributes["Id"], attributes["Target"]);
    }
    void ends(std::string_view) override {}
    void says(std::string_view) override {}
};

/// Which of the cells' formats show a day or a time.
class StylesPart final : public XmlPart {
public:
    [[nodiscard]] NumberShown shownBy(std::string_view style) const
    {
        const auto index = numberIn<std::size_t>(style);
        return index && *index < m_shown.size() ? m_shown[*index] : NumberShown::Plain;
    }

private:
    void begins(std::string_view name, const Attributes &attributes) override
    {
        if (name == "numFmt") {
            if (const auto id = numberIn<int>(attributes["numFmtId"]); id && m_own.size() < kMostStyles)
                m_own.emplace(*id, shownByCode(attributes["formatCode"]));
        } else if (name == "cellXfs") {
            m_inside = true;
        } else if (name == "xf" && m_inside && m_shown.size() < kMostStyles) {
            const int id = numberIn<int>(attributes["numFmtId"]).value_or(0);
            const auto own = m_own.find(id);
            m_shown.push_back(own == m_own.end() ? shownByBuiltIn(id) : own->second);
        }
    }
    void ends(std::string_view name) override { m_inside = m_inside && name != "cellXfs"; }
    void says(std::string_view) override {}

    std::map<int, NumberShown> m_own;
    std::vector<NumberShown> m_shown;
    bool m_inside = false;
};

class StringsPart final : public XmlPart {
public:
    std::vector<std::string> strings;

private:
    void begins(std::string_view name, const Attributes &) override
    {
        if (name == "si") {
            strings.emplace_back();
            if (strings.size() > kMostStrings) // an empty one takes room too
                full();
        } else if (name == "rPh") {
            m_reading = true;
        }
        m_text = m_text || (name == "t" && !m_reading && !strings.empty());
    }
    void ends(std::string_view name) override
    {
        m_text = m_text && name != "t";
        m_reading = m_reading && name != "rPh"; // how characters are read aloud is no part of the text
    }
    void says(std::string_view text) override
    {
        if (m_text) {
            strings.back() += text;
            m_bytes += text.size();
            if (m_bytes > kMostCellBytes)
                full();
        }
    }
    bool m_text = false, m_reading = false;
    std::size_t m_bytes = 0;
};

/// "BC12": column (from 0) and line.
std::optional<std::pair<int, int>> placeOf(std::string_view reference)
{
    int column = 0;
    std::size_t letters = 0;
    while (letters < reference.size() && letters < 4 && reference[letters] >= 'A' && reference[letters] <= 'Z')
        column = column * 26 + (reference[letters++] - 'A' + 1);
    const auto line = numberIn<int>(reference.substr(letters));
    if (letters == 0 || letters > 3 || !line || *line < 1)
        return {};
    return std::pair(column - 1, *line);
}

class SheetPart final : public XmlPart {
public:
    SheetPart(const std::vector<std::string> &strings, const StylesPart &styles, bool from1904)
        : m_strings(strings), m_styles(styles), m_from1904(from1904)
    {
    }

    /// Nothing when what was merged makes them too many: isFull().
    [[nodiscard]] std::vector<SheetRow> takeRows()
    {
        fillMerged();
        if (isFull())
            return {};
        std::erase_if(m_rows, [](const SheetRow &row) {
            return std::ranges::all_of(row.cells, [](const SheetCell &cell) { return cell.kind == SheetCell::Kind::Empty; });
        });
        return std::move(m_rows);
    }

private:
    void begins(std::string_view name, const Attributes &attributes) override
    {
        if (name == "row") {
            const auto written = attributes["r"];
            const auto line = written.empty() ? m_line + 1 : numberIn<int>(written).value_or(0);
            if (line <= m_line || line > kMostLines)
                return stop(); // lines only grow: what is merged, and what people are told of a line, depends on it
            m_line = line;
            m_column = -1;
            m_row = {m_line, {}};
        } else if (name == "c") {
            const auto place = placeOf(attributes["r"]);
            m_column = place ? place->first : m_column + 1;
            m_type = attributes["t"];
            m_style = attributes["s"];
            m_value.clear();
            m_formula = false;
        } else if (name == "f") {
            m_formula = true;
        } else if (name == "mergeCell") {
            merge(attributes["ref"]);
        } else if (name == "rPh") {
            m_reading = true;
        }
        m_inValue = name == "v" || (name == "t" && m_type == "inlineStr" && !m_reading);
    }
    void ends(std::string_view name) override
    {
        m_inValue = false;
        if (name == "rPh") {
            m_reading = false;
        } else if (name == "c") {
            putCell();
        } else if (name == "row" && !m_row.cells.empty()) {
            m_rows.push_back(std::move(m_row));
            m_row = {};
            if (m_rows.size() > kMostSheetRows)
                full();
        }
    }
    void says(std::string_view text) override
    {
        if (m_inValue) {
            m_value += text;
            if (m_value.size() > kMostCellBytes)
                full();
        }
    }

    /// A cell takes memory also where it is empty, and a shared text once for each cell.
    void count(std::size_t cells, std::size_t text)
    {
        m_bytes += cells * sizeof(SheetCell) + text;
        if (m_bytes > kMostCellBytes)
            full();
    }
    void widen(SheetRow &row, std::size_t columns)
    {
        if (row.cells.size() >= columns)
            return;
        count(columns - row.cells.size(), 0);
        row.cells.resize(columns);
    }

    void putCell()
    {
        if (m_column < 0 || m_column >= kMostSheetColumns)
            return;
        SheetCell cell = cellNow();
        if (cell.kind == SheetCell::Kind::Empty)
            return;
        const auto column = static_cast<std::size_t>(m_column);
        widen(m_row, column + 1);
        count(0, cell.text.size());
        m_row.cells[column] = std::move(cell);
    }

    [[nodiscard]] SheetCell cellNow() const
    {
        using Kind = SheetCell::Kind;
        if (m_formula)
            return {Kind::Formula, {}};
        if (m_type == "e")
            return {Kind::Fault, {}};
        if (m_type == "s") {
            const auto index = numberIn<std::size_t>(m_value);
            return index && *index < m_strings.size() ? textCell(m_strings[*index]) : SheetCell{};
        }
        if (m_type == "inlineStr" || m_type == "str")
            return textCell(m_value);
        if (m_type == "b")
            return textCell(m_value == "1" ? "TRUE" : "FALSE");
        if (m_type == "d")
            return textCell(m_value.substr(0, 10));
        const auto number = numberIn<double>(m_value);
        return number ? numberCell(*number, m_styles.shownBy(m_style), m_from1904) : textCell(m_value);
    }

    static SheetCell textCell(std::string_view text)
    {
        std::string clean = cleanText(text);
        const auto first = clean.find_first_not_of(' ');
        if (first == std::string::npos)
            return {};
        return {SheetCell::Kind::Text, clean.substr(first, clean.find_last_not_of(' ') - first + 1)};
    }

    void merge(std::string_view range)
    {
        const auto colon = range.find(':');
        const auto from = placeOf(range.substr(0, colon));
        const auto to = colon == std::string_view::npos ? from : placeOf(range.substr(colon + 1));
        if (!from || !to || to->first < from->first || to->second < from->second)
            return;
        const int last = std::min(to->first, kMostSheetColumns - 1);
        const std::int64_t cells = std::int64_t{last - from->first + 1} * (std::int64_t{to->second} - from->second + 1);
        if (from->first > last || m_merged + cells > kMostMergedCells)
            return full();
        m_merged += cells;
        m_merges.push_back({from->first, from->second, last, to->second});
    }

    /// What was merged says the same in every line of it; lines that have nothing else stay empty.
    void fillMerged()
    {
        for (const auto &[column, line, lastColumn, lastLine] : m_merges) {
            const auto first = std::ranges::lower_bound(m_rows, line, {}, &SheetRow::line);
            if (first == m_rows.end() || first->line != line || std::cmp_less_equal(first->cells.size(), column))
                continue;
            const SheetCell value = first->cells[static_cast<std::size_t>(column)];
            for (auto row = first; row != m_rows.end() && row->line <= lastLine; ++row) {
                widen(*row, static_cast<std::size_t>(lastColumn) + 1);
                count(0, value.text.size() * static_cast<std::size_t>(lastColumn - column + 1));
                if (isFull())
                    return;
                std::fill(row->cells.begin() + column, row->cells.begin() + lastColumn + 1, value);
            }
        }
    }

    struct Merge {
        int column, line, lastColumn, lastLine;
    };

    const std::vector<std::string> &m_strings;
    const StylesPart &m_styles;
    const bool m_from1904;
    std::vector<SheetRow> m_rows;
    SheetRow m_row;
    std::vector<Merge> m_merges;
    std::int64_t m_merged = 0;
    int m_line = 0, m_column = -1;
    std::string m_type, m_style, m_value;
    std::size_t m_bytes = 0;
    bool m_formula = false, m_inValue = false, m_reading = false;
};

/// A relation's target as a name in the package: relative to the workbook's folder, or from the root.
std::string partName(const std::string &target) { return target.starts_with('/') ? target.substr(1) : "xl/" + target; }

SheetProblem problemOf(Part part)
{
    return part == Part::Read ? SheetProblem::None : part == Part::TooLarge ? SheetProblem::TooLarge : SheetProblem::BadWorkbook;
}

} // namespace

Sheet sheetOfWorkbook(std::string_view bytes)
{
    Package package(bytes);
    if (!package.isOpen())
        return {SheetProblem::BadWorkbook, 0, {}};
    WorkbookPart workbook;
    RelationsPart relations;
    if (const Part read = package.read("xl/workbook.xml", workbook); read != Part::Read)
        return {problemOf(read), 0, {}};
    if (const Part read = package.read("xl/_rels/workbook.xml.rels", relations); read != Part::Read)
        return {problemOf(read), 0, {}};
    StylesPart styles;
    StringsPart strings;
    // A workbook may do without either.
    if (const Part read = package.read("xl/styles.xml", styles); read != Part::Read && read != Part::Missing)
        return {problemOf(read), 0, {}};
    if (const Part read = package.read("xl/sharedStrings.xml", strings); read != Part::Read && read != Part::Missing)
        return {problemOf(read), 0, {}};
    const auto target = relations.targets.find(workbook.sheet);
    if (target == relations.targets.end())
        return {SheetProblem::BadWorkbook, 0, {}};
    SheetPart part(strings.strings, styles, workbook.from1904);
    if (const Part read = package.read(partName(target->second), part); read != Part::Read)
        return {problemOf(read), 0, {}};
    Sheet sheet;
    sheet.rows = part.takeRows();
    if (part.isFull())
        sheet.problem = SheetProblem::TooLarge;
    else if (sheet.rows.empty())
        sheet.problem = SheetProblem::Empty;
    return sheet;
}

} // namespace menshen
