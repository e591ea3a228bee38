// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PinFile.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <thread>
#include <vector>

namespace menshen {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

class HandClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return wallNow; }
    [[nodiscard]] MonoTime mono() const override { return monoNow; }

    void pass(Micros time)
    {
        wallNow += time;
        monoNow += time;
    }

    WallTime wallNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};
    MonoTime monoNow{5s};
};

class PinFileTest : public testing::Test {
protected:
    [[nodiscard]] std::string content() const
    {
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    void replaceContent(const std::string &text) const { std::ofstream(file, std::ios::binary | std::ios::trunc) << text; }

    void failTimes(PinFile &pin, int times)
    {
        for (int i = 0; i < times; ++i)
            ASSERT_EQ(pin.verify("999990").error().detail.substr(0, 9), "wrong PIN");
    }

    const test::TestFolder folder;
    const fs::path file = folder / "office/pin";
    HandClock clock;
};

TEST_F(PinFileTest, WithoutAFileNoPinIsSetAndNoneIsRight)
{
    PinFile pin(file, clock);
    const auto set = pin.isSet();
    ASSERT_TRUE(set);
    EXPECT_FALSE(*set);
    const auto verified = pin.verify("482910");
    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().code, ErrorCode::NotFound);
}

TEST_F(PinFileTest, AWeakPinIsRefusedAndNothingIsWritten)
{
    PinFile pin(file, clock);
    const auto set = pin.set("", "123456");
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::BadInput);
    EXPECT_FALSE(fs::exists(file));
}

TEST_F(PinFileTest, TheRightPinPassesAndAWrongOneIsDenied)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    EXPECT_TRUE(*pin.isSet());
    EXPECT_TRUE(pin.verify("482910"));
    const auto wrong = pin.verify("482911");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::Denied);
    EXPECT_FALSE(pin.verify("48291"));
    EXPECT_FALSE(pin.verify(std::string("482910\0", 7)));
}

TEST_F(PinFileTest, TheFileIsItsOwnersAloneAndHoldsNoPin)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    struct stat status {};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    EXPECT_THAT(content(), HasSubstr("$argon2id$"));
    EXPECT_THAT(content(), testing::Not(HasSubstr("482910")));
    EXPECT_EQ(std::distance(fs::directory_iterator(file.parent_path()), {}), 1) << "no temporary file is left";
}

TEST_F(PinFileTest, AChangeNeedsTheOldPin)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    const auto changed = pin.set("482911", "739154");
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, ErrorCode::Denied);
    EXPECT_TRUE(pin.verify("482910"));
    ASSERT_TRUE(pin.set("482910", "739154"));
    EXPECT_TRUE(pin.verify("739154"));
    EXPECT_FALSE(pin.verify("482910"));
}

TEST_F(PinFileTest, AfterFiveWrongOnesEvenTheRightOneWaits)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    failTimes(pin, 5);
    const auto early = pin.verify("482910");
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error(), (Error{ErrorCode::Denied, "too many wrong PINs: wait 30 s"}));
    clock.pass(29s);
    EXPECT_EQ(pin.verify("482910").error().detail, "too many wrong PINs: wait 1 s");
    clock.pass(1s);
    EXPECT_TRUE(pin.verify("482910"));
}

TEST_F(PinFileTest, TheNextWrongOneWaitsLongerAndARightOneStartsAnew)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    failTimes(pin, 5);
    clock.pass(30s);
    EXPECT_EQ(pin.verify("999990").error().detail, "wrong PIN: wait 60 s");
    clock.pass(60s);
    ASSERT_TRUE(pin.verify("482910"));
    failTimes(pin, 4);
    EXPECT_TRUE(pin.verify("482910"));
}

TEST_F(PinFileTest, ChangingThePinIsNoWayAroundTheWait)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    failTimes(pin, 5);
    EXPECT_EQ(pin.set("482910", "739154").error().detail, "too many wrong PINs: wait 30 s");
}

TEST_F(PinFileTest, TheWaitSurvivesARestart)
{
    {
        PinFile pin(file, clock);
        ASSERT_TRUE(pin.set("", "482910"));
        failTimes(pin, 5);
    }
    clock.wallNow += 10s;
    clock.monoNow = MonoTime{}; // the machine was started anew
    PinFile again(file, clock);
    EXPECT_EQ(again.verify("482910").error().detail, "too many wrong PINs: wait 20 s");
    clock.pass(20s);
    EXPECT_TRUE(again.verify("482910"));
}

TEST_F(PinFileTest, AClockSetBackOrAheadWhileRunningChangesNothing)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    failTimes(pin, 5);
    clock.wallNow += 24h;
    EXPECT_FALSE(pin.verify("482910"));
    clock.wallNow -= 48h;
    clock.monoNow += 30s;
    EXPECT_TRUE(pin.verify("482910"));
}

TEST_F(PinFileTest, AClockSetBackBeforeARestartBeginsTheWaitAnewAndNotForEver)
{
    {
        PinFile pin(file, clock);
        ASSERT_TRUE(pin.set("", "482910"));
        failTimes(pin, 5);
    }
    clock.wallNow -= 1h;
    clock.monoNow = MonoTime{};
    PinFile again(file, clock);
    EXPECT_EQ(again.verify("482910").error().detail, "too many wrong PINs: wait 30 s");
    clock.pass(30s);
    EXPECT_TRUE(again.verify("482910"));
}

TEST_F(PinFileTest, ATryIsCountedBeforeItIsChecked)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    const auto before = content();
    fs::remove_all(file.parent_path());
    std::ofstream(file.parent_path()) << "a file where the folder was"; // nothing can be written any more
    const auto blind = pin.verify("482910");
    ASSERT_FALSE(blind);
    EXPECT_EQ(blind.error().code, ErrorCode::Storage);
    fs::remove(file.parent_path());
    fs::create_directory(file.parent_path());
    replaceContent(before);
    EXPECT_TRUE(pin.verify("482910"));
}

TEST_F(PinFileTest, EveryFlippedByteIsToldAsDamageAndNeverAsNotSet)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    const auto whole = content();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        replaceContent(damaged);
        const auto set = pin.isSet();
        ASSERT_FALSE(set) << "byte " << i;
        EXPECT_EQ(set.error().code, ErrorCode::Storage);
        EXPECT_THAT(set.error().detail, HasSubstr("damaged"));
    }
}

TEST_F(PinFileTest, ACutFileIsToldAsDamageAtEveryLength)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    const auto whole = content();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        replaceContent(whole.substr(0, length));
        ASSERT_FALSE(pin.isSet()) << length;
        ASSERT_FALSE(pin.verify("482910")) << length;
        ASSERT_FALSE(pin.set("", "739154")) << length;
    }
    replaceContent(std::string(5000, 'x'));
    EXPECT_EQ(pin.isSet().error().code, ErrorCode::Storage);
}

TEST_F(PinFileTest, AFolderInTheFilesPlaceIsAnError)
{
    fs::create_directories(file);
    PinFile pin(file, clock);
    EXPECT_EQ(pin.isSet().error().code, ErrorCode::Storage);
}

TEST_F(PinFileTest, TriesFromManyThreadsAreAllCounted)
{
    PinFile pin(file, clock);
    ASSERT_TRUE(pin.set("", "482910"));
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 5; ++i)
            threads.emplace_back([&] { EXPECT_FALSE(pin.verify("999990")); });
    }
    EXPECT_EQ(pin.verify("482910").error().detail, "too many wrong PINs: wait 30 s");
}

} // namespace
} // namespace menshen
