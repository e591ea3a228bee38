// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Screening.h"

#include "menshen/core/Overloaded.h"
#include "src/core/DoorParts.h"

#include <algorithm>

namespace menshen {

namespace {

using namespace door;

int nearFaces(const ScreeningState &state, const Plan &plan)
{
    const auto faces = countedFaces(state.seen, plan.mask);
    return static_cast<int>(
        std::count_if(faces.begin(), faces.end(), [&](const Face &face) { return isNear(face, state.seen.frame, plan.mask); }));
}

Prompt promptFor(const ScreeningState &state, const Plan &plan)
{
    const int close = nearFaces(state, plan);
    if (state.phase != Phase::Waiting && state.phase != Phase::Screening) {
        return Prompt::None;
    }
    if (close > 1) {
        return Prompt::OnePerson;
    }
    if (close == 0 && state.cameraUp && !countedFaces(state.seen, plan.mask).empty()) {
        return Prompt::ComeCloser;
    }
    if (state.phase == Phase::Waiting) {
        return Prompt::None;
    }
    if (state.evidence.faceNotFound && !state.evidence.maskByGuard) {
        return Prompt::FaceNotFound;
    }
    if (state.notSurelySame) {
        return Prompt::NotSurelySame;
    }
    if (state.evidence.mask == MaskState::NoMask && plan.maskCheck != CheckLevel::Off) {
        return Prompt::WearMask;
    }
    if (state.evidence.mask == MaskState::Incorrect && plan.maskCheck != CheckLevel::Off) {
        return Prompt::CoverNose;
    }
    if (decidingReading(state.evidence) != nullptr || plan.temperatureCheck == CheckLevel::Off) {
        return Prompt::None;
    }
    switch (state.evidence.attempt.noResult.value_or(NoTemperature::TooFewSamples)) {
    case NoTemperature::Unsteady:
        return Prompt::HoldStill;
    case NoTemperature::BelowFloor:
    case NoTemperature::SensorOutOfRange:
        return Prompt::WarmUp;
    case NoTemperature::TooFewSamples:
    case NoTemperature::Nobody:
    case NoTemperature::MoreThanOneFace:
        return Prompt::None;
    default:
        return plan.temperature.manualAllowed ? Prompt::MeasureByHand : Prompt::None;
    }
}

void onCamera(ScreeningState &state, bool up, const Plan &plan)
{
    const bool there = state.front && state.front == state.subject;
    state.cameraUp = up;
    state.tracker.lose();
    state.front = {};
    state.bracketed = false;
    state.emptySince.reset();
    state.warmEmpty = false;
    if (!up) {
        state.seen = {};
        state.present = false;
        state.evidence.faces = 0;
    }
    if (state.phase != Phase::Screening) {
        return;
    }
    if (!up && !there) {
        stepAside(state, plan); // he was not there when the camera went: whoever comes now it will not see
    } else {
        measureAnew(state); // who stands there now nobody has seen come
    }
}

void onMaskJudged(ScreeningState &state, const MaskJudged &event)
{
    const bool cannotTell = state.evidence.mask == MaskState::Unsure || state.evidence.maskByGuard;
    if (state.phase == Phase::Screening && cannotTell && event.state != MaskState::Unsure &&
        (!event.subject || event.subject == state.subject)) {
        state.evidence.mask = event.state;
        state.evidence.maskByGuard = true;
    }
}

void onMeasureAgain(ScreeningState &state)
{
    if (state.phase != Phase::Screening) {
        return;
    }
    measureAnew(state);
    if (state.evidence.contact && state.evidence.contact->zone == Zone::Pass) {
        state.evidence.contact.reset();
    }
}

void handle(ScreeningStep &out, const ScreeningEvent &event, const Plan &plan)
{
    ScreeningState &state = out.state;
    std::visit(Overloaded{
                   [&](const Tick &tick) {
                       state.now = tick.now;
                       state.wall = tick.wall;
                       state.today = tick.today;
                       state.tracker.expire(tick.now, plan.subject);
                   },
                   [&](const ThermometerSample &sample) { onSample(state, sample, plan); },
                   [&](const FacesSeen &seen) { onFaces(out, seen, plan); },
                   [&](const ThermometerUp &e) {
                       state.thermometerUp = e.up;
                       if (!e.up) {
                           state.window.deviceLost();
                           state.unclaimed.clear();
                           state.frozen = {};
                       }
                   },
                   [&](const CameraUp &e) {
                       if (state.cameraUp != e.up) {
                           onCamera(state, e.up, plan);
                       }
                   },
                   [&](const IdentityEdited &e) { onIdentity(state, e, plan); },
                   [&](const AnswerGiven &e) { onAnswer(state, e.question, e.answer, e.subject); },
                   [&](const AllAnswersNo &e) {
                       for (std::size_t i = 0; i < plan.questions.size(); ++i) {
                           onAnswer(state, i, Answer::No, e.subject);
                       }
                   },
                   [&](const ContactTemperatureTyped &e) { onContact(state, e, plan); },
                   [&](const MaskJudged &e) { onMaskJudged(state, e); },
                   [&](const MeasureAgain &) { onMeasureAgain(state); },
                   [&](const StartByHand &) {
                       if (state.phase == Phase::Waiting || state.phase == Phase::Finished) {
                           beginWithFront(state, plan);
                       }
                   },
                   [&](const GuardAdmits &e) { onAdmit(out, e, plan); },
                   [&](const GuardRefuses &e) { onRefuse(out, e, plan); },
                   [&](const DoorCleared &) {
                       if (state.phase == Phase::Screening) {
                           letGo(out, plan);
                       } else if (state.phase == Phase::Finished) {
                           waitForNext(state, plan);
                       }
                   },
                   [&](const SamePerson &e) { onSamePerson(out, e.aside, plan); },
                   [&](const AnotherPerson &e) { onAnotherPerson(out, e.aside, plan); },
                   [&](const AnotherIncident &e) { onAnotherIncident(state, e.subject); },
                   [&](const PunchAsked &e) { onPunch(out, e, plan); },
                   [&](const PunchCancelled &) { onPunchCancelled(out, plan); },
                   [&](const StaffProved &e) { onProved(state, e.subject); },
                   [&](const VisitDurable &e) { onDurable(out, e, plan); },
                   [&](const VisitNotDurable &e) { onNotDurable(out, e, plan); },
                   [&](const FindingDurable &e) { onFindingDurable(out, e, plan); },
                   [&](const IncidentOver &e) {
                       std::erase_if(state.incidents, [&](const DoorIncident &incident) { return incident.alert == e.alert; });
                   },
                   [&](const LedgerUp &e) { state.ledgerDown = !e.up; },
                   [&](const InsideCounted &e) { state.inside = e.inside; },
               },
               event);
}

} // namespace

ScreeningStep step(ScreeningState state, const ScreeningEvent &event, const Plan &plan)
{
    ScreeningStep out{std::move(state), {}};
    handle(out, event, plan);
    watchAbsence(out, plan);
    if (out.state.phase == Phase::Screening) {
        measure(out.state, plan);
        watchFinding(out, plan);
        clockWhenRipe(out, plan);
    } else if (out.state.phase == Phase::Finished && watchTheServed(out.state, plan)) {
        reopen(out.state, plan);
    } else if (out.state.phase == Phase::Waiting) {
        out.state.assessment = {};
    }
    out.state.prompt = promptFor(out.state, plan);
    return out;
}

ScreeningState initialState(const Plan &plan, Calibration calibration)
{
    ScreeningState state;
    state.calibration = std::move(calibration);
    state.answers.assign(plan.questions.size(), Answer::NotAsked);
    return state;
}

ScreeningState withoutLooks(ScreeningState state)
{
    state.tracker.forgetLooks();
    for (Face &face : state.seen.faces) {
        face.look.reset();
    }
    return state;
}

const KeptAside *askedAbout(const ScreeningState &state) noexcept
{
    const auto asks =
        std::find_if(state.aside.rbegin(), state.aside.rend(), [](const KeptAside &kept) { return kept.asks && !kept.recording; });
    return asks == state.aside.rend() ? nullptr : &*asks;
}

} // namespace menshen
