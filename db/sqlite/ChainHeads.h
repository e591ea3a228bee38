// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/ChainFaults.h"

#include <SQLiteCpp/Statement.h>
#include <deque>
#include <vector>

namespace menshen {

/// Holds the signed heads, the ledger's own and those that somebody kept, against a chain that is walked along.
/// Throws SQLite::Exception and DecodeError.
class HeadTrack {
public:
    /// The walk begins behind `start`, which is taken to be right. `known` are heads of this station.
    HeadTrack(SQLite::Database &db, const LedgerIdentity &identity, std::vector<LedgerHead> known, const ChainPlace &start);

    /// The next entry at which pass() is wanted.
    [[nodiscard]] EntrySeq next() const noexcept { return m_next; }
    /// The chain is whole up to `place`, which belongs to the life `epoch`.
    [[nodiscard]] std::optional<FoundFault> pass(const ChainPlace &place, const EpochId &epoch);
    /// `newest`: where the chain ends. What is left over, and what went by without hindering the walk.
    [[nodiscard]] std::optional<FoundFault> finish(EntrySeq newest);

    /// The last entry on which a signed head stood rightly.
    [[nodiscard]] const ChainPlace &agreed() const noexcept { return m_agreed; }
    [[nodiscard]] std::int64_t count() const noexcept { return m_count; }
    /// What the kept heads tell beyond right and wrong; empty: nothing.
    [[nodiscard]] const std::string &remarks() const noexcept { return m_remarks; }

private:
    [[nodiscard]] std::optional<LedgerHead> read();
    [[nodiscard]] std::optional<FoundFault> begin();
    [[nodiscard]] std::optional<FoundFault> own(const ChainPlace &place, const EpochId &epoch);
    [[nodiscard]] std::optional<FoundFault> kept(const ChainPlace &place, const EpochId &epoch);
    /// Makes the next own head the current one; those whose signature is wrong are left out.
    [[nodiscard]] std::optional<FoundFault> advance();
    [[nodiscard]] std::optional<FoundFault> badSignature(const LedgerHead &head);
    [[nodiscard]] bool standsInChain(const LedgerHead &head);
    [[nodiscard]] bool newestIsOurs();
    [[nodiscard]] std::optional<FoundFault> sortKept(std::vector<LedgerHead> known);
    [[nodiscard]] bool wasLostInRestoration(const LedgerHead &head) const;
    [[nodiscard]] std::optional<FoundFault> keptNumberGone();
    void noteMissing(std::string detail);
    void findNext() noexcept;

    SQLite::Database &m_db;
    const LedgerIdentity &m_identity;
    SQLite::Statement m_read;
    std::int64_t m_newestNumber = 0; ///< when the walk began
    std::int64_t m_number = 0;       ///< of the head read last
    bool m_begun = false;
    std::optional<LedgerHead> m_own;
    std::deque<LedgerHead> m_kept;        ///< still to be met, by seq
    std::optional<LedgerHead> m_lastKept; ///< with the highest number of the newest life
    std::optional<FoundFault> m_atOnce;   ///< found before the walk began
    std::optional<FoundFault> m_missing;  ///< does not hinder the walk: something worse may follow
    EntrySeq m_next;
    ChainPlace m_agreed;
    std::int64_t m_count = 0;
    std::string m_remarks;
};

} // namespace menshen
