// SPDX-License-Identifier: GPL-3.0-or-later
// The duty page as a telephone uses it, on a real station, ledger and TLS.
#include "tests/drivers/duty/Visitor.h"
#include "tests/support/DutyHouse.h"

#include <gmock/gmock.h>

using namespace menshen;
using namespace menshen::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;

namespace {

std::string pathOf(EntrySeq alert) { return "/alert/" + std::to_string(alert.value); }

/// Does what somebody with a link does; the alert's page.
HttpAnswer openedBy(Visitor &visitor, DutyHouse &house, std::size_t index = 0)
{
    EXPECT_EQ(visitor.get(house.link(index)).status, 200);
    return visitor.get(pathOf(house.alert(index)));
}

} // namespace

TEST(DutyPage, ALinkOpensItsAlertOnceAndTheLedgerKnows)
{
    DutyHouse house;
    Visitor phone(house.port());
    const std::string link = house.link();
    EXPECT_EQ(house.seen(), 0);
    const HttpAnswer opened = phone.get(link);
    EXPECT_EQ(opened.status, 200);
    EXPECT_EQ(house.seen(), 1) << "durable before anything is shown";
    EXPECT_THAT(opened.body, HasSubstr("http-equiv=\"refresh\" content=\"0; url=" + pathOf(house.alert()) + "\""));
    EXPECT_THAT(opened.body, Not(HasSubstr(link.substr(3)))) << "the token is nowhere";
    EXPECT_EQ(opened.header("Referrer-Policy"), "no-referrer");
    const std::string cookie = opened.header("Set-Cookie");
    for (const char *rule : {"__Host-menshen=", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=1800"}) {
        EXPECT_THAT(cookie, HasSubstr(rule));
    }
    const HttpAnswer page = phone.get(pathOf(house.alert()));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr("张*"));
    EXPECT_THAT(page.body, HasSubstr("Nobody has acknowledged yet"));
    EXPECT_THAT(page.body, HasSubstr("Isolation room"));
    EXPECT_THAT(page.body, HasSubstr("Office director · 王*"));
    EXPECT_THAT(page.body, Not(HasSubstr("王建国"))) << "whole names are for those who signed in";

    Visitor second(house.port());
    const HttpAnswer again = second.get(link);
    EXPECT_EQ(again.status, 403);
    EXPECT_THAT(again.body, HasSubstr("name=\"pin\""));
    EXPECT_THAT(again.body, Not(HasSubstr("张*")));
    EXPECT_EQ(house.seen(), 1);
    EXPECT_THAT(house.log(), Not(HasSubstr(link.substr(3)))) << "no token in the log";
}

TEST(DutyPage, WhosePinIsChangedOrTakenAwayIsSignedOut)
{
    DutyHouse house;
    Visitor stolen(house.port()), other(house.port());
    ASSERT_EQ(stolen.signIn("p1", "246813").status, 303);
    ASSERT_EQ(other.signIn("p2", "975310").status, 303);
    EXPECT_EQ(stolen.get("/alerts/live").status, 200);
    house.pins.take("p1");
    house.pins.give({"p1", "王建国", GroupRole::OfficeDirector}, "864209");
    house.clock.pass(5s);
    EXPECT_EQ(stolen.get("/alerts/live").status, 403);
    EXPECT_EQ(stolen.get("/alert/" + std::to_string(house.alert().value)).status, 403);
    EXPECT_THAT(house.log(), HasSubstr("person p1 is signed out"));
    EXPECT_EQ(other.get("/alerts/live").status, 200) << "nobody else is";
    Visitor owner(house.port());
    ASSERT_EQ(owner.signIn("p1", "864209").status, 303);
    EXPECT_EQ(owner.get("/alerts/live").status, 200);
    house.pins.take("p1");
    house.clock.pass(5s);
    EXPECT_EQ(owner.get("/alerts/live").status, 403);
    house.pins.give({"p1", "王建国", GroupRole::OfficeDirector}, "135792");
    ASSERT_EQ(owner.signIn("p1", "135792").status, 303);
    EXPECT_EQ(owner.get("/alerts/live").status, 200) << "at once, however old what was read of the others is";
}

