// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"
#include "menshen/core/Staff.h"
#include "menshen/core/Subject.h"

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
enum class Prompt : std::uint8_t {
    None,
    ComeCloser,
    OnePerson,
    WearMask,
    CoverNose,
    HoldStill,
    WarmUp,
    MeasureByHand,
    NotSurelySame, ///< others came near or went: measured again
    FaceNotFound   ///< somebody is dealt with and the camera finds no face: the guard judges
};

/// Whether the person in front is told to the leading group.
struct Finding {
    std::optional<MonoTime> feverSince; ///< an infrared fever that nothing has settled
    std::optional<MonoTime> yesSince;   ///< an answer that is told
    std::optional<MonoTime> retryAt;    ///< the ledger did not take the alert
    bool told = false;                  ///< the alert is on its way to the disk, or there
    EntrySeq alert;                     ///< of it, once durable; 0: not yet
    bool another = false;               ///< the guard says that it is not the open incident's person
    bool joined = false;                ///< taken for the same person's as an open incident: `alert` is that one's
};

/// Everything that belongs to one subject: evidence, form and answers never go from one to another but by the guard's word.
struct PersonAtDoor {
    SubjectId subject; ///< 0: nobody yet
    Evidence evidence;
    IdentityDraft draft;
    std::vector<Answer> answers;      ///< one for each question of the plan
    std::optional<StaffAtDoor> staff; ///< absent: a visitor
    Finding finding;
    Assessment assessment;
    bool vouchedSame = false; ///< the guard said that something of an earlier subject is his
    bool byHand = false;      ///< no face of him has been found
};

/// Somebody who stepped aside, or whom a newcomer displaced, with what was typed and found of him. Kept until the guard says
/// whose it is, or for the plan's time; an abnormal finding is then recorded as *left*.
struct KeptAside : PersonAtDoor {
    MonoTime since;
    bool asks = true;       ///< the door asks: same person, or the next one?
    bool recording = false; ///< his *left* is on its way to the disk
};

/// An incident that the door has raised lately: the same person seen again belongs to it.
struct DoorIncident {
    EntrySeq alert;
    MonoTime at;
    std::string document; ///< as registered; empty: unknown
};

/// The state of the door. A value: copyable, comparable parts, no clock, no thread. The person in front is its base.
struct ScreeningState : PersonAtDoor {
    Phase phase = Phase::Waiting;
    MonoTime now;
    WallTime wall;
    HallDay today{};
    Calibration calibration;

    TemperatureWindow window;                 ///< of samples between two pictures of the same subject
    std::vector<ThermometerSample> unclaimed; ///< since the newest picture: whose they are the next one tells
    MonoTime windowAfter = MonoTime::min();   ///< later samples make the next reading
    std::optional<Celsius> steady;            ///< raw, of the newest reading that followed the one before without a step
    int steps = 0;                            ///< readings in a row that lie beyond a step from it
    std::vector<TemperatureReading> worse;    ///< successive readings worse than what stands
    MaskVote votes;
    bool thermometerUp = false;
    bool cameraUp = false;

    SubjectTracker tracker;
    SubjectId front;                     ///< whom the newest picture shows alone and near; 0: nobody, or more than one
    SubjectId served;                    ///< whose entry is made: he is not screened again while he stands there
    bool bracketed = false;              ///< the picture before showed the same subject alone: samples since are his
    FacesSeen seen;                      ///< the newest frame's faces
    bool present = false;                ///< exactly one face, near enough
    std::optional<MonoTime> lastNear;    ///< when a near face was last seen
    std::optional<MonoTime> lastSeen;    ///< when the subject was
    std::optional<MonoTime> unseenSince; ///< somebody is dealt with, the camera is up, and no face of him has been found
    std::optional<MonoTime> bodyAt;      ///< without a camera: when the thermometer saw a body last
    std::optional<MonoTime> emptySince;  ///< no face is in the picture at all
    bool away = false;                   ///< gone for longer than the plan's faceGone
    bool notSurelySame = false;          ///< measured again because of it
    bool warmEmpty = false;              ///< a body's temperature where no face is: a wall, or somebody whom the camera does not see
    FrozenWatch frozen;
    Prompt prompt = Prompt::None;

    std::vector<KeptAside> aside;        ///< oldest first
    std::vector<DoorIncident> incidents; ///< of the plan's `samePersonFor`, oldest first

    std::optional<VisitEntry> deciding;      ///< what is being recorded of a visitor
    std::optional<StaffPunchEntry> punching; ///< what is being recorded of staff
    bool awaitsFinding = false;              ///< it waits for its alert's number
    std::optional<VisitEntry> decided;       ///< the last decision, identity removed; for the screen
    std::optional<StaffPunchEntry> punched;  ///< the last punch; for the screen
    std::uint64_t punchedRequest = 0;
    std::optional<Receipt> receipt; ///< of `decided` or `punched`
    std::optional<MonoTime> decidedAt;
    int inside = 0;
    bool ledgerDown = false; ///< admission has stopped: nobody enters unrecorded. Refusals and alarms are tried all the same
};

