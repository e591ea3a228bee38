// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/ports/StationKey.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace menshen {

/// A journal row as stored, borrowed from wherever it lies.
struct StoredEntry {
    std::int64_t seq = 0;
    std::int64_t epoch = 0; ///< number of its epoch, 1 for the first
    std::int64_t atUs = 0;
    std::int64_t day = 0; ///< days since 1970-01-01
    std::string_view kind, actor, body;
    std::optional<std::int64_t> key;        ///< of the day that sealed it
    std::optional<std::string_view> sealed; ///< present exactly when `key` is
};

/// What stands before the first entry.
[[nodiscard]] EntryHash genesisHash(const StationId &station);

/// BLAKE2b-256("menshen-entry-1" ‖ station ‖ epoch id ‖ prev ‖ every field, integers as 8 bytes little-endian, texts and blobs
/// behind their length (8 bytes little-endian), an absent field as one byte 0 and a present one behind one byte 1).
[[nodiscard]] EntryHash entryHash(const StationId &station, const EpochId &epoch, const EntryHash &prev, const StoredEntry &entry);

/// BLAKE2b-256("menshen-report-1" ‖ the report's JSON as stored).
[[nodiscard]] EntryHash reportContentHash(std::string_view json);

/// Signs heads with Ed25519. Not thread-safe.
class HeadSigner {
public:
    explicit HeadSigner(const SecretKey &seed);
    [[nodiscard]] const SigningPublicKey &publicKey() const noexcept { return m_public; }
    /// Fills in the signature: over "menshen-head-1" ‖ station ‖ epoch ‖ number ‖ seq ‖ at ‖ hash.
    void sign(LedgerHead &head) const;
    ~HeadSigner() { SecretKey::wipe(m_secret.data(), m_secret.size()); }
    HeadSigner(const HeadSigner &) = default;
    HeadSigner &operator=(const HeadSigner &) = delete;

private:
    SigningPublicKey m_public;
    std::array<std::uint8_t, 64> m_secret{};
};

[[nodiscard]] bool isSignedBy(const LedgerHead &head, const SigningPublicKey &key);

} // namespace menshen
