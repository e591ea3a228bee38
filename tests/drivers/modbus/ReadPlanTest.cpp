// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ReadPlan.h"

#include "tests/drivers/modbus/ShippedProfiles.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using test::shippedThermometer;
using testing::ElementsAre;

RegisterBlock holding(int address, int count) { return {RegisterTable::Holding, address, count}; }

TEST(ReadPlan, DoesNotBridgeRegistersThatTheProfileDoesNotName)
{
    EXPECT_THAT(readPlan(shippedThermometer("calex-lct485"), ReadScope::Sample), ElementsAre(holding(3, 2), holding(8, 1)));
}

TEST(ReadPlan, NeedsOneRequestForNeighbours)
{
    EXPECT_THAT(readPlan(shippedThermometer("omega-os-miniusb"), ReadScope::Sample), ElementsAre(holding(0x0E, 4)));
    EXPECT_THAT(readPlan(shippedThermometer("calex-pyrousb"), ReadScope::Sample), ElementsAre(holding(0x12, 4)));
    EXPECT_THAT(readPlan(shippedThermometer("mq485a"), ReadScope::Sample), ElementsAre(holding(0, 2)));
}

TEST(ReadPlan, KeepsTablesApart)
{
    EXPECT_THAT(readPlan(shippedThermometer("raytek-mi3"), ReadScope::Sample),
                ElementsAre(RegisterBlock{RegisterTable::Input, 1080, 2}, RegisterBlock{RegisterTable::Input, 1090, 2},
                            RegisterBlock{RegisterTable::Discrete, 1005, 8}));
}

TEST(ReadPlan, AddsTheRestOnlyWhenEverythingIsWanted)
{
    EXPECT_THAT(readPlan(shippedThermometer("omega-os-miniusb"), ReadScope::Everything), ElementsAre(holding(0x0E, 4), holding(0x17, 1)));
}

TEST(ReadPlan, NeverAsksForMoreThanOneAnswerHolds)
{
    ThermometerProfile profile;
    profile.object = {RegisterTable::Holding, 0, RegisterType::Float32, ByteOrder::Abcd, 1.0, 0.0};
    profile.status = StatusField{RegisterTable::Holding, 2, 124, {}};
    EXPECT_THAT(readPlan(profile, ReadScope::Sample), ElementsAre(holding(0, 2), holding(2, 124)));
}

} // namespace
} // namespace menshen
