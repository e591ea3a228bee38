// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drivers/couriers/Server.h"
#include "tests/e2e/CtlFixture.h"

#include <csignal>

namespace menshen {
namespace {

using test::ctl;
using test::Server;
using test::stationWith;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace fs = std::filesystem;

/// A station with these couriers; the robot's secret is good.
class CtlCourier : public testing::Test {
protected:
    static std::string mail(const Server &server, const std::string &id = "mail")
    {
        return "[[courier]]\nid = \"" + id + "\"\nkind = \"smtp\"\nserver = \"127.0.0.1:" + server.place() +
               "\"\nsecurity = \"none\"\nfrom = \"door@hall.example.cn\"\ntimeout_s = 60\n";
    }
    std::string robot(const Server &server) const
    {
        fs::permissions(folder.write("robot", "http://127.0.0.1:" + server.place() + "/robot/send?access_token=TOKEN\nSECtest\n"),
                        fs::perms(0600));
        return "[[courier]]\nid = \"group\"\nkind = \"dingtalk\"\nsecret_file = \"robot\"\n";
    }
    [[nodiscard]] test::Subprocess::Ended tried(const std::string &couriers, std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"--config", stationWith(folder, couriers).string(), "courier", "test"});
        return ctl(arguments);
    }

    const test::TestFolder folder;
};

TEST_F(CtlCourier, NoneOrOneThatTheSettingsDoNotNameIsAUsageError)
{
    EXPECT_EQ(tried("", {"--all"}).code, 2);
    EXPECT_THAT(tried("", {"mail"}).err, HasSubstr("names no courier \"mail\""));
    EXPECT_EQ(tried("", {"mail"}).code, 2);
    EXPECT_EQ(tried("", {}).code, 2);
    EXPECT_EQ(tried("", {"mail", "--all"}).code, 2);
}

TEST_F(CtlCourier, AServerThatIsGoneIsUnavailable)
{
    std::string couriers;
    {
        const Server gone("mail_server.py");
        couriers = mail(gone);
    }
    const auto ended = tried(couriers, {"mail", "--to", "wang@example.cn"});
    EXPECT_EQ(ended.code, 3) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("mail: unreachable after "));
    EXPECT_THAT(ended.err, HasSubstr("menshenctl: mail: "));
}

TEST_F(CtlCourier, ASecretThatOthersMayReadIsRefusedWithTheRemedyAndShownNowhere)
{
    Server server("http_server.py", {"--kind", "dingtalk"});
    const auto couriers = robot(server);
    fs::permissions(folder / "robot", fs::perms(0644));
    const auto ended = tried(couriers, {"group"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.err, HasSubstr("chmod 600"));
    EXPECT_THAT(ended.out + ended.err, AllOf(Not(HasSubstr("TOKEN")), Not(HasSubstr("SECtest"))));
    server.process().signal(SIGTERM);
    EXPECT_THAT(server.process().wait().out, IsEmpty());
}

TEST_F(CtlCourier, OneWhoCannotBeReachedIsNamedAndIsAFailure)
{
    Server server("mail_server.py");
    const auto ended = tried(mail(server), {"mail", "--to", "wang@example.cn", "unknown@example.cn"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.out, HasSubstr("mail: accepted after "));
    EXPECT_THAT(ended.err, HasSubstr("could not reach unknown@example.cn"));
}

TEST_F(CtlCourier, AllAreTriedWhateverBecomesOfTheFirstAndTheWorstIsToldAtTheEnd)
{
    Server first("mail_server.py", {"--mood", "busy"}), second("mail_server.py"),
        third("http_server.py", {"--kind", "dingtalk", "--answer", "code:130101:too fast"});
    const auto ended =
        tried(mail(first, "first") + mail(second, "second") + robot(third), {"--all", "--to", "wang@example.cn", "13800138000"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.out, AllOf(HasSubstr("first: try later after "), HasSubstr("421 4.3.2 too busy, closing, in 120 s"),
                                 HasSubstr("second: accepted after "), HasSubstr("queued as 4711"), HasSubstr("group: try later after "),
                                 HasSubstr("130101 too fast, in 600 s")));
}

TEST_F(CtlCourier, ATestSaysThatItIsOne)
{
    Server server("http_server.py", {"--kind", "dingtalk"});
    const auto ended = tried(robot(server), {"group", "--to", "13800138000"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, IsEmpty());
    const auto request = server.next();
    EXPECT_TRUE(request.at("refusal").is_null());
    EXPECT_THAT(request.at("body").at("text").at("content").get<std::string>(),
                AllOf(HasSubstr("【测试】门神 West"), HasSubstr("没有发生任何情况"), HasSubstr("[TEST] Menshen West"),
                      HasSubstr("Nothing has happened"), HasSubstr("@13800138000")));
}

TEST_F(CtlCourier, CtrlCEndsAWait)
{
    Server server("mail_server.py", {"--mood", "mute"});
    test::Subprocess running(
        {MENSHEN_CTL, "--config", stationWith(folder, mail(server)).string(), "courier", "test", "mail", "--to", "a@b"});
    EXPECT_TRUE(server.next().at("connected"));
    running.signal(SIGINT);
    EXPECT_EQ(running.wait(std::chrono::seconds(3)).code, 3);
}

} // namespace
} // namespace menshen
