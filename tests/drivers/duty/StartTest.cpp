// SPDX-License-Identifier: GPL-3.0-or-later
// The page as the station starts it: at boot its address may not be there yet.
#include "src/main/station/DutyPage.h"
#include "tests/drivers/duty/Visitor.h"
#include "tests/support/DutyHouse.h"

#include <gtest/gtest.h>

#include <thread>

using namespace menshen;
using namespace menshen::test;

namespace {

StationConfig::DutyPart settingsFor(const TestFolder &folder, std::uint16_t port)
{
    StationConfig::DutyPart settings;
    settings.host = "localhost";
    settings.bind = "127.0.0.1";
    settings.port = settings.publicPort = port;
    settings.ownFile = (folder / "own.pem").string();
    return settings;
}

} // namespace

TEST(DutyPageStart, IsTriedUntilItStandsAndMessagesCarryNoLinkBefore)
{
    auto before = std::make_unique<DutyHouse>(0); // has the port
    const std::uint16_t port = before->port();
    TestFolder folder;
    HastyClock clock;
    SmallPins pins;
    DutyPage page(settingsFor(folder, port), "", UtcOffset{}, Plan{}, SecretKey{}, pins, clock, [](StationCommand) {});
    const AlertLink link = page.alertLink();
    EXPECT_EQ(link(EntrySeq{7}, 0, 1), "");
    page.start(std::chrono::milliseconds(10));
    EXPECT_EQ(link(EntrySeq{7}, 0, 1), "");
    EXPECT_EQ(page.fingerprint(), "");
    before.reset();
    while (link(EntrySeq{7}, 0, 1).empty()) {
        std::this_thread::yield();
    }
    EXPECT_EQ(Visitor(port).get("/alerts").status, 200);
    EXPECT_EQ(page.fingerprint().size(), 32U * 3 - 1);
    page.stop();
    EXPECT_NE(link(EntrySeq{7}, 0, 1), "") << "a link lives longer than a start of the station";
}

TEST(DutyPageStart, EndsWhileItStillTries)
{
    DutyHouse taken(0);
    TestFolder folder;
    HastyClock clock;
    SmallPins pins;
    DutyPage page(settingsFor(folder, taken.port()), "", UtcOffset{}, Plan{}, SecretKey{}, pins, clock, [](StationCommand) {});
    page.start(std::chrono::hours(24));
    page.stop(); // returns
    EXPECT_EQ(page.alertLink()(EntrySeq{7}, 0, 1), "");
}