// Events: what drivers, the guard and the ledger tell the door. Where one names a `subject` it is for that one's form only, in front
// or kept aside; of nobody who is there any more it is ignored. 0: whoever stands in front.
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
    SubjectId subject{};
};
struct AnswerGiven {
    std::size_t question = 0;
    Answer answer = Answer::NotAsked;
    SubjectId subject{};
};
struct AllAnswersNo { ///< the guard asked all and heard no to all
    SubjectId subject{};
};
struct ContactTemperatureTyped {
    Celsius value;
    SubjectId subject{};
};
/// What the guard sees where the camera cannot tell; taken only then.
struct MaskJudged {
    MaskState state = MaskState::Unsure;
    SubjectId subject{};
};
struct MeasureAgain {};
struct StartByHand {}; ///< somebody stands there whom the camera does not see
struct GuardAdmits {
    std::string overrideReason;
    SubjectId subject{};
};
struct GuardRefuses {
    std::string note;
    SubjectId subject{};
};
struct DoorCleared {}; ///< "next person"; an abnormal finding is recorded as Left
/// What was kept aside is the person's in front: form, answers and contact value come back, and what was found stays linked.
struct SamePerson {
    SubjectId aside;
};
/// It is not: it stays aside, unasked for, and can be brought back until the plan's time is over.
struct AnotherPerson {
    SubjectId aside;
};
/// The finding in front is not the open incident's person: it is an incident of its own.
struct AnotherIncident {
    SubjectId subject{};
};
/// A member of staff clocks in or out. A visitor's screening that was under way is kept aside.
struct PunchAsked {
    StaffMember member;
    PunchDirection direction = PunchDirection::In;
    bool firstToday = false; ///< his first clock-in of the day
    std::uint64_t request = 0;
};
struct PunchCancelled {};
/// The guard has looked: the subject in front is the member of staff who was named.
struct StaffProved {
    SubjectId subject;
};
struct VisitDurable {
    Receipt receipt;
    SubjectId subject{}; ///< of the RecordVisit or RecordPunch
    EntrySeq finding{};  ///< of the alert that was appended with it
};
struct VisitNotDurable {
    Error error;
    SubjectId subject{};
};
struct FindingDurable {
    EntrySeq alert;
    SubjectId subject{};
};
/// An incident is over (closed, false alarm): who comes now is nobody of it.
struct IncidentOver {
    EntrySeq alert;
};
struct LedgerUp {
    bool up = true;
};
struct InsideCounted {
    int inside = 0;
};

using ScreeningEvent = std::variant<Tick, ThermometerSample, FacesSeen, ThermometerUp, CameraUp, IdentityEdited, AnswerGiven, AllAnswersNo,
                                    ContactTemperatureTyped, MaskJudged, MeasureAgain, StartByHand, GuardAdmits, GuardRefuses, DoorCleared,
                                    SamePerson, AnotherPerson, AnotherIncident, PunchAsked, PunchCancelled, StaffProved, VisitDurable,
                                    VisitNotDurable, FindingDurable, IncidentOver, LedgerUp, InsideCounted>;

// Effects: what the station has to carry out.
/// An alert: at once for RaiseFinding, in one transaction with the entry that names it for the others.
struct FoundOf {
    std::vector<Reason> reasons;
    std::string who; ///< masked
    Evidence evidence;
};
struct RecordVisit {
    VisitEntry entry;
    SubjectId subject{};
    std::optional<FoundOf> found{}; ///< to be raised with it
};
struct RecordPunch {
    StaffPunchEntry entry;
    SubjectId subject{};
    std::optional<FoundOf> found{};
};
struct OpenGate {
    EntrySeq entry;
}; ///< only ever after the entry's receipt
/// The finding stands: the leading group is told now, whatever the guard decides later (Y2 Q4 S6).
struct RaiseFinding {
    SubjectId subject;
    FoundOf found;
};

using ScreeningEffect = std::variant<RecordVisit, RecordPunch, OpenGate, RaiseFinding>;

struct ScreeningStep {
    ScreeningState state;
    std::vector<ScreeningEffect> effects;
};

/// The whole door as a pure function: same state, event and plan give the same step.
[[nodiscard]] ScreeningStep step(ScreeningState state, const ScreeningEvent &event, const Plan &plan);

/// The door before anything happened.
[[nodiscard]] ScreeningState initialState(const Plan &plan, Calibration calibration);

/// What the screens may have of it: no colours of anybody.
[[nodiscard]] ScreeningState withoutLooks(ScreeningState state);

/// What was kept aside and the door asks about: whose is it? Nothing: no question.
[[nodiscard]] const KeptAside *askedAbout(const ScreeningState &state) noexcept;

} // namespace menshen
