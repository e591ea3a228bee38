// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ExportOffice.h"
#include "menshen/core/DailyReport.h"
#include "menshen/core/EscalationPolicy.h"
#include "menshen/core/Plan.h"
#include "menshen/core/Staff.h"
#include "menshen/ports/Camera.h"
#include "menshen/ports/CourierSettings.h"
#include "menshen/ports/Gate.h"
#include "menshen/ports/StationKey.h"
#include "menshen/ports/Thermometer.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

enum class Theme : std::uint8_t { Light, Dark };

/// station.toml, read and checked, every file that it names read too. Relative paths are relative to the file.
struct StationConfig {
    std::string stationName;
    UtcOffset offset;
    Plan plan;
    Calibration calibration;

    struct ThermometerPart {
        ThermometerProfile profile;
        ModbusLine line;
    };
    std::optional<ThermometerPart> thermometer; ///< absent: every temperature is typed in
    std::optional<CameraSettings> camera;
    DetectorSettings detector;

    struct GatePart {
        RelayProfile profile;
        ModbusLine line;
        int channel = 0;
        Micros pulse = 700ms;
    };
    std::optional<GatePart> gate; ///< absent: the guard opens the door by hand

    std::vector<CourierSettings> couriers; ///< no two of one id
    EscalationPolicy escalation;           ///< of these couriers only
    struct SirenPart {
        RelayProfile profile;
        ModbusLine line;
        int channel = 0;
    };
    std::optional<SirenPart> siren; ///< absent: the station's own loudspeaker only

    struct DutyPart {
        std::string host;             ///< as telephones call the station: a name or an address
        std::uint16_t publicPort = 0; ///< that they call
        std::string bind = "0.0.0.0"; ///< where the page listens
        std::uint16_t port = 0;
        std::string certificate; ///< PEM, with its chain; empty: the station's own
        std::string key;
        std::string ownFile; ///< of the station's own certificate and key
    };
    std::optional<DutyPart> duty; ///< absent: no duty page

    std::string ledgerFile;
    KeySource ledgerKey;
    struct UpkeepPart {
        std::string backupFolder; ///< empty: no nightly backup
        int keepBackups = 7;
        std::chrono::minutes nightly{2h + 30min}; ///< after midnight in the hall's zone: purge, backup, verification
    };
    UpkeepPart upkeep;
    struct DiagnosticsPart {
        std::string folder; ///< of captures
        int keepDays = 7;   ///< then their pictures are destroyed
    };
    DiagnosticsPart diagnostics;
    ReportParties report; ///< unit left empty: the plan's name
    std::string pinFile;
    std::string exportFolder;
    std::string importFolder;    ///< where the office looks for tables to take over
    std::string registerFolder;  ///< the leading group and the duty roster, sealed
    std::string personPinFolder; ///< personal PINs of the leading group
    std::string logFile;         ///< empty: standard error
    std::string stateFile;       ///< remembered choices (language, theme, how the camera shows its picture)
    std::vector<StaffMember> staff;
    Language language = Language::Chinese;
    Theme theme = Theme::Light;
};

} // namespace menshen
