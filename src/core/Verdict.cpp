// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Verdict.h"

#include <algorithm>

namespace menshen {

namespace {

Reason reason(ReasonCode code, CheckLevel level, std::string detail = {}) { return Reason{code, level, std::nullopt, std::move(detail)}; }

void addTemperature(Assessment &result, const Evidence &evidence, CheckLevel level)
{
    if (level == CheckLevel::Off) {
        return;
    }
    const TemperatureReading *deciding = decidingReading(evidence);
    if (deciding == nullptr) {
        const NoTemperature why = evidence.attempt.noResult.value_or(NoTemperature::TooFewSamples);
        if (isTransient(why) && !evidence.faceNotFound) {
            result.measuring = true;
        } else {
            result.reasons.push_back(Reason{ReasonCode::TemperatureMissing, level, why, {}});
        }
        return;
    }
    if (deciding->zone == Zone::Refer) {
        result.reasons.push_back(reason(ReasonCode::Fever, level));
    } else if (deciding->zone == Zone::Recheck) {
        result.reasons.push_back(reason(ReasonCode::FeverUncertain, level));
    }
}

void addMask(Assessment &result, const Evidence &evidence, CheckLevel level)
{
    if (level == CheckLevel::Off) {
        return;
    }
    if (!evidence.mask) {
        result.measuring = true;
        return;
    }
    switch (*evidence.mask) {
    case MaskState::Mask:
        break;
    case MaskState::NoMask:
        result.reasons.push_back(reason(ReasonCode::NoMask, level));
        break;
    case MaskState::Incorrect:
        result.reasons.push_back(reason(ReasonCode::MaskIncorrect, level));
        break;
    case MaskState::Unsure:
        // What the camera cannot judge the guard looks at himself: his reason is asked for, HARD or not.
        result.reasons.push_back(reason(ReasonCode::MaskUnsure, CheckLevel::Soft));
        break;
    }
}

void addAnswers(Assessment &result, const std::vector<Answer> &answers, const Plan &plan)
{
    bool open = false;
    for (std::size_t i = 0; i < plan.questions.size(); ++i) {
        const Question &question = plan.questions[i];
        const Answer answer = i < answers.size() ? answers[i] : Answer::NotAsked;
        if (question.level == CheckLevel::Off) {
            continue;
        }
        if (answer == Answer::Yes) {
            result.reasons.push_back(reason(ReasonCode::Answer, question.level, question.id));
        }
        open = open || answer == Answer::NotAsked;
    }
    if (open) {
        result.missing.push_back(reason(ReasonCode::QuestionsOpen, CheckLevel::Hard));
    }
}

/// Fails that a second measurement can still settle are a recheck, not a refusal.
bool isRecheck(const Reason &reason) { return reason.code == ReasonCode::FeverUncertain || reason.level == CheckLevel::Soft; }

Verdict verdictOf(const std::vector<Reason> &reasons)
{
    Verdict verdict = Verdict::Pass;
    for (const Reason &reason : reasons) {
        const Verdict own = reason.code == ReasonCode::TemperatureMissing ? Verdict::NoResult
                            : isRecheck(reason)                           ? Verdict::Recheck
                                                                          : Verdict::Refuse;
        // Declared from mild to hard, but "no result" must not hide that a recheck is due.
        static constexpr auto rank = [](Verdict v) {
            return v == Verdict::Refuse ? 3 : v == Verdict::Recheck ? 2 : v == Verdict::NoResult ? 1 : 0;
        };
        verdict = rank(own) > rank(verdict) ? own : verdict;
    }
    return verdict;
}

} // namespace

const TemperatureReading *decidingReading(const Evidence &evidence) noexcept
{
    if (evidence.contact) {
        return &*evidence.contact;
    }
    const TemperatureReading *worst = evidence.infrared ? &*evidence.infrared : nullptr;
    for (const TemperatureReading &reading : evidence.earlier) {
        if (reading.zone && (worst == nullptr || *reading.zone > *worst->zone)) {
            worst = &reading;
        }
    }
    return worst;
}

bool isUnsettledFever(const Evidence &evidence) noexcept
{
    const TemperatureReading *deciding = decidingReading(evidence);
    return deciding != nullptr && deciding->instrument == Instrument::Infrared && deciding->zone == Zone::Refer;
}

bool isTransient(NoTemperature reason) noexcept { return reason == NoTemperature::TooFewSamples || reason == NoTemperature::Nobody; }

std::vector<Reason> identityProblems(const IdentityDraft &draft, const Plan &plan, HallDay today)
{
    std::vector<Reason> problems;
    if (plan.identityCheck == CheckLevel::Off) {
        return problems;
    }
    const auto add = [&](ReasonCode code) { problems.push_back(reason(code, plan.identityCheck)); };
    const auto blank = [](const std::string &text) { return text.find_first_not_of(" \t") == std::string::npos; };

    if (plan.nameField == FieldRule::Required && blank(draft.name)) {
        add(ReasonCode::NameMissing);
    }
    const bool documentWanted =
        plan.documentField == FieldRule::Required || (plan.documentField == FieldRule::Optional && !blank(draft.document));
    if (documentWanted && blank(draft.unverifiedReason)) {
        if (draft.documentType == DocumentType::None || blank(draft.document)) {
            add(ReasonCode::DocumentMissing);
        } else if (!checkDocument(draft.documentType, draft.document, draft.country, today).valid()) {
            add(ReasonCode::DocumentInvalid);
        }
    }
    const bool phoneWanted = plan.phoneField == FieldRule::Required || (plan.phoneField == FieldRule::Optional && !blank(draft.phone));
    // An elder without a phone still gets in: a companion's number or the guard's note stands for it.
    if (phoneWanted && !blank(draft.phone)) {
        if (!checkPhone(draft.phone).valid()) {
            add(ReasonCode::PhoneInvalid);
        }
    } else if (phoneWanted && blank(draft.phoneNote)) {
        add(ReasonCode::PhoneMissing);
    }
    if (plan.purposeField == FieldRule::Required && blank(draft.purpose)) {
        add(ReasonCode::PurposeMissing);
    }
    return problems;
}

Assessment assess(const Evidence &evidence, const IdentityDraft &draft, const std::vector<Answer> &answers, int inside, const Plan &plan,
                  HallDay today)
{
    Assessment result;
    if (plan.responseLevel == 1 && plan.closedCheck != CheckLevel::Off) {
        result.reasons.push_back(reason(ReasonCode::ClosedToPublic, plan.closedCheck));
    }
    if (plan.capacity > 0 && inside >= plan.capacity) {
        result.reasons.push_back(reason(ReasonCode::HallFull, CheckLevel::Hard));
    }
    addTemperature(result, evidence, plan.temperatureCheck);
    addMask(result, evidence, plan.maskCheck);
    addAnswers(result, answers, plan);
    for (Reason &problem : identityProblems(draft, plan, today)) {
        auto &list = problem.level == CheckLevel::Hard ? result.missing : result.reasons;
        list.push_back(std::move(problem));
    }
    const bool unverified =
        plan.identityCheck != CheckLevel::Off && plan.documentField != FieldRule::Off && !draft.unverifiedReason.empty();
    std::stable_sort(result.reasons.begin(), result.reasons.end(), [](const Reason &a, const Reason &b) { return a.level > b.level; });

    // Measured before or not: of two who stand close nobody can say who goes in.
    result.notAlone = evidence.faces > 1;
    const Verdict verdict = verdictOf(result.reasons);
    const bool complete = !result.measuring && result.missing.empty() && !result.notAlone;
    // A refusal does not wait for the rest of the form; everything milder does.
    const bool known = !result.measuring && verdict != Verdict::Pass;
    if (verdict == Verdict::Refuse || complete || known) {
        result.verdict = verdict;
    }
    result.mayAdmit = complete && verdict == Verdict::Pass;
    const bool hard =
        std::any_of(result.reasons.begin(), result.reasons.end(), [](const Reason &r) { return r.level == CheckLevel::Hard; });
    result.mayOverride = complete && !result.mayAdmit && !hard;
    if (unverified) {
        // Said with the entry, not a failure: the guard gave his reason when he kept it.
        result.reasons.push_back(reason(ReasonCode::DocumentUnverified, CheckLevel::Off, {}));
    }
    return result;
}

bool isAlerting(const std::vector<Reason> &reasons, const Plan &plan)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason &reason) {
        if (reason.code == ReasonCode::Fever) {
            return plan.feverAlerts;
        }
        if (reason.code != ReasonCode::Answer) {
            return false;
        }
        const auto question =
            std::find_if(plan.questions.begin(), plan.questions.end(), [&](const Question &q) { return q.id == reason.detail; });
        return question != plan.questions.end() && question->alerts;
    });
}

bool isAlertingOnceGone(const std::vector<Reason> &reasons, const Plan &plan)
{
    const bool unfinished =
        std::any_of(reasons.begin(), reasons.end(), [](const Reason &r) { return r.code == ReasonCode::FeverUncertain; });
    return isAlerting(reasons, plan) || (unfinished && plan.feverAlerts);
}

bool isTurnedAwayUnmasked(const std::vector<Reason> &reasons, const Plan &plan)
{
    const bool unmasked = std::any_of(reasons.begin(), reasons.end(),
                                      [](const Reason &r) { return r.code == ReasonCode::NoMask || r.code == ReasonCode::MaskIncorrect; });
    return unmasked && plan.unmaskedTold && !isAlertingOnceGone(reasons, plan);
}

} // namespace menshen
