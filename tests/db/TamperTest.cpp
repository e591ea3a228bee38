// SPDX-License-Identifier: GPL-3.0-or-later
// A forger with the file in his hands and without its keys, who knows the schema as well as we do: entries and heads.
#include "tests/db/TamperFixture.h"

namespace menshen {
namespace {

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

} // namespace
} // namespace menshen
