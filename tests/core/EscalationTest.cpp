// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Escalation.h"

#include "tests/support/EscalationJournal.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

EscalationLevel level(const char *id, std::vector<std::string> couriers, Micros patience = 5min)
{
    return {id, {id, id}, {{"王某", "13800000000", "a@example.org"}}, std::move(couriers), patience};
}

EscalationPolicy ladder()
{
    EscalationPolicy policy;
    policy.levels = {level("office", {"mail", "robot"}), level("leader", {"sms"}, 10min)};
    return policy;
}

const SendOutcome kAccepted{true, false, 0us, {}};
const SendOutcome kUnreachable{false, false, 0us, {}};
const SendOutcome kRefused{false, true, 0us, {}};

TEST(Escalation, NothingIsSentBeforeItsAttemptIsDurable)
{
    EscalationJournal journal(ladder());
    const auto due = journal.due();
    ASSERT_THAT(due, SizeIs(1));
    const auto *planned = std::get_if<CommitStep>(&due[0]);
    ASSERT_NE(planned, nullptr);
    EXPECT_EQ(planned->entry.step, EscalationStep::Planned);
    EXPECT_EQ(planned->entry.courier, "mail");
    EXPECT_EQ(planned->entry.attempt, 1);
    journal.commit(planned->entry);
    const auto next = journal.due();
    ASSERT_THAT(next, SizeIs(1));
    EXPECT_TRUE(std::holds_alternative<SendStep>(next[0]));
}

TEST(Escalation, AFailedChannelIsFollowedByTheNextAtOnceAndByAPauseWhenAllFailed)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kUnreachable), "mail");
    EXPECT_EQ(journal.send(kUnreachable), "robot");
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(7s);
    EXPECT_EQ(journal.send(kUnreachable), "mail");
    EXPECT_EQ(journal.send(kUnreachable), "robot");
    journal.pass(7s);
    EXPECT_THAT(journal.due(), IsEmpty()) << "the pause doubles";
    journal.pass(6s);
    EXPECT_EQ(journal.send(kAccepted), "mail");
}

TEST(Escalation, ANetworkThatIsAwayForADayIsTriedAtEveryLevelWithoutEndAndNotTooOften)
{
    EscalationJournal journal(ladder());
    int sent = 0;
    std::set<std::size_t> levels;
    for (const MonoTime end = journal.now().mono + 24h; journal.now().mono < end;) {
        while (journal.send(kUnreachable) != "") {
            ++sent;
            levels.insert(journal.state().lines[0].level);
        }
        ASSERT_TRUE(nextStepAt(journal.state()));
        journal.pass(std::max(Micros{1}, *nextStepAt(journal.state()) - journal.now().mono));
    }
    EXPECT_THAT(levels, ElementsAre(0U, 1U));
    EXPECT_GT(sent, 24 * 12);
    EXPECT_LT(sent, 24 * 60 * 4);
    EXPECT_NE(journal.waitAndSend(kAccepted), "");
}

TEST(Escalation, UnansweredItClimbsAndAfterTheLastLevelBeginsAnew)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(5min);
    EXPECT_EQ(journal.send(kAccepted), "sms");
    journal.pass(9min);
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(1min);
    EXPECT_EQ(journal.send(kAccepted), "mail");
    EXPECT_EQ(journal.state().lines[0].round, 1);
}

TEST(Escalation, AChannelThatRefusesForGoodEndsTheChannelNotTheAlert)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kRefused), "mail");
    EXPECT_EQ(journal.send(kRefused), "robot");
    EXPECT_EQ(journal.send(kUnreachable), "sms") << "nobody at this level can be reached: the next at once";
    journal.pass(6s);
    EXPECT_EQ(journal.send(kRefused), "sms");
    EXPECT_THAT(journal.due(), IsEmpty()) << "refused everywhere, it does not spin";
    journal.pass(5min);
    EXPECT_EQ(journal.send(kUnreachable), "mail") << "in the next round all are asked again: somebody may have mended the settings";
    EXPECT_EQ(journal.send(kAccepted), "robot");
}

TEST(Escalation, ARateLimitIsKeptUnlessAnotherChannelIsThere)
{
    EscalationPolicy policy = ladder();
    policy.levels[0].couriers = {"robot"};
    EscalationJournal journal(policy);
    EXPECT_EQ(journal.send({false, false, 60s, "429"}), "robot");
    journal.pass(59s);
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(1s);
    EXPECT_EQ(journal.send(kAccepted), "robot");
}

