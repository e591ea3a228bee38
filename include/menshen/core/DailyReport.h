// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"
#include "menshen/core/Verdict.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// What a daily report counts (reference: escalation, "The daily report"). Their names in files are in core/ReportNames.h.
enum class ReportItem : std::uint8_t {
    // People
    Visitors,   ///< dealt with at the door, whatever became of them
    Admitted,   ///< visitors
    Refused,    ///< visitors
    Left,       ///< visitors who walked off with an abnormal finding
    Overridden, ///< visitors admitted with the guard's reason
    StaffIn,    ///< admitted; of before refusals were kept: also who came again and again
    StaffOut,
    Exits,  ///< visitors
    Inside, ///< visitors admitted and not counted out by the end of the day
    // Screening, visitors and staff
    Screened, ///< a temperature was obtained
    Unmeasured,
    Rechecked,         ///< measured more than once
    AbnormalFirst,     ///< any reading was not in zone Pass
    AbnormalConfirmed, ///< of these: a contact thermometer, or a second reading, found a fever
    AbnormalCleared,   ///< of these: a contact thermometer found none
    Symptoms,          ///< a question was answered yes
    StaffAbnormal,     ///< members of staff among AbnormalFirst
    // What was done about it
    Alerts,
    Isolated, ///< brought to the isolation room (Q4 Q6)
    HandedOver,
    FalseAlarms,
    AlertsOpen, ///< raised by the end of the day and neither handed over nor ended (a false alarm, closed)
    // The station
    DeviceFaults,
    MinutesOn,
    MinutesUnscreened, ///< it ran, but thermometer, camera or detector did not
    ClockChanges,      ///< durations of such a day are not to be relied on
    // Kept with later versions; until then absent, which is not zero
    RoundsDue,
    RoundsDone,
    RoundsMissed,
    MaskChangesDue,
    MaskChangesDone,
    HygieneDue,
    HygieneDone,
    StocksBelowMinimum,
    // Counted of a day like those above; they came later, and names in files are in this order
    StaffRefused, ///< or left: at the door, not on duty
    Afterwards    ///< visitors entered from paper forms; in none of the figures of people
};
inline constexpr std::size_t kReportItems = 36;
inline constexpr std::size_t kReasonCodes = 17;

/// One number for each item; absent: not kept at this station, or not summed up over days. Absent is not zero.
class ReportFigures {
public:
    [[nodiscard]] std::optional<std::int64_t> &operator[](ReportItem item) { return m_values[static_cast<std::size_t>(item)]; }
    [[nodiscard]] const std::optional<std::int64_t> &operator[](ReportItem item) const { return m_values[static_cast<std::size_t>(item)]; }
    /// 0 where it is absent.
    [[nodiscard]] std::int64_t of(ReportItem item) const { return (*this)[item].value_or(0); }
    friend bool operator==(const ReportFigures &, const ReportFigures &) = default;

private:
    std::array<std::optional<std::int64_t>, kReportItems> m_values{};
};

/// What became of an earlier day's report, as it stood when this one was made.
enum class ReportPunctuality : std::uint8_t {
    None, ///< no such day in the ledger
    InTime,
    Late,
    Missing, ///< due and not signed
    Pending  ///< not due yet, and not signed
};

/// Who reports, as the hall's settings have it: offices and roles, never a person's name.
struct ReportParties {
    std::string unit, preparer, reviewer, telephone;
    friend bool operator==(const ReportParties &, const ReportParties &) = default;
};

/// One day as the ledger has it. Computed, never typed (S10). Holds no personal data.
struct DailyReport {
    HallDay day{};
    ReportParties parties;
    std::string plan;  ///< id of the plan in force
    bool ended = true; ///< false: the day goes on, the figures are those so far
    ReportFigures figures;
    /// Refused visitors by reason, in the order of ReasonCode; who was refused for two reasons is counted at both.
    std::array<std::int64_t, kReasonCodes> refusedBy{};
    std::int64_t refusedByGuard = 0; ///< without a finding of the station
    ReportFigures sinceBeginning;    ///< up to the end of this day
    HallDay ledgerBegan{};
    ReportPunctuality previous = ReportPunctuality::None; ///< of the day before
    std::chrono::minutes previousLate{0};                 ///< set for Late
    std::int64_t missingBefore = 0;                       ///< days before this one whose report is due and not signed
    friend bool operator==(const DailyReport &, const DailyReport &) = default;

    /// The station did not run at all that day.
    [[nodiscard]] bool stationOff() const { return figures.of(ReportItem::MinutesOn) == 0 && figures.of(ReportItem::Screened) == 0; }
    /// Nothing abnormal: a zero report (零报告, S10).
    [[nodiscard]] bool isZero() const;
};

/// The ids of what differs, in the order of a report; empty: nothing. "figures.admitted", "refused_by.fever", "unit", …
/// What only tells of other days' reports is not compared: it changes by itself.
[[nodiscard]] std::vector<std::string> differences(const DailyReport &before, const DailyReport &after);

} // namespace menshen
