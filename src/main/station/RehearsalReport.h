// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/DayScript.h"
#include "menshen/core/Entries.h"
#include "menshen/ports/Ledger.h"

#include <fstream>
#include <string>

namespace menshen {

/// One line a person, on standard output and in lines.txt: who (masked), temperature, mask, verdict, outcome, why.
class RehearsalReport {
public:
    RehearsalReport(const std::string &folder, UtcOffset offset);

    void visit(const DayPerson &person, const VisitEntry &entry, const Receipt &receipt);
    void punch(const DayPerson &person, const StaffPunchEntry &entry, const Receipt &receipt);
    /// He walked off: as he was when he was seen last, and the entry that was made of it.
    void left(const DayPerson &person, const Evidence &evidence, const Assessment &assessment, const Receipt &receipt);
    /// He went before a decision, and nothing was found: there is no entry of him.
    void gone(const DayPerson &person);
    void failed(const DayPerson &person, const std::string &why);

    /// Prints the sums; true when nobody failed, everybody ended as the script expects and the ledger counts the same.
    [[nodiscard]] bool close(const DayCounts &ledger);

private:
    void line(const DayPerson &person, const std::string &who, const Evidence &evidence, std::optional<Verdict> verdict,
              const std::string &outcome, const std::vector<Reason> &reasons, const Receipt &receipt);
    void say(const std::string &text);
    void check(const DayPerson &person, DayOutcome outcome);

    std::ofstream m_lines;
    UtcOffset m_offset;
    DayCounts m_counts;
    int m_failures = 0;
};

} // namespace menshen
