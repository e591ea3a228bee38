// SPDX-License-Identifier: GPL-3.0-or-later
// The duty page in a real browser: link, alert, acknowledge, step, list; in both languages, on a telephone and on a desk.
// Leaves its pictures in build/…/duty-pictures.
#include "tests/support/Chromium.h"
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

const std::filesystem::path kPictures = std::filesystem::path(MENSHEN_BINARY_DIR) / "duty-pictures";

struct Case {
    const char *name;
    const char *language;
    Chromium::Screen screen;
    const char *open, *acknowledged, *today;
};

void PrintTo(const Case &each, std::ostream *out) { *out << each.name; }

class DutyBrowser : public testing::TestWithParam<Case> {
protected:
    DutyBrowser() : house(2), browser(GetParam().language, GetParam().screen) {}

    void picture(const std::string &what) { browser.picture(kPictures / (std::string(GetParam().name) + "-" + what + ".png")); }
    void fillPin(const std::string &person, const std::string &pin)
    {
        browser.click("select[name=person] option[value=" + person + "]");
        browser.type("input[name=pin]", pin);
    }
    void fits(const std::string &what)
    {
        EXPECT_TRUE(browser.run("return document.documentElement.scrollWidth <= window.innerWidth").get<bool>())
            << what << ": wider than the screen";
        EXPECT_EQ(browser.run("return [...document.querySelectorAll('button, select, .choice, input:not([type=hidden]):not([type=radio])')]"
                              ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 48).length"),
                  0)
            << what << ": something is too small for a finger";
        EXPECT_THAT(browser.complaints(), IsEmpty()) << what;
    }

    DutyHouse house;
    Chromium browser;
};

} // namespace

TEST_P(DutyBrowser, LinkAlertAcknowledgeStepAndList)
{
    const Case &expected = GetParam();
    const std::string link = house.link();
    browser.open(house.address() + link);
    browser.until("return location.pathname.startsWith('/alert/')");
    EXPECT_EQ(browser.url(), house.address() + "/alert/" + std::to_string(house.alert().value)) << "nothing secret is left in the address";
    EXPECT_THAT(browser.text(".state"), HasSubstr(expected.open));
    EXPECT_THAT(browser.text("dl"), HasSubstr("张*"));
    fits("alert");
    picture("1-alert");
    browser.run("document.querySelector('form.acts').scrollIntoView()");
    picture("1b-form");

    fillPin("p1", "111222");
    browser.click("form.acts button");
    EXPECT_THAT(browser.text(".trouble"), HasSubstr("PIN"));
    picture("2-wrong-pin");
    fillPin("p1", "246813");
    browser.click("form.acts button");
    browser.until("return document.querySelector('.state.held') !== null");
    EXPECT_THAT(browser.text(".state"), HasSubstr(expected.acknowledged));
    EXPECT_THAT(browser.text(".state"), HasSubstr("王*"));

    browser.click("input[value='step:hold']");
    fillPin("p2", "975310");
    browser.click("form.acts button");
    browser.until("return document.querySelector('ol.steps li.done') !== null");
    EXPECT_THAT(house.acts(), ElementsAre(Pair(AlertAction::Acknowledged, "leader:p1"), Pair(AlertAction::StepDone, "leader:p2")));
    browser.click("input[value=handover]");
    EXPECT_TRUE(browser.run("return document.querySelector('.why').offsetParent !== null").get<bool>()) << "to whom, is asked";
    fits("hand over");
    picture("3-acknowledged");

    browser.open(house.address() + link);
    EXPECT_THAT(browser.text(".note"), Not(IsEmpty())) << "spent";
    picture("4-spent-link");
    browser.open(house.address() + "/alerts");
    fillPin("p2", "975310");
    browser.click("form.sign-in button");
    browser.until("return location.pathname === '/alerts' && document.querySelector('.figures') !== null");
    EXPECT_THAT(browser.text("main"), HasSubstr(expected.today));
    EXPECT_EQ(browser.run("return document.querySelectorAll('a.alert').length"), 2);
    EXPECT_EQ(browser.run("return document.querySelectorAll('a.alert b b').length"), 0) << "a name is no markup";
    fits("list");
    picture("5-list");
}

TEST_P(DutyBrowser, WhatOthersDoIsSeenWithoutATap)
{
    browser.open(house.address() + house.link());
    browser.until("return document.querySelector('.state.open') !== null");
    EXPECT_EQ(house.office().act({house.alert(), AlertAction::Acknowledged, {}, {}}, "p2", "975310"), DutyOutcome::Done);
    browser.until("return document.querySelector('.state.held') !== null && document.querySelector('input[value=handover]') !== null");
    EXPECT_THAT(browser.complaints(), IsEmpty());
}

TEST_P(DutyBrowser, ALinkInSomebodyElsesPageOpensToo)
{
    // As in a webmail: a cookie of our own pages only must be there for the alert all the same.
    browser.open("data:text/html,<a id=go href='" + house.address() + house.link() + "'>go</a>");
    browser.click("#go");
    browser.until("return location.pathname.startsWith('/alert/') && document.querySelector('.state.open') !== null");
}

TEST_P(DutyBrowser, ThePageIsPaintedAndSaysHowSoon)
{
    browser.open(house.address() + house.link());
    browser.until("return document.querySelector('.state.open') !== null");
    std::vector<double> paints;
    for (int i = 0; i < 9; ++i) {
        browser.open(house.address() + "/alert/" + std::to_string(house.alert().value));
        browser.until("return performance.getEntriesByName('first-paint').length > 0");
        paints.push_back(browser.run("return performance.getEntriesByName('first-paint')[0].startTime").get<double>());
    }
    std::ranges::sort(paints);
    EXPECT_GT(paints.front(), 0);
    std::printf("first paint on loopback: median %.0f ms, worst %.0f ms\n", paints[paints.size() / 2], paints.back());
}

INSTANTIATE_TEST_SUITE_P(
    Screens, DutyBrowser,
    testing::Values(Case{"phone-zh", "zh-CN", {390, 844, true, false}, "尚无人确认", "已确认", "在场人数"},
                    Case{"phone-en-dark", "en-GB", {390, 844, true, true}, "Nobody has acknowledged yet", "Acknowledged", "Inside now"},
                    Case{"desk-zh", "zh-CN", {1280, 800, false, false}, "尚无人确认", "已确认", "在场人数"},
                    Case{"desk-en", "en-GB", {1280, 800, false, false}, "Nobody has acknowledged yet", "Acknowledged", "Inside now"}),
    [](const testing::TestParamInfo<Case> &info) {
        std::string name = info.param.name;
        std::ranges::replace(name, '-', '_');
        return name;
    });
