// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Signatures.h"

#include <sodium.h>

#include <array>

namespace menshen {

namespace {

using Hmac = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;

const unsigned char *bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

/// The key may have any length, which crypto_auth_hmacsha256() does not allow.
Hmac hmac(std::string_view key, std::string_view text)
{
    crypto_auth_hmacsha256_state state;
    Hmac mac{};
    crypto_auth_hmacsha256_init(&state, bytesOf(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytesOf(text), text.size());
    crypto_auth_hmacsha256_final(&state, mac.data());
    sodium_memzero(&state, sizeof state);
    return mac;
}

std::string_view viewOf(const Hmac &mac) { return {reinterpret_cast<const char *>(mac.data()), mac.size()}; }

/// `text` and all that lies behind it, gone.
void wipe(std::string &text) { sodium_memzero(text.data(), text.size()); }

/// The three characters of base64 that mean something else in an address.
std::string urlEncoded(std::string_view base64Text)
{
    std::string encoded;
    for (const char c : base64Text) {
        if (c == '+')
            encoded += "%2B";
        else if (c == '/')
            encoded += "%2F";
        else if (c == '=')
            encoded += "%3D";
        else
            encoded += c;
    }
    return encoded;
}

} // namespace

std::string base64(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytesOf(bytes), bytes.size(), variant);
    text.pop_back(); // sodium ends it with a zero
    return text;
}

std::string dingTalkSign(std::string_view secret, std::chrono::milliseconds at)
{
    auto text = std::to_string(at.count()) + '\n' + std::string(secret);
    const auto mac = hmac(secret, text);
    wipe(text);
    return urlEncoded(base64(viewOf(mac)));
}

std::string feishuSign(std::string_view secret, std::chrono::seconds at)
{
    auto key = std::to_string(at.count()) + '\n' + std::string(secret);
    const auto mac = hmac(key, {});
    wipe(key);
    return base64(viewOf(mac));
}

std::string webhookSign(std::string_view key, std::chrono::seconds at, std::string_view body)
{
    const auto mac = hmac(key, std::to_string(at.count()) + '.' + std::string(body));
    std::array<char, 2 * mac.size() + 1> hex{};
    return sodium_bin2hex(hex.data(), hex.size(), mac.data(), mac.size());
}

} // namespace menshen
