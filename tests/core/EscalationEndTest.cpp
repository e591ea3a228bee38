// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever was told is told when it is over: by whom he was told, once each, and through restarts.
#include "menshen/core/EscalationEnd.h"

#include "tests/support/EscalationJournal.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const SendOutcome kAccepted{true, false, 0us, {}};
const SendOutcome kUnreachable{false, false, 0us, {}};
const SendOutcome kRefused{false, true, 0us, {}};

EscalationLevel level(const char *id, std::vector<std::string> couriers, std::vector<Recipient> people)
{
    return {id, {id, id}, std::move(people), std::move(couriers), 5min};
}

const Recipient kOffice{"王主任", "13800138000", "office@example.org"};
const Recipient kLeader{"李局长", "13900139000", ""};

EscalationPolicy ladder()
{
    EscalationPolicy policy;
    policy.levels = {level("office", {"mail", "robot"}, {kOffice}), level("leader", {"sms"}, {kLeader})};
    policy.beside = {level("cdc", {"fax"}, {{"疾控值班", "13700137000", ""}})};
    return policy;
}

/// Carries out the next thing that is due of how it ended; what was sent and to whom, empty when nothing is due.
std::string tellOne(EscalationJournal &journal, const SendOutcome &outcome)
{
    for (int steps = 0; steps < 2; ++steps) {
        const auto due = dueEndings(journal.state(), journal.now());
        if (due.empty()) {
            return {};
        }
        if (const auto *planned = std::get_if<CommitEnding>(&due.front())) {
            journal.commit(planned->entry);
            continue;
        }
        const auto send = std::get<SendEnding>(due.front());
        journal.commit(endingOutcome(journal.state(), send.who, outcome, journal.now().wall));
        return send.courier + " " + endingId(EntrySeq{7}, send.how, send.who);
    }
    return {};
}

std::vector<std::string> tellAll(EscalationJournal &journal, const SendOutcome &outcome = kAccepted)
{
    std::vector<std::string> sent;
    for (std::string one = tellOne(journal, outcome); !one.empty(); one = tellOne(journal, outcome)) {
        sent.push_back(one);
    }
    return sent;
}

/// The office by mail, the CDC by fax, and after five minutes the leader.
EscalationJournal toldOfAll()
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    EXPECT_EQ(journal.send(kAccepted, 1), "fax");
    journal.pass(5min);
    EXPECT_EQ(journal.send(kAccepted), "sms");
    return journal;
}

TEST(EscalationEnd, WhoeverWasNeverReachedIsToldNothing)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kUnreachable), "mail");
    journal.act(AlertAction::FalseAlarm);
    EXPECT_THAT(tellAll(journal), IsEmpty());
    EXPECT_FALSE(nextEndingAt(journal.state()));
}

TEST(EscalationEnd, NothingIsSentBeforeItsAttemptIsDurable)
{
    EscalationJournal journal = toldOfAll();
    journal.act(AlertAction::FalseAlarm);
    const auto due = dueEndings(journal.state(), journal.now());
    ASSERT_THAT(due, SizeIs(3));
    for (const EndingStepDue &step : due) {
        const auto *planned = std::get_if<CommitEnding>(&step);
        ASSERT_NE(planned, nullptr);
        EXPECT_EQ(planned->entry.step, EscalationStep::Planned);
        EXPECT_EQ(planned->entry.ending, (EndingTold{AlertAction::FalseAlarm, static_cast<int>(planned->who)}));
    }
    EXPECT_THAT(journal.due(), IsEmpty()) << "the ladder itself is over";
}

TEST(EscalationEnd, EverybodyWhoWasReachedIsToldOnceByWhatReachedHim)
{
    EscalationJournal journal = toldOfAll();
    journal.act(AlertAction::Closed);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0", "fax 7-over-1", "sms 7-over-2"));
    journal.pass(24h);
    EXPECT_THAT(tellAll(journal), IsEmpty());
    journal.restart(1h);
    EXPECT_THAT(tellAll(journal), IsEmpty()) << "it is in the ledger";
}