TEST(DutyPage, ARestartLeavesLinksGoodAndUsedOnesUsed)
{
    DutyHouse house(2);
    const std::string used = house.link(0), fresh = house.link(1);
    EXPECT_EQ(Visitor(house.port()).get(used).status, 200);
    house.restart();
    EXPECT_EQ(Visitor(house.port()).get(used).status, 403);
    EXPECT_EQ(Visitor(house.port()).get(fresh).status, 200);
    EXPECT_EQ(house.seen(0), 1);
    EXPECT_EQ(house.seen(1), 1);
}

TEST(DutyPage, GuessedExpiredAndImpossibleLinksGetTheSameAnswer)
{
    DutyHouse house;
    const std::string link = house.link();
    const auto soon = std::chrono::floor<std::chrono::seconds>(house.clock.wall()) + 1h;
    std::vector<std::string> bad{"/a/" + std::string(35, 'A'),
                                 "/a/x",
                                 link + "A",
                                 link.substr(0, link.size() - 1),
                                 "/a/" + house.token({house.alert(), 0, 99, soon}),
                                 "/a/" + house.token({EntrySeq{999}, 0, 1, soon}),
                                 "/a/" + house.token({house.alert(), 7, 1, soon}),
                                 "/a/" + house.token({house.alert(), 0, 0, soon}),
                                 "/a/" + house.token({house.alert(), 0, 1, soon - 2h})};
    const auto strip = [](std::string html) { return std::regex_replace(html, std::regex("name=\"form\" value=\"[^\"]*\""), ""); };
    const HttpAnswer first = Visitor(house.port()).get(bad.front());
    EXPECT_EQ(first.status, 403);
    for (const std::string &path : bad) {
        const HttpAnswer answer = Visitor(house.port()).get(path);
        EXPECT_EQ(answer.status, 403) << path;
        EXPECT_EQ(strip(answer.body), strip(first.body)) << path;
    }
    house.clock.pass(25h);
    EXPECT_EQ(strip(Visitor(house.port()).get(link).body), strip(first.body)) << "expired";
    EXPECT_EQ(house.seen(), 0);
}

TEST(DutyPage, WhoeverLooksAheadDoesNotSpendALink)
{
    DutyHouse house;
    Visitor phone(house.port());
    const std::string link = house.link();
    EXPECT_EQ(phone.get(link, "Sec-Purpose: prefetch\r\n").status, 503);
    EXPECT_EQ(phone.get(link, "Purpose: preview\r\n").status, 503);
    EXPECT_EQ(house.seen(), 0);
    EXPECT_EQ(phone.get(link).status, 200);
}

TEST(DutyPage, AcknowledgeStepAndHandOverEachWithThePersonsOwnPin)
{
    DutyHouse house;
    Visitor phone(house.port());
    openedBy(phone, house);
    const std::string path = pathOf(house.alert());
    EXPECT_EQ(phone.fillIn(path, path, {{"act", "acknowledge"}, {"person", "p1"}, {"pin", "000001"}}).status, 403);
    EXPECT_THAT(house.acts(), IsEmpty()) << "a link alone does nothing";
    const HttpAnswer early = phone.fillIn(path, path, {{"act", "handover"}, {"reason", "疾控"}, {"person", "p1"}, {"pin", "246813"}});
    EXPECT_EQ(early.status, 409);
    EXPECT_THAT(early.body, HasSubstr("acknowledge the alert first"));

    const HttpAnswer done = phone.fillIn(path, path, {{"act", "acknowledge"}, {"person", "p1"}, {"pin", "246813"}});
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(done.header("Location"), path);
    EXPECT_EQ(phone.fillIn(path, path, {{"act", "step:isolate"}, {"person", "p2"}, {"pin", "975310"}}).status, 303);
    EXPECT_THAT(house.acts(), ElementsAre(Pair(AlertAction::Acknowledged, "leader:p1"), Pair(AlertAction::StepDone, "leader:p2")));
    house.until([&](const Snapshot &now) { return !now.alerts.empty() && now.alerts[0].steps[1].doneAt.has_value(); });
    const std::string page = phone.get(path).body;
    EXPECT_THAT(page, HasSubstr("Office director 王*"));
    EXPECT_THAT(page, HasSubstr("Deputy leader 李*"));

    EXPECT_EQ(phone.fillIn(path, path, {{"act", "acknowledge"}, {"person", "p1"}, {"pin", "246813"}}).status, 409) << "already";
    EXPECT_EQ(phone.fillIn(path, path, {{"act", "handover"}, {"reason", ""}, {"person", "p1"}, {"pin", "246813"}}).status, 409)
        << "to nobody";
    EXPECT_EQ(phone.fillIn(path, path, {{"act", "handover"}, {"reason", "区疾控 李医生"}, {"person", "p1"}, {"pin", "246813"}}).status,
              303);
    house.until([&](const Snapshot &now) { return !now.alerts.empty() && now.alerts[0].handedOver.has_value(); });
    EXPECT_THAT(phone.get(path).body, HasSubstr("nobody is told any more")) << "what is left is still to be seen";
}

