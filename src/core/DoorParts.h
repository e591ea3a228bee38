// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Screening.h"

namespace menshen::door {

// The parts of the door's step; private to core.

// ---- Who stands there: src/core/DoorPersons.cpp --------------------------------------------------------------------

/// Nobody that anything belongs to: the attract screen.
void waitForNext(ScreeningState &state, const Plan &plan);
/// A screening of `subject` begins, with nothing of anybody else's.
void begin(ScreeningState &state, SubjectId subject, const Plan &plan);
/// Nobody is in front any more; what belongs to who was is kept aside, and asked about.
void stepAside(ScreeningState &state, const Plan &plan);
/// There is no camera, and by the thermometer somebody went and somebody came.
void somebodyElseUnseen(ScreeningState &state, const Plan &plan);
/// The pictures show one face, and yet another one stands there, or may: his screening begins.
void doubtFront(ScreeningState &state, const Plan &plan);
/// A screening of whoever stands in front alone, else of somebody without a face.
void beginWithFront(ScreeningState &state, const Plan &plan);

/// What a picture shows: who is in front, and what of it belongs to the person who is screened.
void onFaces(ScreeningStep &out, const FacesSeen &seen, const Plan &plan);

/// Whose form `subject` is, in front or kept aside; null: nobody's who is there any more. 0: in front.
[[nodiscard]] PersonAtDoor *formOf(ScreeningState &state, SubjectId subject);
void onIdentity(ScreeningState &state, const IdentityEdited &event, const Plan &plan);
void onAnswer(ScreeningState &state, std::size_t question, Answer answer, SubjectId subject);
void onContact(ScreeningState &state, const ContactTemperatureTyped &event, const Plan &plan);

void onSamePerson(ScreeningStep &out, SubjectId aside, const Plan &plan);
void onAnotherPerson(ScreeningStep &out, SubjectId aside, const Plan &plan);
void onPunch(ScreeningStep &out, const PunchAsked &event, const Plan &plan);
void onPunchCancelled(ScreeningStep &out, const Plan &plan);
void onProved(ScreeningState &state, SubjectId subject);

/// Those who went away, and what was kept aside for too long.
void watchAbsence(ScreeningStep &out, const Plan &plan);
/// The person in front is gone, or another one wants his place: what was found of him is recorded as *left*.
void letGo(ScreeningStep &out, const Plan &plan);

// ---- What is measured: src/core/DoorMeasuring.cpp ------------------------------------------------------------------

/// Takes mask and temperature anew. Abnormal readings stay linked: stepping aside must not launder a fever.
void measureAnew(ScreeningState &state);
void onSample(ScreeningState &state, const ThermometerSample &sample, const Plan &plan);
/// The samples up to `until` were taken between two pictures of the subject in front alone.
void claimSamples(ScreeningState &state, MonoTime until, const Plan &plan);
void measure(ScreeningState &state, const Plan &plan);
/// Whoever was let in and still stands there goes on being measured: true when that has to be looked at.
[[nodiscard]] bool watchTheServed(ScreeningState &state, const Plan &plan);
/// His screening begins again with what was just measured.
void reopen(ScreeningState &state, const Plan &plan);
void assessPerson(PersonAtDoor &person, const ScreeningState &state, const Plan &plan);

/// What must not be forgotten when the person walks off: nothing omitted or concealed (S10).
[[nodiscard]] bool isAbnormal(const PersonAtDoor &person);
[[nodiscard]] bool isTyped(const PersonAtDoor &person);
/// The plan as it holds for him.
[[nodiscard]] Plan planFor(const PersonAtDoor &person, const Plan &plan);

// ---- What is found and decided: src/core/DoorRecording.cpp ---------------------------------------------------------

void watchFinding(ScreeningStep &out, const Plan &plan);
void onAnotherIncident(ScreeningState &state, SubjectId subject);
void onAdmit(ScreeningStep &out, const GuardAdmits &event, const Plan &plan);
void onRefuse(ScreeningStep &out, const GuardRefuses &event, const Plan &plan);
/// Staff who pass and were vouched for are recorded without a further tap.
void clockWhenRipe(ScreeningStep &out, const Plan &plan);
/// Records somebody kept aside as *left*; false: not now.
bool recordLeft(ScreeningStep &out, KeptAside &aside, const Plan &plan);
void onDurable(ScreeningStep &out, const VisitDurable &event, const Plan &plan);
void onNotDurable(ScreeningStep &out, const VisitNotDurable &event, const Plan &plan);
void onFindingDurable(ScreeningStep &out, const FindingDurable &event, const Plan &plan);

} // namespace menshen::door
