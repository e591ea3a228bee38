// SPDX-License-Identifier: GPL-3.0-or-later
// A sample of tools/arrivals: one in another's place, side by side, in the same uniform, staff in the middle of a visitor; through the real
// program and the simulator. tools/arrivals itself compares the ledger with the truth.
#include "tests/support/Subprocess.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

using namespace menshen::test;

TEST(ArrivalsProgram, EveryEntryHoldsItsOwnPersonsTemperatureAndForm)
{
    if (std::getenv("MENSHEN_ARRIVALS_PROGRAM") == nullptr) {
        GTEST_SKIP() << "the robot guard's pace on a busy machine is not proved yet: tools/arrivals runs it by hand";
    }
    ::unsetenv("QT_QPA_PLATFORM"); // a real window: tools/arrivals starts a virtual display where there is none
    // A day of six sequences that holds each way of coming: a fever in a healthy one's place in the same uniform, a displaced fever,
    // one that joins, staff in a visitor's place who comes back to his form.
    const std::string sequences = "6", seed = "4776";
    const auto out = std::filesystem::path(MENSHEN_BINARY_DIR) / "arrivals";
    Subprocess arrivals({MENSHEN_SOURCE_DIR "/tools/arrivals", sequences, seed, MENSHEN_BINARY_DIR, out.string()});
    const auto ended = arrivals.wait(std::chrono::minutes(6));
    ASSERT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_NE(ended.out.find("violations 0, failed 0"), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("sound: entries 1 to "), std::string::npos) << ended.out;
}
