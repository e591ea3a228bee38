// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Chain.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::HasSubstr;

template <typename B>
B counted(int first)
{
    B value;
    for (auto &byte : value.bytes)
        byte = static_cast<std::uint8_t>(first++);
    return value;
}

LedgerHead sampleHead()
{
    return {.station = counted<StationId>(0),
            .epoch = counted<EpochId>(0xF0),
            .number = 42,
            .seq = {1234},
            .hash = counted<EntryHash>(0x30),
            .at = WallTime{Micros{1'795'334'400'000'001}},
            .signature = counted<HeadSignature>(0x80)};
}

constexpr std::string_view kSample =
    "menshen-head-1 000102030405060708090a0b0c0d0e0f f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff 42 1234 "
    "303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f 1795334400000001 "
    "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebf";

/// The sample with its word of this number (0: the first) replaced.
std::string sampleWith(std::size_t word, std::string_view replacement)
{
    std::size_t from = 0;
    for (; word > 0; --word)
        from = kSample.find(' ', from) + 1;
    const auto end = std::min(kSample.find(' ', from), kSample.size());
    return std::string(kSample.substr(0, from)) + std::string(replacement) + std::string(kSample.substr(end));
}

std::string problemOf(std::string_view line)
{
    const auto head = headFromText(line);
    if (head)
        return "no problem";
    EXPECT_EQ(head.error().code, ErrorCode::BadInput);
    return head.error().detail;
}

TEST(LedgerHeadText, IsTheLineThatIsPromised) { EXPECT_EQ(headText(sampleHead()), kSample); }

TEST(LedgerHeadText, ComesBackAsItWas)
{
    auto head = sampleHead();
    for (const std::string ending : {"", "\n", "\r\n", "  \n"}) {
        const auto read = headFromText(headText(head) + ending);
        ASSERT_TRUE(read) << read.error().detail;
        EXPECT_EQ(*read, head);
    }
    head.seq = {};
    head.number = std::numeric_limits<std::int64_t>::max();
    const auto read = headFromText(headText(head));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(*read, head);
}

TEST(LedgerHeadText, AWrongPartIsNamed)
{
    EXPECT_THAT(problemOf(sampleWith(1, "00")), HasSubstr("station has to be 32 hexadecimal digits"));
    EXPECT_THAT(problemOf(sampleWith(2, "F0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")), HasSubstr("epoch has to be 32"));
    for (const auto *number : {"0", "-1", "", "x", "4 2", "42x", "+42", "99999999999999999999", "0x2a"})
        EXPECT_NE(problemOf(sampleWith(3, number)), "no problem") << number;
    EXPECT_THAT(problemOf(sampleWith(3, "0")), HasSubstr("number has to be a whole number from 1"));
    EXPECT_THAT(problemOf(sampleWith(4, "-1")), HasSubstr("seq has to be a whole number from 0"));
    EXPECT_THAT(problemOf(sampleWith(5, std::string(63, '0'))), HasSubstr("hash has to be 64"));
    EXPECT_THAT(problemOf(sampleWith(5, std::string(63, '0') + 'g')), HasSubstr("hash has to be 64"));
    EXPECT_THAT(problemOf(sampleWith(6, "yesterday")), HasSubstr("time has to be"));
    EXPECT_THAT(problemOf(sampleWith(7, std::string(126, '0'))), HasSubstr("signature has to be 128"));
}

TEST(LedgerHeadText, WhatIsNoHeadIsSaidToBeNone)
{
    for (const std::string &line : {std::string(), std::string("\n"), std::string("menshen-head-1"), std::string("hello"),
                                    sampleWith(0, "menshen-head-2"), std::string(kSample) + " more", ' ' + std::string(kSample),
                                    sampleWith(4, "1 2"), std::string(100'000, ' '), std::string(5000, 'x')})
        EXPECT_THAT(problemOf(line), HasSubstr("not a ledger head")) << line.substr(0, 100);
}

TEST(LedgerHeadText, CutAnywhereItIsRefused)
{
    for (std::size_t length = 0; length < kSample.size(); ++length)
        EXPECT_FALSE(headFromText(kSample.substr(0, length))) << length;
}

TEST(Hex, IsLowerCaseAndExact)
{
    const auto id = counted<StationId>(0xF8);
    EXPECT_EQ(hexOf(id), "f8f9fafbfcfdfeff0001020304050607");
    EXPECT_EQ(fromHex<StationId>(hexOf(id)), id);
    EXPECT_EQ(fromHex<StationId>("f8f9"), std::nullopt);
    EXPECT_EQ(fromHex<StationId>(hexOf(id) + "00"), std::nullopt);
    EXPECT_EQ(fromHex<StationId>("F8F9fafbfcfdfeff0001020304050607"), std::nullopt) << "one value, one spelling";
    EXPECT_EQ(fromHex<StationId>(""), std::nullopt);
}

TEST(Hex, BytesStayAsTheyWereWhenTheTextIsBad)
{
    std::array<std::uint8_t, 2> bytes{7, 8};
    EXPECT_FALSE(bytesFromHex("00zz", bytes.data(), bytes.size()));
    EXPECT_EQ(bytes, (std::array<std::uint8_t, 2>{7, 8}));
}

TEST(Hex, AShortFormIsForEyes)
{
    EXPECT_EQ(shortForm(counted<EntryHash>(0x3F)), "3f40 4142");
    EXPECT_EQ(shortForm(EntryHash{}), "0000 0000");
}

} // namespace
} // namespace menshen
