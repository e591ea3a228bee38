// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/seal/Sealing.h"

#include "db/seal/FieldBytes.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace menshen {
namespace {

constexpr std::string_view kSealMark = "menshen-seal-1";
constexpr std::string_view kWrapMark = "menshen-wrap-1";
constexpr std::string_view kMarkMark = "menshen-mark-1";
constexpr std::string_view kCheckMark = "menshen-key-check-1";
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kCheckBytes = 16;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == SecretKey::kSize);

/// What a blob is bound to. Kept by the thread until its next call: it names rows, never persons.
std::string &boundTo()
{
    thread_local std::string place;
    return place;
}

std::string_view placeBytes(const SealedPlace &place)
{
    auto &bytes = boundTo();
    FieldBytes(bytes).fixed(kSealMark).fixed(place.station).fixed(place.epoch).number(place.seq).text(place.kind);
    return bytes;
}

std::string_view wrapBytes(const StationId &station, std::string_view purpose)
{
    auto &bytes = boundTo();
    FieldBytes(bytes).fixed(kWrapMark).fixed(station).text(purpose);
    return bytes;
}

std::string encrypted(const unsigned char *plain, std::size_t size, const SecretKey &key, std::string_view place)
{
    std::string blob(kNonce + size + kTag, '\0');
    randombytes_buf(blob.data(), kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(blob) + kNonce, nullptr, plain, size, raw(place), place.size(), nullptr, raw(blob),
                                               key.bytes().data());
    return blob;
}

/// `plain` has room for the blob without its nonce and tag; it holds nothing unless true comes back.
bool decrypted(std::string_view blob, unsigned char *plain, const SecretKey &key, std::string_view place)
{
    return crypto_aead_xchacha20poly1305_ietf_decrypt(plain, nullptr, nullptr, raw(blob) + kNonce, blob.size() - kNonce, raw(place),
                                                      place.size(), raw(blob), key.bytes().data()) == 0;
}

} // namespace

bool sealingReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

void fillRandom(std::uint8_t *bytes, std::size_t size) { randombytes_buf(bytes, size); }

SecretKey randomKey()
{
    SecretKey key;
    fillRandom(key.data(), SecretKey::kSize);
    return key;
}

std::string sealed(std::string_view plain, const SecretKey &key, const SealedPlace &place)
{
    return encrypted(raw(plain), plain.size(), key, placeBytes(place));
}

std::optional<std::string> unsealed(std::string_view blob, const SecretKey &key, const SealedPlace &place)
{
    if (blob.size() < kNonce + kTag)
        return std::nullopt;
    std::optional<std::string> plain(std::in_place, blob.size() - kNonce - kTag, '\0');
    if (!decrypted(blob, raw(*plain), key, placeBytes(place)))
        plain.reset();
    return plain;
}

SecretKey dayMarkKey(const SecretKey &indexKey, const SecretKey &dayKey)
{
    SecretKey key;
    crypto_generichash(key.data(), SecretKey::kSize, dayKey.bytes().data(), SecretKey::kSize, indexKey.bytes().data(), SecretKey::kSize);
    return key;
}

std::int64_t blindMark(const SecretKey &markKey, std::string_view field, std::string_view normalised)
{
    // Streamed, not assembled: what is marked is somebody's number, and only the state, wiped below, ever holds it.
    const auto length = static_cast<std::int64_t>(field.size());
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> digest{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, markKey.bytes().data(), SecretKey::kSize, digest.size());
    crypto_generichash_update(&state, raw(kMarkMark), kMarkMark.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(&length), sizeof length);
    crypto_generichash_update(&state, raw(field), field.size());
    crypto_generichash_update(&state, raw(normalised), normalised.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    sodium_memzero(&state, sizeof state);
    std::int64_t mark = 0;
    std::copy_n(digest.begin(), sizeof mark, reinterpret_cast<std::uint8_t *>(&mark));
    return mark;
}

std::string wrapped(const SecretKey &key, const SecretKey &under, const StationId &station, std::string_view purpose)
{
    return encrypted(key.bytes().data(), SecretKey::kSize, under, wrapBytes(station, purpose));
}

std::optional<SecretKey> unwrapped(std::string_view blob, const SecretKey &under, const StationId &station, std::string_view purpose)
{
    SecretKey key;
    if (blob.size() != kNonce + SecretKey::kSize + kTag || !decrypted(blob, key.data(), under, wrapBytes(station, purpose)))
        return std::nullopt;
    return key;
}

std::string keyCheck(const SecretKey &key)
{
    std::array<std::uint8_t, kCheckBytes> check{};
    crypto_generichash(check.data(), check.size(), raw(kCheckMark), kCheckMark.size(), key.bytes().data(), SecretKey::kSize);
    return hexOf(check.data(), check.size());
}

} // namespace menshen
