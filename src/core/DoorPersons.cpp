// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/core/DoorParts.h"

#include "menshen/core/Overloaded.h"

#include <algorithm>

namespace menshen::door {

namespace {

constexpr std::size_t kMostAside = 6;  ///< then the oldest is asked about no longer
constexpr Micros kStaffPatience = 15s; ///< a clock-in that nobody steps up for is given up

bool isWorthKeeping(const PersonAtDoor &person) { return isTyped(person) || isAbnormal(person); }

/// What goes aside: a pass is measured anew whoever comes, so it does not go along.
void keepAside(ScreeningState &state, bool asks, const Plan &plan)
{
    KeptAside kept;
    static_cast<PersonAtDoor &>(kept) = static_cast<PersonAtDoor &>(state);
    assessPerson(kept, state, plan);
    kept.evidence.faces = std::min(kept.evidence.faces, 1);
    kept.since = state.now;
    kept.asks = asks;
    if (state.front && state.front == kept.subject) {
        state.front = state.tracker.doubtFront(); // what is found from now on is no part of what was kept
    }
    state.aside.push_back(std::move(kept));
}

void clearPerson(ScreeningState &state, SubjectId subject, const Plan &plan)
{
    const int faces = state.evidence.faces;
    static_cast<PersonAtDoor &>(state) = PersonAtDoor{};
    state.subject = state.evidence.subject = subject;
    state.evidence.faces = faces;
    state.answers.assign(plan.questions.size(), Answer::NotAsked);
    state.deciding.reset();
    state.punching.reset();
    state.awaitsFinding = false;
    state.notSurelySame = false;
    state.lastSeen.reset();
    state.unseenSince.reset();
    state.bodyAt.reset();
    state.window.clearPerson();
    state.unclaimed.clear();
    state.worse.clear();
    state.steady.reset();
    state.steps = 0;
    state.votes.clear();
    state.windowAfter = state.now;
    state.bracketed = false;
}

/// Somebody else stands in front than the one who was screened.
void displace(ScreeningState &state, SubjectId newcomer, const Plan &plan)
{
    if (state.staff && !isAbnormal(state)) {
        // Whoever was asked for steps up now. It is proved of nobody yet, and nothing that was asked before was asked of him.
        StaffAtDoor staff = *state.staff;
        staff.proved = {};
        begin(state, newcomer, plan);
        state.staff = std::move(staff);
        return;
    }
    if (isWorthKeeping(state)) {
        keepAside(state, true, plan);
    }
    begin(state, newcomer, plan);
}

/// Whoever stood there has gone; the member of staff who was named may be about to step up.
void awaitStaff(ScreeningState &state, const Plan &plan)
{
    StaffAtDoor staff = *state.staff;
    staff.proved = {};
    begin(state, state.tracker.somebody(), plan);
    state.byHand = true;
    state.staff = std::move(staff);
}

void arrive(ScreeningState &state, const SubjectTracker::Seen &who, const Plan &plan)
{
    if (!who.subject || who.subject == state.served) {
        if (state.phase == Phase::Waiting && !who.subject) {
            begin(state, {}, plan); // two at once: they are asked to come one by one
        }
        return;
    }
    switch (state.phase) {
    case Phase::Waiting:
    case Phase::Finished:
        begin(state, who.subject, plan);
        break;
    case Phase::Screening:
        if (who.subject != state.subject) {
            if (who.near == 1) {
                displace(state, who.subject, plan);
            }
        } else if (who.how == Continuity::Unsure) {
            state.notSurelySame = state.notSurelySame || state.evidence.infrared || state.evidence.mask;
            measureAnew(state);
        }
        break;
    case Phase::Recording:
        break;
    }
}

auto findAside(ScreeningState &state, SubjectId subject)
{
    return std::find_if(state.aside.begin(), state.aside.end(), [&](const KeptAside &kept) { return kept.subject == subject; });
}

/// What was found and typed of an earlier subject goes to the person in front, by the guard's word. A pass does not.
void join(ScreeningState &state, KeptAside &kept)
{
    state.draft = std::move(kept.draft);
    state.answers = std::move(kept.answers);
    Evidence &own = state.evidence;
    own.earlier.insert(own.earlier.begin(), kept.evidence.earlier.begin(), kept.evidence.earlier.end());
    if (kept.evidence.infrared && kept.evidence.infrared->zone != Zone::Pass) {
        own.earlier.insert(own.earlier.begin(), *kept.evidence.infrared);
    }
    if (!own.contact) {
        own.contact = kept.evidence.contact;
    }
    if (kept.finding.told || !state.finding.told) {
        state.finding = kept.finding;
    }
    if (kept.staff) {
        state.staff = kept.staff;
        state.staff->proved = {};
    }
    state.vouchedSame = true;
}

void watchAside(ScreeningStep &out, const Plan &plan)
{
    ScreeningState &state = out.state;
    for (KeptAside &kept : state.aside) {
        if (kept.recording) {
            continue;
        }
        const Micros since = state.now - kept.since;
        if (isAbnormal(kept)) {
            // While somebody stands there who may be the same one, the guard has time to say so.
            const bool mayBeHim = kept.asks && (isTyped(kept) || state.front);
            if (since >= (mayBeHim ? plan.evidenceHold : kept.asks ? plan.leaveAfter : Micros{0})) {
                recordLeft(out, kept, plan);
            }
            continue;
        }
        if (since >= plan.evidenceHold) {
            kept.evidence.contact.reset();
        }
    }
    std::erase_if(state.aside, [&](const KeptAside &kept) {
        return !kept.recording && !isAbnormal(kept) && (!isTyped(kept) || state.now - kept.since >= plan.formHold);
    });
    while (state.aside.size() > kMostAside && !isAbnormal(state.aside.front())) {
        state.aside.erase(state.aside.begin());
    }
}

} // namespace

void waitForNext(ScreeningState &state, const Plan &plan)
{
    clearPerson(state, {}, plan);
    state.phase = Phase::Waiting;
    state.lastNear.reset();
    state.away = false;
}

void begin(ScreeningState &state, SubjectId subject, const Plan &plan)
{
    clearPerson(state, subject, plan);
    state.phase = Phase::Screening;
    state.away = false;
}

void stepAside(ScreeningState &state, const Plan &plan)
{
    if (isWorthKeeping(state)) {
        keepAside(state, true, plan);
    }
    waitForNext(state, plan);
}

void somebodyElseUnseen(ScreeningState &state, const Plan &plan)
{
    displace(state, state.tracker.somebody(), plan);
    state.byHand = true;
}

void doubtFront(ScreeningState &state, const Plan &plan)
{
    state.front = state.tracker.doubtFront();
    displace(state, state.front, plan);
    state.notSurelySame = true;
}

void beginWithFront(ScreeningState &state, const Plan &plan)
{
    const bool front = static_cast<bool>(state.front);
    if (front && state.front == state.served) {
        state.served = {};
    }
    begin(state, front ? state.front : state.tracker.somebody(), plan);
    state.byHand = !front;
}

void onFaces(ScreeningStep &out, const FacesSeen &seen, const Plan &plan)
{
    ScreeningState &state = out.state;
    state.seen = seen;
    const auto faces = countedFaces(seen, plan.mask);
    const auto who = state.tracker.see(faces, seen.frame, seen.at, plan.mask, plan.subject);
    if (faces.empty() != state.emptySince.has_value()) {
        state.frozen.facesChanged(seen.at, !faces.empty());
    }
    if (faces.empty()) {
        state.emptySince = state.emptySince.value_or(seen.at);
    } else {
        state.emptySince.reset();
        state.warmEmpty = false;
    }
    state.evidence.faces = who.near;
    state.present = who.near == 1;
    state.front = who.near == 1 ? who.subject : SubjectId{};
    if (state.served && state.front && state.front != state.served) {
        state.served = {};
    }
    if (who.near == 0) {
        std::erase_if(state.unclaimed, [&](const ThermometerSample &sample) { return sample.at <= seen.at; });
        state.bracketed = false;
        return;
    }
    state.lastNear = seen.at;
    state.away = false;
    arrive(state, who, plan);
    const bool alone = who.near == 1 && who.subject == state.subject;
    if (alone && who.how == Continuity::Same && state.bracketed) {
        claimSamples(state, seen.at, plan);
    } else {
        std::erase_if(state.unclaimed, [&](const ThermometerSample &sample) { return sample.at <= seen.at; });
        state.windowAfter = std::max(state.windowAfter, seen.at);
    }
    state.bracketed = alone;
    if (alone && state.phase == Phase::Screening) {
        state.lastSeen = seen.at;
        const auto nearest = std::max_element(faces.begin(), faces.end(), [](const Face &a, const Face &b) { return a.box.h < b.box.h; });
        state.votes.add(seen.at, stateOf(*nearest, plan.mask), plan.mask);
    }
}

PersonAtDoor *formOf(ScreeningState &state, SubjectId subject)
{
    if (!subject || subject == state.subject) {
        return &state;
    }
    const auto kept = findAside(state, subject);
    return kept == state.aside.end() || kept->recording ? nullptr : &*kept;
}

void onIdentity(ScreeningState &state, const IdentityEdited &event, const Plan &plan)
{
    PersonAtDoor *form = formOf(state, event.subject);
    if (form == nullptr) {
        return;
    }
    if (form == &state) {
        if (state.phase == Phase::Recording) {
            return;
        }
        if (state.phase != Phase::Screening) {
            if (event.draft == IdentityDraft{} || (event.subject && event.subject == state.served)) {
                return; // the form clearing itself after a decision, or a key that came after it
            }
            begin(state, state.tracker.somebody(), plan);
            state.byHand = true;
        }
    }
    form->draft = event.draft;
}

void onAnswer(ScreeningState &state, std::size_t question, Answer answer, SubjectId subject)
{
    PersonAtDoor *form = formOf(state, subject);
    if (form == nullptr || question >= form->answers.size()) {
        return;
    }
    if (form == &state) {
        if (state.phase != Phase::Screening && state.phase != Phase::Waiting) {
            return;
        }
        if (state.phase == Phase::Waiting) {
            state.subject = state.evidence.subject = state.tracker.somebody();
            state.byHand = true;
            state.phase = Phase::Screening;
        }
    }
    form->answers[question] = answer;
}

void onContact(ScreeningState &state, const ContactTemperatureTyped &event, const Plan &plan)
{
    PersonAtDoor *person = formOf(state, event.subject);
    if (person == nullptr) {
        return;
    }
    const bool secondInstrument = decidingReading(person->evidence) != nullptr;
    const bool front = person == &state;
    if ((front && (state.phase == Phase::Recording || state.phase == Phase::Finished)) ||
        (!secondInstrument && !plan.temperature.manualAllowed)) {
        return;
    }
    if (auto reading = contactReading(event.value, state.now, plan.temperature)) {
        if (front && state.phase == Phase::Waiting) {
            begin(state, state.tracker.somebody(), plan);
            state.byHand = true;
        }
        person->evidence.contact = std::move(reading);
    }
}

void onSamePerson(ScreeningStep &out, SubjectId aside, const Plan &plan)
{
    ScreeningState &state = out.state;
    const auto kept = findAside(state, aside);
    if (kept == state.aside.end() || kept->recording || (state.phase != Phase::Screening && state.phase != Phase::Waiting) ||
        isTyped(state)) {
        return;
    }
    if (state.staff && (kept->staff || kept->draft != IdentityDraft{})) {
        return; // papers were typed of a visitor: he is none
    }
    if (state.phase == Phase::Waiting) {
        beginWithFront(state, plan);
    }
    KeptAside found = std::move(*kept);
    state.aside.erase(kept);
    join(state, found);
}

void onAnotherPerson(ScreeningStep &out, SubjectId aside, const Plan &plan)
{
    const auto kept = findAside(out.state, aside);
    if (kept == out.state.aside.end()) {
        return;
    }
    kept->asks = false;
    if (isAbnormal(*kept)) {
        recordLeft(out, *kept, plan); // he has gone: the guard says so
    }
}

void onPunch(ScreeningStep &out, const PunchAsked &event, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (state.phase == Phase::Recording) {
        return; // on its way to the disk: the answer to it comes first
    }
    if (state.phase == Phase::Screening && isWorthKeeping(state)) {
        keepAside(state, true, plan);
    }
    beginWithFront(state, plan);
    StaffAtDoor staff{event.member, event.direction, false, {}, event.request};
    staff.asksQuestions = plan.staff.questions && event.direction == PunchDirection::In && event.firstToday && !plan.questions.empty();
    state.staff = std::move(staff);
}

void onPunchCancelled(ScreeningStep &out, const Plan &plan)
{
    if (out.state.phase == Phase::Screening && out.state.staff) {
        letGo(out, plan);
    }
}

void onProved(ScreeningState &state, SubjectId subject)
{
    const bool there = !state.cameraUp || state.front == subject || state.byHand;
    if (state.phase != Phase::Screening || !state.staff || !subject || subject != state.subject || !there) {
        return;
    }
    state.staff->proved = subject;
}

void letGo(ScreeningStep &out, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (isAbnormal(state)) {
        keepAside(state, false, plan);
        waitForNext(state, plan);
        recordLeft(out, state.aside.back(), plan);
    } else {
        waitForNext(state, plan);
    }
}

void watchAbsence(ScreeningStep &out, const Plan &plan)
{
    ScreeningState &state = out.state;
    watchAside(out, plan);
    if (state.phase == Phase::Screening && state.staff && !state.lastSeen && state.cameraUp && !isTyped(state) && state.unseenSince &&
        state.now - *state.unseenSince >= std::max(kStaffPatience, plan.faceNotFound)) {
        letGo(out, plan);
        return;
    }
    if (!state.lastNear) {
        // A decision taken without a camera (or by the form alone) ends by the clock.
        if (state.phase == Phase::Finished && state.decidedAt && state.now - *state.decidedAt >= plan.showResult) {
            waitForNext(state, plan);
        }
        return;
    }
    const Micros absent = state.now - *state.lastNear;
    state.away = absent >= plan.faceGone;
    if (!state.away) {
        return;
    }
    if (state.phase == Phase::Finished) {
        waitForNext(state, plan);
    } else if (state.phase == Phase::Screening && !state.byHand) {
        if (state.staff && !isAbnormal(state)) {
            awaitStaff(state, plan);
        } else if (!isTyped(state)) {
            if (!isAbnormal(state) || absent >= plan.leaveAfter) {
                letGo(out, plan);
            }
        } else if (absent >= plan.evidenceHold) {
            isAbnormal(state) ? letGo(out, plan) : measureAnew(state);
        }
    }
}

} // namespace menshen::door
