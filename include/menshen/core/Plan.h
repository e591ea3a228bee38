// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Temperature.h"

#include <cstdint>
#include <string>
#include <vector>

namespace menshen {

/// How hard a check is: HARD fails refuse, SOFT fails need the guard's reason, Off is not looked at.
enum class CheckLevel : std::uint8_t { Off, Soft, Hard };

enum class FieldRule : std::uint8_t { Off, Optional, Required };

/// A text that a plan brings along; everything else is translated by the UI.
struct LocalText {
    std::string zh;
    std::string en;

    friend bool operator==(const LocalText &, const LocalText &) = default;
};

/// A question of the door (Y2, Q10). Its answer starts as *not asked*, never as *no*.
struct Question {
    std::string id;
    LocalText text;
    CheckLevel level = CheckLevel::Hard;
    bool alerts = false; ///< a yes is told to the leading group at once (Y2, S6)
};

/// What to do now, step by step, when an alert is raised (Q4, Q6, S7).
struct AlertStep {
    std::string id;
    LocalText text;
};

struct StaffRules {
    CheckLevel mask = CheckLevel::Hard;        ///< Q3
    CheckLevel temperature = CheckLevel::Hard; ///< Y3
};

/// When the daily report is due (S10).
struct ReportRules {
    std::chrono::minutes due{17h + 30min}; ///< after midnight of the following day, in the hall's zone
    std::chrono::minutes nagBefore{60};    ///< the office is reminded for so long before
};

/// A hall's epidemic plan: every switch of the screening. Presets stand in config/plans.
struct Plan {
    std::string id = "default";
    LocalText name;
    int responseLevel = 2; ///< 1 closes the hall to the public (S1)
    TemperatureRules temperature;
    MaskRules mask;
    CheckLevel temperatureCheck = CheckLevel::Hard;
    CheckLevel maskCheck = CheckLevel::Hard;
    CheckLevel identityCheck = CheckLevel::Hard;
    FieldRule nameField = FieldRule::Required;
    FieldRule documentField = FieldRule::Required;
    FieldRule phoneField = FieldRule::Required;
    FieldRule purposeField = FieldRule::Optional;
    std::vector<Question> questions;
    int capacity = 0;        ///< people in the hall at once; 0: no cap (Q14)
    bool feverAlerts = true; ///< Q4
    std::vector<AlertStep> alertSteps;
    LocalText notice;        ///< shown when nobody is there (Y10, S11)
    LocalText privacyNotice; ///< which law, what is kept, how long
    StaffRules staff;
    int retentionDays = 30;    ///< personal data is destroyed after so many whole days (PIPL 19, 47); 0: never by itself
    Micros faceGone = 1s;      ///< a face away for so long is another person
    Micros leaveAfter = 8s;    ///< away for so long after an abnormal finding: recorded as left
    Micros evidenceHold = 60s; ///< how long a normal measurement stands while its person is out of the picture
    Micros showResult = 4s;    ///< how long a decision stays on the screen
    ReportRules report;
};

} // namespace menshen
