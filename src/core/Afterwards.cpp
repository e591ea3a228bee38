// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Afterwards.h"

#include <algorithm>

namespace menshen {

namespace {

bool blank(const std::string &text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

bool isTooOld(WallTime happened, const Plan &plan, WallTime now, UtcOffset offset)
{
    const auto age = std::chrono::sys_days{hallDayOf(now, offset)} - std::chrono::sys_days{hallDayOf(happened, offset)};
    return plan.retentionDays > 0 && age > std::chrono::days{plan.retentionDays};
}

/// What keeps the identity from being recorded: of a person who was refused nothing has to be there.
std::vector<Reason> identityTrouble(const PaperForm &form, const Plan &plan, HallDay today)
{
    std::vector<Reason> problems = identityProblems(form.identity, plan, today);
    if (form.outcome == Outcome::Refused) {
        std::erase_if(problems, [&](const Reason &problem) {
            return problem.code != ReasonCode::PhoneInvalid &&
                   (problem.code != ReasonCode::DocumentInvalid || blank(form.identity.document));
        });
    }
    return problems;
}

/// As written. A contact thermometer decides; an infrared one that nobody has calibrated here leaves its band of doubt, and a fever
/// as shown is one: nobody can measure this person again.
std::optional<TemperatureReading> written(const PaperForm &form, const TemperatureRules &rules)
{
    auto reading = form.temperature ? contactReading(*form.temperature, {}, rules) : std::nullopt;
    if (reading && form.instrument == Instrument::Infrared) {
        reading->instrument = Instrument::Infrared;
        reading->body = BodyTemperature{*form.temperature, Calibration{}.uncertainty, CalibrationId{"as-read"}, true};
        reading->zone = isFever(*form.temperature, rules) ? Zone::Refer : zoneOf(*reading->body, rules);
    }
    return reading;
}

Evidence evidenceOf(const PaperForm &form, const Plan &plan)
{
    Evidence evidence;
    evidence.faces = 1;
    evidence.mask = form.mask.value_or(MaskState::Unsure);
    evidence.maskByGuard = true;
    evidence.attempt.noResult = NoTemperature::DeviceDown;
    (form.instrument == Instrument::Contact ? evidence.contact : evidence.infrared) = written(form, plan.temperature);
    return evidence;
}

IdentityDraft normalised(IdentityDraft identity, HallDay today)
{
    if (identity.documentType != DocumentType::None && !blank(identity.document)) {
        identity.document = checkDocument(identity.documentType, identity.document, identity.country, today).normalised;
    }
    if (!blank(identity.phone)) {
        identity.phone = checkPhone(identity.phone).normalised;
    }
    return identity;
}

} // namespace

std::optional<AfterwardsProblem> afterwardsProblem(const PaperForm &form, const Plan &plan, WallTime now, UtcOffset offset)
{
    if (form.happened > now) {
        return AfterwardsProblem{PaperProblem::InFuture};
    }
    if (isTooOld(form.happened, plan, now, offset)) {
        return AfterwardsProblem{PaperProblem::TooOld};
    }
    if (blank(form.by)) {
        return AfterwardsProblem{PaperProblem::NobodyFilledIn};
    }
    if (form.temperature && !contactReading(*form.temperature, {}, plan.temperature)) {
        return AfterwardsProblem{PaperProblem::TemperatureImplausible};
    }
    if (!form.outcome || form.outcome == Outcome::Left) {
        return AfterwardsProblem{PaperProblem::OutcomeMissing};
    }
    if (auto trouble = identityTrouble(form, plan, hallDayOf(now, offset)); !trouble.empty()) {
        return AfterwardsProblem{PaperProblem::Identity, std::move(trouble)};
    }
    const VisitEntry visit = afterwardsVisit(form, plan, now, offset);
    const bool passed = visit.verdict == Verdict::Pass;
    if (!passed && form.outcome == Outcome::Admitted && blank(form.note)) {
        return AfterwardsProblem{PaperProblem::AdmittedWithoutReason};
    }
    if (visit.reasons.empty() && form.outcome == Outcome::Refused && blank(form.note)) {
        return AfterwardsProblem{PaperProblem::RefusedWithoutReason};
    }
    return std::nullopt;
}

VisitEntry afterwardsVisit(const PaperForm &form, const Plan &plan, WallTime now, UtcOffset offset)
{
    const HallDay today = hallDayOf(now, offset);
    VisitEntry visit;
    visit.outcome = form.outcome.value_or(Outcome::Refused);
    visit.evidence = evidenceOf(form, plan);
    Assessment assessment = assess(visit.evidence, form.identity, form.answers, 0, plan, today);
    visit.verdict = assessment.verdict;
    visit.reasons = std::move(assessment.reasons);
    if (visit.outcome == Outcome::Admitted) {
        visit.reasons.insert(visit.reasons.end(), assessment.missing.begin(), assessment.missing.end());
    }
    for (std::size_t i = 0; i < plan.questions.size(); ++i) {
        visit.answers.emplace_back(plan.questions[i].id, i < form.answers.size() ? form.answers[i] : Answer::NotAsked);
    }
    visit.identity = normalised(form.identity, today);
    const bool overridden = visit.outcome == Outcome::Admitted && visit.verdict != Verdict::Pass;
    (overridden ? visit.overrideReason : visit.note) = form.note;
    visit.plan = plan.id;
    visit.afterwards = EnteredAfterwards{form.happened, form.by};
    return visit;
}

bool afterwardsAlerts(const VisitEntry &visit, const Plan &plan)
{
    return isAlerting(visit.reasons, plan) || (visit.outcome == Outcome::Refused && isAlertingOnceGone(visit.reasons, plan));
}

} // namespace menshen
