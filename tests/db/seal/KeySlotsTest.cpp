// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/seal/KeySlots.h"
#include "tests/db/seal/SealTesting.h"

namespace menshen {
namespace {

using testing::AnyOf;
using testing::HasSubstr;

const StationId kStation = filled<StationId>(7);

StationSecret withKey(const SecretKey &key) { return {kStation, key}; }
StationSecret withWords(const char *text) { return {std::nullopt, Passphrase(text)}; }

ErrorCode codeOf(const Result<SecretKey> &result) { return result ? ErrorCode{-1} : result.error().code; }

class KeySlots : public SealTesting {
protected:
    [[nodiscard]] KeySlot slotFor(const StationSecret &secret) const
    {
        auto slot = makeSlot(root, secret, kStation, PassphraseCost::Interactive);
        EXPECT_TRUE(slot);
        return slot ? *slot : KeySlot{};
    }
    const SecretKey root = randomKey();
};

TEST_F(KeySlots, AKeysSlotOpensWithThatKeyOnly)
{
    const auto key = randomKey();
    const auto slot = slotFor(withKey(key));
    EXPECT_EQ(slot.kind, KeySlot::Kind::Key);
    const auto opened = openSlot(slot, withKey(key), kStation);
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_TRUE(sameKey(*opened, root));
    EXPECT_EQ(codeOf(openSlot(slot, withKey(randomKey()), kStation)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(openSlot(slot, withKey(key), filled<StationId>(8))), ErrorCode::WrongKey);
}

TEST_F(KeySlots, APassphrasesSlotOpensWithThatPassphraseOnly)
{
    const auto slot = slotFor(withWords("正确的马 电池 订书钉 correct"));
    EXPECT_EQ(slot.kind, KeySlot::Kind::Passphrase);
    const auto opened = openSlot(slot, withWords("正确的马 电池 订书钉 correct"), kStation);
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_TRUE(sameKey(*opened, root));
    EXPECT_EQ(codeOf(openSlot(slot, withWords("正确的马 电池 订书钉 correcT"), kStation)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(openSlot(slot, withWords(""), kStation)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(openSlot(slot, withWords("正确的马 电池 订书钉 correct"), filled<StationId>(8))), ErrorCode::WrongKey);
}

TEST_F(KeySlots, ASecretOfTheOtherKindIsTheWrongKey)
{
    EXPECT_EQ(codeOf(openSlot(slotFor(withKey(randomKey())), withWords("correct horse battery"), kStation)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(openSlot(slotFor(withWords("correct horse battery")), withKey(randomKey()), kStation)), ErrorCode::WrongKey);
}

TEST_F(KeySlots, ASlotShowsNeitherTheRootNorTheSecret)
{
    const auto key = randomKey();
    const auto keySlot = slotFor(withKey(key));
    EXPECT_FALSE(holds(keySlot.content, root));
    EXPECT_FALSE(holds(keySlot.content, key));
    const auto wordSlot = slotFor(withWords("correct horse battery"));
    EXPECT_FALSE(holds(wordSlot.content, root));
    EXPECT_EQ(wordSlot.content.find("horse"), std::string::npos);
}

TEST_F(KeySlots, TheSamePassphraseTwiceMakesSlotsThatShareNothing)
{
    const auto one = slotFor(withWords("correct horse battery"));
    const auto two = slotFor(withWords("correct horse battery"));
    const auto salt = [](const KeySlot &slot) { return slot.content.substr(17, 16); };
    EXPECT_NE(salt(one), salt(two));
    EXPECT_NE(one.content.substr(33), two.content.substr(33));
}

TEST_F(KeySlots, AResealedSlotOpensTheNewRootWithTheSamePassphrase)
{
    const auto fresh = randomKey();
    const auto resealed = resealedSlot(slotFor(withWords("correct horse battery")), root, fresh, kStation);
    ASSERT_TRUE(resealed) << resealed.error().detail;
    const auto opened = openSlot(*resealed, withWords("correct horse battery"), kStation);
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_TRUE(sameKey(*opened, fresh));
    EXPECT_EQ(codeOf(openSlot(*resealed, withWords("correct horse batterie"), kStation)), ErrorCode::WrongKey);

    const auto again = resealedSlot(*resealed, fresh, root, kStation);
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_TRUE(sameKey(*openSlot(*again, withWords("correct horse battery"), kStation), root));
}

// Otherwise whoever can write the file, and not read it, puts a passphrase of his own there and waits for a rotation.
TEST_F(KeySlots, ASlotThatSomebodyElseMadeIsNeverGivenTheNextRoot)
{
    const auto theirs = makeSlot(randomKey(), withWords("the thief's own words"), kStation, PassphraseCost::Interactive);
    ASSERT_TRUE(theirs);
    const auto resealed = resealedSlot(*theirs, root, randomKey(), kStation);
    ASSERT_FALSE(resealed);
    EXPECT_EQ(resealed.error().code, ErrorCode::Damaged);

    auto mixed = slotFor(withWords("correct horse battery"));
    mixed.content.replace(33, 32, theirs->content.substr(33, 32)); // their public key in our slot
    EXPECT_FALSE(resealedSlot(mixed, root, randomKey(), kStation));
}

TEST_F(KeySlots, AKeysSlotCannotBeResealed)
{
    const auto resealed = resealedSlot(slotFor(withKey(randomKey())), root, randomKey(), kStation);
    ASSERT_FALSE(resealed);
    EXPECT_EQ(resealed.error().code, ErrorCode::BadInput);
}

TEST_F(KeySlots, AFlippedBitAnywhereInAKeysSlotIsRefused)
{
    const auto key = randomKey();
    const auto slot = slotFor(withKey(key));
    for (std::size_t i = 0; i < slot.content.size(); ++i) {
        auto changed = slot;
        changed.content[i] = static_cast<char>(changed.content[i] ^ 1);
        EXPECT_THAT(codeOf(openSlot(changed, withKey(key), kStation)), AnyOf(ErrorCode::WrongKey, ErrorCode::Damaged)) << "byte " << i;
    }
}

TEST_F(KeySlots, AFlippedBitAnywhereInAPassphrasesSlotIsRefusedByARotation)
{
    const auto slot = slotFor(withWords("correct horse battery"));
    for (std::size_t i = 0; i < slot.content.size(); ++i) {
        auto changed = slot;
        changed.content[i] = static_cast<char>(changed.content[i] ^ 1);
        EXPECT_FALSE(resealedSlot(changed, root, randomKey(), kStation)) << "byte " << i;
    }
}

TEST_F(KeySlots, AFlippedBitInAnyPartOfAPassphrasesSlotIsRefused)
{
    const auto slot = slotFor(withWords("correct horse battery"));
    // Form, passes, memory, salt, public key, box (first, last), guard (first, last): each try costs an Argon2id.
    for (const std::size_t i : {0U, 1U, 9U, 17U, 33U, 65U, 144U, 145U, 176U}) {
        ASSERT_LT(i, slot.content.size());
        auto changed = slot;
        changed.content[i] = static_cast<char>(changed.content[i] ^ 1);
        EXPECT_THAT(codeOf(openSlot(changed, withWords("correct horse battery"), kStation)), AnyOf(ErrorCode::WrongKey, ErrorCode::Damaged))
            << "byte " << i;
    }
}

TEST_F(KeySlots, ASlotThatAsksForAbsurdCostIsDamagedAndEatsNoMemory)
{
    for (const std::size_t lastByte : {8U, 16U}) {  // of passes, of memory: the most significant
        for (const char value : {'\x40', '\xFF'}) { // huge, negative
            auto slot = slotFor(withWords("correct horse battery"));
            slot.content[lastByte] = value;
            EXPECT_EQ(codeOf(openSlot(slot, withWords("correct horse battery"), kStation)), ErrorCode::Damaged);
        }
    }
}

TEST_F(KeySlots, AnythingElseInASlotsPlaceIsRefused)
{
    for (const auto kind : {KeySlot::Kind::Key, KeySlot::Kind::Passphrase}) {
        const auto secret = kind == KeySlot::Kind::Key ? withKey(randomKey()) : withWords("correct horse battery");
        const auto whole = slotFor(secret).content;
        for (std::size_t length = 0; length < whole.size(); ++length)
            EXPECT_THAT(codeOf(openSlot({kind, whole.substr(0, length)}, secret, kStation)),
                        AnyOf(ErrorCode::WrongKey, ErrorCode::Damaged));
        EXPECT_THAT(codeOf(openSlot({kind, whole + 'x'}, secret, kStation)), AnyOf(ErrorCode::WrongKey, ErrorCode::Damaged));
        EXPECT_THAT(codeOf(openSlot({kind, std::string(4096, '\xFF')}, secret, kStation)), AnyOf(ErrorCode::WrongKey, ErrorCode::Damaged));
    }
}

TEST_F(KeySlots, ModerateIsWhatAStationUsesAndDearerThanTheTestsOwn)
{
    const auto slot = makeSlot(root, withWords("correct horse battery"), kStation);
    ASSERT_TRUE(slot) << slot.error().detail;
    EXPECT_EQ(slot->content.substr(9, 8), std::string("\0\0\0\x10\0\0\0\0", 8)) << "256 MiB";
    const auto opened = openSlot(*slot, withWords("correct horse battery"), kStation);
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_TRUE(sameKey(*opened, root));
}

TEST_F(KeySlots, APassphraseThatBreaksTheRuleMakesNoSlot)
{
    const auto slot = makeSlot(root, withWords("short"), kStation, PassphraseCost::Interactive);
    ASSERT_FALSE(slot);
    EXPECT_EQ(slot.error().code, ErrorCode::BadInput);
    EXPECT_EQ(slot.error().detail.find("short"), std::string::npos) << "a secret never stands in a message";
}

TEST(PassphraseRule, TwelveCharactersAreEnoughInAnyScript)
{
    EXPECT_TRUE(checkPassphrase("abcdefghijkl"));
    EXPECT_TRUE(checkPassphrase("今天天气很好我们去公园吧"));
    EXPECT_TRUE(checkPassphrase("aaaaaaaaaaab"));
    EXPECT_TRUE(checkPassphrase(std::string(1000, 'a') + 'b'));
}

TEST(PassphraseRule, FewerOrAllAlikeAreRefusedWithTheRule)
{
    for (const auto *text : {"", "a", "abcdefghijk", "今天天气很好我们去公园"}) {
        const auto checked = checkPassphrase(text);
        ASSERT_FALSE(checked) << text;
        EXPECT_EQ(checked.error().code, ErrorCode::BadInput);
        EXPECT_THAT(checked.error().detail, HasSubstr("12 characters"));
    }
    for (const auto *text : {"aaaaaaaaaaaa", "            ", "好好好好好好好好好好好好"}) {
        const auto checked = checkPassphrase(text);
        ASSERT_FALSE(checked) << text;
        EXPECT_THAT(checked.error().detail, HasSubstr("repeated"));
    }
}

TEST(PassphraseRule, BytesThatAreNoTextDoNotFoolIt)
{
    EXPECT_FALSE(checkPassphrase(std::string(40, '\x80')));
    EXPECT_FALSE(checkPassphrase(std::string(12, '\0')));
    EXPECT_FALSE(checkPassphrase(std::string(20, '\xFF')));
}

} // namespace
} // namespace menshen
