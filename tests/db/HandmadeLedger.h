// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/seal/KeySlots.h"
#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/JournalWriter.h"
#include "db/sqlite/Migrations.h"
#include "db/sqlite/StoredBytes.h"
#include "tests/support/TestFolder.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

namespace menshen {

/// A ledger made by hand, for tests that tamper with it: rightly chained, sealed and signed, without a station or
/// projections. `m_db` is the forger's: the triggers are gone.
class HandmadeLedger {
public:
    static constexpr HallDay kFirstDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};

    struct Keys {
        StationId station = randomBytes<StationId>();
        SecretKey secret = randomKey(), root = randomKey(), index = randomKey(), signing = randomKey();
    };

    /// The EpochEntry (1) and a head stand in it.
    explicit HandmadeLedger(const std::string &path) : HandmadeLedger(path, Keys()) {}
    HandmadeLedger(const std::string &path, const Keys &keys)
        : m_path(path), m_madeOf(keys), m_ring(std::make_shared<KeyRing>(keys.station, keys.root, keys.index, keys.signing)),
          m_db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        m_db.exec("PRAGMA page_size = 4096; PRAGMA synchronous = OFF");
        migrate(m_db, allMigrations());
        for (const auto &trigger : triggers())
            m_db.exec("DROP TRIGGER " + trigger);
        storeKeys();
        beginLife(std::nullopt);
    }

    /// Key for it, then this many visits (some with an exit in between); a head every `headEvery` entries and at the end.
    void day(int number, int visits, int headEvery = 10)
    {
        const auto day = HallDay{std::chrono::sys_days{kFirstDay} + std::chrono::days{number}};
        SQLite::Transaction together(m_db);
        for (int i = 0; i < visits; ++i) {
            VisitEntry visit;
            visit.plan = "default";
            visit.identity.name = "visitor " + std::to_string(i);
            visit.identity.document = "11010519491231002X";
            append(day, visit);
            if (i % 7 == 3)
                append(day, ExitEntry{});
            if (i % headEvery == headEvery - 1)
                sign();
        }
        sign();
        together.commit();
    }

    Receipt append(HallDay day, const Entry &entry)
    {
        m_now += 1s;
        return m_writer->append({m_now, day, "guard", entry}, encodedEntry(entry));
    }
    void sign() { m_writer->sign(m_now += 1s); }

    /// As a restoration does, after the newest entry there is.
    void beginLife(std::optional<EpochEntry::Restored> restored)
    {
        m_writer = std::make_unique<JournalWriter>(m_db, m_ring);
        auto end = m_writer->end();
        ++end.epoch;
        end.epochId = randomBytes<EpochId>();
        SQLite::Statement epoch(m_db, "INSERT INTO epochs VALUES (?, ?, ?)");
        epoch.bind(1, end.epoch);
        bindBytes(epoch, 2, end.epochId);
        epoch.bind(3, end.seq.value + 1);
        epoch.exec();
        m_writer->restore(end);
        append(kFirstDay, EpochEntry{m_madeOf.station, end.epochId, HeadSigner(m_madeOf.signing).publicKey(), restored});
        sign();
    }

    /// The newest signed head, as somebody keeps it.
    [[nodiscard]] LedgerHead head()
    {
        SQLite::Statement query(m_db, "SELECT heads.number, epochs.epoch, seq, at_us, hash, signature FROM heads JOIN epochs "
                                      "ON epochs.number = heads.epoch ORDER BY heads.number DESC LIMIT 1");
        query.executeStep();
        LedgerHead head;
        head.station = m_madeOf.station;
        head.number = query.getColumn(0).getInt64();
        head.epoch = bytesOf<EpochId>(query, 1);
        head.seq = {query.getColumn(2).getInt64()};
        head.at = WallTime{Micros{query.getColumn(3).getInt64()}};
        head.hash = bytesOf<EntryHash>(query, 4);
        head.signature = bytesOf<HeadSignature>(query, 5);
        return head;
    }

    [[nodiscard]] EntrySeq newest() { return {m_db.execAndGet("SELECT max(seq) FROM journal").getInt64()}; }
    [[nodiscard]] std::int64_t number(const std::string &sql) { return m_db.execAndGet(sql).getInt64(); }

    /// What a forger does who knows how, but has no key: hashes from `seq` on as if nothing had happened; as far as `last`.
    void hashAnew(std::int64_t seq, std::int64_t last = INT64_MAX)
    {
        SQLite::Statement rows(m_db,
                               "SELECT seq, j.epoch, at_us, day, kind, actor, body, key, sealed, e.epoch FROM journal j JOIN epochs e "
                               "ON e.number = j.epoch WHERE seq BETWEEN ? AND ? ORDER BY seq");
        rows.bind(1, seq);
        rows.bind(2, last);
        auto prev = genesisHash(m_madeOf.station);
        if (seq > 1) {
            SQLite::Statement before(m_db, "SELECT hash FROM journal WHERE seq = ?");
            before.bind(1, seq - 1);
            before.executeStep();
            prev = bytesOf<EntryHash>(before, 0);
        }
        SQLite::Statement update(m_db, "UPDATE journal SET prev = ?, hash = ? WHERE seq = ?");
        while (rows.executeStep()) {
            StoredEntry entry{rows.getColumn(0).getInt64(),
                              rows.getColumn(1).getInt64(),
                              rows.getColumn(2).getInt64(),
                              rows.getColumn(3).getInt64(),
                              storedBytes(rows, 4),
                              storedBytes(rows, 5),
                              storedBytes(rows, 6),
                              {},
                              {}};
            if (!rows.isColumnNull(7)) {
                entry.key = rows.getColumn(7).getInt64();
                entry.sealed = storedBytes(rows, 8);
            }
            const auto hash = entryHash(m_madeOf.station, bytesOf<EpochId>(rows, 9), prev, entry);
            update.reset();
            bindBytes(update, 1, prev);
            bindBytes(update, 2, hash);
            update.bind(3, entry.seq);
            update.exec();
            prev = hash;
        }
    }

    /// Makes room for an entry, or closes a gap, as if the numbers had always been so.
    void renumber(std::int64_t from, std::int64_t by)
    {
        const std::string far = "1000000000";
        m_db.exec("UPDATE journal SET seq = seq + " + far + " WHERE seq >= " + std::to_string(from) + "; UPDATE journal SET seq = seq - " +
                  far + " + " + std::to_string(by) + " WHERE seq >= " + far);
    }

    /// Signs every head from `number` on anew for what stands there now, with another key.
    void signAnew(std::int64_t number, const SecretKey &seed)
    {
        const HeadSigner signer(seed);
        SQLite::Statement rows(m_db, "SELECT h.number, e.epoch, h.seq, h.at_us, j.hash FROM heads h JOIN epochs e ON e.number = h.epoch "
                                     "JOIN journal j ON j.seq = h.seq WHERE h.number >= ?");
        rows.bind(1, number);
        SQLite::Statement update(m_db, "UPDATE heads SET hash = ?, signature = ? WHERE number = ?");
        while (rows.executeStep()) {
            LedgerHead head{m_madeOf.station,
                            bytesOf<EpochId>(rows, 1),
                            rows.getColumn(0).getInt64(),
                            {rows.getColumn(2).getInt64()},
                            bytesOf<EntryHash>(rows, 4),
                            WallTime{Micros{rows.getColumn(3).getInt64()}},
                            {}};
            signer.sign(head);
            update.reset();
            bindBytes(update, 1, head.hash);
            bindBytes(update, 2, head.signature);
            update.bind(3, head.number);
            update.exec();
        }
    }

    [[nodiscard]] SQLite::Database &db() { return m_db; }
    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] const Keys &keys() const { return m_madeOf; }
    [[nodiscard]] const std::shared_ptr<KeyRing> &ring() const { return m_ring; }
    [[nodiscard]] StationSecret secret() const { return {m_madeOf.station, m_madeOf.secret}; }

