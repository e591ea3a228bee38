// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ChainHeads.h"

#include "db/sqlite/StoredBytes.h"

#include <algorithm>
#include <limits>

namespace menshen {
namespace {

constexpr EntrySeq kNever{std::numeric_limits<std::int64_t>::max()};
constexpr const char *kColumns = "SELECT number, epoch, seq, at_us, hash, signature FROM heads ";

std::string nameOfHead(const LedgerHead &head) { return "head " + std::to_string(head.number); }

LedgerHead headFrom(const SQLite::Statement &row, const LedgerIdentity &identity)
{
    LedgerHead head;
    head.station = identity.station;
    head.number = row.getColumn(0).getInt64();
    if (const auto *life = identity.life(row.getColumn(1).getInt64()))
        head.epoch = life->id; // else nothing is: then its signature does not fit either
    head.seq = {row.getColumn(2).getInt64()};
    head.at = WallTime{Micros{row.getColumn(3).getInt64()}};
    head.hash = bytesOf<EntryHash>(row, 4);
    head.signature = bytesOf<HeadSignature>(row, 5);
    return head;
}

std::int64_t numberFrom(SQLite::Database &db, const char *sql, EntrySeq seq)
{
    SQLite::Statement query(db, sql);
    query.bind(1, seq.value);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

} // namespace

HeadTrack::HeadTrack(SQLite::Database &db, const LedgerIdentity &identity, std::vector<LedgerHead> known, const ChainPlace &start)
    : m_db(db), m_identity(identity), m_read(db, std::string(kColumns) + "WHERE number > ? AND number <= ? ORDER BY number LIMIT 1"),
      m_newestNumber(db.execAndGet("SELECT coalesce(max(number), 0) FROM heads").getInt64()), m_agreed(start)
{
    if (start.seq.value > 0) // those before were met by an earlier walk; the newest is looked at always
        m_number = std::max<std::int64_t>(
            0, numberFrom(db, "SELECT coalesce(min(number), (SELECT max(number) FROM heads), 1) - 1 FROM heads WHERE seq >= ?", start.seq));
    m_atOnce = sortKept(std::move(known));
    m_next = {m_atOnce ? 0 : start.seq.value + 1};
}

std::optional<LedgerHead> HeadTrack::read()
{
    m_read.reset();
    m_read.bind(1, m_number);
    m_read.bind(2, m_newestNumber);
    if (!m_read.executeStep())
        return std::nullopt;
    auto head = headFrom(m_read, m_identity);
    m_read.reset(); // no reader is kept open
    return head;
}

/// Not before the first entry was looked at: that one tells whether the ids are right that signatures are checked with.
std::optional<FoundFault> HeadTrack::begin()
{
    if (m_atOnce || m_begun)
        return m_atOnce;
    m_begun = true;
    return advance();
}

std::optional<FoundFault> HeadTrack::advance()
{
    m_own.reset();
    for (auto head = read(); head; head = read()) {
        const bool gap = head->number > m_number + 1;
        if (gap)
            noteMissing("head " + std::to_string(m_number + 1) + " is gone, " + nameOfHead(*head) + " follows");
        m_number = head->number;
        if (isSignedBy(*head, m_identity.signingKey)) {
            m_own = head;
            break;
        }
        if (gap) // it may be its number that was changed
            continue;
        if (auto fault = badSignature(*head))
            return fault;
    }
    findNext();
    return std::nullopt;
}

/// A forger signs what he wrote, so his heads fit the chain up to the newest; one among good ones was only damaged.
std::optional<FoundFault> HeadTrack::badSignature(const LedgerHead &head)
{
    if (standsInChain(head) && !newestIsOurs())
        return FoundFault{ChainFault::ForeignKey,
                          {m_agreed.seq.value + 1},
                          nameOfHead(head) + " is not signed with this ledger's key; nothing vouches for what follows entry " +
                              std::to_string(m_agreed.seq.value)};
    noteMissing(nameOfHead(head) + " was changed: its signature is wrong");
    return std::nullopt;
}

bool HeadTrack::standsInChain(const LedgerHead &head)
{
    if (head.seq.value == 0)
        return head.hash == genesisHash(m_identity.station);
    SQLite::Statement query(m_db, "SELECT hash FROM journal WHERE seq = ?");
    query.bind(1, head.seq.value);
    return query.executeStep() && bytesOf<EntryHash>(query, 0) == head.hash;
}

bool HeadTrack::newestIsOurs()
{
    SQLite::Statement query(m_db, std::string(kColumns) + "ORDER BY number DESC LIMIT 1");
    return query.executeStep() && isSignedBy(headFrom(query, m_identity), m_identity.signingKey);
}

void HeadTrack::noteMissing(std::string detail)
{
    if (!m_missing)
        m_missing = FoundFault{ChainFault::HeadMissing, {}, std::move(detail)};
}

void HeadTrack::findNext() noexcept
{
    m_next = kNever;
    if (m_own)
        m_next = m_own->seq;
    if (!m_kept.empty())
        m_next = std::min(m_next, m_kept.front().seq);
}

std::optional<FoundFault> HeadTrack::pass(const ChainPlace &place, const EpochId &epoch)
{
    if (auto fault = begin())
        return fault;
    if (auto fault = own(place, epoch))
        return fault;
    auto fault = kept(place, epoch);
    findNext();
    return fault;
}

std::optional<FoundFault> HeadTrack::own(const ChainPlace &place, const EpochId &epoch)
{
    while (m_own && m_own->seq <= place.seq) {
        const bool fits = m_own->seq == place.seq ? m_own->hash == place.hash && (m_own->epoch == epoch || place.seq.value == 0)
                                                  : standsInChain(*m_own); // of before the walk began
        if (!fits)
            return FoundFault{ChainFault::Changed,
                              {m_agreed.seq.value + 1},
                              "changed between " + std::to_string(m_agreed.seq.value + 1) + " and " + std::to_string(m_own->seq.value) +
                                  " and hashed anew: " + nameOfHead(*m_own) + " was signed on another entry " +
                                  std::to_string(m_own->seq.value)};
        ++m_count;
        if (m_own->seq == place.seq)
            m_agreed = place;
        if (auto fault = advance())
            return fault;
    }
    return std::nullopt;
}

std::optional<FoundFault> HeadTrack::kept(const ChainPlace &place, const EpochId &epoch)
{
    for (; !m_kept.empty() && m_kept.front().seq <= place.seq; m_kept.pop_front()) {
        const auto &head = m_kept.front();
        const bool fits =
            head.seq == place.seq ? head.hash == place.hash && (head.epoch == epoch || place.seq.value == 0) : standsInChain(head);
        if (!fits)
            return FoundFault{ChainFault::TailCut,
                              {m_agreed.seq.value + 1},
                              "cut and written anew somewhere from " + std::to_string(m_agreed.seq.value + 1) + " on: the kept " +
                                  nameOfHead(head) + " stands on another entry " + std::to_string(head.seq.value)};
        ++m_count;
        if (head.seq == place.seq)
            m_agreed = place;
    }
    return std::nullopt;
}

std::optional<FoundFault> HeadTrack::finish(EntrySeq newest)
{
    if (auto fault = begin())
        return fault;
    const EntrySeq gone{newest.value + 1};
    if (m_own)
        return FoundFault{ChainFault::TailCut, gone,
                          entriesText(gone, m_own->seq) + " cut off: the ledger's own " + nameOfHead(*m_own) + " was signed on " +
                              std::to_string(m_own->seq.value)};
    if (!m_kept.empty())
        return FoundFault{ChainFault::TailCut, gone,
                          entriesText(gone, m_kept.back().seq) + " cut off: the kept " + nameOfHead(m_kept.back()) + " was signed on " +
                              std::to_string(m_kept.back().seq.value)};
    if (m_newestNumber == 0 && newest.value > 0) // the first one is signed in the transaction of the first entry
        noteMissing("there is no signed head at all");
    return m_missing ? m_missing : keptNumberGone();
}

/// Heads are signed though nothing happens; so one may be gone whose entry is still there.
std::optional<FoundFault> HeadTrack::keptNumberGone()
{
    if (!m_lastKept || m_lastKept->number <= m_newestNumber)
        return std::nullopt;
    return FoundFault{ChainFault::HeadMissing, {}, "the kept " + nameOfHead(*m_lastKept) + " is not in the ledger any more"};
}

std::optional<FoundFault> HeadTrack::sortKept(std::vector<LedgerHead> known)
{
    std::sort(known.begin(), known.end(), [](const LedgerHead &a, const LedgerHead &b) { return a.seq < b.seq; });
    for (const auto &head : known) {
        if (!isSignedBy(head, m_identity.signingKey))
            return FoundFault{ChainFault::ForeignKey,
                              {},
                              "the kept " + nameOfHead(head) + " is not signed with this ledger's key: one of the two is not genuine"};
        if (wasLostInRestoration(head)) {
            m_remarks += (m_remarks.empty() ? "" : "; ") + std::string("the kept ") + nameOfHead(head) + " tells that entries up to " +
                         std::to_string(head.seq.value) + " of an earlier life were lost before the ledger was restored";
            continue;
        }
        const bool ofNow = !m_identity.lives.empty() && head.epoch == m_identity.lives.back().id;
        if (ofNow && (!m_lastKept || m_lastKept->number < head.number))
            m_lastKept = head;
        m_kept.push_back(head);
    }
    return std::nullopt;
}

bool HeadTrack::wasLostInRestoration(const LedgerHead &head) const
{
    if (const auto *life = m_identity.life(head.epoch))
        return head.seq > life->last;
    // A life that is not in this ledger: one that a restoration began and that was lost in its turn.
    return std::any_of(m_identity.lives.begin(), m_identity.lives.end(),
                       [&head](const LedgerLife &life) { return life.restoredAfter && *life.restoredAfter < head.seq; });
}

} // namespace menshen
