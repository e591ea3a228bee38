// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Identity.h"
#include "menshen/core/Plan.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// What the station says of a person. `NoResult` and `Recheck` are never a pass.
enum class Verdict : std::uint8_t { Pass, Recheck, NoResult, Refuse };

enum class ReasonCode : std::uint8_t {
    Fever,              ///< zone Refer
    FeverUncertain,     ///< zone Recheck
    TemperatureMissing, ///< see Reason::noTemperature
    NoMask,
    MaskIncorrect,
    MaskUnsure,
    Answer,             ///< a question answered yes; Reason::detail is its id
    HallFull,           ///< Q14
    ClosedToPublic,     ///< S1, response level I
    DocumentUnverified, ///< kept with the guard's reason
    NameMissing,
    DocumentMissing,
    DocumentInvalid,
    PhoneMissing,
    PhoneInvalid,
    PurposeMissing,
    QuestionsOpen ///< not asked yet
};

struct Reason {
    ReasonCode code = ReasonCode::Fever;
    CheckLevel level = CheckLevel::Hard;
    std::optional<NoTemperature> noTemperature;
    std::string detail;

    friend bool operator==(const Reason &, const Reason &) = default;
};

enum class Answer : std::uint8_t { NotAsked, No, Yes };

/// Everything measured of the person in front.
struct Evidence {
    std::optional<TemperatureReading> infrared; ///< the latched result of the instrument, never a no-result
    std::optional<TemperatureReading> contact;  ///< typed in by the guard; decides over infrared
    std::vector<TemperatureReading> earlier;    ///< of the same person, before the guard measured again
    TemperatureReading attempt;                 ///< the latest try, with the reason why there is no result yet
    std::optional<MaskState> mask;              ///< stable vote; absent while too few frames
    int faces = 0;
    bool maskByGuard = false;  ///< the camera could not tell; the guard looked
    bool faceNotFound = false; ///< somebody stands there and the camera finds no face near; not stored
    SubjectId subject{};       ///< whose all this is; not stored
};

/// The verdict with its reasons, or what is still missing for one.
struct Assessment {
    std::optional<Verdict> verdict; ///< absent while measuring or while fields are missing
    std::vector<Reason> reasons;    ///< what failed, hardest first; empty for a pass
    std::vector<Reason> missing;    ///< what has to be typed or asked before anybody is admitted
    bool measuring = false;         ///< temperature or mask still being taken
    bool mayAdmit = false;          ///< without any reason
    bool mayOverride = false;       ///< only with the guard's reason: nothing HARD failed, nothing is missing
    bool whose = false;             ///< something abnormal is kept aside, and nobody has said whether it is this person's
    bool notAlone = false;          ///< two are near: nobody is admitted, whatever was measured before
};

/// The reading that decides: contact over infrared; of several infrared readings the worst zone (never the latest green).
[[nodiscard]] const TemperatureReading *decidingReading(const Evidence &evidence) noexcept;

/// An infrared fever that no contact thermometer has settled (Y2: "ask and verify").
[[nodiscard]] bool isUnsettledFever(const Evidence &evidence) noexcept;

/// True for what will become better by itself within a second or two: it is shown as "measuring", not as a verdict.
[[nodiscard]] bool isTransient(NoTemperature reason) noexcept;

/// What is wrong with the typed identity under the plan's field rules (Y1, S5).
[[nodiscard]] std::vector<Reason> identityProblems(const IdentityDraft &draft, const Plan &plan, HallDay today);

/// Joins all checks of the plan. Rules Y2, S1, S5, Q3, Q4, Q14; measurement rules 2–5.
[[nodiscard]] Assessment assess(const Evidence &evidence, const IdentityDraft &draft, const std::vector<Answer> &answers, int inside,
                                const Plan &plan, HallDay today);

/// Whether a person found so is told to the leading group at once (Q4, Y2, S6).
[[nodiscard]] bool isAlerting(const std::vector<Reason> &reasons, const Plan &plan);

/// Whether a person who was refused or has left is told: also one whose recheck nobody finished.
[[nodiscard]] bool isAlertingOnceGone(const std::vector<Reason> &reasons, const Plan &plan);

/// Turned away for the mask alone, and the plan has it told, with one message (Y2).
[[nodiscard]] bool isTurnedAwayUnmasked(const std::vector<Reason> &reasons, const Plan &plan);

} // namespace menshen
