// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Screening.h"

#include "menshen/core/Overloaded.h"

#include <algorithm>

namespace menshen {

namespace {

int nearFaces(const ScreeningState &state, const Plan &plan)
{
    const auto faces = countedFaces(state.seen, plan.mask);
    return static_cast<int>(
        std::count_if(faces.begin(), faces.end(), [&](const Face &face) { return isNear(face, state.seen.frame, plan.mask); }));
}

/// What must not be forgotten when the person walks off: nothing omitted or concealed (S10).
bool isAbnormal(const ScreeningState &state)
{
    const TemperatureReading *deciding = decidingReading(state.evidence);
    const bool warm = deciding != nullptr && deciding->zone != Zone::Pass;
    return warm || std::find(state.answers.begin(), state.answers.end(), Answer::Yes) != state.answers.end();
}

bool isTyped(const ScreeningState &state)
{
    const bool asked = std::any_of(state.answers.begin(), state.answers.end(), [](Answer answer) { return answer != Answer::NotAsked; });
    return asked || state.draft != IdentityDraft{} || state.evidence.contact.has_value();
}

/// Takes mask and temperature anew. Abnormal readings stay linked: stepping aside must not launder a fever.
void measureAnew(ScreeningState &state)
{
    Evidence fresh;
    fresh.earlier = std::move(state.evidence.earlier);
    fresh.contact = state.evidence.contact;
    if (state.evidence.infrared && state.evidence.infrared->zone != Zone::Pass) {
        fresh.earlier.push_back(*state.evidence.infrared);
    }
    state.evidence = std::move(fresh);
    state.window.clearPerson();
    state.votes.clear();
}

void nextPerson(ScreeningState &state, const Plan &plan)
{
    state.phase = Phase::Waiting;
    state.evidence = {};
    state.draft = {};
    state.answers.assign(plan.questions.size(), Answer::NotAsked);
    state.lastNear.reset();
    state.away = false;
    state.deciding.reset();
    state.window.clearPerson();
    state.votes.clear();
}

void takeTemperature(ScreeningState &state, const Plan &plan)
{
    if (state.evidence.infrared) {
        return;
    }
    if (!state.thermometerUp) {
        state.evidence.attempt = TemperatureReading{};
        state.evidence.attempt.at = state.now;
        state.evidence.attempt.noResult = NoTemperature::DeviceDown;
        return;
    }
    // Without a camera nobody counts faces; the guard sees who stands there.
    const int faces = state.cameraUp ? state.evidence.faces : 1;
    TemperatureReading reading = state.window.reading(state.now, state.wall, faces, state.calibration, plan.temperature);
    if (reading.body) {
        state.evidence.infrared = reading;
    }
    state.evidence.attempt = std::move(reading);
}

void takeMask(ScreeningState &state, const Plan &plan)
{
    if (!state.cameraUp) {
        state.evidence.mask = MaskState::Unsure;
        return;
    }
    if (const auto vote = state.votes.result(state.now, plan.mask)) {
        state.evidence.mask = vote;
    }
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

VisitEntry visitOf(const ScreeningState &state, Outcome outcome, const Plan &plan)
{
    VisitEntry visit;
    visit.outcome = outcome;
    visit.verdict = state.assessment.verdict;
    visit.reasons = state.assessment.reasons;
    visit.evidence = state.evidence;
    for (std::size_t i = 0; i < plan.questions.size() && i < state.answers.size(); ++i) {
        visit.answers.emplace_back(plan.questions[i].id, state.answers[i]);
    }
    visit.identity = state.draft;
    const auto &draft = state.draft;
    if (draft.documentType != DocumentType::None) {
        visit.identity.document = checkDocument(draft.documentType, draft.document, draft.country, state.today).normalised;
    }
    visit.identity.phone = checkPhone(draft.phone).normalised;
    visit.plan = plan.id;
    return visit;
}

void record(ScreeningStep &out, VisitEntry visit)
{
    out.state.phase = Phase::Recording;
    out.state.deciding = visit;
    out.effects.emplace_back(RecordVisit{std::move(visit)});
}

/// The person went away before a decision.
void leaveUndecided(ScreeningStep &out, const Plan &plan)
{
    if (!isAbnormal(out.state)) {
        nextPerson(out.state, plan);
    } else if (!out.state.ledgerDown) {
        record(out, visitOf(out.state, Outcome::Left, plan));
    }
}

void watchAbsence(ScreeningStep &out, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (!state.lastNear) {
        // A decision taken without a camera (or by the form alone) ends by the clock.
        if (state.phase == Phase::Finished && state.decidedAt && state.now - *state.decidedAt >= plan.showResult) {
            nextPerson(state, plan);
        }
        return;
    }
    const Micros absent = state.now - *state.lastNear;
    state.away = absent >= plan.faceGone;
    if (!state.away) {
        return;
    }
    if (state.phase == Phase::Finished) {
        nextPerson(state, plan);
    } else if (state.phase == Phase::Screening) {
        if (!isTyped(state)) {
            if (!isAbnormal(state) || absent >= plan.leaveAfter) {
                leaveUndecided(out, plan);
            }
        } else if (absent >= plan.evidenceHold) {
            isAbnormal(state) ? leaveUndecided(out, plan) : measureAnew(state);
        }
    }
}

void onFaces(ScreeningState &state, const FacesSeen &seen, const Plan &plan)
{
    state.seen = seen;
    const int close = nearFaces(state, plan);
    state.evidence.faces = close;
    state.present = close == 1;
    if (close == 0) {
        return;
    }
    const bool newcomer = !state.lastNear || state.away;
    if (newcomer && (state.phase == Phase::Waiting || state.phase == Phase::Screening)) {
        state.phase = Phase::Screening;
        measureAnew(state);
        state.evidence.faces = close;
    }
    state.lastNear = seen.at;
    state.away = false;
    if (close == 1) {
        const auto faces = countedFaces(seen, plan.mask);
        state.votes.add(seen.at, stateOf(faces.front(), plan.mask), plan.mask);
    }
}

void onAdmit(ScreeningStep &out, const GuardAdmits &event, const Plan &plan)
{
    const ScreeningState &state = out.state;
    const bool overridden = state.assessment.mayOverride && !event.overrideReason.empty();
    if (state.phase != Phase::Screening || state.ledgerDown || (!state.assessment.mayAdmit && !overridden)) {
        return;
    }
    VisitEntry visit = visitOf(state, Outcome::Admitted, plan);
    visit.overrideReason = state.assessment.mayAdmit ? std::string{} : event.overrideReason;
    record(out, std::move(visit));
}

void onRefuse(ScreeningStep &out, const GuardRefuses &event, const Plan &plan)
{
    if (out.state.phase != Phase::Screening || out.state.ledgerDown) {
        return;
    }
    VisitEntry visit = visitOf(out.state, Outcome::Refused, plan);
    visit.note = event.note;
    record(out, std::move(visit));
}

void onDurable(ScreeningStep &out, const VisitDurable &event, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (state.phase != Phase::Recording || !state.deciding) {
        return;
    }
    const VisitEntry visit = *std::exchange(state.deciding, std::nullopt);
    if (isAlerting(visit.reasons, plan)) {
        std::string who = maskedName(visit.identity.name, Audience::Public);
        if (!visit.identity.document.empty()) {
            who += (who.empty() ? "" : " ") + maskedDocument(visit.identity.document, Audience::Office);
        }
        out.effects.emplace_back(RaiseAlert{event.receipt.seq, visit.reasons, std::move(who)});
    }
    state.decided = visit;
    state.decided->identity = {};
    state.decided->note.clear();
    state.decided->overrideReason.clear();
    state.receipt = event.receipt;
    state.decidedAt = state.now;
    if (visit.outcome == Outcome::Left) {
        nextPerson(state, plan);
        return;
    }
    if (visit.outcome == Outcome::Admitted) {
        ++state.inside;
        out.effects.emplace_back(OpenGate{event.receipt.seq});
    }
    state.phase = Phase::Finished;
    state.draft = {};
    state.answers.assign(plan.questions.size(), Answer::NotAsked);
}

void onIdentity(ScreeningState &state, const IdentityEdited &event, const Plan &plan)
{
    if (state.phase == Phase::Recording) {
        return;
    }
    if (state.phase != Phase::Screening) {
        if (event.draft == IdentityDraft{}) {
            return; // the form clearing itself after a decision
        }
        nextPerson(state, plan);
        state.phase = Phase::Screening;
    }
    state.draft = event.draft;
}

void onContact(ScreeningState &state, Celsius typed, const Plan &plan)
{
    const bool secondInstrument = decidingReading(state.evidence) != nullptr;
    if (state.phase == Phase::Recording || state.phase == Phase::Finished || (!secondInstrument && !plan.temperature.manualAllowed)) {
        return;
    }
    if (auto reading = contactReading(typed, state.now, plan.temperature)) {
        state.phase = Phase::Screening;
        state.evidence.contact = std::move(reading);
    }
}

void onAnswer(ScreeningState &state, std::size_t question, Answer answer)
{
    if ((state.phase == Phase::Screening || state.phase == Phase::Waiting) && question < state.answers.size()) {
        state.phase = Phase::Screening;
        state.answers[question] = answer;
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
                   },
                   [&](const ThermometerSample &sample) {
                       state.thermometerUp = true;
                       state.window.add(sample, plan.temperature);
                   },
                   [&](const FacesSeen &seen) { onFaces(state, seen, plan); },
                   [&](const ThermometerUp &e) {
                       state.thermometerUp = e.up;
                       if (!e.up) {
                           state.window.deviceLost();
                       }
                   },
                   [&](const CameraUp &e) {
                       state.cameraUp = e.up;
                       if (!e.up) {
                           state.seen = {};
                           state.present = false;
                       } else if (state.phase == Phase::Screening) {
                           state.evidence.mask.reset(); // it was "unsure" for want of a camera
                       }
                   },
                   [&](const IdentityEdited &e) { onIdentity(state, e, plan); },
                   [&](const AnswerGiven &e) { onAnswer(state, e.question, e.answer); },
                   [&](const AllAnswersNo &) {
                       for (std::size_t i = 0; i < state.answers.size(); ++i) {
                           onAnswer(state, i, Answer::No);
                       }
                   },
                   [&](const ContactTemperatureTyped &e) { onContact(state, e.value, plan); },
                   [&](const MeasureAgain &) {
                       if (state.phase == Phase::Screening) {
                           measureAnew(state);
                       }
                   },
                   [&](const GuardAdmits &e) { onAdmit(out, e, plan); },
                   [&](const GuardRefuses &e) { onRefuse(out, e, plan); },
                   [&](const DoorCleared &) {
                       if (state.phase == Phase::Screening) {
                           leaveUndecided(out, plan);
                       } else if (state.phase == Phase::Finished) {
                           nextPerson(state, plan);
                       }
                   },
                   [&](const StaffServed &) {
                       if (state.phase == Phase::Screening || state.phase == Phase::Waiting) {
                           state.phase = Phase::Finished;
                           state.decided.reset();
                           state.decidedAt = state.now;
                       }
                   },
                   [&](const VisitDurable &e) { onDurable(out, e, plan); },
                   [&](const VisitNotDurable &) {
                       state.ledgerDown = true;
                       if (state.phase == Phase::Recording) {
                           state.phase = Phase::Screening;
                           state.deciding.reset();
                       }
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
        takeTemperature(out.state, plan);
        takeMask(out.state, plan);
        out.state.assessment = assess(out.state.evidence, out.state.draft, out.state.answers, out.state.inside, plan, out.state.today);
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

} // namespace menshen
