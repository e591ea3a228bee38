// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Signatures.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

// Vectors of reference/escalation.md.

TEST(Signatures, DingTalksIsTheOneOfTheReference)
{
    EXPECT_EQ(dingTalkSign("SECtest", 1'600'000'000'000ms), "J1ROuI0lRhdAs5lXpASksT0u9NwWl4DNkvcHISJRBoY%3D");
}

TEST(Signatures, FeishusIsTheOneOfTheReference)
{
    EXPECT_EQ(feishuSign("SECtest", 1'600'000'000s), "mhieWnSyoErxMnitRpWy7WiXUgvrgNLx3EOjdVNMVC8=");
}

TEST(Signatures, WhatMeansSomethingElseInAnAddressIsEncoded)
{
    int plus = 0, slash = 0;
    for (int i = 0; i < 200; ++i) {
        const auto sign = dingTalkSign("SECtest", std::chrono::milliseconds(1'600'000'000'000 + i));
        EXPECT_EQ(sign.find_first_of("+/="), std::string::npos) << sign;
        plus += sign.find("%2B") != std::string::npos ? 1 : 0;
        slash += sign.find("%2F") != std::string::npos ? 1 : 0;
    }
    EXPECT_GT(plus, 0);
    EXPECT_GT(slash, 0);
}

/// printf '1600000000.{"a":1}' | openssl dgst -sha256 -hmac key
TEST(Signatures, AWebhooksIsWhatOpensslComputes)
{
    EXPECT_EQ(webhookSign("key", 1'600'000'000s, "{\"a\":1}"), "31809093a123d444a3d7bb59940aa11befe074187e492b896741dd33282e2daa");
}

TEST(Signatures, AWebhooksChangesWithTimeBodyAndKey)
{
    const auto sign = webhookSign("key", 1s, "body");
    EXPECT_NE(webhookSign("key", 2s, "body"), sign);
    EXPECT_NE(webhookSign("key", 1s, "Body"), sign);
    EXPECT_NE(webhookSign("Key", 1s, "body"), sign);
}

TEST(Signatures, Base64PadsAndHoldsAnyByte)
{
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64(std::string_view("\0\xFF", 2)), "AP8=");
}

} // namespace
} // namespace menshen
