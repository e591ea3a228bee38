// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PersonPinFolder.h"
#include "tests/support/Leaders.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <sys/stat.h>

namespace menshen {
namespace {

using namespace menshen::test;
using testing::ElementsAre;
using testing::IsEmpty;

class HandClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return hallTime(22, 9) + passed; }
    [[nodiscard]] MonoTime mono() const override { return MonoTime{} + passed; }
    Micros passed{};
};

class PersonPinFolderTest : public testing::Test {
protected:
    [[nodiscard]] std::string refusal(std::string_view id, std::string_view pin)
    {
        const auto result = pins.verify(id, pin);
        EXPECT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Denied);
        return result ? "let in" : result.error().detail;
    }

    TestFolder folder;
    HandClock clock;
    LeadingGroup group = sampleGroup();
    std::vector<std::string> warnings;
    PersonPinFolder pins{folder / "pins", [this] { return group; }, clock, [this](const std::string &what) { warnings.push_back(what); }};
};

TEST_F(PersonPinFolderTest, WeakPinsAndUnknownPeopleAreRefusedAndNothingIsWritten)
{
    EXPECT_EQ(pins.setTemporary("p3", "123456").error().code, ErrorCode::BadInput);
    EXPECT_EQ(pins.setTemporary("p3", "48291").error().code, ErrorCode::BadInput);
    EXPECT_EQ(pins.setTemporary("p99", "482910").error().code, ErrorCode::NotFound);
    EXPECT_EQ(pins.setTemporary("p7", "482910").error().code, ErrorCode::NotFound) << "the CDC is outside of the hall";
    EXPECT_EQ(pins.setTemporary("../p3", "482910").error().code, ErrorCode::NotFound);
    EXPECT_FALSE(std::filesystem::exists(folder / "pins"));
    EXPECT_THAT(*pins.holders(), IsEmpty());
}

TEST_F(PersonPinFolderTest, WrongUnknownPinlessAndMadeUpAreRefusedAlike)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    for (const char *id : {"p3", "p4", "p99", "p7", "", "../../etc/passwd", "nobody"})
        EXPECT_EQ(refusal(id, "739154"), "wrong PIN") << id;
}

TEST_F(PersonPinFolderTest, AreThrottledAlikeAndEachByItself)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    ASSERT_TRUE(pins.setTemporary("p4", "602915"));
    for (const char *id : {"p3", "p99"}) {
        for (int i = 0; i < 4; ++i)
            EXPECT_EQ(refusal(id, "739154"), "wrong PIN");
        EXPECT_EQ(refusal(id, "739154"), "wrong PIN: wait 30 s") << id;
        EXPECT_EQ(refusal(id, "482910"), "too many wrong PINs: wait 30 s") << id;
    }
    EXPECT_TRUE(pins.verify("p4", "602915")) << "somebody else's tries are not his";
    clock.passed += 30s;
    EXPECT_TRUE(pins.verify("p3", "482910"));
}

TEST_F(PersonPinFolderTest, WhoLeavesTheGroupIsNotLetInAnyMore)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    std::erase_if(group.people, [](const GroupPerson &person) { return person.id == "p3"; });
    EXPECT_EQ(refusal("p3", "482910"), "wrong PIN");
    EXPECT_THAT(*pins.holders(), IsEmpty());
}

TEST_F(PersonPinFolderTest, ADamagedFileIsAnErrorAndNeverNoPin)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    folder.write("pins/p3", "menshen-pin-1\nx");
    EXPECT_EQ(pins.verify("p3", "482910").error().code, ErrorCode::Storage);
    EXPECT_EQ(pins.standing("p3").error().code, ErrorCode::Storage);
}

TEST_F(PersonPinFolderTest, OneUnreadableFileIsWarnedOfOnceAndTheOthersStay)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    ASSERT_TRUE(pins.setTemporary("p5", "482910"));
    folder.write("pins/p3", "menshen-pin-1\nx");
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(pins.holders()->size(), 1U);
        EXPECT_EQ(pins.holders()->front().id, "p5");
    }
    EXPECT_THAT(warnings, ElementsAre(testing::HasSubstr("pins/p3: the PIN file is damaged")));
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    EXPECT_EQ(pins.holders()->size(), 2U);
    folder.write("pins/p3", "");
    EXPECT_EQ(pins.holders()->size(), 2U) << "who could be read before stays: it may be a fault of a moment";
    EXPECT_EQ(pins.verify("p3", "482910").error().code, ErrorCode::Storage);
    EXPECT_EQ(warnings.size(), 2U) << "once for each time";
}

TEST_F(PersonPinFolderTest, AnotherPinIsAnotherNumberAndATryIsNone)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    const auto first = pins.verify("p3", "482910");
    ASSERT_TRUE(first);
    EXPECT_EQ(refusal("p3", "482911"), "wrong PIN");
    EXPECT_EQ(pins.holders()->front().pin, first->pin);
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    EXPECT_NE(pins.holders()->front().pin, first->pin) << "also the same digits, given anew";
}

TEST_F(PersonPinFolderTest, TheRightPinNamesItsHolder)
{
    ASSERT_TRUE(pins.setTemporary("p5", "482910"));
    const auto holder = pins.verify("p5", "482910");
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->id, "p5");
    EXPECT_EQ(holder->name, "冯丽");
    EXPECT_EQ(holder->role, GroupRole::OfficeDirector);
    ASSERT_EQ(pins.holders()->size(), 1U);
    struct stat status {};
    ASSERT_EQ(::stat((folder / "pins" / "p5").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
}

TEST_F(PersonPinFolderTest, ATemporaryPinBecomesOnesOwnByItsPersonAlone)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    EXPECT_EQ(*pins.standing("p3"), PinStanding::Temporary);
    EXPECT_EQ(pins.change("p3", "482911", "739154").error().code, ErrorCode::Denied);
    EXPECT_EQ(pins.change("p3", "482910", "482910").error().code, ErrorCode::BadInput);
    EXPECT_EQ(pins.change("p3", "482910", "111111").error().code, ErrorCode::BadInput);
    ASSERT_TRUE(pins.change("p3", "482910", "739154"));
    EXPECT_EQ(*pins.standing("p3"), PinStanding::Own);
    EXPECT_TRUE(pins.verify("p3", "739154"));
    EXPECT_EQ(*pins.standing("p3"), PinStanding::Own) << "a try does not change whose it is";
    EXPECT_EQ(refusal("p3", "482910"), "wrong PIN");
}

TEST_F(PersonPinFolderTest, ATryKeepsATemporaryPinTemporary)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    EXPECT_TRUE(pins.verify("p3", "482910"));
    EXPECT_EQ(*pins.standing("p3"), PinStanding::Temporary);
}

TEST_F(PersonPinFolderTest, TakenAwayItIsGone)
{
    ASSERT_TRUE(pins.setTemporary("p3", "482910"));
    ASSERT_TRUE(pins.remove("p3"));
    ASSERT_TRUE(pins.remove("p3"));
    EXPECT_EQ(*pins.standing("p3"), PinStanding::None);
    EXPECT_EQ(refusal("p3", "482910"), "wrong PIN");
}

} // namespace
} // namespace menshen
