// SPDX-License-Identifier: GPL-3.0-or-later
// A forger with the file in his hands and without its keys: by SQL, which knows the schema as well as we do, and byte by byte.
#include "tests/db/HandmadeLedger.h"

#include <fstream>

namespace menshen {
namespace {

/// Two days: entries 1 (epoch), 2 (key), 3 … with heads on 1, 13, 25, 27 and so on.
class Tampering : public testing::Test {
protected:
    Tampering() : m_ledger(m_folder / "ledger.db")
    {
        EXPECT_TRUE(sealingReady());
        m_ledger.day(0, 21);
        m_ledger.day(1, 35);
        m_exported = m_ledger.head();
        SQLite::Statement heads(m_ledger.db(), "SELECT seq FROM heads ORDER BY number");
        while (heads.executeStep())
            m_heads.push_back(heads.getColumn(0).getInt64());
    }

    void sql(const std::string &statement) { m_ledger.db().exec(statement); }
    [[nodiscard]] std::string path() const { return m_ledger.path(); }

    /// With everything that one who looks for tampering may have: station's keys and an exported head.
    [[nodiscard]] ChainVerdict verdict(bool withKeys = false, bool withHead = false)
    {
        ChainWalk::Options options;
        if (withKeys)
            options.keys = m_ledger.ring();
        if (withHead)
            options.knownHeads = {m_exported};
        return walked(path(), options);
    }

    void expect(ChainFault fault, std::int64_t at) { expect(verdict(), fault, at); }
    static void expect(const ChainVerdict &verdict, ChainFault fault, std::int64_t at)
    {
        EXPECT_EQ(static_cast<int>(verdict.fault), static_cast<int>(fault)) << verdict.detail;
        EXPECT_EQ(verdict.at.value, at) << verdict.detail;
        if (at > 0) {
            EXPECT_EQ(verdict.checked.value, at - 1) << verdict.detail;
        }
    }
    [[nodiscard]] std::int64_t newest() { return m_ledger.newest().value; }
    /// The last entry with a signed head before `seq`.
    [[nodiscard]] std::int64_t headBefore(std::int64_t seq) const
    {
        std::int64_t found = 0;
        for (const auto head : m_heads)
            if (head < seq)
                found = head;
        return found;
    }

