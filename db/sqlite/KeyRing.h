// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/seal/Chain.h"
#include "db/seal/Sealing.h"
#include "menshen/core/Result.h"
#include "menshen/ports/StationKey.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace SQLite {
class Database;
}

namespace menshen {

/// The opened keys of one ledger. Thread-safe; one is shared by all who read or write that ledger in a process.
class KeyRing {
public:
    /// KeyMissing, WrongKey, WrongStation, or what the file itself refuses. Asks a person (a passphrase) at most once.
    [[nodiscard]] static Result<std::shared_ptr<KeyRing>> open(const std::string &ledgerPath, StationKeyStore &store);
    [[nodiscard]] static Result<std::shared_ptr<KeyRing>> open(SQLite::Database &db, const StationSecret &secret);

    KeyRing(const StationId &station, const SecretKey &root, const SecretKey &index, const SecretKey &signing);

    [[nodiscard]] const StationId &station() const noexcept { return m_station; }
    [[nodiscard]] const SecretKey &root() const noexcept { return m_root; }
    [[nodiscard]] const SecretKey &index() const noexcept { return m_index; }
    [[nodiscard]] const SecretKey &signing() const noexcept { return m_signing; }

    /// The key of a row of day_keys, opened from `wrapped` when it is not known yet; absent when that is another root's work.
    [[nodiscard]] std::optional<SecretKey> dayKey(std::int64_t id, std::string_view wrapped);
    /// Only one that is known already.
    [[nodiscard]] std::optional<SecretKey> knownDayKey(std::int64_t id) const;
    void remember(std::int64_t id, const SecretKey &key);
    /// One that was remembered for a row which was rolled back: the number will be another key's.
    void drop(std::int64_t id);
    /// For ever: a reader that had fetched the wrapped key a moment before cannot bring it back.
    void forget(std::int64_t id);

private:
    const StationId m_station;
    const SecretKey m_root, m_index, m_signing;
    mutable std::mutex m_mutex;
    std::map<std::int64_t, SecretKey> m_dayKeys;
    std::set<std::int64_t> m_forgotten;
};

/// What a wrapped key is wrapped for: rows cannot be exchanged.
[[nodiscard]] std::string dayKeyPurpose(std::int64_t id);
inline constexpr std::string_view kIndexPurpose = "index";
inline constexpr std::string_view kSigningPurpose = "signing";

} // namespace menshen
