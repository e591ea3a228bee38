// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/Pages.h"
#include "drivers/duty/PageFiles.h"

#include <gmock/gmock.h>

using namespace menshen;
using testing::HasSubstr;
using testing::Not;

namespace {

DutyAlert nasty()
{
    DutyAlert alert;
    alert.id = EntrySeq{412};
    alert.who = "<b>张*</b>";
    alert.why = {"体温异常 \"x\"", "Fever <img src=x onerror=alert(1)>"};
    alert.steps = {{"\"><script>", {"原地等候", "Keep here"}, std::nullopt},
                   {"isolate", {"隔离室", "Isolation room"}, LocalText{"10:42", "10:42"}}};
    alert.story = {{{}, "10:41:00", {"<i>", "<i>"}}};
    return alert;
}

PageFrame frame(PageLanguage language = PageLanguage::Chinese) { return {language, "西门 <1>", "/alert/412", "token", {}, "/page-1/"}; }

} // namespace

TEST(Pages, WhatComesFromElsewhereIsText)
{
    for (const PageLanguage language : {PageLanguage::Chinese, PageLanguage::English}) {
        const std::string html = alertPage(frame(language), nasty(), {{"p1", "<u>王*", {"主任\"", "主任\""}}},
                                           FormTrouble{{"<x>", "<x>"}, "step:x", "p1", "\"><script>alert(1)</script>"});
        for (const char *bad : {"<b>", "<img src=x", "\"><script>", "<i>", "<u>", "<x>", "主任\"", "<1>"}) {
            EXPECT_THAT(html, Not(HasSubstr(bad)));
        }
        EXPECT_THAT(html, HasSubstr("&lt;b&gt;张*&lt;/b&gt;"));
    }
}

TEST(Pages, NothingInlineThatTheContentPolicyWouldHaveToAllow)
{
    DutyBoard board;
    board.alerts = {nasty()};
    for (const std::string &html : {alertPage(frame(), nasty(), {{"p1", "王*", {"主任", "Director"}}}, {}), boardPage(frame(), board),
                                    signInPage(frame(), {{"p1", "王*", {"主任", "Director"}}}, {}, {}), openedPage(frame(), "/alert/412"),
                                    messagePage(frame(), {"a", "a"}, {"b", "b"})}) {
        EXPECT_THAT(html, Not(HasSubstr(" style=")));
        EXPECT_THAT(html, Not(HasSubstr("<style")));
        EXPECT_THAT(html, Not(HasSubstr("<script>")));
        EXPECT_THAT(html, Not(testing::ContainsRegex(" on[a-z]+=\"")));
        EXPECT_THAT(html, Not(HasSubstr("http://")));
    }
}

TEST(Pages, EndingAnAlertIsOfferedOnceSomebodyHasAcknowledgedIt)
{
    DutyAlert alert = nasty();
    std::string html = alertPage(frame(), alert, {{"p1", "王*", {"主任", "Director"}}}, {});
    EXPECT_THAT(html, HasSubstr("value=\"acknowledge\" checked"));
    EXPECT_THAT(html, Not(HasSubstr("value=\"handover\"")));
    EXPECT_THAT(html, Not(HasSubstr("value=\"step:isolate\""))) << "done";
    alert.acknowledged = LocalText{"10:43 · 办公室", "10:43 · office"};
    html = alertPage(frame(), alert, {{"p1", "王*", {"主任", "Director"}}}, {});
    EXPECT_THAT(html, Not(HasSubstr("value=\"acknowledge\"")));
    EXPECT_THAT(html, HasSubstr("value=\"handover\""));
    EXPECT_THAT(html, Not(HasSubstr("value=\"false\""))) << "needs a second reading, at the station";
    alert.handedOver = true;
    html = alertPage(frame(), alert, {{"p1", "王*", {"主任", "Director"}}}, {});
    EXPECT_THAT(html, Not(HasSubstr("value=\"handover\"")));
}

TEST(Pages, APinIsNeverGivenBackButAReasonIs)
{
    DutyAlert alert = nasty();
    alert.acknowledged = LocalText{"x", "x"};
    const std::string html = alertPage(frame(), alert, {{"p1", "王*", {"主任", "Director"}}, {"p2", "李*", {"成员", "Member"}}},
                                       FormTrouble{wordsOf(DutyOutcome::WrongPin), "handover", "p2", "区疾控"});
    EXPECT_THAT(html, HasSubstr("value=\"区疾控\""));
    EXPECT_THAT(html, HasSubstr("value=\"p2\" selected"));
    EXPECT_THAT(html, HasSubstr("value=\"handover\" class=\"needs-why\" checked"));
    EXPECT_THAT(html, HasSubstr("role=\"alert\""));
}

TEST(Pages, WhoeverHasNoPinIsToldWhereToGetOne)
{
    EXPECT_THAT(signInPage(frame(), {}, {}, {}), HasSubstr("个人 PIN"));
    EXPECT_THAT(signInPage(frame(), {}, {}, {}), Not(HasSubstr("name=\"pin\"")));
}

TEST(Pages, TheLanguageIsTheBrowsersFavouriteOfTheTwo)
{
    EXPECT_EQ(languageFrom(""), PageLanguage::Chinese);
    EXPECT_EQ(languageFrom("de-DE,de;q=0.9"), PageLanguage::Chinese);
    EXPECT_EQ(languageFrom("en-GB,en;q=0.9,zh;q=0.8"), PageLanguage::English);
    EXPECT_EQ(languageFrom("de, zh-CN;q=0.9, en;q=0.5"), PageLanguage::Chinese);
    EXPECT_EQ(languageFrom("en;q=nan, zh;q=0.1"), PageLanguage::Chinese);
    EXPECT_EQ(languageFrom("english"), PageLanguage::Chinese);
    EXPECT_EQ(languageFrom(",,,;q=,=;"), PageLanguage::Chinese);
}

TEST(Pages, EveryOutcomeHasWordsInBothLanguages)
{
    for (int outcome = 0; outcome <= static_cast<int>(DutyOutcome::Unknown); ++outcome) {
        const LocalText words = wordsOf(static_cast<DutyOutcome>(outcome));
        EXPECT_FALSE(words.zh.empty() || words.en.empty()) << outcome;
    }
    EXPECT_THAT(waitWords(std::chrono::seconds(61)).en, HasSubstr("2 min"));
}

TEST(Pages, StyleScriptAndSignAreCompiledIn)
{
    ASSERT_EQ(pageFiles().size(), 3U);
    for (const PageFile &file : pageFiles()) {
        EXPECT_GT(file.content.size(), 100U) << file.name;
        EXPECT_EQ(file.content.find("@DUTY"), std::string_view::npos) << file.name;
    }
}