TEST(DutyPage, SignedInPeopleSeeTheListAndTodaysFigures)
{
    DutyHouse house(3);
    Visitor phone(house.port(), "127.0.0.1", "zh-CN");
    EXPECT_THAT(phone.get("/alerts").body, Not(HasSubstr("张*")));
    const HttpAnswer in = phone.signIn("p2", "975310");
    EXPECT_EQ(in.status, 303);
    EXPECT_EQ(in.header("Location"), "/alerts");
    const HttpAnswer board = phone.get("/alerts");
    EXPECT_EQ(board.status, 200);
    EXPECT_THAT(board.body, HasSubstr("张*"));
    EXPECT_THAT(board.body, HasSubstr("&lt;b&gt;赵*&lt;/b&gt;"));
    EXPECT_THAT(board.body, HasSubstr("在场人数"));
    EXPECT_EQ(phone.get(pathOf(house.alert(2))).status, 200);
    EXPECT_THAT(phone.get(pathOf(house.alert(2))).body, HasSubstr("李秀英"));
    EXPECT_EQ(phone.fillIn("/alerts", "/signout", {}).status, 303);
    EXPECT_THAT(phone.get("/alerts").body, HasSubstr("name=\"pin\""));
    EXPECT_EQ(phone.get("/alerts/live").status, 403);
}

TEST(DutyPage, ALinkOpensNoOtherAlertAndNoList)
{
    DutyHouse house(2);
    Visitor phone(house.port());
    openedBy(phone, house);
    const std::string other = pathOf(house.alert(1));
    EXPECT_EQ(phone.get(other).status, 403);
    EXPECT_EQ(phone.get(other + "/live").status, 403);
    EXPECT_THAT(phone.get("/alerts").body, HasSubstr("name=\"pin\""));
    const std::string token = Visitor::formToken(phone.get(pathOf(house.alert())).body);
    EXPECT_EQ(phone.post(other, {{"act", "acknowledge"}, {"person", "p1"}, {"pin", "246813"}, {"form", token}}).status, 403);
    EXPECT_THAT(house.acts(1), IsEmpty());
}

TEST(DutyPage, TheLivePartIsSentWhenItHasChangedOnly)
{
    DutyHouse house;
    Visitor phone(house.port());
    openedBy(phone, house);
    const std::string path = pathOf(house.alert()) + "/live";
    house.until([](const Snapshot &now) {
        return !now.escalations->empty() && std::ranges::any_of(now.escalations->front().notes, [](const EscalationNote &note) {
            return note.entry.step == EscalationStep::Seen;
        });
    });
    const HttpAnswer first = phone.get(path);
    EXPECT_EQ(first.status, 200);
    const HttpAnswer same = phone.get(path, "If-None-Match: " + first.header("ETag") + "\r\n");
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body, "");
    const std::string alert = pathOf(house.alert());
    EXPECT_EQ(phone.fillIn(alert, alert, {{"act", "acknowledge"}, {"person", "p1"}, {"pin", "246813"}}).status, 303);
    house.until([](const Snapshot &now) { return now.alerts[0].acknowledgedAt.has_value(); });
    EXPECT_EQ(phone.get(path, "If-None-Match: " + first.header("ETag") + "\r\n").status, 200);
}

