// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Subject.h"
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

/// What a step is to the program, beyond being confirmed.
enum class StepKind : std::uint8_t {
    Task,
    Isolation,    ///< from here on the isolation room is occupied (Q2 Q4 Q6)
    HandOver,     ///< done by handing over: to whom, by which vehicle, when (S7)
    AirOff,       ///< the central air-conditioning is shut down (Q8)
    Disinfection, ///< the isolation room is free again (Q6 Q12)
    AirOn         ///< only after the air was off and all is disinfected (Q8)
};

/// What to do now, step by step, when an alert is raised (Q4, Q6, S7).
struct AlertStep {
    std::string id;
    LocalText text;
    StepKind kind = StepKind::Task;
    bool required = true;             ///< the incident is not closed before it is done, or skipped with a reason
    std::vector<std::string> after{}; ///< ids of steps that are done before; a skipped one is not done

    friend bool operator==(const AlertStep &, const AlertStep &) = default;
};

/// How an incident is gone through, beside its steps.
struct IncidentRules {
    int isolationPlaces = 1;                ///< persons that the isolation room holds; alone is the rule (Q4)
    std::chrono::minutes presentBefore{60}; ///< who came in so long before the alert is listed as present
    std::chrono::minutes presentAfter{30};  ///< and who came in so long after it
    bool doorGoesOn = true;                 ///< the door may go on once somebody has acknowledged
    LocalText calm{};                       ///< for the guard to read out (S7); empty: nothing
    std::chrono::minutes samePersonFor{10}; ///< a finding at the door so long after another one is taken for the same person's,
                                            ///< unless the guard or the papers say another; 0: never
};

/// Who vouches that a member of staff is who he says he is.
enum class StaffProof : std::uint8_t { Guard };

struct StaffRules {
    CheckLevel mask = CheckLevel::Hard;        ///< Q3
    CheckLevel temperature = CheckLevel::Hard; ///< Y3
    bool questions = true;                     ///< the plan's questions, at the first clock-in of a day (Y2)
    StaffProof proof = StaffProof::Guard;
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
    /// An infrared fever that nothing has settled for so long is a finding (Q4: at once; Y2: the guard verifies first).
    Micros confirmFor{0};
    bool unmaskedTold = true; ///< whoever is turned away for the mask is told, one message a person (Y2)
    /// Level I: in principle nobody (S1). Soft: an appointment, medical or supply case comes in with the guard's reason.
    CheckLevel closedCheck = CheckLevel::Soft;
    std::vector<AlertStep> alertSteps;
    IncidentRules incident;
    LocalText notice;        ///< shown when nobody is there (Y10, S11)
    LocalText privacyNotice; ///< which law, what is kept, how long
    StaffRules staff;
    int retentionDays = 30; ///< personal data is destroyed after so many whole days (PIPL 19, 47); 0: never by itself
    SubjectRules subject;
    Micros faceGone = 1s;      ///< a face away for so long has gone; who comes then is another person
    Micros faceNotFound = 6s;  ///< somebody is dealt with and no face is found for so long: the guard judges what the camera cannot
    Micros leaveAfter = 8s;    ///< away for so long after an abnormal finding: recorded as left
    Micros evidenceHold = 60s; ///< how long a measurement stands after its person was last seen
    Micros formHold = 5min;    ///< how long a form that was kept aside can be brought back
    Micros showResult = 4s;    ///< how long a decision stays on the screen
    ReportRules report;
};

} // namespace menshen
