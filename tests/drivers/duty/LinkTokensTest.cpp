// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/LinkTokens.h"

#include <gtest/gtest.h>

using namespace menshen;

namespace {

SecretKey keyOf(std::uint8_t fill)
{
    std::array<std::uint8_t, SecretKey::kSize> bytes{};
    bytes.fill(fill);
    return SecretKey(bytes);
}

const std::chrono::sys_seconds kEnd{std::chrono::seconds(1'800'000'000)};
const DutyLink kLink{EntrySeq{412}, 1, 3, kEnd};

} // namespace

TEST(LinkTokens, SayWhatTheyWereMadeFor)
{
    const LinkTokens tokens(keyOf(1));
    const std::string token = tokens.tokenOf(kLink);
    EXPECT_EQ(token.size(), LinkTokens::kLength);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), std::string::npos);
    EXPECT_EQ(tokens.linkOf(token, kEnd - 1s), kLink);
    EXPECT_EQ(LinkTokens(keyOf(1)).linkOf(token, kEnd - 1s), kLink) << "after a restart";
}

TEST(LinkTokens, ExpiredForeignOrChangedOnesAreNothing)
{
    const LinkTokens tokens(keyOf(1));
    const std::string token = tokens.tokenOf(kLink);
    EXPECT_FALSE(tokens.linkOf(token, kEnd));
    EXPECT_FALSE(LinkTokens(keyOf(2)).linkOf(token, kEnd - 1s));
    EXPECT_FALSE(tokens.linkOf("", kEnd - 1s));
    EXPECT_FALSE(tokens.linkOf(token + "A", kEnd - 1s));
    EXPECT_FALSE(tokens.linkOf(token.substr(1), kEnd - 1s));
    for (std::size_t i = 0; i < token.size(); ++i) {
        for (const char other : {'A', 'z', '_', '=', '\0'}) {
            std::string changed = token;
            changed[i] = other;
            EXPECT_EQ(tokens.linkOf(changed, kEnd - 1s).has_value(), other == token[i]) << i << other;
        }
    }
}

TEST(LinkTokens, AnSmsHasRoomForALinkInTheLargestHall)
{
    const std::string link = "https://192.168.100.100:8443/a/" + LinkTokens(keyOf(1)).tokenOf(kLink);
    EXPECT_LE(link.size(), 66U);
}

TEST(LinkTokens, NumbersThatDoNotFitMakeNoToken)
{
    const LinkTokens tokens(keyOf(1));
    EXPECT_EQ(tokens.tokenOf({EntrySeq{-1}, 0, 1, kEnd}), "");
    EXPECT_EQ(tokens.tokenOf({EntrySeq{std::int64_t{1} << 48}, 0, 1, kEnd}), "");
    EXPECT_EQ(tokens.tokenOf({EntrySeq{1}, 256, 1, kEnd}), "");
    EXPECT_EQ(tokens.tokenOf({EntrySeq{1}, 0, 1 << 24, kEnd}), "");
    EXPECT_NE(tokens.tokenOf({EntrySeq{(std::int64_t{1} << 48) - 1}, 255, (1 << 24) - 1, kEnd}), "");
}