TEST(DutyPage, TheLanguageIsSwitchedAndStaysSo)
{
    DutyHouse house;
    Visitor phone(house.port(), "127.0.0.1", "en");
    EXPECT_THAT(phone.get("/alerts").body, HasSubstr("<html lang=\"en\">"));
    EXPECT_THAT(phone.get("/alerts?lang=zh").body, HasSubstr("<html lang=\"zh-CN\">"));
    EXPECT_THAT(phone.get("/alerts").body, HasSubstr("<html lang=\"zh-CN\">"));
    EXPECT_THAT(phone.get("/alerts?lang=x\"y").body, HasSubstr("")) << "anything else is ignored";
}

TEST(DutyPage, EveryAnswerCarriesTheHeadersThatKeepItIn)
{
    DutyHouse house;
    Visitor phone(house.port());
    for (const std::string path : {"/alerts", "/nothing", "/a/x", "/"}) {
        const HttpAnswer answer = phone.get(path);
        EXPECT_THAT(answer.header("Content-Security-Policy"), HasSubstr("default-src 'none'; style-src 'self'; script-src 'self'")) << path;
        EXPECT_THAT(answer.header("Content-Security-Policy"), HasSubstr("frame-ancestors 'none'"));
        EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(answer.header("X-Frame-Options"), "DENY");
        EXPECT_EQ(answer.header("Referrer-Policy"), "same-origin");
        EXPECT_EQ(answer.header("Cache-Control"), "no-store");
        EXPECT_THAT(answer.header("Strict-Transport-Security"), HasSubstr("max-age="));
        EXPECT_EQ(answer.header("Content-Encoding"), "") << "a page with a secret in it is not compressed";
        EXPECT_EQ(answer.header("Server"), "");
    }
    const std::string page = phone.get("/alerts").body;
    std::smatch style;
    ASSERT_TRUE(std::regex_search(page, style, std::regex("href=\"(/page-[0-9]+/duty.css)\"")));
    const HttpAnswer css = phone.get(style[1].str());
    EXPECT_EQ(css.status, 200);
    EXPECT_THAT(css.header("Content-Type"), HasSubstr("text/css"));
    EXPECT_THAT(css.header("Cache-Control"), HasSubstr("immutable"));
}

TEST(DutyPage, TheCertificateIsTheOneWhoseFingerprintIsShown)
{
    DutyHouse house;
    TlsClient trusting(house.port(), "127.0.0.1", TLS1_3_VERSION, house.certificateFile());
    EXPECT_TRUE(trusting.isOpen()) << "a telephone that has the certificate trusts the page";
    EXPECT_EQ(trusting.version(), "TLSv1.3");
}

TEST(DutyPage, TwoWhoAcknowledgeAtOnceAreBothAnswered)
{
    DutyHouse house;
    const AlertActionEntry ack{house.alert(), AlertAction::Acknowledged, {}, {}};
    house.until([](const Snapshot &now) { return !now.alerts.empty(); });
    auto one = std::async(std::launch::async, [&] { return house.office().act(ack, "p1", "246813"); });
    auto two = std::async(std::launch::async, [&] { return house.office().act(ack, "p2", "975310"); });
    const DutyOutcome first = one.get(), second = two.get();
    EXPECT_TRUE(first == DutyOutcome::Done || second == DutyOutcome::Done);
    for (const DutyOutcome outcome : {first, second}) {
        EXPECT_TRUE(outcome == DutyOutcome::Done || outcome == DutyOutcome::AlreadyDone);
    }
}

TEST(DutyPage, OneLinkOpenedTwiceInTheSameMomentOpensOnce)
{
    DutyHouse house;
    const std::string link = house.link();
    std::vector<std::future<int>> tries;
    for (int i = 0; i < 8; ++i) {
        tries.push_back(
            std::async(std::launch::async, [&, i] { return Visitor(house.port(), "127.0.0." + std::to_string(i + 1)).get(link).status; }));
    }
    std::vector<int> statuses;
    for (auto &each : tries) {
        statuses.push_back(each.get());
    }
    EXPECT_EQ(std::ranges::count(statuses, 200), 1);
    EXPECT_EQ(std::ranges::count(statuses, 403), 7);
    EXPECT_EQ(house.seen(), 1);
}
