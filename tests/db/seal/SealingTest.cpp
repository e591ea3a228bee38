// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/seal/SealTesting.h"

#include <set>
#include <thread>
#include <vector>

namespace menshen {
namespace {

const SecretKey kKey = keyOf(0x5A);
const SealedPlace kPlace{filled<StationId>(1), filled<EpochId>(2), 3, "visit"};
constexpr std::string_view kText = R"({"name":"张伟","document":"11010519491231002X"})";

class Sealing : public SealTesting {};
class Wrapping : public SealTesting {};
class BlindMark : public SealTesting {};

TEST_F(Sealing, WhatWasSealedOpensInItsPlaceOnly)
{
    const auto blob = sealed(kText, kKey, kPlace);
    EXPECT_EQ(blob.size(), kText.size() + 40);
    EXPECT_EQ(unsealed(blob, kKey, kPlace), kText);

    auto place = kPlace;
    place.station.bytes[0] ^= 1;
    EXPECT_EQ(unsealed(blob, kKey, place), std::nullopt) << "another station";
    place = kPlace;
    place.epoch.bytes[15] ^= 1;
    EXPECT_EQ(unsealed(blob, kKey, place), std::nullopt) << "another epoch";
    for (const std::int64_t seq : {0, 2, 4, 3 + (1 << 30)}) {
        place = kPlace;
        place.seq = seq;
        EXPECT_EQ(unsealed(blob, kKey, place), std::nullopt) << "seq " << seq;
    }
    for (const std::string_view kind : {"", "visi", "visits", "Visit", "staff_punch"}) {
        place = kPlace;
        place.kind = kind;
        EXPECT_EQ(unsealed(blob, kKey, place), std::nullopt) << "kind " << kind;
    }
    EXPECT_EQ(unsealed(blob, keyOf(0x5B), kPlace), std::nullopt) << "another key";
}

TEST_F(Sealing, AChangedByteAnywhereIsSeen)
{
    const auto blob = sealed(kText, kKey, kPlace);
    for (std::size_t i = 0; i < blob.size(); ++i) {
        auto changed = blob;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_EQ(unsealed(changed, kKey, kPlace), std::nullopt) << "byte " << i;
    }
}

TEST_F(Sealing, ABlobCutAtAnyLengthOrGrownIsRefused)
{
    const auto blob = sealed(kText, kKey, kPlace);
    for (std::size_t length = 0; length < blob.size(); ++length)
        EXPECT_EQ(unsealed(std::string_view(blob).substr(0, length), kKey, kPlace), std::nullopt) << length;
    EXPECT_EQ(unsealed(blob + 'x', kKey, kPlace), std::nullopt);
}

TEST_F(Sealing, NothingIsStillSealed)
{
    const auto blob = sealed("", kKey, kPlace);
    EXPECT_EQ(blob.size(), 40U);
    EXPECT_EQ(unsealed(blob, kKey, kPlace), "");
    EXPECT_EQ(unsealed(blob, keyOf(1), kPlace), std::nullopt);
}

TEST_F(Sealing, TheSameTextNeverLooksTheSameNorShowsItself)
{
    std::set<std::string> blobs;
    for (int i = 0; i < 1000; ++i)
        blobs.insert(sealed(kText, kKey, kPlace));
    EXPECT_EQ(blobs.size(), 1000U);
    for (const auto &blob : blobs)
        EXPECT_EQ(blob.find("11010519491231002X"), std::string::npos);
}

TEST_F(Sealing, ALargeTextWithEveryByteComesBack)
{
    std::string text;
    for (int i = 0; i < 1'000'000; ++i)
        text += static_cast<char>(i);
    EXPECT_EQ(unsealed(sealed(text, kKey, kPlace), kKey, kPlace), text);
}

TEST_F(Sealing, ManyThreadsDoNotGetInEachOthersWay)
{
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([t] {
            auto place = kPlace;
            for (place.seq = t; place.seq < 2000; place.seq += 4) {
                const auto text = std::to_string(place.seq);
                ASSERT_EQ(unsealed(sealed(text, kKey, place), kKey, place), text);
            }
        });
    }
}

TEST_F(Sealing, RandomKeysAndIdsAreAllDifferentAndNeverEmpty)
{
    std::set<std::string> keys, ids;
    for (int i = 0; i < 1000; ++i) {
        const auto key = randomKey();
        keys.emplace(key.bytes().begin(), key.bytes().end());
        ids.insert(hexOf(randomBytes<StationId>()));
    }
    EXPECT_EQ(keys.size(), 1000U);
    EXPECT_EQ(ids.size(), 1000U);
    EXPECT_FALSE(keys.contains(std::string(32, '\0')));
}

TEST_F(Wrapping, AKeyOpensUnderItsOwnKeyForItsOwnPurposeAndStationOnly)
{
    const auto station = filled<StationId>(1);
    const auto key = randomKey();
    const auto blob = wrapped(key, kKey, station, "day 17");
    EXPECT_FALSE(holds(blob, key));
    const auto opened = unwrapped(blob, kKey, station, "day 17");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(sameKey(*opened, key));
    EXPECT_FALSE(unwrapped(blob, keyOf(1), station, "day 17"));
    EXPECT_FALSE(unwrapped(blob, kKey, filled<StationId>(2), "day 17"));
    for (const std::string_view purpose : {"day 18", "day 1", "day 177", "index", ""})
        EXPECT_FALSE(unwrapped(blob, kKey, station, purpose)) << purpose;
}

TEST_F(Wrapping, ADamagedOrCutWrapDoesNotOpen)
{
    const auto station = filled<StationId>(1);
    const auto blob = wrapped(randomKey(), kKey, station, "index");
    for (std::size_t i = 0; i < blob.size(); ++i) {
        auto changed = blob;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        EXPECT_FALSE(unwrapped(changed, kKey, station, "index")) << i;
        EXPECT_FALSE(unwrapped(blob.substr(0, i), kKey, station, "index")) << i;
    }
    EXPECT_FALSE(unwrapped(blob + '\0', kKey, station, "index"));
}

TEST_F(Wrapping, ASealedTextIsNoWrappedKeyNorTheOtherWayRound)
{
    const auto station = filled<StationId>(1);
    EXPECT_FALSE(unwrapped(sealed(std::string(32, 'k'), kKey, kPlace), kKey, station, "visit"));
    EXPECT_FALSE(unsealed(wrapped(kKey, kKey, station, "visit"), kKey, kPlace));
}

TEST_F(BlindMark, EqualValuesHaveEqualMarksAndOthersDoNot)
{
    const auto mark = blindMark(kKey, "document", "11010519491231002X");
    EXPECT_EQ(blindMark(kKey, "document", std::string("11010519491231002X")), mark);
    const std::set<std::int64_t> marks{mark,
                                       blindMark(kKey, "document", "11010519491231003X"),
                                       blindMark(kKey, "document", ""),
                                       blindMark(kKey, "phone", "11010519491231002X"),
                                       blindMark(keyOf(1), "document", "11010519491231002X"),
                                       blindMark(kKey, "documen", "t11010519491231002X"),
                                       blindMark(kKey, "", "document11010519491231002X")};
    EXPECT_EQ(marks.size(), 7U);
}

// What stands in old ledgers must be found by newer programs. By another hand: Python's
// hashlib.blake2b(b"menshen-mark-1" + pack("<q", 8) + b"document" + b"11010519491231002X", digest_size=16, key=b"\x5a" * 32)
TEST_F(BlindMark, IsTheOneThatOldLedgersHold) { EXPECT_EQ(blindMark(kKey, "document", "11010519491231002X"), -7040881699168416); }

TEST_F(BlindMark, UsesBothHalvesOfItsRange)
{
    int negative = 0;
    for (int i = 0; i < 1000; ++i)
        negative += blindMark(kKey, "phone", std::to_string(i)) < 0 ? 1 : 0;
    EXPECT_NEAR(negative, 500, 100);
}

TEST_F(Wrapping, TheCheckOfAKeyTellsKeysApartAndDoesNotShowThem)
{
    const auto check = keyCheck(kKey);
    EXPECT_THAT(check, testing::MatchesRegex("[0-9a-f]{32}"));
    EXPECT_EQ(keyCheck(keyOf(0x5A)), check);
    EXPECT_NE(keyCheck(keyOf(0x5B)), check);
    EXPECT_EQ(check.find("5a5a"), std::string::npos);
}

} // namespace
} // namespace menshen
