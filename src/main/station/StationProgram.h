// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/registers/RegisterFolder.h"
#include "db/sqlite/SqliteLedger.h"
#include "drivers/secrets/PersonPinFolder.h"
#include "drivers/secrets/PinFile.h"
#include "menshen/app/LedgerNight.h"
#include "menshen/app/RegisterOffice.h"
#include "menshen/app/ReportPost.h"
#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "src/main/common/SystemClock.h"
#include "src/main/station/DutyPage.h"
#include "src/main/station/FramePace.h"
#include "src/main/station/StationLog.h"
#include "ui/UiShell.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace menshen {

/// The composition root of the station: ledger, devices, engine and window, joined and taken apart in order.
/// Made, used and destroyed on the GUI thread.
class StationProgram {
public:
    /// Opens the ledger (a new one and its key where there is neither) and reads today's counts from it. Nothing runs yet.
    /// May ask for a passphrase on the terminal.
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
    /// What a start finds.
    struct Opened {
        std::unique_ptr<SystemClock> clock; ///< the ledger's, too
        std::unique_ptr<SqliteLedger> ledger;
        std::optional<WallTime> lastHead; ///< signed before this start
        LedgerState state;
        DayCounts today;
        InsideCount inside;
        std::vector<std::vector<StoryStep>> openAlerts; ///< that nobody has ended: they go on
        std::vector<StoryStep> untold;                  ///< who should have been told of since yesterday, and was not
        std::vector<std::vector<StoryStep>> turnedAway; ///< today's for the mask, with what was told of each
        std::set<std::string> clockedIn;                ///< staff numbers, today
    };
    [[nodiscard]] static Result<Opened> openLedger(const StationConfig &config);
    [[nodiscard]] static std::optional<Error> readUntold(Opened &opened, LedgerReader &reader, const StationConfig &config);

    StationProgram(StationConfig config, Opened opened, bool windowed, FramePace::Steady::time_point began);
    [[nodiscard]] StationParts parts();
    [[nodiscard]] UiParts uiParts(bool windowed);
    void post(StationCommand command);
    void startStation();
    void startNight();
    void startPost();
    void makeDutyPage();

    StationConfig m_config;
    Opened m_opened;
    PinFile m_pins;
    RegisterFolder m_registerFolder;
    RegisterOffice m_registers;
    PersonPinFolder m_personPins;
    StationLog m_log;
    FramePace m_pace;
    std::vector<SnapshotSink> m_observers;
    std::unique_ptr<DutyPage> m_duty; ///< its server ends before the station, to which it posts; its office hears the station
    std::unique_ptr<Station> m_station;
    std::unique_ptr<LedgerNight> m_night; ///< ends before the station, to which it posts
    std::unique_ptr<ReportPost> m_post;   ///< likewise
    std::unique_ptr<UiShell> m_ui;
};

} // namespace menshen
