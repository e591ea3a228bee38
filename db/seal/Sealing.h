// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/ports/StationKey.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// Has to have returned true once before anything else of this room; thread-safe.
[[nodiscard]] bool sealingReady();

/// From the kernel's generator.
[[nodiscard]] SecretKey randomKey();
template <typename B>
[[nodiscard]] B randomBytes();
void fillRandom(std::uint8_t *bytes, std::size_t size);
template <typename B>
B randomBytes()
{
    B value;
    fillRandom(value.bytes.data(), value.bytes.size());
    return value;
}

/// Where a sealed text belongs: it can be opened nowhere else, so rows cannot be swapped.
struct SealedPlace {
    StationId station;
    EpochId epoch;
    std::int64_t seq = 0;
    std::string_view kind;
};

/// XChaCha20-Poly1305: 24 random bytes of nonce, then the ciphertext with its tag. 40 bytes longer than `plain`.
[[nodiscard]] std::string sealed(std::string_view plain, const SecretKey &key, const SealedPlace &place);
/// Absent when it was changed, belongs elsewhere or was sealed with another key.
[[nodiscard]] std::optional<std::string> unsealed(std::string_view blob, const SecretKey &key, const SealedPlace &place);

/// The first 64 bits of a keyed BLAKE2b of `field` and `normalised` ("document", "11010519491231002X"): equal for equal
/// values, telling nothing to whoever lacks the key.
[[nodiscard]] std::int64_t blindMark(const SecretKey &markKey, std::string_view field, std::string_view normalised);

/// What one day's marks are made with: nobody can make them any more once that day's key is gone, whoever has the index's key,
/// so what is left of them in free pages or old copies says nothing.
[[nodiscard]] SecretKey dayMarkKey(const SecretKey &indexKey, const SecretKey &dayKey);

/// A key under another key: for a row of the ledger that says `purpose` ("day 17", "index", "signing").
[[nodiscard]] std::string wrapped(const SecretKey &key, const SecretKey &under, const StationId &station, std::string_view purpose);
[[nodiscard]] std::optional<SecretKey> unwrapped(std::string_view blob, const SecretKey &under, const StationId &station,
                                                 std::string_view purpose);

/// What the chain says of a day's key, so that another key in its place is found out: BLAKE2b-128, hexadecimal.
[[nodiscard]] std::string keyCheck(const SecretKey &key);

} // namespace menshen
