// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SlaveFrames.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Bytes = std::vector<std::uint8_t>;

TEST(SlaveFrames, ThrowAwayWhatIsNoRequest)
{
    Bytes badSum{0x01, 0x03, 0x00, 0x00, 0x00, 0x08, 0x44, 0x0D};
    EXPECT_FALSE(takeRequest(SlaveLine::Rtu, badSum));
    EXPECT_THAT(badSum, IsEmpty());
    Bytes badFunction{0x01, 0x63};
    EXPECT_FALSE(takeRequest(SlaveLine::Rtu, badFunction));
    EXPECT_THAT(badFunction, IsEmpty());
    Bytes badProtocol{0, 1, 0, 9, 0, 6, 1, 3, 0, 0, 0, 1};
    EXPECT_FALSE(takeRequest(SlaveLine::Tcp, badProtocol));
    EXPECT_THAT(badProtocol, IsEmpty());
    Bytes badLength{0, 1, 0, 0, 0xFF, 0xFF, 1, 3};
    EXPECT_FALSE(takeRequest(SlaveLine::Tcp, badLength));
    EXPECT_THAT(badLength, IsEmpty());
}

TEST(SlaveFrames, WaitForTheRestOfARequest)
{
    const Bytes whole{0x00, 0x2A, 0, 0, 0, 6, 1, 3, 0, 0, 0, 8};
    for (std::size_t size = 0; size < whole.size(); ++size) {
        Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_FALSE(takeRequest(SlaveLine::Tcp, part));
        EXPECT_EQ(part.size(), size);
    }
    const Bytes pulse{0xFF, 0x10, 0, 3, 0, 2, 4, 0, 2, 0, 7, 0, 0};
    for (std::size_t size = 0; size < pulse.size(); ++size) {
        Bytes part(pulse.begin(), pulse.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_FALSE(takeRequest(SlaveLine::Rtu, part));
        EXPECT_EQ(part.size(), size);
    }
}

TEST(SlaveFrames, ReadAndAnswerTheReferenceVectorOfTheMq485a)
{
    Bytes arrived{0x01, 0x03, 0x00, 0x00, 0x00, 0x08, 0x44, 0x0C};
    const auto request = takeRequest(SlaveLine::Rtu, arrived);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->slave, 1);
    EXPECT_THAT(request->pdu, ElementsAre(3, 0, 0, 0, 8));
    const Pdu answer{0x03, 0x10, 0x0A, 0x13, 0x0B, 0xFB, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    EXPECT_THAT(answerFrame(SlaveLine::Rtu, *request, answer, ThermometerFault::None),
                ElementsAre(0x01, 0x03, 0x10, 0x0A, 0x13, 0x0B, 0xFB, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x61, 0x42));
}

TEST(SlaveFrames, TakeTwoRequestsThatCameAtOnce)
{
    Bytes arrived{0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 1, 0, 2, 0, 0, 0, 6, 1, 4, 0, 0, 0, 1};
    EXPECT_EQ(takeRequest(SlaveLine::Tcp, arrived)->transaction, 1);
    EXPECT_EQ(takeRequest(SlaveLine::Tcp, arrived)->transaction, 2);
    EXPECT_FALSE(takeRequest(SlaveLine::Tcp, arrived));
}

TEST(SlaveFrames, AreSpoiltAsTheFaultWantsIt)
{
    const SlaveRequest request{7, 1, {3, 0, 0, 0, 1}};
    const Pdu answer{3, 2, 1, 110};
    const auto frame = [&](ThermometerFault fault) { return answerFrame(SlaveLine::Tcp, request, answer, fault); };
    EXPECT_THAT(frame(ThermometerFault::None), ElementsAre(0, 7, 0, 0, 0, 5, 1, 3, 2, 1, 110));
    EXPECT_THAT(frame(ThermometerFault::Silence), IsEmpty());
    EXPECT_THAT(frame(ThermometerFault::Disconnect), IsEmpty());
    EXPECT_THAT(frame(ThermometerFault::ExceptionCode), ElementsAre(0, 7, 0, 0, 0, 3, 1, 0x83, 4));
    EXPECT_THAT(frame(ThermometerFault::WrongTransactionId), ElementsAre(0, 8, 0, 0, 0, 5, 1, 3, 2, 1, 110));
    EXPECT_THAT(frame(ThermometerFault::HalfFrame), ElementsAre(0, 7, 0, 0, 0));
    EXPECT_EQ(frame(ThermometerFault::Garbage)[0], 0xFF);
}

} // namespace
} // namespace menshen
