// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/JournalWriter.h"

#include "db/sqlite/EnumNames.h"
#include "db/sqlite/StoredBytes.h"
#include "db/sqlite/StoredText.h"

namespace menshen {
namespace {

std::int64_t micros(WallTime at) { return at.time_since_epoch().count(); }

std::optional<ChainEnd::DayKey> newestDayKey(SQLite::Database &db, KeyRing &keys)
{
    SQLite::Statement query(db, "SELECT id, day, wrapped FROM day_keys ORDER BY id DESC LIMIT 1");
    if (!query.executeStep())
        return std::nullopt;
    ChainEnd::DayKey newest{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), {}, true};
    if (!query.isColumnNull(2)) {
        newest.key = keys.dayKey(newest.id, storedBytes(query, 2));
        if (!newest.key)
            throw DecodeError("the newest day's key does not open: it was changed or is another ledger's");
    }
    return newest;
}

} // namespace

ChainEnd chainEnd(SQLite::Database &db, KeyRing &keys)
{
    ChainEnd end;
    end.hash = genesisHash(keys.station());
    SQLite::Statement last(db, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
    if (last.executeStep()) {
        end.seq = {last.getColumn(0).getInt64()};
        end.hash = bytesOf<EntryHash>(last, 1);
    }
    SQLite::Statement epoch(db, "SELECT number, epoch FROM epochs ORDER BY number DESC LIMIT 1");
    if (epoch.executeStep()) {
        end.epoch = epoch.getColumn(0).getInt64();
        end.epochId = bytesOf<EpochId>(epoch, 1);
    }
    SQLite::Statement head(db, "SELECT number, seq, at_us FROM heads ORDER BY number DESC LIMIT 1");
    if (head.executeStep()) {
        end.headNumber = head.getColumn(0).getInt64();
        end.headSeq = {head.getColumn(1).getInt64()};
        end.headAt = WallTime{Micros{head.getColumn(2).getInt64()}};
    }
    end.dayKey = newestDayKey(db, keys);
    return end;
}

JournalWriter::JournalWriter(SQLite::Database &db, std::shared_ptr<KeyRing> keys)
    : m_keys(std::move(keys)), m_signer(m_keys->signing()), m_insert(db, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_insertHead(db, "INSERT INTO heads VALUES (?, ?, ?, ?, ?, ?)"), m_insertKey(db, "INSERT INTO day_keys VALUES (?, ?, ?, ?, ?, NULL)"),
      m_sealedWith(db, "SELECT k.id, k.wrapped FROM journal j JOIN day_keys k ON k.id = j.key WHERE j.seq = ?"),
      m_end(chainEnd(db, *m_keys))
{
}

void JournalWriter::restore(const ChainEnd &end)
{
    if (m_end.dayKey && !m_end.dayKey->stored)
        m_keys->drop(m_end.dayKey->id);
    m_end = end;
}

Receipt JournalWriter::append(const EntryDraft &draft, const EncodedEntry &encoded, std::optional<EntrySeq> keyOf)
{
    if (!encoded.personal)
        return insert(draft, encoded, std::nullopt);
    return insert(draft, encoded, keyOf ? keyThatSealed(*keyOf) : keyFor(draft));
}

JournalWriter::SealingKey JournalWriter::keyFor(const EntryDraft &draft)
{
    if (!m_end.dayKey || !m_end.dayKey->key || m_end.dayKey->day != storedDay(draft.day))
        makeDayKey(draft);
    return {m_end.dayKey->id, *m_end.dayKey->key};
}

JournalWriter::SealingKey JournalWriter::keyThatSealed(EntrySeq entry)
{
    m_sealedWith.tryReset();
    m_sealedWith.bind(1, entry.value);
    if (!m_sealedWith.executeStep())
        throw DecodeError("entry " + std::to_string(entry.value) + " has no personal part that could be corrected");
    const auto id = m_sealedWith.getColumn(0).getInt64();
    const auto key = m_sealedWith.isColumnNull(1) ? std::nullopt : m_keys->dayKey(id, storedBytes(m_sealedWith, 1));
    m_sealedWith.reset();
    if (!key)
        throw DecodeError("the personal part of entry " + std::to_string(entry.value) + " has been destroyed");
    return {id, *key};
}

void JournalWriter::makeDayKey(const EntryDraft &draft)
{
    ChainEnd::DayKey made{m_end.dayKey ? m_end.dayKey->id + 1 : 1, storedDay(draft.day), randomKey(), false};
    const DayKeyEntry told{made.id, draft.day, keyCheck(*made.key)};
    const EntryDraft entry{draft.at, draft.day, "station", told};
    const auto receipt = insert(entry, encodedEntry(entry.entry), std::nullopt);
    const auto wrappedKey = wrapped(*made.key, m_keys->root(), m_keys->station(), dayKeyPurpose(made.id));
    m_insertKey.tryReset();
    m_insertKey.bind(1, made.id);
    m_insertKey.bind(2, made.day);
    m_insertKey.bind(3, receipt.seq.value);
    m_insertKey.bind(4, told.check);
    m_insertKey.bind(5, wrappedKey.data(), static_cast<int>(wrappedKey.size()));
    m_insertKey.exec();
    m_end.dayKey = std::move(made);
}

Receipt JournalWriter::insert(const EntryDraft &draft, const EncodedEntry &encoded, const std::optional<SealingKey> &key)
{
    StoredEntry entry{m_end.seq.value + 1, m_end.epoch,  micros(draft.at), storedDay(draft.day), encoded.kind,
                      draft.actor,         encoded.body, std::nullopt,     std::nullopt};
    std::string blob;
    if (key) {
        blob = sealed(*encoded.personal, key->key, {m_keys->station(), m_end.epochId, entry.seq, entry.kind});
        entry.key = key->id;
        entry.sealed = blob;
    }
    const auto hash = entryHash(m_keys->station(), m_end.epochId, m_end.hash, entry);
    m_insert.tryReset(); // reset() would throw what an earlier run of it met
    m_insert.clearBindings();
    m_insert.bind(1, entry.seq);
    m_insert.bind(2, entry.epoch);
    m_insert.bind(3, entry.atUs);
    m_insert.bind(4, entry.day);
    m_insert.bindNoCopy(5, encoded.kind);
    m_insert.bindNoCopy(6, draft.actor);
    m_insert.bindNoCopy(7, encoded.body);
    if (key) {
        m_insert.bind(8, key->id);
        m_insert.bindNoCopy(9, blob.data(), static_cast<int>(blob.size()));
    }
    bindBytes(m_insert, 10, m_end.hash);
    bindBytes(m_insert, 11, hash);
    m_insert.exec();
    m_end.seq = {entry.seq};
    m_end.hash = hash;
    return {m_end.seq, draft.at, hash};
}

void JournalWriter::sign(WallTime at)
{
    LedgerHead head{m_keys->station(), m_end.epochId, m_end.headNumber + 1, m_end.seq, m_end.hash, at, {}};
    m_signer.sign(head);
    m_insertHead.tryReset();
    m_insertHead.bind(1, head.number);
    m_insertHead.bind(2, m_end.epoch);
    m_insertHead.bind(3, head.seq.value);
    m_insertHead.bind(4, micros(at));
    bindBytes(m_insertHead, 5, head.hash);
    bindBytes(m_insertHead, 6, head.signature);
    m_insertHead.exec();
    m_end.headNumber = head.number;
    m_end.headSeq = head.seq;
    m_end.headAt = at;
}

void JournalWriter::forget(std::int64_t key)
{
    m_keys->forget(key);
    if (m_end.dayKey && m_end.dayKey->id == key)
        m_end.dayKey->key.reset();
}

void JournalWriter::committed()
{
    if (m_end.dayKey && !m_end.dayKey->stored) {
        m_end.dayKey->stored = true;
        m_keys->remember(m_end.dayKey->id, *m_end.dayKey->key);
    }
}

} // namespace menshen