TEST(Escalation, AnAcknowledgementStopsItAndExpires)
{
    EscalationJournal journal(ladder());
    journal.send(kAccepted);
    journal.act(AlertAction::Acknowledged);
    journal.pass(29min);
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(1min);
    const auto due = journal.due();
    ASSERT_THAT(due, SizeIs(1));
    const auto *expired = std::get_if<CommitStep>(&due[0]);
    ASSERT_NE(expired, nullptr);
    EXPECT_EQ(expired->entry.step, EscalationStep::AcknowledgementExpired);
    journal.commit(expired->entry);
    EXPECT_EQ(journal.send(kAccepted), "mail") << "whoever was told hears of it first";
}

TEST(Escalation, NothingGoesOnAfterItIsOver)
{
    for (const AlertAction action : {AlertAction::HandedOver, AlertAction::FalseAlarm, AlertAction::Closed}) {
        EscalationJournal journal(ladder());
        journal.send(kAccepted);
        journal.act(action);
        journal.pass(48h);
        EXPECT_THAT(journal.due(), IsEmpty());
        EXPECT_FALSE(nextStepAt(journal.state()));
        EXPECT_EQ(auditProblem(journal.state(), journal.now().mono, 1min), "");
    }
}

TEST(Escalation, TheCdcIsToldBesideTheLadderOnceAndUntilItHasBeen)
{
    EscalationPolicy policy = ladder();
    policy.beside = {level("cdc", {"fax"})};
    EscalationJournal journal(policy);
    EXPECT_EQ(journal.send(kUnreachable, 1), "fax");
    journal.act(AlertAction::Acknowledged);
    journal.pass(7s);
    EXPECT_EQ(journal.send(kAccepted, 1), "fax") << "an acknowledgement inside the hall is none of the CDC";
    journal.pass(20min);
    EXPECT_THAT(journal.due(), IsEmpty());
}

TEST(Escalation, ASilenceKeepsStepsBackRecordsThatAndEnds)
{
    EscalationJournal journal(ladder());
    EscalationEntry silence;
    silence.alert = EntrySeq{7};
    silence.step = EscalationStep::Silenced;
    silence.next = journal.now().wall + 20min;
    journal.commit(silence);
    const auto due = journal.due();
    ASSERT_THAT(due, SizeIs(1));
    EXPECT_EQ(std::get<CommitStep>(due[0]).entry.step, EscalationStep::Hidden);
    journal.commit(std::get<CommitStep>(due[0]).entry);
    journal.pass(19min);
    EXPECT_THAT(journal.due(), IsEmpty());
    EXPECT_EQ(*nextStepAt(journal.state()), journal.now().mono + 1min);
    journal.pass(1min);
    EXPECT_NE(journal.send(kAccepted), "");
}

TEST(Escalation, ARestartSendsAgainWhatMayNotHaveBeenSentUnderTheSameName)
{
    EscalationJournal journal(ladder());
    journal.commit(std::get<CommitStep>(journal.due()[0]).entry);
    journal.restart(0s);
    const auto due = journal.due();
    ASSERT_THAT(due, SizeIs(1));
    const auto *again = std::get_if<SendStep>(&due[0]);
    ASSERT_NE(again, nullptr);
    EXPECT_EQ(attemptId(EntrySeq{7}, again->line, again->attempt), "7-0-1");
    EXPECT_EQ(again->courier, "mail");
}

TEST(Escalation, PatienceRunsOnWhileTheStationIsOff)
{
    EscalationJournal journal(ladder());
    journal.send(kAccepted);
    journal.pass(2min);
    journal.restart(2min);
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(1min);
    EXPECT_EQ(journal.send(kAccepted), "sms");
}

TEST(Escalation, AClockSetBackDoesNotMakePatienceLonger)
{
    EscalationJournal journal(ladder());
    journal.send(kAccepted);
    journal.restart(-48h);
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(5min);
    EXPECT_EQ(journal.send(kAccepted), "sms");
    journal.restart(+48h);
    EXPECT_EQ(journal.send(kAccepted), "mail") << "set forward: due at once, never lost";
}

