// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/SheetXml.h"

#include "drivers/tables/CellText.h"

#include <algorithm>
#include <cmath>

namespace menshen::sheetxml {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kPackage = "http://schemas.openxmlformats.org/package/2006/";
constexpr std::string_view kContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

constexpr std::size_t kLongestCell = 32767; ///< characters; bytes are counted here, which is never less
constexpr double kNarrowest = 8, kWidest = 40;
constexpr int kBold = 1, kOneDecimal = 2; ///< places in the list of cell formats, see styles()

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string all;
    for (const auto part : parts)
        all += part;
    return all;
}

void appendEscaped(std::string &xml, std::string_view text)
{
    for (const char character : text)
        switch (character) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '>':
            xml += "&gt;";
            break;
        case '"':
            xml += "&quot;";
            break;
        default:
            xml += character;
        }
}

/// "A" … "Z", "AA" …; the first column is 0.
void appendColumn(std::string &xml, std::size_t column)
{
    if (column >= 26)
        appendColumn(xml, column / 26 - 1);
    xml += static_cast<char>('A' + column % 26);
}

/// Not in the middle of a character.
std::string_view cut(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

/// Opens a cell up to its attributes.
void appendCell(std::string &xml, std::size_t column, std::string_view row, int format)
{
    xml += "<c r=\"";
    appendColumn(xml, column);
    xml += row;
    xml += '"';
    if (format > 0) {
        xml += " s=\"";
        xml += static_cast<char>('0' + format);
        xml += '"';
    }
}

void appendTextCell(std::string &xml, std::size_t column, std::string_view row, std::string_view clean, int format)
{
    const auto text = cut(clean, kLongestCell);
    appendCell(xml, column, row, format);
    xml += " t=\"inlineStr\"><is><t";
    if (text.starts_with(' ') || text.ends_with(' '))
        xml += " xml:space=\"preserve\"";
    xml += '>';
    appendEscaped(xml, text);
    xml += "</t></is></c>";
}

void appendNumberCell(std::string &xml, std::size_t column, std::string_view row, const TableWriter::Cell &cell)
{
    appendCell(xml, column, row, cell.decimals > 0 ? kOneDecimal : 0);
    xml += "><v>";
    appendNumber(xml, *cell.number, cell.decimals);
    if (xml.ends_with(".0"))
        xml.resize(xml.size() - 2);
    xml += "</v></c>";
}

void appendRowStart(std::string &xml, std::string_view row)
{
    xml += "<row r=\"";
    xml += row;
    xml += "\">";
}

/// In the width of a digit; a Chinese character is as wide as two. UTF-8 has three bytes for it, so bytes do as a measure.
double widthFor(const std::string &title) { return std::clamp(static_cast<double>(title.size()) * 1.2 + 4, kNarrowest, kWidest); }

std::string styles()
{
    return joined(
        {kDeclaration, "<styleSheet xmlns=\"", kMain,
         "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0\"/></numFmts>"
         "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
         "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
         "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
         "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
         "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
         "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
         "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
         "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
         "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"});
}

std::string relationship(const std::string &id, std::string_view type, const std::string &target)
{
    return joined({"<Relationship Id=\"", id, "\" Type=\"", kRelationships, "/", type, "\" Target=\"", target, "\"/>"});
}

std::string relationships(const std::string &all)
{
    return joined({kDeclaration, "<Relationships xmlns=\"", kPackage, "relationships\">", all, "</Relationships>"});
}

std::string override(const std::string &part, std::string_view type)
{
    return joined({"<Override PartName=\"/", part, "\" ContentType=\"", kContentType, type, "+xml\"/>"});
}

std::string contentTypes(std::size_t sheets)
{
    auto xml =
        joined({kDeclaration, "<Types xmlns=\"", kPackage,
                "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"});
    xml += override("xl/workbook.xml", "sheet.main") + override("xl/styles.xml", "styles");
    for (std::size_t i = 1; i <= sheets; ++i)
        xml += override(sheetPart(i), "worksheet");
    return xml + "</Types>";
}

} // namespace

std::string sheetPart(std::size_t number) { return "xl/worksheets/sheet" + std::to_string(number) + ".xml"; }

std::string start(const std::vector<std::string> &header, bool firstSheet)
{
    constexpr std::string_view kFrozenHeader = "workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\""
                                               " state=\"frozen\"/></sheetView></sheetViews>";
    auto xml = joined(
        {kDeclaration, "<worksheet xmlns=\"", kMain, "\"><sheetViews><sheetView ", firstSheet ? "tabSelected=\"1\" " : "", kFrozenHeader});
    if (!header.empty())
        xml += "<cols>";
    for (std::size_t i = 1; i <= header.size(); ++i) {
        const auto place = std::to_string(i);
        xml += joined({"<col min=\"", place, "\" max=\"", place, "\" customWidth=\"1\" width=\""});
        appendNumber(xml, widthFor(header[i - 1]), 1);
        xml += "\"/>";
    }
    return xml + (header.empty() ? "<sheetData>" : "</cols><sheetData>");
}

void appendHeader(std::string &xml, const std::vector<std::string> &header)
{
    appendRowStart(xml, "1");
    for (std::size_t i = 0; i < header.size(); ++i)
        appendTextCell(xml, i, "1", cleanText(header[i]), kBold);
    xml += "</row>";
}

void appendRow(std::string &xml, std::uint32_t row, const std::vector<TableWriter::Cell> &cells)
{
    const auto number = std::to_string(row);
    appendRowStart(xml, number);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto &cell = cells[i];
        if (cell.number && std::isfinite(*cell.number))
            appendNumberCell(xml, i, number, cell);
        else if (cell.number || cell.text.empty())
            continue;
        else if (isPlainlyClean(cell.text))
            appendTextCell(xml, i, number, cell.text, 0);
        else
            appendTextCell(xml, i, number, cleanText(cell.text), 0);
    }
    xml += "</row>";
}

std::string end(std::size_t columns, std::uint32_t rows)
{
    std::string xml = "</sheetData>";
    if (columns > 0) {
        xml += "<autoFilter ref=\"A1:";
        appendColumn(xml, columns - 1);
        xml += std::to_string(rows) + "\"/>";
    }
    return xml + "</worksheet>";
}

std::vector<Part> partsFor(const std::vector<std::string> &sheetNames)
{
    std::string sheets, links = relationship("rIdStyles", "styles", "styles.xml");
    for (std::size_t i = 1; i <= sheetNames.size(); ++i) {
        const auto number = std::to_string(i);
        sheets += "<sheet name=\"";
        appendEscaped(sheets, sheetNames[i - 1]);
        sheets += joined({"\" sheetId=\"", number, "\" r:id=\"rId", number, "\"/>"});
        links += relationship("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    }
    const auto workbook =
        joined({kDeclaration, "<workbook xmlns=\"", kMain, "\" xmlns:r=\"", kRelationships, "\"><sheets>", sheets, "</sheets></workbook>"});
    return {{"xl/workbook.xml", workbook},
            {"xl/_rels/workbook.xml.rels", relationships(links)},
            {"xl/styles.xml", styles()},
            {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
            {"[Content_Types].xml", contentTypes(sheetNames.size())}};
}

} // namespace menshen::sheetxml
