// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/seal/Sealing.h"

#include <gmock/gmock.h>

#include <string>

namespace menshen {

/// A test of the room of seals; begins with libsodium ready.
class SealTesting : public testing::Test {
protected:
    static void SetUpTestSuite() { ASSERT_TRUE(sealingReady()); }
};

template <typename B>
B filled(std::uint8_t byte)
{
    B value;
    value.bytes.fill(byte);
    return value;
}

inline SecretKey keyOf(std::uint8_t byte)
{
    SecretKey key;
    std::fill_n(key.data(), SecretKey::kSize, byte);
    return key;
}

inline bool sameKey(const SecretKey &a, const SecretKey &b) { return std::ranges::equal(a.bytes(), b.bytes()); }

inline bool holds(const std::string &bytes, const SecretKey &key)
{
    return bytes.find(std::string(key.bytes().begin(), key.bytes().end())) != std::string::npos;
}

} // namespace menshen
