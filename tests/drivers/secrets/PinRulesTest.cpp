// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PinRules.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::HasSubstr;

TEST(PinRules, ShortLongAndLetteredOnesAreRefusedWithTheRule)
{
    EXPECT_THAT(pinProblem(""), HasSubstr("6 to 12 digits"));
    EXPECT_THAT(pinProblem("48291"), HasSubstr("6 to 12 digits"));
    EXPECT_THAT(pinProblem("4829105736281"), HasSubstr("6 to 12 digits"));
    EXPECT_THAT(pinProblem("48a910"), HasSubstr("digits only"));
    EXPECT_THAT(pinProblem("48 910"), HasSubstr("digits only"));
    EXPECT_THAT(pinProblem("４８"), HasSubstr("digits only"));
}

TEST(PinRules, OneDigitRepeatedAndRunsBothWaysAreRefused)
{
    EXPECT_THAT(pinProblem("777777"), HasSubstr("repeated"));
    for (const auto *pin : {"123456", "234567890", "654321", "890123", "210987", "0123456789"})
        EXPECT_THAT(pinProblem(pin), HasSubstr("run")) << pin;
}

TEST(PinRules, OthersAreTaken)
{
    for (const auto *pin : {"482910", "112233", "135790", "123457", "123456123456"})
        EXPECT_EQ(pinProblem(pin), "") << pin;
}

TEST(PinRules, TheWaitBeginsAtTheFifthAndDoublesToAnHour)
{
    EXPECT_EQ(pinWait(0), 0s);
    EXPECT_EQ(pinWait(4), 0s);
    EXPECT_EQ(pinWait(5), 30s);
    EXPECT_EQ(pinWait(6), 60s);
    EXPECT_EQ(pinWait(8), 240s);
    EXPECT_EQ(pinWait(12), 1h);
    EXPECT_EQ(pinWait(2'000'000'000), 1h);
}

} // namespace
} // namespace menshen