    const test::TestFolder m_folder;
    HandmadeLedger m_ledger;
    LedgerHead m_exported;
    std::vector<std::int64_t> m_heads;
};

TEST_F(Tampering, AnUntouchedLedgerIsSoundWithKeysAndKnownHead)
{
    const auto found = verdict(true, true);
    EXPECT_TRUE(found.sound()) << found.detail;
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.checked, m_ledger.newest());
    EXPECT_EQ(found.hash, m_exported.hash);
    EXPECT_EQ(found.heads, static_cast<std::int64_t>(m_heads.size()) + 1);
}

// ---- Changed ---------------------------------------------------------------------------------------------------------

class EveryColumn : public Tampering, public testing::WithParamInterface<const char *> {};

TEST_P(EveryColumn, ThatIsChangedIsNamed)
{
    sql(std::string("UPDATE journal SET ") + GetParam() + " WHERE seq = 17");
    expect(ChainFault::Changed, 17);
}

INSTANTIATE_TEST_SUITE_P(Fields, EveryColumn,
                         testing::Values("body = replace(body, 'default', 'another')", "actor = 'office'", "kind = 'exit'",
                                         "at_us = at_us - 60000000", "day = day - 1", "epoch = 2",
                                         "sealed = (SELECT sealed FROM journal WHERE seq = 18)", "key = 2", "sealed = NULL, key = NULL",
                                         "prev = zeroblob(32)", "hash = zeroblob(32)"),
                         [](const auto &info) { return "Field" + std::to_string(info.index); });

TEST_F(Tampering, AChangedEntryWithItsHashMadeAnewBreaksTheLinkBehindIt)
{
    sql("UPDATE journal SET body = '{}' WHERE seq = 17");
    m_ledger.hashAnew(17, 17);
    expect(ChainFault::Changed, 17);
}

TEST_F(Tampering, AChangedEntryBehindASignedHeadIsNotBlamedOnTheEntryOfTheHead)
{
    const auto seq = m_heads[1] + 1;
    sql("UPDATE journal SET body = '{}' WHERE seq = " + std::to_string(seq));
    m_ledger.hashAnew(seq, seq);
    expect(ChainFault::Changed, seq);
    sql("UPDATE journal SET prev = zeroblob(32) WHERE seq = " + std::to_string(seq));
    expect(ChainFault::Changed, seq);
}

TEST_F(Tampering, AChainHashedAnewToTheEndIsBetweenTwoSignedHeads)
{
    sql("UPDATE journal SET body = '{}' WHERE seq = 17");
    m_ledger.hashAnew(17);
    const auto found = verdict();
    expect(found, ChainFault::Changed, headBefore(17) + 1);
    EXPECT_NE(found.detail.find("between " + std::to_string(headBefore(17) + 1) + " and "), std::string::npos) << found.detail;
}

TEST_F(Tampering, TheNewestEntryIsGuardedByItsHead)
{
    const auto last = newest();
    sql("UPDATE journal SET body = '{}' WHERE seq = " + std::to_string(last));
    expect(ChainFault::Changed, last);
    m_ledger.hashAnew(last);
    expect(ChainFault::Changed, headBefore(last) + 1);
}

TEST_F(Tampering, ForgedEntriesInPlaceOfTheTailDisagreeWithTheNewestHead)
{
    const auto from = std::to_string(headBefore(newest()) + 1);
    sql("UPDATE journal SET actor = 'forger', body = '{}' WHERE seq >= " + from);
    m_ledger.hashAnew(std::stoll(from));
    expect(ChainFault::Changed, std::stoll(from));
}

TEST_F(Tampering, SealedPartsSwappedWithHashesMadeAnewAreFoundByTheHeads)
{
    sql("UPDATE journal SET sealed = CASE seq WHEN 17 THEN (SELECT sealed FROM journal WHERE seq = 18) "
        "ELSE (SELECT sealed FROM journal WHERE seq = 17) END WHERE seq IN (17, 18)");
    expect(ChainFault::Changed, 17);
    m_ledger.hashAnew(17);
    expect(ChainFault::Changed, headBefore(17) + 1);
}

TEST_F(Tampering, SealedPartsSwappedByOneWhoCanSignAreFoundWithTheKeys)
{
    const auto last = std::to_string(newest() - 1), other = std::to_string(newest() - 2);
    sql("UPDATE journal SET sealed = (SELECT sealed FROM journal WHERE seq = " + other + ") WHERE key = 2 AND seq >= " + last);
    m_ledger.hashAnew(std::stoll(last));
    m_ledger.signAnew(1, m_ledger.keys().signing);
    EXPECT_TRUE(verdict().sound()) << "nothing tells without the keys";
    expect(verdict(true), ChainFault::ForeignKey, m_ledger.number("SELECT max(seq) FROM journal WHERE key = 2"));
}

// ---- Missing ---------------------------------------------------------------------------------------------------------

TEST_F(Tampering, ADeletedEntryIsMissing)
{
    sql("DELETE FROM journal WHERE seq = 17");
    expect(ChainFault::Missing, 17);
}

TEST_F(Tampering, ADeletedBeginningIsMissing)
{
    sql("DELETE FROM journal WHERE seq <= 3");
    expect(ChainFault::Missing, 1);
}

TEST_F(Tampering, DeletedEntriesWithTheRestNumberedAnewAreMissing)
{
    sql("DELETE FROM journal WHERE seq BETWEEN 17 AND 19");
    m_ledger.renumber(20, -3);
    const auto found = verdict();
    expect(found, ChainFault::Missing, 17);
    EXPECT_NE(found.detail.find("entries 17 to 19"), std::string::npos) << found.detail;
}

TEST_F(Tampering, ADeletedFirstEntryWithTheRestNumberedAnewIsMissing)
{
    sql("DELETE FROM journal WHERE seq = 1");
    m_ledger.renumber(2, -1);
    expect(ChainFault::Missing, 1);
}

TEST_F(Tampering, ADeletedEntryWithTheRestHashedAnewDisagreesWithTheHeads)
{
    sql("DELETE FROM journal WHERE seq = 17");
    m_ledger.renumber(18, -1);
    m_ledger.hashAnew(17);
    expect(ChainFault::Changed, headBefore(17) + 1);
}

// ---- Inserted --------------------------------------------------------------------------------------------------------

class Inserting : public Tampering {
protected:
    void insertAt(std::int64_t seq, const std::string &actor = "forger")
    {
        m_ledger.renumber(seq, 1);
        sql("INSERT INTO journal SELECT " + std::to_string(seq) + ", epoch, at_us, day, 'exit', '" + actor +
            "', '{}', NULL, NULL, prev, hash FROM journal WHERE seq = " + std::to_string(seq + 1));
    }
};

TEST_F(Inserting, AnEntryInTheMiddleIsNamed)
{
    insertAt(17);
    expect(ChainFault::Inserted, 17);
}

TEST_F(Inserting, AnEntryThatIsRightlyLinkedAndHashedIsNamed)
{
    insertAt(17);
    m_ledger.hashAnew(17, 17);
    expect(ChainFault::Inserted, 17);
}

TEST_F(Inserting, SeveralEntriesAreNamedFromTheFirstOn)
{
    for (int i = 0; i < 3; ++i)
        insertAt(17);
    m_ledger.hashAnew(17, 19);
    const auto found = verdict();
    expect(found, ChainFault::Inserted, 17);
    EXPECT_NE(found.detail.find("entries 17 to 19"), std::string::npos) << found.detail;
}

TEST_F(Inserting, ACopyOfAnEarlierOrLaterEntryIsNamed)
{
    m_ledger.renumber(17, 1);
    sql("INSERT INTO journal SELECT 17, epoch, at_us, day, kind, actor, body, key, sealed, prev, hash FROM journal WHERE seq = 9");
    expect(ChainFault::Inserted, 17);
    sql("DELETE FROM journal WHERE seq = 17");
    sql("INSERT INTO journal SELECT 17, epoch, at_us, day, kind, actor, body, key, sealed, prev, hash FROM journal WHERE seq = 30");
    expect(ChainFault::Inserted, 17);
}

TEST_F(Inserting, WithTheRestHashedAnewDisagreesWithTheHeads)
{
    insertAt(17);
    m_ledger.hashAnew(17);
    expect(ChainFault::Changed, headBefore(17) + 1);
}

// ---- Reordered -------------------------------------------------------------------------------------------------------

TEST_F(Tampering, TwoSwappedEntriesAreNamedByTheFirst)
{
    for (const auto &[a, b] : {std::pair(17, 18), std::pair(20, 40)}) {
        const auto swap = "UPDATE journal SET seq = CASE seq WHEN " + std::to_string(a) + " THEN -1 ELSE -2 END WHERE seq IN (" +
                          std::to_string(a) + ", " + std::to_string(b) + "); UPDATE journal SET seq = CASE seq WHEN -1 THEN " +
                          std::to_string(b) + " ELSE " + std::to_string(a) + " END WHERE seq < 0";
        sql(swap);
        expect(ChainFault::Reordered, a);
        sql(swap);
        EXPECT_TRUE(verdict().sound());
    }
}

TEST_F(Tampering, AnEntryMovedBackwardOrForwardIsReordered)
{
    sql("UPDATE journal SET seq = -1 WHERE seq = 17");
    m_ledger.renumber(18, -1);
    m_ledger.renumber(30, 1);
    sql("UPDATE journal SET seq = 30 WHERE seq = -1");
    expect(ChainFault::Reordered, 17);
    sql("UPDATE journal SET seq = -1 WHERE seq = 30"); // puts it back where it was …
    m_ledger.renumber(31, -1);
    m_ledger.renumber(12, 1);
    sql("UPDATE journal SET seq = 12 WHERE seq = -1"); // … and five before that
    expect(ChainFault::Reordered, 12);
}

// ---- Tail cut --------------------------------------------------------------------------------------------------------

TEST_F(Tampering, ACutTailIsSeenByTheLedgersOwnHeads)
{
    sql("DELETE FROM journal WHERE seq > 30");
    expect(ChainFault::TailCut, 31);
}

TEST_F(Tampering, ATailCutWithItsHeadsIsSeenByWhoKeptOne)
{
    sql("DELETE FROM journal WHERE seq > 30; DELETE FROM heads WHERE seq > 30");
    EXPECT_TRUE(verdict(true).sound()) << "nobody else can tell";
    expect(verdict(false, true), ChainFault::TailCut, 31);
}

TEST_F(Tampering, ATailCutAndWrittenAnewByTheStationItselfIsSeenByWhoKeptAHead)
{
    sql("DELETE FROM journal WHERE seq > 30; DELETE FROM heads WHERE seq > 30");
    JournalWriter station(m_ledger.db(), m_ledger.ring());
    for (int i = 0; i < 60; ++i)
        station.append({WallTime{}, HandmadeLedger::kFirstDay, "guard", ExitEntry{}}, encodedEntry(ExitEntry{}));
    station.sign(WallTime{});
    EXPECT_TRUE(verdict(true).sound()) << "nobody else can tell";
    expect(verdict(false, true), ChainFault::TailCut, headBefore(31) + 1);
}

TEST_F(Tampering, AnEmptiedJournalIsACutTail)
{
    sql("DELETE FROM journal");
    expect(ChainFault::TailCut, 1);
    sql("DELETE FROM heads");
    expect(verdict(false, true), ChainFault::TailCut, 1);
}

// ---- Heads -----------------------------------------------------------------------------------------------------------

TEST_F(Tampering, AHeadThatIsGoneIsMissed)
{
    sql("DELETE FROM heads WHERE number = 3");
    const auto found = verdict();
    expect(found, ChainFault::HeadMissing, 0);
    EXPECT_NE(found.detail.find("head 3"), std::string::npos) << found.detail;
    EXPECT_EQ(found.checked, m_ledger.newest()) << "the entries themselves were looked at nevertheless";
}

TEST_F(Tampering, TheFirstHeadIsMissedToo)
{
    sql("DELETE FROM heads WHERE number = 1");
    expect(ChainFault::HeadMissing, 0);
}

TEST_F(Tampering, HeadsThatAreAllGoneAreMissed)
{
    sql("DELETE FROM heads");
    expect(ChainFault::HeadMissing, 0);
}

TEST_F(Tampering, TheNewestHeadIsMissedByWhoKeptIt)
{
    sql("DELETE FROM heads WHERE number = (SELECT max(number) FROM heads)");
    expect(verdict(false, true), ChainFault::HeadMissing, 0);
}

class EveryHeadColumn : public Tampering, public testing::WithParamInterface<const char *> {};

TEST_P(EveryHeadColumn, ThatIsChangedIsNamed)
{
    sql(std::string("UPDATE heads SET ") + GetParam() + " WHERE number = 3");
    const auto found = verdict();
    expect(found, ChainFault::HeadMissing, 0);
    EXPECT_NE(found.detail.find("head 3"), std::string::npos) << found.detail;
}

INSTANTIATE_TEST_SUITE_P(Fields, EveryHeadColumn,
                         testing::Values("number = 1000", "seq = seq + 1", "seq = 1000000", "at_us = at_us + 1", "epoch = 2",
                                         "hash = zeroblob(32)", "hash = (SELECT hash FROM journal WHERE seq = 14)",
                                         "signature = zeroblob(64)"),
                         [](const auto &info) { return "Field" + std::to_string(info.index); });

TEST_F(Tampering, AMissingHeadDoesNotHideWhatIsWorse)
{
    sql("DELETE FROM heads WHERE number = 2; DELETE FROM journal WHERE seq = 40");
    expect(ChainFault::Missing, 40);
}

// ---- Foreign keys ----------------------------------------------------------------------------------------------------

TEST_F(Tampering, HeadsSignedWithAnotherKeyAreForeign)
{
    sql("UPDATE journal SET body = '{}' WHERE seq = 17");
    m_ledger.hashAnew(17);
    const auto number = m_ledger.number("SELECT min(number) FROM heads WHERE seq >= 17");
    m_ledger.signAnew(number, randomKey());
    expect(ChainFault::ForeignKey, headBefore(17) + 1);
}

TEST_F(Tampering, ALedgerThatNamesAnotherSigningKeyThanItsFirstEntryIsForeign)
{
    const auto forged = randomKey();
    SQLite::Statement update(m_ledger.db(), "UPDATE ledger SET signing_key = ?");
    bindBytes(update, 1, HeadSigner(forged).publicKey());
    update.exec();
    m_ledger.signAnew(1, forged);
    expect(ChainFault::ForeignKey, 1);
}

TEST_F(Tampering, ALedgerThatNamesAnotherStationThanItsFirstEntryIsForeign)
{
    sql("UPDATE ledger SET station = zeroblob(16)");
    expect(ChainFault::ForeignKey, 1);
}

TEST_F(Tampering, AnotherEpochThanTheFirstEntryNamesIsNoticed)
{
    sql("UPDATE epochs SET epoch = zeroblob(16)");
    expect(ChainFault::Changed, 1);
}

TEST_F(Tampering, AWholeLedgerMadeAnewWithAnotherKeyIsForeignToAKeptHeadAndToTheStationsKeys)
{
    auto keys = HandmadeLedger::Keys();
    keys.station = m_ledger.keys().station;
    HandmadeLedger forged(m_folder / "forged.db", keys);
    forged.day(0, 60);
    EXPECT_TRUE(walked(forged.path()).sound()) << "it is sound in itself";
    ChainWalk::Options options;
    options.knownHeads = {m_exported};
    EXPECT_EQ(walked(forged.path(), options).fault, ChainFault::ForeignKey);
    options.knownHeads.clear();
    options.keys = m_ledger.ring();
    EXPECT_EQ(walked(forged.path(), options).fault, ChainFault::ForeignKey);
}

TEST_F(Tampering, AHeadOfAnotherStationIsRefused)
{
    HandmadeLedger other(m_folder / "other.db");
    ChainWalk::Options options;
    options.knownHeads = {m_exported};
    const auto walk = ChainWalk::open(other.path(), options);
    ASSERT_FALSE(walk);
    EXPECT_EQ(walk.error().code, ErrorCode::BadInput);
}

class DayKeys : public Tampering {
protected:
    [[nodiscard]] std::int64_t madeSecond() { return m_ledger.number("SELECT made_seq FROM day_keys WHERE id = 2"); }
    void replaceSecond(const SecretKey &key, bool withCheck, const std::string &purpose = dayKeyPurpose(2))
    {
        const auto blob = wrapped(key, m_ledger.keys().root, m_ledger.keys().station, purpose);
        SQLite::Statement update(m_ledger.db(), withCheck ? "UPDATE day_keys SET wrapped = ?, key_check = ? WHERE id = 2"
                                                          : "UPDATE day_keys SET wrapped = ? WHERE id = 2");
        update.bind(1, blob.data(), static_cast<int>(blob.size()));
        if (withCheck)
            update.bind(2, keyCheck(key));
        update.exec();
    }
};

TEST_F(DayKeys, AForeignOneWithItsCheckIsSeenWithoutAnyKey)
{
    replaceSecond(randomKey(), true);
    expect(ChainFault::ForeignKey, madeSecond());
}

TEST_F(DayKeys, AForeignOneUnderTheOldCheckIsSeenWithTheKeys)
{
    replaceSecond(randomKey(), false);
    const auto found = verdict(true);
    EXPECT_EQ(found.fault, ChainFault::ForeignKey) << found.detail;
    EXPECT_EQ(found.at.value, madeSecond());
}

TEST_F(DayKeys, OneWrappedByAnotherLedgerIsSeenWithTheKeys)
{
    sql("UPDATE day_keys SET wrapped = randomblob(length(wrapped)) WHERE id = 2");
    const auto found = verdict(true);
    EXPECT_EQ(found.fault, ChainFault::ForeignKey) << found.detail;
    EXPECT_EQ(found.at.value, madeSecond());
}

TEST_F(DayKeys, OneThatIsGoneWithItsRowIsSeen)
{
    const auto made = madeSecond();
    sql("DELETE FROM day_keys WHERE id = 2");
    expect(ChainFault::ForeignKey, made);
}

TEST_F(DayKeys, OneThatWasDestroyedWithoutACertificateIsSeen)
{
    const auto made = madeSecond();
    sql("UPDATE day_keys SET wrapped = NULL, destroyed_us = 1 WHERE id = 2");
    auto found = verdict();
    EXPECT_EQ(found.fault, ChainFault::ForeignKey) << found.detail;
    EXPECT_EQ(found.at.value, made);

    DestructionEntry certificate;
    certificate.before = HandmadeLedger::kFirstDay;
    certificate.days = {{HandmadeLedger::kFirstDay, 2, 0, 0}};
    m_ledger.append(HandmadeLedger::kFirstDay, certificate);
    found = verdict(true);
    EXPECT_TRUE(found.sound()) << found.detail;
}

TEST_F(DayKeys, ARowThatNoEntryTellsOfIsSeen)
{
    sql("INSERT INTO day_keys SELECT 3, day, made_seq + 1, key_check, wrapped, NULL FROM day_keys WHERE id = 2");
    EXPECT_EQ(verdict().fault, ChainFault::ForeignKey);
}

TEST_F(DayKeys, ForeignWrappedKeysOfTheLedgerItselfAreSeenWithTheKeys)
{
    sql("UPDATE wrapped_keys SET wrapped = randomblob(length(wrapped)) WHERE name = 'signing'");
    EXPECT_TRUE(verdict().sound());
    EXPECT_EQ(verdict(true).fault, ChainFault::ForeignKey);
}

// ---- Raw bytes -------------------------------------------------------------------------------------------------------

/// Changes a copy of the file without SQLite's help.
class RawBytes : public Tampering {
protected:
    static constexpr std::size_t kPage = 4096;

