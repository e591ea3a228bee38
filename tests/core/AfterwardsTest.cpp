// SPDX-License-Identifier: GPL-3.0-or-later
// The day without power: paper forms that are typed in later.
#include "menshen/core/Afterwards.h"

#include "tests/support/People.h"

#include <gtest/gtest.h>

using namespace menshen;
using namespace menshen::test;

namespace {

constexpr UtcOffset kOffset{};
const WallTime kNow = startOfDay(kToday, kOffset) + 15h;

PaperForm form()
{
    return {.happened = kNow - 4h,
            .by = "1001",
            .identity = zhang(),
            .mask = MaskState::Mask,
            .temperature = Celsius{36.5},
            .instrument = Instrument::Contact,
            .answers = {Answer::No},
            .outcome = Outcome::Admitted,
            .note = {}};
}

std::optional<PaperProblem> problemOf(const PaperForm &typed, const Plan &plan = smallPlan())
{
    const auto problem = afterwardsProblem(typed, plan, kNow, kOffset);
    return problem ? std::optional(problem->what) : std::nullopt;
}

VisitEntry visitOf(const PaperForm &typed, const Plan &plan = smallPlan()) { return afterwardsVisit(typed, plan, kNow, kOffset); }

bool names(const VisitEntry &visit, ReasonCode code)
{
    return std::ranges::any_of(visit.reasons, [code](const Reason &reason) { return reason.code == code; });
}

PaperForm with(void (*change)(PaperForm &))
{
    PaperForm typed = form();
    change(typed);
    return typed;
}

} // namespace

TEST(Afterwards, AVisitToComeIsATypingError)
{
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.happened = kNow + 1min; })), PaperProblem::InFuture);
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.happened = kNow; })), std::nullopt);
}

TEST(Afterwards, AVisitWhoseDayWouldBeDestroyedByNowIsNotTakenIn)
{
    Plan plan = smallPlan();
    plan.retentionDays = 14;
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.happened = startOfDay(kToday, kOffset) - 14 * 24h - 1min; }), plan),
              PaperProblem::TooOld);
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.happened = startOfDay(kToday, kOffset) - 14 * 24h; }), plan), std::nullopt);
    plan.retentionDays = 0;
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.happened = kNow - 9000h; }), plan), std::nullopt) << "nothing is ever destroyed";
}

TEST(Afterwards, SomebodyHasFilledItIn)
{
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.by = "  "; })), PaperProblem::NobodyFilledIn);
}

TEST(Afterwards, ATemperatureThatNoInstrumentShowsIsATypingError)
{
    for (const double typed : {3.65, 33.9, 43.1, 365.0}) {
        PaperForm wrong = form();
        wrong.temperature = Celsius{typed};
        EXPECT_EQ(problemOf(wrong), PaperProblem::TemperatureImplausible) << typed;
        wrong.instrument = Instrument::Infrared;
        EXPECT_EQ(problemOf(wrong), PaperProblem::TemperatureImplausible) << typed;
    }
}

TEST(Afterwards, WhetherHeCameInHasToBeSaidAndNobodyWalksOffOnPaper)
{
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.outcome.reset(); })), PaperProblem::OutcomeMissing);
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.outcome = Outcome::Left; })), PaperProblem::OutcomeMissing);
}

TEST(Afterwards, Y1_WhoeverCameInHasWhatThePlanAsksFor)
{
    PaperForm typed = form();
    typed.identity.phone.clear();
    typed.identity.name.clear();
    const auto problem = afterwardsProblem(typed, smallPlan(), kNow, kOffset);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->what, PaperProblem::Identity);
    ASSERT_EQ(problem->identity.size(), 2U);
    EXPECT_EQ(problem->identity[0].code, ReasonCode::NameMissing);
    EXPECT_EQ(problem->identity[1].code, ReasonCode::PhoneMissing);
    EXPECT_EQ(problemOf(with([](PaperForm &f) { f.identity.document = "110105194912310021"; })), PaperProblem::Identity);
}

TEST(Afterwards, WhoWasRefusedMayHaveGivenNothingButWhatHeGaveIsRight)
{
    PaperForm refused = form();
    refused.outcome = Outcome::Refused;
    refused.note = "no mask, went home";
    refused.identity = {};
    EXPECT_EQ(problemOf(refused), std::nullopt);
    refused.identity.phone = "138";
    EXPECT_EQ(problemOf(refused), PaperProblem::Identity);
    refused.identity.phone.clear();
    refused.identity.document = "110105194912310021";
    EXPECT_EQ(problemOf(refused), PaperProblem::Identity);
}

