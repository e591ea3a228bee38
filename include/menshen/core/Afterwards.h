// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// What a paper form says of one person: the day without power. What it does not say stays open, and is never a pass.
struct PaperForm {
    WallTime happened;
    std::string by; ///< who filled it in: "guard", a staff number
    IdentityDraft identity;
    std::optional<MaskState> mask;               ///< Mask, NoMask or Incorrect; absent: the form does not say
    std::optional<Celsius> temperature;          ///< as the instrument showed it; absent: the form does not say
    Instrument instrument = Instrument::Contact; ///< that it was taken with
    std::vector<Answer> answers;                 ///< one for each question of the plan
    std::optional<Outcome> outcome;              ///< Admitted or Refused
    std::string note;                            ///< why, where the rest does not say it
};

/// What keeps a form from being recorded.
enum class PaperProblem : std::uint8_t {
    InFuture,
    TooOld, ///< its day's personal data would have been destroyed by now
    NobodyFilledIn,
    Identity, ///< see AfterwardsProblem::identity
    TemperatureImplausible,
    OutcomeMissing,
    AdmittedWithoutReason, ///< somebody was let in whom the form does not pass: the note says why
    RefusedWithoutReason   ///< nothing on the form says why
};

struct AfterwardsProblem {
    PaperProblem what = PaperProblem::InFuture;
    std::vector<Reason> identity{}; ///< what is missing or wrong in it

    friend bool operator==(const AfterwardsProblem &, const AfterwardsProblem &) = default;
};

/// The first thing that has to be put right before the form may be recorded at `now`; nothing: it may. Of somebody who was refused
/// no field has to be there, but one that is there has to be right.
[[nodiscard]] std::optional<AfterwardsProblem> afterwardsProblem(const PaperForm &form, const Plan &plan, WallTime now, UtcOffset offset);

/// The form as an entry: judged by the plan in force now, counted apart, opening nothing. Only of a form without a problem.
[[nodiscard]] VisitEntry afterwardsVisit(const PaperForm &form, const Plan &plan, WallTime now, UtcOffset offset);

/// Whether the person should have been told to the leading group: somebody has to say that he was, or report him now.
[[nodiscard]] bool afterwardsAlerts(const VisitEntry &visit, const Plan &plan);

} // namespace menshen