TEST(EscalationEnd, AHandOverAndTheEndAreOneMessageEach)
{
    EscalationJournal journal = toldOfAll();
    journal.act(AlertAction::HandedOver);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-handed-0", "fax 7-handed-1", "sms 7-handed-2"));
    journal.pass(1h);
    journal.restart(1h);
    EXPECT_THAT(tellAll(journal), IsEmpty());
    journal.act(AlertAction::Closed);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0", "fax 7-over-1", "sms 7-over-2"));
}

TEST(EscalationEnd, AHandOverThatCouldNotBeToldIsOutrunByTheEnd)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::HandedOver);
    EXPECT_EQ(tellOne(journal, kUnreachable), "mail 7-handed-0");
    journal.act(AlertAction::Closed);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
    journal.restart(10s);
    EXPECT_THAT(tellAll(journal), IsEmpty());
}

TEST(EscalationEnd, AHandOverThatIsUnderWayEndsBeforeTheEndIsTold)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::HandedOver);
    journal.commit(std::get<CommitEnding>(dueEndings(journal.state(), journal.now()).at(0)).entry);
    journal.act(AlertAction::Closed);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-handed-0", "mail 7-over-0"));
}

TEST(EscalationEnd, WhenItsCourierFailsTheLevelsNextOneIsAsked)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::FalseAlarm);
    EXPECT_EQ(tellOne(journal, kUnreachable), "mail 7-over-0");
    EXPECT_EQ(tellOne(journal, kUnreachable), "robot 7-over-0");
    EXPECT_EQ(tellOne(journal, kAccepted), "") << "a pause when all have failed";
    journal.pass(7s);
    EXPECT_EQ(tellOne(journal, kAccepted), "mail 7-over-0") << "the same name: whoever has it already sees that";
    EXPECT_THAT(tellAll(journal), IsEmpty());
}

TEST(EscalationEnd, ANetworkThatStaysAwayIsGivenUpAlsoThroughARestart)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::FalseAlarm);
    int sent = 0;
    while (const auto next = nextEndingAt(journal.state())) {
        journal.pass(std::max(Micros{0}, *next - journal.now().mono));
        while (tellOne(journal, kUnreachable) != "") {
            ++sent;
        }
        if (sent == 6) {
            journal.restart(1s);
        }
        ASSERT_LE(sent, 2 * kMessageRounds);
    }
    EXPECT_EQ(sent, 2 * kMessageRounds);
    EXPECT_FALSE(isEndingOpen(journal.state()));
    journal.restart(1h);
    EXPECT_THAT(tellAll(journal), IsEmpty());
}

TEST(EscalationEnd, WhoRefusesForGoodIsNotAskedAgain)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::FalseAlarm);
    EXPECT_THAT(tellAll(journal, kRefused), ElementsAre("mail 7-over-0", "robot 7-over-0"));
    EXPECT_FALSE(isEndingOpen(journal.state()));
}

TEST(EscalationEnd, KilledBetweenTheEntryAndTheMessageItIsSentUnderTheSameName)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::FalseAlarm);
    journal.commit(std::get<CommitEnding>(dueEndings(journal.state(), journal.now()).at(0)).entry);
    journal.restart(10s);
    const auto due = dueEndings(journal.state(), journal.now());
    ASSERT_THAT(due, SizeIs(1));
    EXPECT_TRUE(std::holds_alternative<SendEnding>(due[0]));
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
}

TEST(EscalationEnd, WhoIsReachedWhileItEndsIsToldToo)
{
    EscalationJournal journal(ladder());
    journal.commit(std::get<CommitStep>(journal.due().at(0)).entry);
    journal.act(AlertAction::FalseAlarm); // while the mail is being sent
    EXPECT_THAT(tellAll(journal), IsEmpty());
    journal.commit(outcomeEntry(journal.state(), 0, kAccepted, journal.now()));
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
}

