// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/DailyReport.h"

#include <string_view>
#include <utility>

namespace menshen {

/// How items are called in stored reports, in files and in lists of differences. They are in people's ledgers: add at the end,
/// never change or reuse.
inline constexpr auto kReportItemNames = std::to_array<std::string_view>({"visitors",
                                                                          "admitted",
                                                                          "refused",
                                                                          "left",
                                                                          "overridden",
                                                                          "staff_in",
                                                                          "staff_out",
                                                                          "exits",
                                                                          "inside",
                                                                          "screened",
                                                                          "unmeasured",
                                                                          "rechecked",
                                                                          "abnormal_first",
                                                                          "abnormal_confirmed",
                                                                          "abnormal_cleared",
                                                                          "symptoms",
                                                                          "staff_abnormal",
                                                                          "alerts",
                                                                          "isolated",
                                                                          "handed_over",
                                                                          "false_alarms",
                                                                          "alerts_open",
                                                                          "device_faults",
                                                                          "minutes_on",
                                                                          "minutes_unscreened",
                                                                          "clock_changes",
                                                                          "rounds_due",
                                                                          "rounds_done",
                                                                          "rounds_missed",
                                                                          "mask_changes_due",
                                                                          "mask_changes_done",
                                                                          "hygiene_due",
                                                                          "hygiene_done",
                                                                          "stocks_below_minimum",
                                                                          "staff_refused",
                                                                          "afterwards"});
static_assert(kReportItemNames.size() == kReportItems);

/// In the order of ReasonCode; the ledger's own names for them.
inline constexpr auto kRefusalNames =
    std::to_array<std::string_view>({"fever", "fever_uncertain", "temperature_missing", "no_mask", "mask_incorrect", "mask_unsure",
                                     "answer", "hall_full", "closed_to_public", "document_unverified", "name_missing", "document_missing",
                                     "document_invalid", "phone_missing", "phone_invalid", "purpose_missing", "questions_open"});
static_assert(kRefusalNames.size() == kReasonCodes);

[[nodiscard]] constexpr ReportItem reportItem(std::size_t index) { return static_cast<ReportItem>(index); }

} // namespace menshen
