// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/core/Units.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// Some bytes that name or prove something; `Tag` keeps the kinds apart.
template <typename Tag, std::size_t Size>
struct Bytes {
    std::array<std::uint8_t, Size> bytes{};
    friend auto operator<=>(const Bytes &, const Bytes &) = default;
};

/// Names a station for ever; made at random with its key.
using StationId = Bytes<struct StationIdTag, 16>;
/// Names one life of a ledger: random, new with each new or restored one. Station, epoch and seq name an entry for ever.
using EpochId = Bytes<struct EpochIdTag, 16>;
/// BLAKE2b-256 of an entry as stored and of the hash before it: the entry and everything before it.
using EntryHash = Bytes<struct EntryHashTag, 32>;
/// Ed25519.
using SigningPublicKey = Bytes<struct SigningPublicKeyTag, 32>;
using HeadSignature = Bytes<struct HeadSignatureTag, 64>;

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string hexOf(const std::uint8_t *bytes, std::size_t size);
/// False unless `hex` is exactly `size` bytes; then `bytes` is not touched.
[[nodiscard]] bool bytesFromHex(std::string_view hex, std::uint8_t *bytes, std::size_t size);

template <typename Tag, std::size_t Size>
[[nodiscard]] std::string hexOf(const Bytes<Tag, Size> &value)
{
    return hexOf(value.bytes.data(), Size);
}
template <typename B>
[[nodiscard]] std::optional<B> fromHex(std::string_view hex)
{
    B value;
    if (!bytesFromHex(hex, value.bytes.data(), value.bytes.size()))
        return std::nullopt;
    return value;
}

/// What the ledger was at a moment, signed by it. Whoever keeps one can tell later whether the ledger was cut or rewritten.
struct LedgerHead {
    StationId station;
    EpochId epoch;
    std::int64_t number = 0; ///< 1, 2, 3 …: a head that was taken away leaves a gap
    EntrySeq seq;            ///< the newest entry; 0: none yet
    EntryHash hash;          ///< of that entry
    WallTime at;             ///< when it was signed, also while nothing happened
    HeadSignature signature;

    friend bool operator==(const LedgerHead &, const LedgerHead &) = default;
};

/// One line of ASCII: "menshen-head-1 <station> <epoch> <number> <seq> <hash> <at, µs> <signature>", hexadecimal for bytes.
/// For a file and for a QR code.
[[nodiscard]] std::string headText(const LedgerHead &head);
/// BadInput saying which part is wrong.
[[nodiscard]] Result<LedgerHead> headFromText(std::string_view line);

/// The first 8 hexadecimal digits of a hash in two groups, "3fa9 07c1": for a person's eyes.
[[nodiscard]] std::string shortForm(const EntryHash &hash);

/// What is wrong with a chain, or nothing.
enum class ChainFault : std::uint8_t {
    None,
    Changed,     ///< an entry is not what it was when it was hashed or signed
    Missing,     ///< one or more entries are gone
    Inserted,    ///< there is an entry that was not there
    Reordered,   ///< entries stand in another order
    TailCut,     ///< a known head is newer than the newest entry, or stands on another one
    HeadMissing, ///< a signed head is gone or was changed
    ForeignKey,  ///< signed, sealed or wrapped with a key that is not this ledger's
    Unreadable,  ///< the file itself is damaged there
    TablesDiffer ///< the chain is whole, but a table that people are shown does not say what it says
};

/// What a walk along the chain found.
struct ChainVerdict {
    ChainFault fault = ChainFault::None;
    EntrySeq at;            ///< the first entry that is wrong, or wrongly shown; 0: none
    std::string detail;     ///< English, for the log and the command line; no personal data
    EntrySeq checked;       ///< the chain is whole up to here
    EntryHash hash;         ///< of that entry
    std::int64_t heads = 0; ///< signed heads that agreed
    bool complete = false;  ///< false: stopped by a person before the end
    [[nodiscard]] bool sound() const noexcept { return fault == ChainFault::None; }
};

} // namespace menshen
