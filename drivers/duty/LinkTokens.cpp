// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/LinkTokens.h"

#include <sodium.h>

#include <array>

namespace menshen {

namespace {

constexpr std::size_t kClaims = 6 + 1 + 3 + 4; ///< alert, line, attempt, end in seconds; big endian
constexpr std::size_t kSeal = 12;              ///< of the HMAC's 32 bytes: guessed online only, 2^96 is plenty
constexpr std::string_view kPurpose = "menshen duty link 1";

using TokenBytes = std::array<unsigned char, kClaims + kSeal>;

/// False when `value` needs more than `size` bytes.
bool put(unsigned char *at, std::size_t size, std::int64_t value)
{
    if (value < 0 || (value >> (8 * size)) != 0)
        return false;
    for (std::size_t i = 0; i < size; ++i)
        at[i] = static_cast<unsigned char>(value >> (8 * (size - 1 - i)));
    return true;
}

std::int64_t numberAt(const unsigned char *at, std::size_t size)
{
    std::int64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = (value << 8) | at[i];
    return value;
}

std::array<unsigned char, crypto_auth_hmacsha256_BYTES> sealOf(const TokenBytes &bytes, const SecretKey &key)
{
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    crypto_auth_hmacsha256(mac.data(), bytes.data(), kClaims, key.bytes().data());
    return mac;
}

} // namespace

LinkTokens::LinkTokens(const SecretKey &stationKey)
{
    static_assert(SecretKey::kSize == crypto_auth_hmacsha256_KEYBYTES);
    crypto_generichash(m_key.data(), SecretKey::kSize, reinterpret_cast<const unsigned char *>(kPurpose.data()), kPurpose.size(),
                       stationKey.bytes().data(), SecretKey::kSize);
}

std::string LinkTokens::tokenOf(const DutyLink &link) const
{
    TokenBytes bytes{};
    if (!put(bytes.data(), 6, link.alert.value) || !put(&bytes[6], 1, link.line) || !put(&bytes[7], 3, link.attempt) ||
        !put(&bytes[10], 4, link.until.time_since_epoch().count()))
        return {};
    const auto seal = sealOf(bytes, m_key);
    std::copy_n(seal.begin(), kSeal, bytes.begin() + kClaims);
    std::array<char, kLength + 1> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::optional<DutyLink> LinkTokens::linkOf(std::string_view token, WallTime now) const
{
    TokenBytes bytes{};
    std::size_t size = 0;
    const bool read = token.size() == kLength && sodium_base642bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr, &size,
                                                                   nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0;
    const auto seal = sealOf(bytes, m_key);
    const bool ours = sodium_memcmp(seal.data(), &bytes[kClaims], kSeal) == 0;
    const DutyLink link{EntrySeq{numberAt(bytes.data(), 6)}, static_cast<int>(numberAt(&bytes[6], 1)),
                        static_cast<int>(numberAt(&bytes[7], 3)), std::chrono::sys_seconds(std::chrono::seconds(numberAt(&bytes[10], 4)))};
    if (!read || size != bytes.size() || !ours || now >= link.until)
        return {};
    return link;
}

} // namespace menshen