TEST(Escalation, AnEntryThatDidNotBecomeDurableIsTriedAgain)
{
    EscalationJournal journal(ladder());
    journal.set(withCommitFailed(withBusy(journal.state(), 0), 0, journal.now()));
    EXPECT_THAT(journal.due(), IsEmpty());
    journal.pass(5s);
    EXPECT_THAT(journal.due(), SizeIs(1));
}

TEST(Escalation, TheAuditorSeesALineThatHangs)
{
    EscalationJournal journal(ladder());
    journal.set(withBusy(journal.state(), 0));
    EXPECT_THAT(journal.due(), IsEmpty());
    EXPECT_EQ(auditProblem(journal.state(), journal.now().mono, 1min), "");
    journal.pass(90s);
    EXPECT_EQ(auditProblem(journal.state(), journal.now().mono, 1min), "the next step of alert 7 is overdue by 90 s");
}

TEST(Escalation, AnOutcomeThatComesTwiceCountsOnce)
{
    EscalationJournal journal(ladder());
    journal.commit(std::get<CommitStep>(journal.due()[0]).entry);
    const EscalationEntry failed = outcomeEntry(journal.state(), 0, kUnreachable, journal.now());
    journal.commit(outcomeEntry(journal.state(), 0, kAccepted, journal.now()));
    journal.commit(failed);
    EXPECT_EQ(journal.state().lines[0].phase, LinePhase::Answering) << "somebody was reached";
    EXPECT_THAT(journal.due(), IsEmpty());
}

TEST(Escalation, AnAttemptThatIsPlannedTwiceIsOne)
{
    EscalationJournal journal(ladder());
    const EscalationEntry planned = std::get<CommitStep>(journal.due()[0]).entry;
    journal.commit(planned);
    journal.commit(outcomeEntry(journal.state(), 0, kAccepted, journal.now()));
    journal.commit(planned);
    EXPECT_EQ(journal.state().lines[0].phase, LinePhase::Answering);
}

TEST(Escalation, WhatWasTakenBackIsPlannedAnewToTheSameChannel)
{
    EscalationJournal journal(ladder());
    journal.commit(std::get<CommitStep>(journal.due()[0]).entry);
    journal.commit(withdrawnEntry(journal.state(), 0));
    const auto due = journal.due();
    ASSERT_THAT(due, SizeIs(1));
    EXPECT_EQ(std::get<CommitStep>(due[0]).entry.attempt, 2);
    EXPECT_EQ(std::get<CommitStep>(due[0]).entry.courier, "mail");
}

TEST(Escalation, ADayWithoutAnyNetworkIsTriedEveryFewMinutesNotEveryFewSeconds)
{
    EscalationJournal journal(ladder());
    int tries = 0;
    for (const MonoTime end = journal.now().mono + 24h; journal.now().mono < end; ++tries) {
        ASSERT_NE(journal.waitAndSend(kUnreachable), "");
    }
    // Two or three channels every five minutes and a little at the most, once the first round is over.
    EXPECT_LT(tries, 3 * 24 * 12 + 60);
    EXPECT_GT(tries, 24 * 12 / 2) << "but it never gives up";
}

TEST(Escalation, ALinkThatIsOpenedSaysNothingOfTheMessageUnderWay)
{
    Escalation state = escalationOf(EntrySeq{7}, ladder(), {}, {});
    state = withBusy(std::move(state), 0);
    EscalationEntry seen;
    seen.alert = EntrySeq{7};
    seen.step = EscalationStep::Seen;
    seen.attempt = 1;
    state = after(std::move(state), seen, {}, {});
    EXPECT_TRUE(state.lines[0].busy) << "else it would go out twice";
    EscalationEntry silenced;
    silenced.alert = EntrySeq{7};
    silenced.step = EscalationStep::Silenced;
    silenced.next = WallTime{15min};
    state = after(std::move(state), silenced, {}, {});
    EXPECT_TRUE(state.lines[0].busy) << "nor does a silence";
}

TEST(Escalation, WithoutAnybodyToTellTheDoorIsAllThereIs)
{
    EscalationJournal journal(EscalationPolicy{});
    EXPECT_THAT(journal.due(), IsEmpty());
    EXPECT_FALSE(nextStepAt(journal.state()));
}

} // namespace
} // namespace menshen