TEST(Afterwards, WhatTheFormDoesNotSayIsNeverAPass)
{
    const PaperForm gaps[] = {with([](PaperForm &f) { f.temperature.reset(); }), with([](PaperForm &f) { f.mask.reset(); }),
                              with([](PaperForm &f) { f.answers.clear(); }), with([](PaperForm &f) { f.answers = {Answer::NotAsked}; })};
    const ReasonCode codes[] = {ReasonCode::TemperatureMissing, ReasonCode::MaskUnsure, ReasonCode::QuestionsOpen,
                                ReasonCode::QuestionsOpen};
    for (std::size_t i = 0; i < std::size(gaps); ++i) {
        EXPECT_EQ(problemOf(gaps[i]), PaperProblem::AdmittedWithoutReason) << i;
        EXPECT_NE(visitOf(gaps[i]).verdict, Verdict::Pass) << i;
        EXPECT_TRUE(names(visitOf(gaps[i]), codes[i])) << i;
    }
}

TEST(Afterwards, WhoCameInAgainstTheFormHasAReasonAndItIsKept)
{
    PaperForm typed = with([](PaperForm &f) { f.mask = MaskState::NoMask; });
    EXPECT_EQ(problemOf(typed), PaperProblem::AdmittedWithoutReason);
    typed.note = "was given one";
    EXPECT_EQ(problemOf(typed), std::nullopt);
    EXPECT_EQ(visitOf(typed).overrideReason, "was given one");
    EXPECT_EQ(visitOf(typed).verdict, Verdict::Refuse) << "the reason makes it no pass";
}

TEST(Afterwards, WhoWasRefusedForNothingOnTheFormHasAReason)
{
    PaperForm refused = with([](PaperForm &f) { f.outcome = Outcome::Refused; });
    EXPECT_EQ(problemOf(refused), PaperProblem::RefusedWithoutReason);
    refused.note = "the hall was full";
    EXPECT_EQ(problemOf(refused), std::nullopt);
    EXPECT_EQ(visitOf(refused).note, "the hall was full");
}

TEST(Afterwards, TheEntrySaysWhenItHappenedAndWhoFilledItIn)
{
    const PaperForm typed = with([](PaperForm &f) {
        f.identity.document = "1101 0519 4912 3100 2x";
        f.identity.phone = "138 0013 8000";
    });
    ASSERT_EQ(problemOf(typed), std::nullopt);
    const VisitEntry visit = visitOf(typed);
    ASSERT_TRUE(visit.afterwards);
    EXPECT_EQ(visit.afterwards->happened, kNow - 4h);
    EXPECT_EQ(visit.afterwards->by, "1001");
    EXPECT_EQ(visit.verdict, Verdict::Pass);
    EXPECT_EQ(visit.plan, "test");
    EXPECT_EQ(visit.finding, EntrySeq{});
    EXPECT_EQ(visit.identity.document, "11010519491231002X");
    EXPECT_EQ(visit.identity.phone, "13800138000");
    ASSERT_EQ(visit.answers.size(), 1U);
    EXPECT_EQ(visit.answers[0], std::pair(std::string("cough"), Answer::No));
}

TEST(Afterwards, Y2_AContactFeverIsOneFromTheLineOn)
{
    PaperForm typed = form();
    typed.temperature = Celsius{37.2};
    EXPECT_EQ(visitOf(typed).verdict, Verdict::Pass);
    typed.temperature = Celsius{37.3};
    EXPECT_TRUE(names(visitOf(typed), ReasonCode::Fever));
    EXPECT_TRUE(afterwardsAlerts(visitOf(typed), smallPlan()));
    EXPECT_EQ(visitOf(typed).evidence.contact->body->value, Celsius{37.3});
}

TEST(Afterwards, AnInfraredValueIsTakenAsReadAndItsBandIsNoPass)
{
    PaperForm typed = form();
    typed.instrument = Instrument::Infrared;
    EXPECT_EQ(visitOf(typed).verdict, Verdict::Pass);
    EXPECT_FALSE(visitOf(typed).evidence.contact);
    EXPECT_EQ(visitOf(typed).evidence.infrared->body->value, Celsius{36.5}) << "no correction of ours";
    typed.temperature = Celsius{37.2};
    EXPECT_EQ(visitOf(typed).verdict, Verdict::Recheck);
    typed.temperature = Celsius{37.3};
    EXPECT_TRUE(names(visitOf(typed), ReasonCode::Fever)) << "nobody can measure him again";
    EXPECT_TRUE(afterwardsAlerts(visitOf(typed), smallPlan()));
}

TEST(Afterwards, S6_AnAlertingAnswerIsToldAndAPassIsNot)
{
    EXPECT_TRUE(afterwardsAlerts(visitOf(with([](PaperForm &f) { f.answers = {Answer::Yes}; })), smallPlan()));
    EXPECT_FALSE(afterwardsAlerts(visitOf(form()), smallPlan()));
}

TEST(Afterwards, ARecheckThatWasRefusedIsToldAndOneThatWasLetInIsNot)
{
    PaperForm typed = form();
    typed.instrument = Instrument::Infrared;
    typed.temperature = Celsius{37.2};
    EXPECT_FALSE(afterwardsAlerts(visitOf(typed), smallPlan()));
    typed.outcome = Outcome::Refused;
    EXPECT_TRUE(afterwardsAlerts(visitOf(typed), smallPlan()));
}
