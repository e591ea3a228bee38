// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/seal/KeySlots.h"
#include "menshen/core/Chain.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/StationKey.h"

#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace menshen {

// Keys of a ledger on which no station runs (each takes the ledger's lock; Storage when one does).

struct KeyStatus {
    StationId station;
    SigningPublicKey signingKey;
    KeySlot::Kind stationSlot = KeySlot::Kind::Key;
    bool recoverySet = false;
    bool unfinished = false; ///< a rotation or recovery was interrupted: the next start of the station ends it
    bool opens = false;      ///< the secret given opens the ledger
    std::int64_t dayKeys = 0, destroyedKeys = 0;
};
/// Reads only; needs no lock. `secret` absent: `opens` is false. Damaged when it opens a ledger whose own keys do not fit.
[[nodiscard]] Result<KeyStatus> keyStatus(const std::string &path, const std::optional<StationSecret> &secret);

/// Sets or replaces the recovery passphrase.
[[nodiscard]] Result<void> setRecovery(const std::string &path, StationKeyStore &store, const Passphrase &recovery,
                                       PassphraseCost cost = PassphraseCost::Moderate);

/// New station secret and new root key: every wrapped key is wrapped anew, the recovery slot resealed, a KeysRotatedEntry
/// appended, then the store's secret replaced. Interrupted anywhere, what the store holds opens the ledger: until the store has
/// taken the new secret the old one opens it, too. An error says which of them does, and it can be run again. `fresh`: the new
/// secret (a passphrase: the same for a station that is opened by one); absent: a random key.
/// Copies of the ledger made before open with the old secret: make a new backup and let the old ones go.
[[nodiscard]] Result<void> rotateKeys(const std::string &path, StationKeyStore &store, const Clock &clock, UtcOffset offset,
                                      const std::optional<StationSecret> &fresh, PassphraseCost cost = PassphraseCost::Moderate);

/// The station's secret is lost: opens with the recovery passphrase and gives the ledger (or a backup) a new station secret,
/// which the store then holds: `fresh`, or a random key. WrongKey; NotFound when no recovery passphrase was ever set;
/// WrongStation, and nothing is touched, when the store holds another station's key. May be run again after any error.
[[nodiscard]] Result<void> recoverKeys(const std::string &path, const Passphrase &recovery, StationKeyStore &store,
                                       const std::optional<StationSecret> &fresh = std::nullopt,
                                       PassphraseCost cost = PassphraseCost::Moderate);

/// Ends a rotation or recovery that was cut short, on a connection that may write: only the slot that `secret` opens stays.
/// Nothing to do, and nothing is written, almost always. For whoever opens a ledger to write it.
[[nodiscard]] Result<void> settleKeys(SQLite::Database &db, const StationSecret &secret, const StationId &station);

} // namespace menshen
