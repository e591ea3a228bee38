// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"

#include <variant>
#include <vector>

namespace menshen {

/// Where the person at the door stands.
enum class Phase : std::uint8_t {
    Waiting,   ///< nobody there: attract screen
    Screening, ///< measuring, identity, questions
    Recording, ///< decided; the entry is on its way to the disk
    Finished   ///< durable; the gate was told; until this face has gone
};

/// What the person in front is asked to do, most urgent first (screen and voice).
enum class Prompt : std::uint8_t { None, ComeCloser, OnePerson, WearMask, CoverNose, HoldStill, WarmUp, MeasureByHand };

/// The state of the door. A value: copyable, comparable parts, no clock, no thread.
struct ScreeningState {
    Phase phase = Phase::Waiting;
    MonoTime now;
    WallTime wall;
    HallDay today{};
    Calibration calibration;

    TemperatureWindow window;
    MaskVote votes;
    bool thermometerUp = false;
    bool cameraUp = false;

    FacesSeen seen;                   ///< the newest frame's faces
    bool present = false;             ///< exactly one face, near enough
    std::optional<MonoTime> lastNear; ///< when a near face was last seen
    bool away = false;                ///< gone for longer than the plan's faceGone
    Evidence evidence;
    IdentityDraft draft;
    std::vector<Answer> answers; ///< one for each question of the plan
    Assessment assessment;
    Prompt prompt = Prompt::None;

    std::optional<VisitEntry> deciding; ///< what is being recorded
    std::optional<VisitEntry> decided;  ///< the last decision, identity removed; for the screen
    std::optional<Receipt> receipt;     ///< of `decided`
    std::optional<MonoTime> decidedAt;
    int inside = 0;
    bool ledgerDown = false; ///< admission has stopped: nobody enters unrecorded
};

// Events: what drivers, the guard and the ledger tell the door.
struct Tick {
    MonoTime now;
    WallTime wall;
    HallDay today;
};
struct ThermometerUp {
    bool up = false;
};
struct CameraUp {
    bool up = false;
};
struct IdentityEdited {
    IdentityDraft draft;
};
struct AnswerGiven {
    std::size_t question = 0;
    Answer answer = Answer::NotAsked;
};
struct AllAnswersNo {}; ///< the guard asked all and heard no to all
struct ContactTemperatureTyped {
    Celsius value;
};
struct MeasureAgain {};
struct GuardAdmits {
    std::string overrideReason;
};
struct GuardRefuses {
    std::string note;
};
struct DoorCleared {}; ///< "next person"; an abnormal finding is recorded as Left
/// The person in front was dealt with elsewhere (a staff punch): wait for the next one.
struct StaffServed {};
struct VisitDurable {
    Receipt receipt;
};
struct VisitNotDurable {
    Error error;
};
struct LedgerUp {
    bool up = true;
};
struct InsideCounted {
    int inside = 0;
};

using ScreeningEvent = std::variant<Tick, ThermometerSample, FacesSeen, ThermometerUp, CameraUp, IdentityEdited, AnswerGiven, AllAnswersNo,
                                    ContactTemperatureTyped, MeasureAgain, GuardAdmits, GuardRefuses, DoorCleared, StaffServed,
                                    VisitDurable, VisitNotDurable, LedgerUp, InsideCounted>;

// Effects: what the station has to carry out.
struct RecordVisit {
    VisitEntry entry;
};
struct OpenGate {
    EntrySeq entry;
}; ///< only ever after the entry's receipt
struct RaiseAlert {
    EntrySeq cause;
    std::vector<Reason> reasons;
    std::string who;
};

using ScreeningEffect = std::variant<RecordVisit, OpenGate, RaiseAlert>;

struct ScreeningStep {
    ScreeningState state;
    std::vector<ScreeningEffect> effects;
};

/// The whole door as a pure function: same state, event and plan give the same step.
[[nodiscard]] ScreeningStep step(ScreeningState state, const ScreeningEvent &event, const Plan &plan);

/// The door before anything happened.
[[nodiscard]] ScreeningState initialState(const Plan &plan, Calibration calibration);

} // namespace menshen
