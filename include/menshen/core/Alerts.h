// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <string>
#include <vector>

namespace menshen {

struct AlertStepState {
    AlertStep step;
    std::optional<WallTime> doneAt;
    std::string doneBy;
};

/// An open alert. It cannot be closed, only acknowledged, handed over or recorded as false alarm with a reason.
struct Alert {
    EntrySeq id; ///< seq of its AlertRaisedEntry
    WallTime since;
    std::string who; ///< masked
    std::vector<Reason> reasons;
    std::vector<AlertStepState> steps;
    std::optional<WallTime> acknowledgedAt;
    std::string acknowledgedBy;
};

/// Adds the alert that `entry` (now durable) raised.
[[nodiscard]] std::vector<Alert> withRaised(std::vector<Alert> open, const AlertRaisedEntry &entry, const Receipt &receipt,
                                            const Plan &plan);

/// Applies a durable action; a closing one removes the alert. Unknown ids and steps change nothing.
[[nodiscard]] std::vector<Alert> withAction(std::vector<Alert> open, const AlertActionEntry &entry, const Receipt &receipt,
                                            const std::string &actor);

/// Applies a durable step of telling people: an acknowledgement that expired is none any more.
[[nodiscard]] std::vector<Alert> withTold(std::vector<Alert> open, const EscalationEntry &entry);

/// Why `entry` may not be recorded against `open`, in the log's words; empty when it may.
[[nodiscard]] std::string alertActionProblem(const std::vector<Alert> &open, const AlertActionEntry &entry);

} // namespace menshen
