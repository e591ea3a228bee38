// SPDX-License-Identifier: GPL-3.0-or-later
// The post on a real ledger with real reports: what it sends, to whom, and what a restart leaves of it.
#include "menshen/app/ReportPost.h"

#include "tests/app/ReportWeek.h"

#include <gmock/gmock.h>

#include <set>

namespace menshen::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ReportPostTest : public ReportWeek {
protected:
    struct Sent {
        std::string courier;
        CourierMessage message;
    };

    void SetUp() override
    {
        ReportWeek::SetUp();
        station(0, 8h, StationAction::Started, "plan default");
        station(0, 18h, StationAction::Stopped);
        policy.levels = {{"office", {"办公室", "Office"}, {{"王主任", "13800138000", "office@example.org"}}, {"mail", "group"}, 5min},
                         {"leader", {"带班领导", "On-duty leader"}, {{"李局长", "13900139000", ""}}, {"sms"}, 10min}};
        open();
    }
    void open()
    {
        ReportPostParts parts;
        parts.openReports = [this]() -> Result<std::unique_ptr<ReportReader>> {
            auto opened = SqliteReportReader::open(path, nullptr);
            if (!opened)
                return opened.error();
            return std::unique_ptr<ReportReader>(std::move(*opened));
        };
        parts.policy = [this](WallTime) { return policy; };
        parts.send = [this](const std::string &courier, const CourierMessage &message, const std::stop_token &) {
            sent.push_back({courier, message});
            Delivery delivery;
            delivery.outcome = broken.contains(courier) ? Delivery::Outcome::Unreachable : Delivery::Outcome::Accepted;
            delivery.provider = broken.contains(courier) ? "no route" : "250 ok";
            return delivery;
        };
        parts.append = [this](Entry entry, const std::string &actor) -> Result<Receipt> {
            if (full)
                return Error{ErrorCode::DiskFull, "full"};
            return appended(*ledger, {clock.wall(), hallDayOf(clock.wall(), UtcOffset{}), actor, std::move(entry)});
        };
        post = std::make_unique<ReportPost>(clock, std::move(parts), ReportPostSettings{settings, "西门"});
    }
    void lookAt(int number, Micros time)
    {
        clock.set(at(number, time));
        post->look();
    }
    [[nodiscard]] std::vector<std::string> attempts() const
    {
        std::vector<std::string> names;
        for (const Sent &each : sent)
            names.push_back(each.courier + " " + each.message.attempt);
        return names;
    }
    [[nodiscard]] std::vector<ReportToldEntry> recorded() const
    {
        std::vector<ReportToldEntry> found;
        const auto all = reader->told(day(-30)).value();
        for (const auto &each : all)
            found.push_back(each.entry);
        return found;
    }

    EscalationPolicy policy;
    std::vector<Sent> sent;
    std::set<std::string> broken;
    bool full = false;
    std::unique_ptr<ReportPost> post;
};

TEST_F(ReportPostTest, WithNobodyToTellNothingIsSentOrRecorded)
{
    policy.levels.clear();
    lookAt(1, 18h);
    EXPECT_THAT(sent, IsEmpty());
    EXPECT_THAT(recorded(), IsEmpty());
}

TEST_F(ReportPostTest, WhenNoCourierTakesItTheFailureIsRecordedOnceAndItIsTriedAgain)
{
    broken = {"mail", "group"};
    ASSERT_TRUE(sign(0, at(1, 9h)));
    lookAt(1, 9h + 1min);
    EXPECT_THAT(attempts(), ElementsAre("mail report-2026-11-16-signed-1-0", "group report-2026-11-16-signed-1-0"));
    lookAt(1, 9h + 1min + 30s);
    EXPECT_THAT(sent, SizeIs(2)) << "left alone for a while";
    lookAt(1, 10h);
    EXPECT_THAT(sent, SizeIs(4));
    EXPECT_THAT(recorded(), SizeIs(2));
    broken.clear();
    lookAt(1, 11h);
    EXPECT_THAT(sent, SizeIs(5));
    ASSERT_THAT(recorded(), SizeIs(3));
    EXPECT_TRUE(recorded().back().delivered);
    lookAt(1, 12h);
    EXPECT_THAT(sent, SizeIs(5));
}