    RawBytes()
    {
        std::ifstream in(path(), std::ios::binary);
        m_bytes.assign(std::istreambuf_iterator<char>(in), {});
        EXPECT_EQ(m_bytes.size() % kPage, 0U);
    }

    [[nodiscard]] std::string written(const std::string &bytes) const { return m_folder.write("copy.db", bytes); }
    /// Of a row's prev, hash and what stands directly before them.
    [[nodiscard]] std::size_t placeOf(std::int64_t seq, const std::string &column)
    {
        SQLite::Statement query(m_ledger.db(), "SELECT " + column + " FROM journal WHERE seq = ?");
        query.bind(1, seq);
        query.executeStep();
        const auto at = m_bytes.find(storedBytes(query, 0));
        EXPECT_NE(at, std::string::npos);
        return at;
    }
    [[nodiscard]] std::size_t pageOf(const std::string &table)
    {
        return static_cast<std::size_t>(m_ledger.number("SELECT rootpage FROM sqlite_master WHERE name = '" + table + "'") - 1) * kPage;
    }
    [[nodiscard]] ChainVerdict verdictOfFlip(std::size_t at, char mask = 0x10)
    {
        auto bytes = m_bytes;
        bytes[at] = static_cast<char>(bytes[at] ^ mask);
        return walked(written(bytes));
    }