private:
    [[nodiscard]] std::vector<std::string> triggers()
    {
        std::vector<std::string> names;
        for (SQLite::Statement query(m_db, "SELECT name FROM sqlite_master WHERE type = 'trigger'"); query.executeStep();)
            names.push_back(query.getColumn(0).getString());
        return names;
    }

    void storeKeys()
    {
        SQLite::Statement ledger(m_db, "INSERT INTO ledger VALUES (1, ?, ?, 0)");
        bindBytes(ledger, 1, m_madeOf.station);
        bindBytes(ledger, 2, HeadSigner(m_madeOf.signing).publicKey());
        ledger.exec();
        const auto slot = makeSlot(m_madeOf.root, secret(), m_madeOf.station);
        SQLite::Statement slots(m_db, "INSERT INTO key_slots VALUES ('station', 'key', ?)");
        slots.bind(1, slot->content.data(), static_cast<int>(slot->content.size()));
        slots.exec();
        for (const auto &[name, key] : {std::pair(kIndexPurpose, m_madeOf.index), std::pair(kSigningPurpose, m_madeOf.signing)}) {
            const auto blob = wrapped(key, m_madeOf.root, m_madeOf.station, name);
            SQLite::Statement keys(m_db, "INSERT INTO wrapped_keys VALUES (?, ?)");
            keys.bind(1, std::string(name));
            keys.bind(2, blob.data(), static_cast<int>(blob.size()));
            keys.exec();
        }
    }

    const std::string m_path;
    const Keys m_madeOf;
    const std::shared_ptr<KeyRing> m_ring;
    SQLite::Database m_db;
    std::unique_ptr<JournalWriter> m_writer;
    WallTime m_now{std::chrono::sys_days{kFirstDay}};
};

/// Walks the whole chain; a refusal to open it is a failure of the test.
inline ChainVerdict walked(const std::string &path, ChainWalk::Options options = {})
{
    auto walk = ChainWalk::open(path, std::move(options));
    if (!walk) {
        ADD_FAILURE() << walk.error().detail;
        return {};
    }
    auto verdict = (*walk)->run({}, {});
    if (!verdict) {
        ADD_FAILURE() << verdict.error().detail;
        return {};
    }
    return std::move(*verdict);
}

} // namespace menshen