TEST_F(ReportPostTest, ASignedReportGoesToTheOfficeOnceAlsoAfterARestart)
{
    ASSERT_TRUE(sign(0, at(1, 9h)));
    lookAt(1, 9h + 1min);
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(sent[0].courier, "mail");
    EXPECT_EQ(sent[0].message.to, policy.levels[0].people);
    EXPECT_THAT(sent[0].message.subject.zh, HasSubstr("【西门】益阳市行政审批服务局 疫情防控日报 2026-11-16"));
    EXPECT_THAT(sent[0].message.text.zh, HasSubstr("无"));
    open();
    lookAt(1, 10h);
    EXPECT_THAT(sent, SizeIs(1));
    const std::vector<ReportToldEntry> entries = recorded();
    ASSERT_THAT(entries, SizeIs(1));
    EXPECT_EQ(entries[0].courier, "mail");
    EXPECT_EQ(entries[0].version, 1);
    EXPECT_EQ(entries[0].detail, "250 ok");
}

TEST_F(ReportPostTest, ItRemindsBeforeTheTimeAndTellsTheLeaderTooWhenTheTimeIsPast)
{
    lookAt(1, 16h + 29min);
    EXPECT_THAT(sent, IsEmpty());
    lookAt(1, 16h + 31min);
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_THAT(sent[0].message.text.en, HasSubstr("due at 2026-11-17 17:30"));
    lookAt(1, 17h + 31min);
    EXPECT_THAT(attempts(), ElementsAre("mail report-2026-11-16-reminder-1-0", "mail report-2026-11-16-overdue-1-0",
                                        "sms report-2026-11-16-overdue-1-1"));
    EXPECT_THAT(sent[2].message.text.en, HasSubstr("2026-11-16 is overdue"));
    ASSERT_TRUE(sign(0, at(1, 18h)));
    lookAt(1, 18h + 31min);
    ASSERT_THAT(sent, SizeIs(4)) << "signed: told, and overdue no more";
    EXPECT_THAT(sent[3].message.text.zh, HasSubstr("台账记录"));
    lookAt(1, 20h);
    EXPECT_THAT(sent, SizeIs(4));
}

TEST_F(ReportPostTest, AnOverdueReportIsToldToBothLevelsInTheSameEverLongerPauses)
{
    lookAt(1, 17h + 31min);
    ASSERT_THAT(sent, SizeIs(2));
    for (const Micros quiet : {Micros{18h}, Micros{18h + 30min}})
        lookAt(1, quiet);
    EXPECT_THAT(sent, SizeIs(2));
    lookAt(1, 18h + 31min);
    EXPECT_THAT(sent, SizeIs(4)) << "after an hour";
    lookAt(1, 20h + 30min);
    EXPECT_THAT(sent, SizeIs(4));
    lookAt(1, 20h + 31min);
    EXPECT_THAT(sent, SizeIs(6)) << "after two";
}

TEST_F(ReportPostTest, ALevelThatCouldNotBeReachedIsTriedAgainAlone)
{
    broken = {"sms"};
    lookAt(1, 17h + 31min);
    ASSERT_THAT(sent, SizeIs(2));
    broken.clear();
    lookAt(1, 17h + 40min);
    EXPECT_THAT(attempts(), ElementsAre("mail report-2026-11-16-overdue-1-0", "sms report-2026-11-16-overdue-1-1",
                                        "sms report-2026-11-16-overdue-1-1"));
    lookAt(1, 17h + 50min);
    EXPECT_THAT(sent, SizeIs(3));
}

TEST_F(ReportPostTest, ALedgerThatTakesNothingDoesNotMakeItRepeatItself)
{
    full = true;
    lookAt(1, 17h + 31min);
    ASSERT_THAT(sent, SizeIs(2));
    lookAt(1, 17h + 35min);
    lookAt(1, 18h);
    EXPECT_THAT(sent, SizeIs(2));
    full = false;
    lookAt(1, 18h + 31min);
    lookAt(1, 20h + 31min);
    ASSERT_THAT(sent, SizeIs(6)) << "the pauses go on from what was not recorded";
    lookAt(2, 17h + 32min);
    lookAt(2, 17h + 34min);
    const std::size_t nextDay = sent.size();
    lookAt(2, 17h + 36min);
    EXPECT_THAT(sent, SizeIs(nextDay)) << "not every minute";
}

TEST_F(ReportPostTest, ALedgerThatCannotBeReadIsTriedAgain)
{
    ASSERT_TRUE(sign(0, at(1, 9h)));
    const std::string moved = path + ".gone";
    ASSERT_EQ(std::rename(path.c_str(), moved.c_str()), 0);
    lookAt(1, 9h + 1min);
    EXPECT_THAT(sent, IsEmpty());
    ASSERT_EQ(std::rename(moved.c_str(), path.c_str()), 0);
    lookAt(1, 10h);
    EXPECT_THAT(sent, SizeIs(1));
}

} // namespace
} // namespace menshen::test
