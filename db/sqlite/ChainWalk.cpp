// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ChainWalk.h"

#include "db/sqlite/ChainFaults.h"
#include "db/sqlite/ChainHeads.h"
#include "db/sqlite/ChainKeys.h"
#include "db/sqlite/ChainRows.h"
#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/SqliteErrors.h"
#include "db/sqlite/TableCheck.h"

#include <algorithm>
#include <sqlite3.h>

namespace menshen {
namespace {

/// Entries read in one transaction: a long one would keep the writer's log from being emptied.
constexpr std::int64_t kPage = 20'000;

/// How much of a ledger is looked at besides its entries.
enum class Depth : std::uint8_t { EntriesAndHeads, KeysToo };

bool isUnreadable(const SQLite::Exception &error)
{
    const int code = error.getErrorCode() & 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

std::int64_t newestSeq(SQLite::Database &db) { return db.execAndGet("SELECT coalesce(max(seq), 0) FROM journal").getInt64(); }

std::optional<EntryHash> storedHash(ChainRows &rows, EntrySeq seq)
{
    ChainRow row;
    const bool found = rows.only(seq, row) && row.legible;
    rows.close();
    return found ? std::optional(row.hash) : std::nullopt;
}

/// One walk. Throws SQLite::Exception and DecodeError for what cannot be read.
class Walker {
public:
    Walker(SQLite::Database &db, const LedgerIdentity &identity, const ChainWalk::Options &options, Depth depth)
        : m_identity(identity), m_depth(depth), m_rows(db), m_faults(db, identity), m_keys(db, identity, options.keys),
          m_start(begin(options.from)), m_at(m_start), m_heads(db, identity, options.knownHeads, m_start), m_newest(newestSeq(db))
    {
        m_remembered = options.from && m_start.seq.value == 0 ? options.from : std::nullopt;
        m_life = lifeAtStart();
        if (options.tables)
            m_tables.emplace(db, options.keys);
    }

    [[nodiscard]] ChainVerdict run(const UpkeepProgressSink &progress, const std::stop_token &stop)
    {
        auto fault = m_heads.next() <= m_at.seq ? m_heads.pass(m_at, lifeId()) : std::nullopt;
        while (!fault && m_at.seq.value < m_newest) {
            if (stop.stop_requested()) {
                auto sofar = verdict({});
                sofar.complete = false;
                return sofar;
            }
            fault = page();
            if (progress)
                progress({m_at.seq.value - m_start.seq.value, work()});
        }
        if (!fault)
            fault = finish();
        if (!fault && m_tables)
            if (auto table = checkTables(progress, stop))
                return *table;
        return verdict(fault.value_or(FoundFault{ChainFault::None, {}, m_heads.remarks()}));
    }

    [[nodiscard]] ChainVerdict unreadable(const std::string &why)
    {
        const EntrySeq here{m_at.seq.value + 1};
        return verdict(
            {ChainFault::Unreadable, here, "entry " + std::to_string(here.value) + " or what belongs to it cannot be read: " + why});
    }

private:
    /// Where an earlier walk ended, if that still stands; else the whole chain is walked and tells what became of it.
    [[nodiscard]] ChainPlace begin(const std::optional<ChainPlace> &from)
    {
        if (from && from->seq.value > 0 && storedHash(m_rows, from->seq) == from->hash)
            return *from;
        return {{}, genesisHash(m_identity.station)};
    }

    [[nodiscard]] const LedgerLife *lifeAtStart()
    {
        ChainRow row;
        const auto *life = m_start.seq.value > 0 && m_rows.only(m_start.seq, row) ? m_identity.life(row.entry.epoch) : nullptr;
        m_rows.close();
        return life;
    }

    [[nodiscard]] EpochId lifeId() const { return m_life ? m_life->id : EpochId{}; }

    [[nodiscard]] std::int64_t work() const { return m_newest - m_start.seq.value + (m_tables ? m_newest : 0); }

    /// The chain is whole. Absent when the tables show what it says, else what is wrong with them, or that somebody stopped it.
    [[nodiscard]] std::optional<ChainVerdict> checkTables(const UpkeepProgressSink &progress, const std::stop_token &stop)
    {
        while (!m_tables->done()) {
            if (stop.stop_requested()) {
                auto sofar = verdict({});
                sofar.complete = false;
                return sofar;
            }
            if (auto fault = m_tables->page()) {
                auto found = verdict({});
                found.fault = fault->fault;
                found.at = fault->at;
                found.detail = std::move(fault->detail);
                return found;
            }
            if (progress)
                progress({std::min(m_newest - m_start.seq.value + m_tables->at().value, work()), work()});
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<FoundFault> page()
    {
        const auto before = m_at.seq;
        std::optional<FoundFault> fault;
        m_rows.open(m_at.seq, std::min(kPage, m_newest - m_at.seq.value));
        while (!fault && m_rows.next(m_row))
            fault = step();
        m_rows.close();
        if (!fault && m_at.seq == before)
            fault = FoundFault{ChainFault::Unreadable, {before.value + 1}, "entries that are counted cannot be found"};
        return fault;
    }

    [[nodiscard]] std::optional<FoundFault> step()
    {
        const auto &entry = m_row.entry;
        if (entry.kind == "epoch")
            if (auto fault = lifeBegins())
                return fault;
        if (!follows())
            return m_faults.explain(m_row, m_at, m_heads.agreed().seq);
        if (!m_life || entry.epoch != m_life->number)
            return FoundFault{
                ChainFault::Changed, {entry.seq}, "entry " + std::to_string(entry.seq) + " belongs to a life that did not begin"};
        if (auto fault = m_keys.pass(m_row))
            return fault;
        m_at = {{entry.seq}, m_row.hash};
        return m_heads.next() <= m_at.seq ? m_heads.pass(m_at, m_life->id) : std::nullopt;
    }

    [[nodiscard]] bool follows() const
    {
        const auto &entry = m_row.entry;
        if (!m_row.legible || entry.seq != m_at.seq.value + 1 || m_row.prev != m_at.hash)
            return false;
        const auto *life = m_life && entry.epoch == m_life->number ? m_life : m_identity.life(entry.epoch);
        return life && entryHash(m_identity.station, life->id, m_at.hash, entry) == m_row.hash;
    }

    /// The first entry of a life names what the ledger's tables name too.
    [[nodiscard]] std::optional<FoundFault> lifeBegins()
    {
        const EntrySeq here{m_row.entry.seq};
        const auto decoded = decodedEntry(here, m_row.entry.kind, m_row.entry.body, std::nullopt);
        if (!decoded || !std::holds_alternative<EpochEntry>(*decoded))
            return std::nullopt; // its hash will tell
        const auto &entry = std::get<EpochEntry>(*decoded);
        if (entryHash(entry.station, entry.epoch, m_row.prev, m_row.entry) != m_row.hash)
            return std::nullopt;
        if (entry.station != m_identity.station || entry.signingKey != m_identity.signingKey)
            return FoundFault{ChainFault::ForeignKey, here,
                              "entry " + std::to_string(here.value) + " names another station or signing key than the ledger does"};
        const auto *life = m_identity.life(m_row.entry.epoch);
        if (!life || life->id != entry.epoch || life->first != here)
            return FoundFault{ChainFault::Changed, here,
                              "the ledger's list of its lives is not what entry " + std::to_string(here.value) + " says"};
        m_life = life;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<FoundFault> finish()
    {
        if (auto fault = m_heads.finish(m_at.seq))
            return fault;
        if (m_remembered)
            return notRemembered();
        return m_depth == Depth::KeysToo ? m_keys.finish(m_start.seq, m_at.seq) : std::nullopt;
    }

    /// An earlier walk saw something else, though all that is there now fits.
    [[nodiscard]] FoundFault notRemembered() const
    {
        const auto seen = std::to_string(m_remembered->seq.value);
        if (m_remembered->seq > m_at.seq)
            return {ChainFault::TailCut, {m_at.seq.value + 1}, "cut off: an earlier walk came as far as entry " + seen};
        return {ChainFault::Changed, m_remembered->seq, "entry " + seen + " or one before it is not what an earlier walk saw"};
    }

    [[nodiscard]] ChainVerdict verdict(const FoundFault &found)
    {
        ChainVerdict verdict{found.fault, found.at, found.detail, m_at.seq, m_at.hash, m_heads.count(), true};
        if (found.at.value > 0 && found.at <= m_at.seq) {
            verdict.checked = {found.at.value - 1};
            verdict.hash =
                verdict.checked.value == 0 ? genesisHash(m_identity.station) : storedHash(m_rows, verdict.checked).value_or(EntryHash{});
        }
        return verdict;
    }

    const LedgerIdentity &m_identity;
    const Depth m_depth;
    ChainRows m_rows;
    FaultFinder m_faults;
    KeyTrack m_keys;
    const ChainPlace m_start;
    ChainPlace m_at;
    HeadTrack m_heads; ///< before m_newest: heads stand on entries that are there
    const std::int64_t m_newest;
    std::optional<ChainPlace> m_remembered;
    const LedgerLife *m_life = nullptr;
    ChainRow m_row;
    std::optional<TableCheck> m_tables;
};

ChainVerdict walked(SQLite::Database &db, const ChainWalk::Options &options, Depth depth, const UpkeepProgressSink &progress,
                    const std::stop_token &stop)
{
    std::optional<LedgerIdentity> identity;
    std::optional<Walker> walker;
    const auto unreadable = [&walker](const std::string &why) {
        return walker ? walker->unreadable(why) : ChainVerdict{ChainFault::Unreadable, {1}, why, {}, {}, 0, true};
    };
    try {
        identity = storedIdentity(db);
        walker.emplace(db, *identity, options, depth);
        return walker->run(progress, stop);
    } catch (const SQLite::Exception &error) {
        if (!isUnreadable(error))
            throw;
        return unreadable(error.what());
    } catch (const DecodeError &error) {
        return unreadable(error.what());
    }
}

} // namespace

class ChainWalk::Impl {
public:
    Impl(std::unique_ptr<SQLite::Database> db, Options options) : m_db(std::move(db)), m_options(std::move(options)) {}

    [[nodiscard]] Result<void> checkKnownHeads()
    {
        SQLite::Statement query(*m_db, "SELECT station FROM ledger");
        if (!query.executeStep())
            return {}; // the walk tells
        const auto station = query.getColumn(0).getString();
        for (const auto &head : m_options.knownHeads)
            if (station != std::string(head.station.bytes.begin(), head.station.bytes.end()))
                return Error{ErrorCode::BadInput, "a head of another station, " + hexOf(head.station)};
        return {};
    }

    [[nodiscard]] Result<ChainVerdict> run(const UpkeepProgressSink &progress, const std::stop_token &stop)
    {
        try {
            return walked(*m_db, m_options, Depth::KeysToo, progress, stop);
        } catch (...) {
            return currentSqliteError("walking along the chain", m_db->getHandle());
        }
    }

private:
    const std::unique_ptr<SQLite::Database> m_db;
    const Options m_options;
};

Result<std::unique_ptr<ChainWalk>> ChainWalk::open(const std::string &path, Options options)
{
    if (!sealingReady())
        return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
    auto db = openForReading(path, options.tables ? ReadSchema::Newest : ReadSchema::AnyWithJournal);
    if (!db)
        return db.error();
    auto impl = std::make_unique<Impl>(std::move(*db), std::move(options));
    try {
        if (auto known = impl->checkKnownHeads(); !known)
            return known.error();
    } catch (...) {
        return Error{ErrorCode::Damaged, currentSqliteError("opening " + path, nullptr).detail};
    }
    return std::unique_ptr<ChainWalk>(new ChainWalk(std::move(impl)));
}

ChainWalk::ChainWalk(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ChainWalk::~ChainWalk() = default;

Result<ChainVerdict> ChainWalk::run(const UpkeepProgressSink &progress, const std::stop_token &stop) { return m_impl->run(progress, stop); }

ChainVerdict verifyTail(SQLite::Database &db, std::int64_t entries)
{
    ChainWalk::Options options;
    try {
        ChainRows rows(db);
        const EntrySeq before{newestSeq(db) - entries};
        if (before.value > 0)
            if (const auto hash = storedHash(rows, before))
                options.from = ChainPlace{before, *hash};
        return walked(db, options, Depth::EntriesAndHeads, {}, {});
    } catch (...) {
        return {ChainFault::Unreadable, {}, currentSqliteError("looking at the end of the chain", db.getHandle()).detail, {}, {}, 0, true};
    }
}

} // namespace menshen