    std::string m_bytes;
};

TEST_F(RawBytes, AFlippedByteInAnEntryIsAChangedEntry)
{
    const auto seal = placeOf(17, "sealed");
    expect(verdictOfFlip(seal + 30), ChainFault::Changed, 17);
    expect(verdictOfFlip(seal - 3, 0x01), ChainFault::Changed, 17); // the end of its body
    expect(verdictOfFlip(placeOf(17, "prev || hash") + 40), ChainFault::Changed, 17);
    expect(verdictOfFlip(placeOf(17, "prev || hash") + 5), ChainFault::Changed, 17);
}

TEST_F(RawBytes, AFlippedByteInAHeadIsAChangedHead)
{
    SQLite::Statement query(m_ledger.db(), "SELECT signature FROM heads WHERE number = 3");
    query.executeStep();
    expect(verdictOfFlip(m_bytes.find(storedBytes(query, 0)) + 3), ChainFault::HeadMissing, 0);
}

TEST_F(RawBytes, ABrokenInteriorPageIsUnreadable)
{
    const auto root = pageOf("journal");
    ASSERT_EQ(m_bytes[root], 5) << "an interior page of a table";
    expect(verdictOfFlip(root), ChainFault::Unreadable, 1);
    expect(verdictOfFlip(root + 3), ChainFault::Unreadable, 1); // how many pages it points at
}

TEST_F(RawBytes, ABrokenLeafIsUnreadableFromItsFirstEntryOn)
{
    const auto leaf = placeOf(40, "prev || hash") / kPage * kPage;
    ASSERT_EQ(m_bytes[leaf], 13) << "a leaf of a table";
    const auto found = verdictOfFlip(leaf);
    EXPECT_EQ(found.fault, ChainFault::Unreadable) << found.detail;
    EXPECT_GT(found.at.value, 30);
    EXPECT_LE(found.at.value, 40);
    EXPECT_EQ(found.checked.value, found.at.value - 1);
}

TEST_F(RawBytes, SwappedPagesAreUnreadable)
{
    const auto one = placeOf(20, "prev || hash") / kPage * kPage, other = placeOf(50, "prev || hash") / kPage * kPage;
    ASSERT_NE(one, other);
    auto bytes = m_bytes;
    std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one), bytes.begin() + static_cast<std::ptrdiff_t>(one + kPage),
                     bytes.begin() + static_cast<std::ptrdiff_t>(other));
    const auto found = walked(written(bytes));
    EXPECT_EQ(found.fault, ChainFault::Unreadable) << found.detail;
    EXPECT_LE(found.at.value, 20);
    EXPECT_GT(found.at.value, 1);
}

