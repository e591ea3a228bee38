// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/OfficeTest.h"

namespace menshen::test {

namespace {

class MessagesSection : public OfficeTest {
protected:
    void open(StageOptions options = {})
    {
        start(std::move(options));
        ASSERT_TRUE(m_stage->click("sectionMessages"));
    }
};

TEST_F(MessagesSection, WithoutCouriersItSaysWhatIsMissing)
{
    open({.configure = [](StationConfig &config) {
        config.couriers.clear();
        config.escalation = {};
    }});
    ASSERT_TRUE(comes("messagesAdvice"));
    EXPECT_TRUE(begins("messagesAdvice", "There is no way to tell the leading group yet"));
}

TEST_F(MessagesSection, CouriersThatNobodyIsToldByAreSaid)
{
    open({.configure = [](StationConfig &config) { config.escalation = {}; }});
    EXPECT_TRUE(begins("messagesAdvice", "Nobody is told of alerts yet"));
}

TEST_F(MessagesSection, ATestGoesOnlyToSomethingThatIsAnAddress)
{
    open();
    ASSERT_TRUE(comes("courierTo_mail"));
    EXPECT_EQ(m_stage->text("courierTo_mail"), "office@example.org") << "who is told by it anyway";
    EXPECT_TRUE(m_stage->enabled("courierTest_mail"));
    ASSERT_TRUE(m_stage->click("courierTo_mail"));
    m_stage->press(Qt::Key_A, Qt::ControlModifier);
    m_stage->type("13800138000");
    EXPECT_FALSE(m_stage->enabled("courierTest_mail"));
    m_stage->press(Qt::Key_A, Qt::ControlModifier);
    m_stage->type("me@example.org");
    ASSERT_TRUE(m_stage->click("courierTest_mail"));
    const auto posted = m_stage->posted<SendMessage>();
    ASSERT_EQ(posted.size(), 1U);
    EXPECT_EQ(posted[0].courier, "mail");
    EXPECT_EQ(posted[0].message.to, (std::vector<Recipient>{{"", "", "me@example.org"}}));
    EXPECT_EQ(posted[0].message.subject.en.rfind("[TEST] Menshen", 0), 0U);
}

TEST_F(MessagesSection, ARobotsTestGoesToItsGroup)
{
    open();
    ASSERT_TRUE(m_stage->click("courierTest_group"));
    ASSERT_EQ(m_stage->posted<SendMessage>().size(), 1U);
    EXPECT_TRUE(m_stage->posted<SendMessage>()[0].message.to.empty());
}

TEST_F(MessagesSection, WhatCameOfTheNewestMessageIsSaid)
{
    open();
    EXPECT_TRUE(says("courierWord_mail", "Not used since the start"));
    m_stage->show(withCourierResults(nobodyThere(m_stage->plan())));
    EXPECT_TRUE(says("courierWord_mail", "Delivered"));
    EXPECT_TRUE(says("courierWord_group", "Refused"));
    EXPECT_TRUE(m_stage->text("courierWhat_group").contains("310000 sign not match"));
    EXPECT_TRUE(says("courierWord_sms", "Sending…"));
    EXPECT_FALSE(m_stage->enabled("courierTest_sms"));
}

TEST_F(MessagesSection, TheOrderInWhichPeopleAreToldIsShown)
{
    open();
    EXPECT_TRUE(says("ladderTitle0", "1  Leading group's office"));
    EXPECT_TRUE(says("ladderTitle1", "2  On-duty leader"));
    EXPECT_TRUE(says("ladderTitle2", "+  CDC"));
}

} // namespace

} // namespace menshen::test
