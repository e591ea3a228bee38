// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/seal/Chain.h"
#include "tests/db/seal/SealTesting.h"

#include <functional>
#include <set>
#include <sodium.h>
#include <vector>

namespace menshen {
namespace {

const StationId kStation = filled<StationId>(0x11);
const EpochId kEpoch = filled<EpochId>(0x22);
const EntryHash kPrev = filled<EntryHash>(0x33);

class ChainSeal : public SealTesting {
protected:
    StoredEntry entry{.seq = 7,
                      .epoch = 1,
                      .atUs = 1'795'334'400'000'000,
                      .day = 20'779,
                      .kind = "visit",
                      .actor = "guard",
                      .body = "{}",
                      .key = 3,
                      .sealed = "blob"};
};

std::string le64(std::uint64_t value)
{
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
    return bytes;
}

std::string blake2b(const std::string &bytes)
{
    EntryHash hash;
    crypto_generichash(hash.bytes.data(), 32, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(), nullptr, 0);
    return hexOf(hash);
}

TEST_F(ChainSeal, TheHashUnderneathIsBlake2b256)
{
    // By an implementation of another hand: Python's hashlib.blake2b(b"abc", digest_size=32).
    EXPECT_EQ(blake2b("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(blake2b(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

// Written out once more, byte by byte: whoever checks a ledger with another program needs this and nothing else.
TEST_F(ChainSeal, AnEntrysHashIsThatOfTheBytesWhichTheHeaderPromises)
{
    const std::string before = "menshen-entry-1" + std::string(16, 0x11) + std::string(16, 0x22) + std::string(32, 0x33);
    const std::string fields =
        le64(7) + le64(1) + le64(1'795'334'400'000'000) + le64(20'779) + le64(5) + "visit" + le64(5) + "guard" + le64(2) + "{}";
    EXPECT_EQ(hexOf(entryHash(kStation, kEpoch, kPrev, entry)), blake2b(before + fields + '\1' + le64(3) + '\1' + le64(4) + "blob"));
    entry.key.reset();
    entry.sealed.reset();
    EXPECT_EQ(hexOf(entryHash(kStation, kEpoch, kPrev, entry)), blake2b(before + fields + std::string(2, '\0')));
    EXPECT_EQ(hexOf(genesisHash(kStation)), blake2b("menshen-genesis-1" + std::string(16, 0x11)));
}

TEST_F(ChainSeal, EveryFieldOfAnEntryAndAllBeforeItChangeItsHash)
{
    std::set<std::string> hashes{hexOf(entryHash(kStation, kEpoch, kPrev, entry))};
    const std::vector<std::function<void(StoredEntry &)>> changes{
        [](auto &e) { e.seq = 8; },         [](auto &e) { e.epoch = 2; },    [](auto &e) { ++e.atUs; },
        [](auto &e) { e.atUs = -e.atUs; },  [](auto &e) { --e.day; },        [](auto &e) { e.kind = "visi"; },
        [](auto &e) { e.actor = "Guard"; }, [](auto &e) { e.body = "{ }"; }, [](auto &e) { e.key = 4; },
        [](auto &e) { e.sealed = "blub"; },
    };
    for (const auto &change : changes) {
        auto changed = entry;
        change(changed);
        hashes.insert(hexOf(entryHash(kStation, kEpoch, kPrev, changed)));
    }
    hashes.insert(hexOf(entryHash(filled<StationId>(0x12), kEpoch, kPrev, entry)));
    hashes.insert(hexOf(entryHash(kStation, filled<EpochId>(0x12), kPrev, entry)));
    hashes.insert(hexOf(entryHash(kStation, kEpoch, filled<EntryHash>(0x12), entry)));
    EXPECT_EQ(hashes.size(), changes.size() + 4);
}

TEST_F(ChainSeal, AByteThatMovesAcrossABoundaryBetweenFieldsIsSeen)
{
    const auto hashWith = [&](std::string_view kind, std::string_view actor, std::string_view body) {
        entry.kind = kind;
        entry.actor = actor;
        entry.body = body;
        return hexOf(entryHash(kStation, kEpoch, kPrev, entry));
    };
    const std::set<std::string> hashes{hashWith("ab", "c", ""), hashWith("a", "bc", ""), hashWith("a", "b", "c"),
                                       hashWith("", "abc", ""), hashWith("", "", "abc"), hashWith("abc", "", "")};
    EXPECT_EQ(hashes.size(), 6U);
}

TEST_F(ChainSeal, AnAbsentFieldIsNotAnEmptyOne)
{
    std::set<std::string> hashes;
    for (const auto &sealedPart : {std::optional<std::string_view>{}, std::optional<std::string_view>{""}}) {
        for (const auto &key : {std::optional<std::int64_t>{}, std::optional<std::int64_t>{0}}) {
            entry.sealed = sealedPart;
            entry.key = key;
            hashes.insert(hexOf(entryHash(kStation, kEpoch, kPrev, entry)));
        }
    }
    EXPECT_EQ(hashes.size(), 4U);
}

TEST_F(ChainSeal, ALongEntryBetweenShortOnesLeavesNothingBehind)
{
    const auto before = entryHash(kStation, kEpoch, kPrev, entry);
    const std::string large(1'000'000, 'x');
    auto other = entry;
    other.body = large;
    EXPECT_NE(entryHash(kStation, kEpoch, kPrev, other), before);
    EXPECT_EQ(entryHash(kStation, kEpoch, kPrev, entry), before);
}

class HeadSeal : public SealTesting {
protected:
    [[nodiscard]] LedgerHead signedHead() const
    {
        LedgerHead head{
            .station = kStation, .epoch = kEpoch, .number = 12, .seq = {345}, .hash = kPrev, .at = WallTime{Micros{678}}, .signature = {}};
        signer.sign(head);
        return head;
    }
    const HeadSigner signer{keyOf(0x44)};
};

TEST_F(HeadSeal, ASignedHeadIsItsSignersAndNobodyElses)
{
    const auto head = signedHead();
    EXPECT_TRUE(isSignedBy(head, signer.publicKey()));
    EXPECT_FALSE(isSignedBy(head, HeadSigner(keyOf(0x45)).publicKey()));
    EXPECT_FALSE(isSignedBy(head, SigningPublicKey{}));
    EXPECT_EQ(HeadSigner(keyOf(0x44)).publicKey(), signer.publicKey()) << "the same seed is the same signer";
}

TEST_F(HeadSeal, AChangeInAnyFieldOfAHeadBreaksItsSignature)
{
    const std::vector<std::pair<const char *, std::function<void(LedgerHead &)>>> changes{
        {"station", [](auto &h) { h.station.bytes[15] ^= 1; }},
        {"epoch", [](auto &h) { h.epoch.bytes[0] ^= 1; }},
        {"number", [](auto &h) { ++h.number; }},
        {"seq", [](auto &h) { --h.seq.value; }},
        {"at", [](auto &h) { h.at += 1us; }},
        {"hash", [](auto &h) { h.hash.bytes[31] ^= 0x80; }},
        {"number and seq swapped", [](auto &h) { std::swap(h.number, h.seq.value); }},
    };
    for (const auto &[name, change] : changes) {
        auto head = signedHead();
        change(head);
        EXPECT_FALSE(isSignedBy(head, signer.publicKey())) << name;
    }
}

TEST_F(HeadSeal, AFlippedByteAnywhereInTheSignatureIsSeen)
{
    for (std::size_t i = 0; i < 64; ++i) {
        auto head = signedHead();
        head.signature.bytes[i] ^= 1;
        EXPECT_FALSE(isSignedBy(head, signer.publicKey())) << i;
    }
}

TEST_F(HeadSeal, ASignatureSurvivesTheTextForm)
{
    const auto read = headFromText(headText(signedHead()));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_TRUE(isSignedBy(*read, signer.publicKey()));
}

} // namespace
} // namespace menshen
