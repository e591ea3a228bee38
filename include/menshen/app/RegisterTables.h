// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ExportOffice.h"
#include "menshen/core/Registers.h"
#include "menshen/ports/Tables.h"

#include <string>
#include <string_view>
#include <vector>

namespace menshen {

// The registers as tables that an office makes in its spreadsheet. Titles stand in either language and any order, below lines that
// are no titles (a heading over the table); what is written can be read again.

/// Something that keeps a table from being taken over.
struct ImportProblem {
    int line = 0;     ///< as the spreadsheet counts; 0: of the whole
    LocalText column; ///< empty: of the whole line
    LocalText what;   ///< is wrong; quotes no more than what the person at the screen has written himself
    LocalText right;  ///< what would be right

    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
};

inline constexpr std::size_t kMostProblems = 500; ///< said of one file; a last one says that there are more

template <typename T>
struct Imported {
    T content;                           ///< to be taken over as a whole, if there is no problem
    std::vector<ImportProblem> problems; ///< by line
};

/// People keep their ids: by the number, or where that is empty by the name. Who is in `before` and not in the table is removed.
[[nodiscard]] Imported<LeadingGroup> groupFromSheet(const Sheet &sheet, const LeadingGroup &before);
/// A shift's times may stand in any of its lines, or come from `before`; a line of a closed day says so instead of a shift. Hand-overs
/// of shifts that stay are kept.
[[nodiscard]] Imported<Roster> rosterFromSheet(const Sheet &sheet, const Roster &before, const LeadingGroup &group);

/// Through `writer`, which is committed. Phones are whole: the office has asked for its own register. An empty register becomes a
/// template: its titles and an example, which an import leaves out.
[[nodiscard]] Result<void> writeGroupTable(TableWriter &writer, const LeadingGroup &group, Language language);
[[nodiscard]] Result<void> writeRosterTable(TableWriter &writer, const Roster &roster, const LeadingGroup &group, HallDay today,
                                            Language language);

[[nodiscard]] LocalText problemInWords(const GroupProblem &problem, const LeadingGroup &group);
[[nodiscard]] LocalText problemInWords(const RosterProblem &problem, const LeadingGroup &group);
/// "line 3, mobile: …; …"
[[nodiscard]] LocalText inWords(const ImportProblem &problem);

/// "2026-11-22", "2026/11/22", "2026.11.22", "2026年11月22日", "20261122". Absent when it is none of these or no such day.
[[nodiscard]] std::optional<HallDay> dayFromPerson(std::string_view text);
/// "8:00", "08:00", "08:00:00", "8：00", "24:00" as midnight.
[[nodiscard]] std::optional<std::chrono::minutes> timeFromPerson(std::string_view text);
/// "20:00"
[[nodiscard]] std::string timeOfDayText(std::chrono::minutes minutes);

} // namespace menshen
