// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/core/DoorParts.h"

#include <algorithm>

namespace menshen::door {

namespace {

constexpr Micros kSlip = 2s;  ///< a yes tapped by mistake can be taken back for so long
constexpr Micros kRetry = 3s; ///< an alert that the ledger did not take is raised again after

std::string whoIs(const PersonAtDoor &person)
{
    if (person.staff && person.staff->proved == person.subject) {
        return maskedName(person.staff->member.name, Audience::Public) + " " + maskedStaffNumber(person.staff->member.number);
    }
    std::string who = maskedName(person.draft.name, Audience::Public);
    if (!person.draft.document.empty()) {
        who += (who.empty() ? "" : " ") + maskedDocument(person.draft.document, Audience::Office);
    }
    return who;
}

/// What the papers say who he is; empty: they say nothing.
std::string papersOf(const PersonAtDoor &person, const ScreeningState &state)
{
    if (person.staff && person.staff->proved == person.subject) {
        return "staff:" + person.staff->member.number;
    }
    if (person.draft.documentType == DocumentType::None || person.draft.document.empty()) {
        return {};
    }
    return checkDocument(person.draft.documentType, person.draft.document, person.draft.country, state.today).normalised;
}

std::vector<std::pair<std::string, Answer>> answersOf(const PersonAtDoor &person, const Plan &plan)
{
    std::vector<std::pair<std::string, Answer>> answers;
    for (std::size_t i = 0; i < plan.questions.size() && i < person.answers.size(); ++i) {
        answers.emplace_back(plan.questions[i].id, person.answers[i]);
    }
    return answers;
}

VisitEntry visitOf(const PersonAtDoor &person, Outcome outcome, const ScreeningState &state, const Plan &plan)
{
    VisitEntry visit;
    visit.outcome = outcome;
    visit.verdict = person.assessment.verdict;
    visit.reasons = person.assessment.reasons;
    visit.evidence = person.evidence;
    visit.answers = answersOf(person, plan);
    visit.identity = person.draft;
    const auto &draft = person.draft;
    if (draft.documentType != DocumentType::None) {
        visit.identity.document = checkDocument(draft.documentType, draft.document, draft.country, state.today).normalised;
    }
    visit.identity.phone = checkPhone(draft.phone).normalised;
    visit.plan = plan.id;
    visit.vouchedSame = person.vouchedSame;
    return visit;
}

StaffPunchEntry punchOf(const PersonAtDoor &person, Outcome outcome, const Plan &plan)
{
    const StaffAtDoor &staff = *person.staff;
    StaffPunchEntry punch{staff.member.number,
                          staff.member.name,
                          staff.member.department,
                          staff.direction,
                          person.assessment.verdict.value_or(Verdict::NoResult),
                          person.assessment.reasons,
                          person.evidence};
    punch.outcome = outcome;
    if (staff.asksQuestions) {
        punch.answers = answersOf(person, plan);
    }
    if (staff.proved == person.subject) {
        punch.proof = plan.staff.proof;
    }
    return punch;
}

const DoorIncident *incidentOf(const ScreeningState &state, EntrySeq alert)
{
    const auto found = std::find_if(state.incidents.begin(), state.incidents.end(), [&](const auto &each) { return each.alert == alert; });
    return found == state.incidents.end() ? nullptr : &*found;
}

bool papersDiffer(const std::string &a, const std::string &b) { return !a.empty() && !b.empty() && a != b; }

/// An open incident that this may be the person of, by the plan's time and by the papers.
const DoorIncident *lateIncident(const PersonAtDoor &person, const ScreeningState &state, const Plan &plan)
{
    if (person.finding.another) {
        return nullptr;
    }
    const std::string papers = papersOf(person, state);
    const auto found = std::find_if(state.incidents.rbegin(), state.incidents.rend(), [&](const DoorIncident &incident) {
        return state.now - incident.at <= plan.incident.samePersonFor && !papersDiffer(incident.document, papers);
    });
    return found == state.incidents.rend() ? nullptr : &*found;
}

FoundOf foundOf(const PersonAtDoor &person) { return {person.assessment.reasons, whoIs(person), person.evidence}; }

/// What is raised together with the entry: a finding that stands only now, or that nobody could raise yet.
std::optional<FoundOf> foundWith(PersonAtDoor &person, Outcome outcome, const ScreeningState &state, const Plan &plan)
{
    Finding &finding = person.finding;
    if (finding.joined) {
        const DoorIncident *incident = incidentOf(state, finding.alert);
        if (incident != nullptr && papersDiffer(incident->document, papersOf(person, state))) {
            finding = {}; // the papers say that it is another person
        }
    }
    if (finding.told) {
        return std::nullopt;
    }
    const auto &reasons = person.assessment.reasons;
    const bool tells = outcome == Outcome::Admitted ? isAlerting(reasons, plan) : isAlertingOnceGone(reasons, plan);
    if (!tells) {
        return std::nullopt;
    }
    if (const DoorIncident *incident = lateIncident(person, state, plan)) {
        finding.told = finding.joined = true;
        finding.alert = incident->alert;
        return std::nullopt;
    }
    return foundOf(person);
}

/// Hands the decision out, once its alert has a number.
void emitDecision(ScreeningStep &out, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (state.finding.told && state.finding.alert == EntrySeq{}) {
        state.awaitsFinding = true;
        return;
    }
    state.awaitsFinding = false;
    if (state.punching) {
        auto found = foundWith(state, state.punching->outcome, state, plan);
        state.punching->finding = found ? kEntryBefore : state.finding.alert;
        out.effects.emplace_back(RecordPunch{*state.punching, state.subject, std::move(found)});
    } else {
        auto found = foundWith(state, state.deciding->outcome, state, plan);
        state.deciding->finding = found ? kEntryBefore : state.finding.alert;
        out.effects.emplace_back(RecordVisit{*state.deciding, state.subject, std::move(found)});
    }
}

void record(ScreeningStep &out, Outcome outcome, const std::string &overrideReason, const std::string &note, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (state.staff) {
        if (outcome == Outcome::Refused) {
            state.staff->proved = state.subject; // the guard who refuses him has looked
        }
        state.punching = punchOf(state, outcome, plan);
    } else {
        state.deciding = visitOf(state, outcome, state, plan);
        state.deciding->overrideReason = overrideReason;
        state.deciding->note = note;
    }
    state.phase = Phase::Recording;
    emitDecision(out, plan);
}

/// For whom a decision was meant: nobody else may be admitted by it.
bool isMeantFor(const ScreeningState &state, SubjectId subject) { return !subject || subject == state.subject; }

auto findIncident(ScreeningState &state, EntrySeq alert)
{
    return std::find_if(state.incidents.begin(), state.incidents.end(), [&](const DoorIncident &each) { return each.alert == alert; });
}

/// Who the person of an incident is. One that is over stays over, also when he is recorded only afterwards.
void learnPapers(ScreeningState &state, EntrySeq alert, const std::string &papers)
{
    const auto known = findIncident(state, alert);
    if (known != state.incidents.end() && known->document.empty()) {
        known->document = papers;
    }
}

/// An incident that has just been raised.
void remember(ScreeningState &state, EntrySeq alert, const std::string &papers)
{
    if (alert != EntrySeq{} && findIncident(state, alert) == state.incidents.end()) {
        state.incidents.push_back({alert, state.now, papers});
    }
}

} // namespace

void watchFinding(ScreeningStep &out, const Plan &plan)
{
    ScreeningState &state = out.state;
    std::erase_if(state.incidents, [&](const DoorIncident &incident) { return state.now - incident.at > plan.incident.samePersonFor; });
    Finding &finding = state.finding;
    if (state.phase != Phase::Screening || finding.told) {
        return;
    }
    const Plan own = planFor(state, plan);
    const auto has = [&](ReasonCode code) {
        return std::any_of(state.assessment.reasons.begin(), state.assessment.reasons.end(),
                           [&](const Reason &r) { return r.code == code; });
    };
    const bool fever = has(ReasonCode::Fever) && own.feverAlerts;
    const bool byContact = fever && !isUnsettledFever(state.evidence);
    std::vector<Reason> answers;
    std::copy_if(state.assessment.reasons.begin(), state.assessment.reasons.end(), std::back_inserter(answers),
                 [](const Reason &reason) { return reason.code == ReasonCode::Answer; });
    const bool yes = isAlerting(answers, own);
    finding.feverSince = fever && !byContact ? finding.feverSince.value_or(state.now) : std::optional<MonoTime>{};
    finding.yesSince = yes ? finding.yesSince.value_or(state.now) : std::optional<MonoTime>{};
    const bool stands = byContact || (finding.feverSince && state.now - *finding.feverSince >= own.confirmFor) ||
                        (finding.yesSince && state.now - *finding.yesSince >= kSlip);
    if (!stands || (finding.retryAt && state.now < *finding.retryAt)) {
        return;
    }
    finding.told = true;
    if (const DoorIncident *incident = lateIncident(state, state, plan)) {
        finding.joined = true;
        finding.alert = incident->alert;
    } else {
        out.effects.emplace_back(RaiseFinding{state.subject, foundOf(state)});
    }
}

void onAnotherIncident(ScreeningState &state, SubjectId subject)
{
    PersonAtDoor *person = formOf(state, subject);
    if (person != nullptr && person->finding.joined && state.phase != Phase::Recording) {
        person->finding = {};
        person->finding.another = true;
    }
}

void onAdmit(ScreeningStep &out, const GuardAdmits &event, const Plan &plan)
{
    const ScreeningState &state = out.state;
    const bool overridden = state.assessment.mayOverride && !event.overrideReason.empty();
    if (state.phase != Phase::Screening || state.ledgerDown || !isMeantFor(state, event.subject) ||
        (!state.assessment.mayAdmit && !overridden)) {
        return;
    }
    record(out, Outcome::Admitted, state.assessment.mayAdmit ? std::string{} : event.overrideReason, {}, plan);
}

void onRefuse(ScreeningStep &out, const GuardRefuses &event, const Plan &plan)
{
    if (out.state.phase == Phase::Screening && isMeantFor(out.state, event.subject)) {
        record(out, Outcome::Refused, {}, event.note, plan);
    }
}

void clockWhenRipe(ScreeningStep &out, const Plan &plan)
{
    const ScreeningState &state = out.state;
    if (state.phase != Phase::Screening || !state.staff || !state.assessment.verdict || state.staff->proved != state.subject) {
        return;
    }
    // Whoever goes home with a fever has gone off duty all the same; he is told of like everybody.
    const bool goesHome =
        state.staff->direction == PunchDirection::Out && decidingReading(state.evidence) != nullptr && !state.assessment.notAlone;
    if (!state.ledgerDown && (state.assessment.mayAdmit || goesHome)) {
        record(out, Outcome::Admitted, {}, {}, plan);
    }
}

bool recordLeft(ScreeningStep &out, KeptAside &aside, const Plan &plan)
{
    const ScreeningState &state = out.state;
    if (aside.recording || (aside.finding.told && aside.finding.alert == EntrySeq{})) {
        return false; // its alert has no number yet
    }
    if (aside.finding.retryAt && state.now < *aside.finding.retryAt) {
        return false;
    }
    assessPerson(aside, state, plan);
    auto found = foundWith(aside, Outcome::Left, state, plan);
    const EntrySeq finding = found ? kEntryBefore : aside.finding.alert;
    aside.recording = true;
    if (aside.staff && aside.staff->proved == aside.subject) {
        StaffPunchEntry punch = punchOf(aside, Outcome::Left, plan);
        punch.finding = finding;
        out.effects.emplace_back(RecordPunch{std::move(punch), aside.subject, std::move(found)});
    } else {
        // Nobody has vouched that it was the member of staff who was named: what was measured is somebody's, not his.
        VisitEntry visit = visitOf(aside, Outcome::Left, state, plan);
        visit.finding = finding;
        out.effects.emplace_back(RecordVisit{std::move(visit), aside.subject, std::move(found)});
    }
    return true;
}

void onDurable(ScreeningStep &out, const VisitDurable &event, const Plan &plan)
{
    ScreeningState &state = out.state;
    if (event.subject && event.subject != state.subject) {
        const auto kept = std::find_if(state.aside.begin(), state.aside.end(),
                                       [&](const KeptAside &each) { return each.subject == event.subject && each.recording; });
        if (kept != state.aside.end()) {
            remember(state, event.finding, papersOf(*kept, state));
            learnPapers(state, kept->finding.alert, papersOf(*kept, state));
            state.aside.erase(kept);
        }
        return;
    }
    if (state.phase != Phase::Recording || (!state.deciding && !state.punching)) {
        return;
    }
    remember(state, event.finding, papersOf(state, state));
    learnPapers(state, state.finding.alert, papersOf(state, state));
    state.receipt = event.receipt;
    state.decidedAt = state.now;
    state.served = state.subject;
    state.phase = Phase::Finished;
    const auto outcome = state.deciding ? state.deciding->outcome : state.punching->outcome;
    const bool comesIn = state.deciding || state.punching->direction == PunchDirection::In;
    if (state.deciding) {
        state.decided = *std::exchange(state.deciding, std::nullopt);
        state.decided->identity = {};
        state.decided->note.clear();
        state.decided->overrideReason.clear();
        state.punched.reset();
        state.inside += outcome == Outcome::Admitted ? 1 : 0;
    } else {
        state.punchedRequest = state.staff ? state.staff->request : 0;
        state.punched = *std::exchange(state.punching, std::nullopt);
        state.decided.reset();
    }
    if (outcome == Outcome::Admitted && comesIn) {
        out.effects.emplace_back(OpenGate{event.receipt.seq});
    }
    state.draft = {};
    state.staff.reset();
    state.answers.assign(plan.questions.size(), Answer::NotAsked);
}

void onNotDurable(ScreeningStep &out, const VisitNotDurable &event, const Plan &)
{
    ScreeningState &state = out.state;
    state.ledgerDown = true;
    if (event.subject && event.subject != state.subject) {
        for (KeptAside &kept : state.aside) {
            if (kept.subject == event.subject && kept.recording) {
                kept.recording = false;
                kept.finding.retryAt = state.now + kRetry;
            }
        }
        return;
    }
    if (state.phase == Phase::Recording) {
        state.phase = Phase::Screening;
        state.deciding.reset();
        state.punching.reset();
        state.awaitsFinding = false;
        if (state.staff) {
            state.staff->proved = {}; // so that it is not tried again by itself, again and again
        }
    }
}

void onFindingDurable(ScreeningStep &out, const FindingDurable &event, const Plan &plan)
{
    ScreeningState &state = out.state;
    PersonAtDoor *person = event.subject == state.subject ? &state : nullptr;
    for (KeptAside &kept : state.aside) {
        person = kept.subject == event.subject && person == nullptr ? &kept : person;
    }
    if (person == nullptr) {
        return;
    }
    if (event.alert == EntrySeq{}) { // the ledger did not take it: it is raised again, or with the entry
        person->finding.told = false;
        person->finding.retryAt = state.now + kRetry;
    } else {
        person->finding.alert = event.alert;
        remember(state, event.alert, papersOf(*person, state));
    }
    if (person == &state && state.awaitsFinding) {
        emitDecision(out, plan);
    }
}

} // namespace menshen::door
