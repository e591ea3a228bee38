// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"
#include "menshen/core/ReportDuty.h"
#include "menshen/ports/PinVault.h"
#include "menshen/ports/Reports.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

struct ReportSettings {
    ReportParties parties;
    ReportRules rules;
    UtcOffset offset;
};
[[nodiscard]] ReportSettings reportSettings(const StationConfig &config);

/// A day's report as the ledger gives it now, beside what was signed of it.
struct ReportPreview {
    DailyReport report;
    ReportProblem problem = ReportProblem::None; ///< why it cannot be signed now
    std::vector<SignedReport> versions;          ///< oldest first; the last one holds
    std::vector<std::string> differences;        ///< of `report` from the last version; empty also when there is none
    ReportStanding standing = ReportStanding::NotDue;
    std::chrono::minutes late{0}; ///< of the first version
    /// Signing it is possible and means something.
    [[nodiscard]] bool maySign() const { return problem == ReportProblem::None && (versions.empty() || !differences.empty()); }
    [[nodiscard]] bool isCorrection() const { return !versions.empty(); }
};

/// One day of the calendar of reports.
struct ReportDayState {
    HallDay day{};
    ReportStanding standing = ReportStanding::NotDue;
    int versions = 0;
    bool zero = true; ///< of the newest version
    std::chrono::minutes late{0};
};

struct SignReport {
    HallDay day{};
    std::string pin;
    std::string reason; ///< of a correction
    std::string actor;  ///< "office", "ctl"
};

/// Computes, signs and keeps track of daily reports (S10). Blocks: not on the GUI thread. Not thread-safe, as its reader.
class ReportOffice {
public:
    /// Waits until the entry is durable.
    using Append = std::function<Result<Receipt>(Entry, const std::string &actor)>;

    /// `reader` must outlive this.
    ReportOffice(ReportReader &reader, ReportSettings settings);

    /// BadInput for a day before the ledger began and for one to come.
    [[nodiscard]] Result<ReportPreview> preview(HallDay day, WallTime now);
    /// Denied for a wrong PIN; BadInput, saying why, when the day cannot be signed, nothing differs from what was signed, or a
    /// correction has no reason. Nothing is appended then. The PIN is asked first: who has none learns nothing.
    [[nodiscard]] Result<SignedReport> sign(const SignReport &request, PinVault &pins, WallTime now, const Append &append);

    /// Every day of the range.
    [[nodiscard]] Result<std::vector<ReportDayState>> calendar(HallDay from, HallDay to, WallTime now);
    /// What is due soon or was not signed in time; for the screen and the couriers.
    [[nodiscard]] Result<ReportDuty> duty(WallTime now);

    [[nodiscard]] const ReportSettings &settings() const noexcept { return m_settings; }

private:
    [[nodiscard]] Result<DailyReport> compute(HallDay day, const ReportFrame &frame, WallTime now);
    [[nodiscard]] Result<SignedDays> signedDays(HallDay from, HallDay to);

    ReportReader &m_reader;
    const ReportSettings m_settings;
};

} // namespace menshen
