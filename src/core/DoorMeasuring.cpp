// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/core/DoorParts.h"

#include <algorithm>
#include <cmath>

namespace menshen::door {

namespace {

constexpr Micros kEmptyFor = 3s; ///< a body's temperature where no face has been for so long is nobody's

/// Once nobody has seen the person for the plan's time, what was measured of him is no more than a memory.
void dropOld(ScreeningState &state, const Plan &plan)
{
    const auto tooOld = [&](const std::optional<TemperatureReading> &reading) {
        return reading && reading->zone == Zone::Pass &&
               state.now - std::max(reading->at, state.lastSeen.value_or(reading->at)) > plan.evidenceHold;
    };
    if (tooOld(state.evidence.infrared)) {
        measureAnew(state);
    }
    if (tooOld(state.evidence.contact)) {
        state.evidence.contact.reset();
    }
}

TemperatureReading newReading(ScreeningState &state, const Plan &plan)
{
    // Without a camera nobody counts faces; the guard sees who stands there.
    const int faces = state.cameraUp ? state.evidence.faces : 1;
    TemperatureReading reading = state.window.reading(state.now, state.wall, faces, state.calibration, plan.temperature, state.windowAfter);
    if (reading.body && state.frozen.stuck) {
        reading.body.reset();
        reading.zone.reset();
        reading.noResult = NoTemperature::SensorFault;
    }
    if (reading.body) {
        state.windowAfter = reading.at; // the next one shares no sample with it
    }
    return reading;
}

/// Two successive readings that share no sample, both worse than what stands: the milder of them stands now. One alone is noise.
bool isWorseTwice(ScreeningState &state, const TemperatureReading &reading, Zone stands)
{
    if (*reading.zone <= stands) {
        state.worse.clear();
        return false;
    }
    state.worse.push_back(reading);
    return state.worse.size() >= 2;
}

TemperatureReading milderOf(const std::vector<TemperatureReading> &readings)
{
    return *std::min_element(readings.begin(), readings.end(),
                             [](const auto &a, const auto &b) { return a.body->value.degrees < b.body->value.degrees; });
}

/// One skin does not step by tenths of a degree from one half second to the next, to stay there: two readings in a row that lie
/// beyond a step are somebody else's, whom the pictures did not tell apart.
bool isStep(ScreeningState &state, Celsius raw, const Plan &plan)
{
    if (!state.steady || std::abs((raw - *state.steady).degrees) < plan.subject.maxStep.degrees) {
        state.steady = raw;
        state.steps = 0;
        return false;
    }
    return ++state.steps >= 2;
}

/// True when another one stands there now.
bool takeTemperature(ScreeningState &state, const Plan &plan)
{
    if (!state.thermometerUp) {
        if (!state.evidence.infrared) {
            state.evidence.attempt = TemperatureReading{};
            state.evidence.attempt.at = state.now;
            state.evidence.attempt.noResult = NoTemperature::DeviceDown;
        }
        return false;
    }
    TemperatureReading reading = newReading(state, plan);
    auto &stands = state.evidence.infrared;
    if (!stands) {
        state.evidence.attempt = reading;
        if (reading.body) {
            state.steady = reading.rawObject;
            stands = std::move(reading);
            state.worse.clear();
        }
        return false;
    }
    if (!reading.body) {
        return false;
    }
    const bool stepped = reading.rawObject && isStep(state, *reading.rawObject, plan);
    if (isWorseTwice(state, reading, *stands->zone)) {
        if (stands->zone != Zone::Pass) {
            state.evidence.earlier.push_back(*stands);
        }
        stands = milderOf(std::exchange(state.worse, {}));
        state.evidence.attempt = *stands;
        state.steady = reading.rawObject; // the question is open again; it is not asked twice
        state.steps = 0;
    } else if (stepped && *reading.zone <= *stands->zone) {
        return state.cameraUp && state.front == state.subject;
    } else if (stands->zone == Zone::Pass && reading.zone == Zone::Pass) {
        stands = std::move(reading); // a pass is of this moment
        state.evidence.attempt = *stands;
    }
    return false;
}

void takeMask(ScreeningState &state, const Plan &plan)
{
    if (!state.cameraUp || state.evidence.faceNotFound) {
        if (!state.evidence.maskByGuard) {
            state.evidence.mask = MaskState::Unsure;
        }
        return;
    }
    const auto vote = state.votes.result(state.now, plan.mask);
    if (vote && !(vote == MaskState::Unsure && state.evidence.maskByGuard)) {
        state.evidence.mask = vote;
        state.evidence.maskByGuard = false;
    }
}

void watchForNoFace(ScreeningState &state, const Plan &plan)
{
    const bool unseen = state.phase == Phase::Screening && state.byHand && state.cameraUp;
    if (!unseen) {
        state.unseenSince.reset();
        if (state.evidence.faceNotFound && !state.byHand) {
            state.evidence.faceNotFound = false;
        }
        return;
    }
    state.unseenSince = state.unseenSince.value_or(state.now);
    state.evidence.faceNotFound = state.now - *state.unseenSince >= plan.faceNotFound;
}

} // namespace

void measureAnew(ScreeningState &state)
{
    Evidence fresh;
    fresh.subject = state.subject;
    fresh.faces = state.evidence.faces;
    fresh.earlier = std::move(state.evidence.earlier);
    fresh.contact = state.evidence.contact;
    if (state.evidence.infrared && state.evidence.infrared->zone != Zone::Pass) {
        fresh.earlier.push_back(*state.evidence.infrared);
    }
    state.evidence = std::move(fresh);
    state.window.clearPerson();
    state.worse.clear();
    state.steady.reset();
    state.steps = 0;
    state.votes.clear();
    state.unclaimed.clear();
    state.windowAfter = state.now;
    state.bracketed = false;
}

void onSample(ScreeningState &state, const ThermometerSample &sample, const Plan &plan)
{
    state.thermometerUp = true;
    state.frozen.sample(sample);
    const bool bodyLike = sample.object >= plan.temperature.sensorMin && sample.object <= plan.temperature.sensorMax &&
                          corrected(sample.object, sample.ambient, state.calibration).value >= plan.temperature.floor;
    state.warmEmpty = bodyLike && state.cameraUp && state.emptySince && state.now - *state.emptySince >= kEmptyFor;
    if (!state.cameraUp) {
        const bool body = sample.object >= plan.temperature.sensorMin && sample.object <= plan.temperature.sensorMax;
        if (body && state.phase == Phase::Screening && state.bodyAt && sample.at - *state.bodyAt > plan.faceGone) {
            somebodyElseUnseen(state, plan);
        }
        if (body) {
            state.bodyAt = sample.at;
        }
        state.window.add(sample, plan.temperature);
        return;
    }
    state.window.heard(sample);
    state.unclaimed.push_back(sample);
    std::erase_if(state.unclaimed, [&](const auto &old) { return sample.at - old.at > plan.temperature.window + plan.temperature.maxAge; });
}

void claimSamples(ScreeningState &state, MonoTime until, const Plan &plan)
{
    for (const ThermometerSample &sample : state.unclaimed) {
        if (sample.at <= until) {
            state.window.add(sample, plan.temperature);
        }
    }
    std::erase_if(state.unclaimed, [&](const auto &sample) { return sample.at <= until; });
}

void measure(ScreeningState &state, const Plan &plan)
{
    watchForNoFace(state, plan);
    dropOld(state, plan);
    if (takeTemperature(state, plan)) {
        doubtFront(state, plan);
    }
    takeMask(state, plan);
    if (state.evidence.infrared && state.evidence.mask) {
        state.notSurelySame = false;
    }
    assessPerson(state, state, plan);
}

bool watchTheServed(ScreeningState &state, const Plan &plan)
{
    const TemperatureReading *stands = decidingReading(state.evidence);
    if (!state.thermometerUp || !state.cameraUp || state.front != state.served || !state.served || stands == nullptr || !stands->zone) {
        return false;
    }
    Zone settled = *stands->zone;
    if (state.evidence.contact) { // what the infrared one says to that is known: the contact thermometer has settled it
        settled = std::max(settled, Zone::Recheck);
        const auto &infrared = state.evidence.infrared;
        settled = infrared && infrared->zone ? std::max(settled, *infrared->zone) : settled;
    }
    const TemperatureReading reading = newReading(state, plan);
    return reading.body && isWorseTwice(state, reading, settled);
}

void reopen(ScreeningState &state, const Plan &plan)
{
    TemperatureReading stands = milderOf(std::exchange(state.worse, {}));
    begin(state, std::exchange(state.served, {}), plan);
    state.evidence.attempt = stands;
    state.evidence.infrared = std::move(stands);
}

void assessPerson(PersonAtDoor &person, const ScreeningState &state, const Plan &plan)
{
    person.assessment = assess(person.evidence, person.draft, person.answers, state.inside, planFor(person, plan), state.today);
    // Stepping aside and coming back as somebody else must not launder a fever.
    const KeptAside *kept = askedAbout(state);
    person.assessment.whose = kept != nullptr && &person != kept && isAbnormal(*kept);
    if (person.assessment.whose) {
        person.assessment.mayAdmit = person.assessment.mayOverride = false;
    }
    // Nobody is clocked in or out before the guard has looked who he is.
    if (person.staff && person.staff->proved != person.subject) {
        person.assessment.mayAdmit = false;
    }
    if (person.staff) {
        person.assessment.mayOverride = false; // the guard judges a mask, a contact thermometer a temperature
    }
}

bool isAbnormal(const PersonAtDoor &person)
{
    const TemperatureReading *deciding = decidingReading(person.evidence);
    const bool warm = deciding != nullptr && deciding->zone != Zone::Pass;
    return warm || person.finding.told || std::find(person.answers.begin(), person.answers.end(), Answer::Yes) != person.answers.end();
}

bool isTyped(const PersonAtDoor &person)
{
    const bool asked = std::any_of(person.answers.begin(), person.answers.end(), [](Answer answer) { return answer != Answer::NotAsked; });
    return asked || person.draft != IdentityDraft{} || person.evidence.contact.has_value();
}

Plan planFor(const PersonAtDoor &person, const Plan &plan) { return person.staff ? staffPlan(*person.staff, plan) : plan; }

} // namespace menshen::door
