// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/LedgerNight.h"
#include "menshen/app/Snapshot.h"

#include <array>
#include <string>

namespace menshen {

/// Sets up the log (a rotating file, or standard error where `file` is empty).
void openLog(const std::string &file);

/// Writes what the ledger's nightly upkeep did into the log.
[[nodiscard]] LedgerNightSinks nightLog();

/// Writes what changed from snapshot to snapshot into the log. Never personal data: numbers, states and device errors.
/// On the engine's thread.
class StationLog {
public:
    void note(const Snapshot &snapshot);

private:
    void noteCapture(const CaptureView &capture);

    std::array<DeviceHealth, 5> m_health{};
    EntrySeq m_lastDecision;
    std::size_t m_alerts = 0;
    CapturePhase m_capture = CapturePhase::Off;
};

} // namespace menshen
