// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes as a table that somebody brings, and as either register: read, or refused with a reason for each problem. The
// first byte chooses; workbooks begin as their zip file does.
#include "db/registers/RegisterJson.h"
#include "drivers/tables/SheetFile.h"
#include "menshen/app/RegisterTables.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace menshen;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

template <typename T>
void expectWholeOrExplained(const Imported<T> &imported, const T &empty)
{
    for (const ImportProblem &problem : imported.problems)
        require(!inWords(problem).zh.empty() && !inWords(problem).en.empty());
    if (!imported.problems.empty())
        require(imported.content == empty); // all or nothing
}

void expectSoundCells(const Sheet &sheet)
{
    require(sheet.problem == SheetProblem::None || sheet.rows.empty());
    int line = 0;
    for (const SheetRow &row : sheet.rows) {
        require(row.cells.size() <= static_cast<std::size_t>(kMostSheetColumns));
        for (const SheetCell &cell : row.cells)
            require(cell.text.find_first_of(std::string_view("\0\n\r", 3)) == std::string::npos);
        require(row.line > line);
        line = row.line;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);
    LeadingGroup group;
    group.people = {{"p1", "周建国", GroupRole::Leader, "13800138001", "", "", {}}};
    if (data[0] % 4 == 0) {
        (void)registerFrom(RegisterKind::LeadingGroup, bytes);
        (void)registerFrom(RegisterKind::Roster, bytes);
        return 0;
    }
    const Sheet sheet = data[0] % 4 == 1 ? sheetOfText(bytes) : data[0] % 4 == 2 ? sheetOfWorkbook(bytes) : sheetOf(bytes);
    expectSoundCells(sheet);
    expectWholeOrExplained(groupFromSheet(sheet, group), LeadingGroup{});
    expectWholeOrExplained(rosterFromSheet(sheet, {}, group), Roster{});
    return 0;
}