TEST_F(RawBytes, ATruncatedFileIsNeverSound)
{
    for (std::size_t pages = 0; pages < m_bytes.size() / kPage; ++pages) {
        auto walk = ChainWalk::open(written(m_bytes.substr(0, pages * kPage)), {});
        if (!walk) {
            EXPECT_EQ(walk.error().code, ErrorCode::Damaged) << pages << " pages: " << walk.error().detail;
            continue;
        }
        const auto found = (*walk)->run({}, {});
        ASSERT_TRUE(found) << found.error().detail;
        EXPECT_EQ(found->fault, ChainFault::Unreadable) << pages << " pages: " << found->detail;
    }
}

/// All that a walk looks at.
std::string contentOf(const std::string &path)
{
    const SQLite::Database db(path, SQLite::OPEN_READONLY);
    std::string all;
    for (const char *what : {"station, signing_key FROM ledger", "* FROM epochs", "* FROM day_keys", "* FROM journal", "* FROM heads"})
        for (SQLite::Statement query(db, std::string("SELECT ") + what + " ORDER BY 1"); query.executeStep();)
            for (int i = 0; i < query.getColumnCount(); ++i)
                all += std::string(storedBytes(query, i)) + '|';
    return all;
}

TEST_F(RawBytes, NoFlippedByteAnywhereThatChangesWhatIsReadPassesAsSound)
{
    const auto before = contentOf(path());
    int found = 0;
    for (std::size_t at = 7; at < m_bytes.size(); at += 331) {
        auto bytes = m_bytes;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
        const auto copy = written(bytes);
        ChainWalk::Options options;
        options.keys = m_ledger.ring();
        const auto walk = ChainWalk::open(copy, options);
        const auto verdict = walk ? (*walk)->run({}, {}) : Result<ChainVerdict>(walk.error());
        if (!verdict || !verdict->sound()) {
            ++found;
            continue;
        }
        std::string after;
        EXPECT_NO_THROW(after = contentOf(copy)) << "byte " << at;
        EXPECT_TRUE(after == before) << "byte " << at;
    }
    EXPECT_GT(found, 50);
}

} // namespace
} // namespace menshen
