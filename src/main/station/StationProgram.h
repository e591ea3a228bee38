// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/SqliteLedger.h"
#include "drivers/secrets/PinFile.h"
#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "src/main/common/SystemClock.h"
#include "src/main/station/FramePace.h"
#include "src/main/station/StationLog.h"
#include "ui/UiShell.h"

#include <memory>
#include <vector>

namespace menshen {

/// The composition root of the station: ledger, devices, engine and window, joined and taken apart in order.
/// Made, used and destroyed on the GUI thread.
class StationProgram {
public:
    /// Opens the ledger and reads today's counts from it. Nothing runs yet.
    [[nodiscard]] static Result<std::unique_ptr<StationProgram>> open(StationConfig config, bool windowed,
                                                                      FramePace::Steady::time_point began);
    ~StationProgram();

    /// Whoever else wants every snapshot (on the engine's thread); before start().
    void observe(SnapshotSink sink) { m_observers.push_back(std::move(sink)); }

    /// Shows the window, then starts the engine and the devices.
    [[nodiscard]] Result<void> start();
    /// Ends everything, newest first; what was admitted is on disk. Idempotent.
    void stop();

    [[nodiscard]] UiShell &ui() { return *m_ui; }
    [[nodiscard]] const StationConfig &config() const { return m_config; }

private:
    StationProgram(StationConfig config, std::unique_ptr<SqliteLedger> ledger, DayCounts today, bool windowed,
                   FramePace::Steady::time_point began);
    [[nodiscard]] StationParts parts();

    StationConfig m_config;
    SystemClock m_clock;
    PinFile m_pins;
    std::unique_ptr<SqliteLedger> m_ledger;
    DayCounts m_today;
    StationLog m_log;
    FramePace m_pace;
    std::vector<SnapshotSink> m_observers;
    std::unique_ptr<Station> m_station;
    std::unique_ptr<UiShell> m_ui;
};

} // namespace menshen