TEST(EscalationEnd, WhomALostOutcomeMayHaveReachedIsToldAfterTheRestartAndAfterTheNextOneNotAgain)
{
    EscalationJournal journal(ladder());
    journal.commit(std::get<CommitStep>(journal.due().at(0)).entry);
    journal.act(AlertAction::FalseAlarm);
    journal.restart(10s);
    journal.set(withUnknownReached(journal.state(), journal.now().mono));
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
    journal.restart(10s);
    journal.set(withUnknownReached(journal.state(), journal.now().mono));
    EXPECT_THAT(tellAll(journal), IsEmpty());
}

TEST(EscalationEnd, WhoHasSeenAMessageThatSeemedToFailIsTold)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kUnreachable), "mail");
    EscalationEntry seen;
    seen.alert = EntrySeq{7};
    seen.step = EscalationStep::Seen;
    seen.attempt = 1;
    journal.commit(seen);
    journal.act(AlertAction::Closed);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
}

TEST(EscalationEnd, WhoIsOfTwoLevelsIsToldOnceByOneCourier)
{
    EscalationPolicy policy = ladder();
    policy.levels[1] = level("leader", {"mail"}, {kOffice, kLeader});
    policy.levels.push_back(level("deputy", {"mail"}, {kLeader}));
    EscalationJournal journal(policy);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(journal.send(kAccepted), "mail");
        journal.pass(5min);
    }
    journal.act(AlertAction::Closed);
    ASSERT_THAT(journal.state().reached, SizeIs(3));
    EXPECT_THAT(peopleOf(journal.state(), 0), ElementsAre(kOffice));
    EXPECT_THAT(peopleOf(journal.state(), 1), ElementsAre(kLeader));
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0", "mail 7-over-1")) << "the deputy is somebody who was told";
}

TEST(EscalationEnd, ARobotsGroupIsToldOnce)
{
    EscalationPolicy policy = ladder();
    policy.levels = {level("office", {"robot"}, {}), level("leader", {"robot"}, {})};
    EscalationJournal journal(policy);
    EXPECT_EQ(journal.send(kAccepted), "robot");
    journal.pass(5min);
    EXPECT_EQ(journal.send(kAccepted), "robot");
    journal.act(AlertAction::Closed);
    EXPECT_THAT(tellAll(journal), ElementsAre("robot 7-over-0"));
}

TEST(EscalationEnd, ASilenceDoesNotKeepItBack)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    EscalationEntry quiet;
    quiet.alert = EntrySeq{7};
    quiet.step = EscalationStep::Silenced;
    quiet.next = journal.now().wall + 1h;
    journal.commit(quiet);
    journal.act(AlertAction::FalseAlarm);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
}

TEST(EscalationEnd, OfAnAlertThatEndedLongAgoNobodyIsTold)
{
    EscalationJournal journal = toldOfAll();
    journal.act(AlertAction::Closed);
    journal.restart(72h);
    journal.set(withEndingLapsed(journal.state()));
    EXPECT_THAT(tellAll(journal), IsEmpty());
    EXPECT_FALSE(isEndingOpen(journal.state()));
}

TEST(EscalationEnd, AnEntryThatTheDiskDidNotTakeIsMadeAgain)
{
    EscalationJournal journal(ladder());
    EXPECT_EQ(journal.send(kAccepted), "mail");
    journal.act(AlertAction::Closed);
    journal.set(withEndingBusy(journal.state(), 0));
    EXPECT_FALSE(nextEndingAt(journal.state()));
    journal.set(withEndingCommitFailed(journal.state(), 0, journal.now().mono));
    EXPECT_THAT(tellAll(journal), IsEmpty());
    journal.pass(5s);
    EXPECT_THAT(tellAll(journal), ElementsAre("mail 7-over-0"));
}

} // namespace
} // namespace menshen
