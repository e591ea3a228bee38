// SPDX-License-Identifier: GPL-3.0-or-later
// A forger who brings keys of his own.
#include "tests/db/TamperFixture.h"

namespace menshen {
namespace {

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

} // namespace
} // namespace menshen
