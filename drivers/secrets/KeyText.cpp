// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/KeyText.h"

#include "drivers/secrets/CheckedText.h"

#include <sodium.h>

namespace menshen {
namespace {

constexpr std::string_view kMagic = "menshen-key-1\n";
constexpr std::size_t kIdDigits = 2 * sizeof(StationId), kKeyDigits = 2 * SecretKey::kSize;

std::optional<StationSecret> parsed(std::string_view text)
{
    const auto lines = withoutChecksum(text);
    if (!lines || !lines->starts_with(kMagic) || lines->size() != kMagic.size() + kIdDigits + 1 + kKeyDigits + 1)
        return std::nullopt;
    const auto body = lines->substr(kMagic.size());
    SecretKey key;
    const auto station = fromHex<StationId>(body.substr(0, kIdDigits));
    if (!station || body[kIdDigits] != '\n' || !bytesFromHex(body.substr(kIdDigits + 1, kKeyDigits), key.data(), SecretKey::kSize))
        return std::nullopt;
    return StationSecret{station, key};
}

} // namespace

std::string keyText(const StationSecret &secret)
{
    auto hex = hexOf(std::get<SecretKey>(secret.secret).bytes().data(), SecretKey::kSize);
    std::string lines;
    lines.reserve(256); // one place to wipe
    lines.append(kMagic).append(hexOf(secret.station.value_or(StationId{}))).append(1, '\n').append(hex).append(1, '\n');
    sodium_memzero(hex.data(), hex.size());
    return withChecksum(std::move(lines));
}

Result<StationSecret> secretFromText(std::string &&text, const std::string &where)
{
    if (!sodiumReady())
        return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
    const Passphrase wiped(std::move(text));
    const auto secret = parsed(wiped.text());
    if (!secret)
        return Error{ErrorCode::Storage, where + ": is damaged, or no key of this program; put the right one there, or recover "
                                                 "with the recovery passphrase (menshenctl keys recover)"};
    return *secret;
}

Result<StationSecret> randomSecret()
{
    if (!sodiumReady())
        return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
    StationId station;
    SecretKey key;
    randombytes_buf(station.bytes.data(), station.bytes.size());
    randombytes_buf(key.data(), SecretKey::kSize);
    return StationSecret{station, key};
}

} // namespace menshen
