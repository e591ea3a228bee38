// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/LedgerKeysTesting.h"

namespace menshen {
namespace {

using testing::HasSubstr;

class LedgerKeysTest : public LedgerKeysTesting {};

// ---- Status ------------------------------------------------------------------------------------------------------

TEST_F(LedgerKeysTest, TheStatusTellsWhatOpensTheLedgerWithoutOpeningIt)
{
    makeLedger();
    const auto status = keyStatus(path, std::nullopt);
    ASSERT_TRUE(status) << status.error().detail;
    EXPECT_EQ(status->station, keyOfStation(1).station);
    EXPECT_NE(status->signingKey, SigningPublicKey{});
    EXPECT_EQ(status->stationSlot, KeySlot::Kind::Key);
    EXPECT_FALSE(status->recoverySet || status->unfinished || status->opens);
    EXPECT_EQ(status->dayKeys, 2);
    EXPECT_EQ(status->destroyedKeys, 0);
    EXPECT_TRUE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(opensWith(keyOfStation(2)));
    EXPECT_FALSE(opensWith({keyOfStation(1).station, randomKey()}));
    EXPECT_FALSE(opensWith(words(kWords)));
}

TEST_F(LedgerKeysTest, WithoutALedgerThereIsNothingToTellNorToChangeAndNothingIsMade)
{
    EXPECT_EQ(keyStatus(path, std::nullopt).error().code, ErrorCode::NotFound);
    EXPECT_EQ(setRecoveryWords().error().code, ErrorCode::NotFound);
    EXPECT_EQ(rotated().error().code, ErrorCode::NotFound);
    EXPECT_EQ(recoverKeys(path, Passphrase(kWords), store).error().code, ErrorCode::NotFound);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(LedgerKeysTest, WhileAStationRunsItsKeysAreNotTouched)
{
    makeLedger();
    const auto ledger = SqliteLedger::open(settingsFor(path), store, realClock());
    ASSERT_TRUE(ledger) << ledger.error().detail;
    for (const auto &result : {setRecoveryWords(), rotated(), recoverKeys(path, Passphrase(kWords), store)}) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::Storage);
        EXPECT_THAT(result.error().detail, HasSubstr("another program"));
    }
    EXPECT_TRUE(opensWith(keyOfStation(1)));
}

// ---- Recovery passphrase -----------------------------------------------------------------------------------------

TEST_F(LedgerKeysTest, AWeakRecoveryPassphraseIsRefused)
{
    makeLedger();
    EXPECT_EQ(setRecoveryWords("short").error().code, ErrorCode::BadInput);
    EXPECT_FALSE(keyStatus(path, std::nullopt)->recoverySet);
}

TEST_F(LedgerKeysTest, OnlyWhoOpensTheLedgerSetsItsRecoveryPassphrase)
{
    makeLedger();
    MemoryStore other({keyOfStation(1).station, randomKey()});
    EXPECT_EQ(setRecovery(path, other, Passphrase(kWords), PassphraseCost::Interactive).error().code, ErrorCode::WrongKey);
    store.lose();
    EXPECT_EQ(setRecoveryWords().error().code, ErrorCode::KeyMissing);
    EXPECT_FALSE(keyStatus(path, std::nullopt)->recoverySet);
}

TEST_F(LedgerKeysTest, ALostKeyIsReplacedByTheRecoveryPassphrase)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    EXPECT_TRUE(keyStatus(path, std::nullopt)->recoverySet);
    store.lose();
    const auto recovered = recoverKeys(path, Passphrase(kWords), store);
    ASSERT_TRUE(recovered) << recovered.error().detail;
    expectWhole(store);
    EXPECT_EQ(store.load()->station, keyOfStation(1).station) << "it is still the same station";
    EXPECT_FALSE(opensWith(keyOfStation(1))) << "whoever has the lost key does not get in";
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
    store.lose();
    EXPECT_TRUE(recoverKeys(path, Passphrase(kWords), store)) << "the passphrase is good for the next time, too";
}

TEST_F(LedgerKeysTest, AWrongOrAMissingRecoveryPassphraseChangesNothing)
{
    makeLedger();
    MemoryStore empty({std::nullopt, SecretKey{}});
    empty.lose();
    EXPECT_EQ(recoverKeys(path, Passphrase(kWords), empty).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(setRecoveryWords());
    const auto slots = cell("SELECT group_concat(name || hex(content)) FROM key_slots");
    EXPECT_EQ(recoverKeys(path, Passphrase("correct horse batterie"), empty).error().code, ErrorCode::WrongKey);
    EXPECT_EQ(cell("SELECT group_concat(name || hex(content)) FROM key_slots"), slots);
    EXPECT_FALSE(empty.offered);
    expectWhole(store);
}

TEST_F(LedgerKeysTest, ANewRecoveryPassphraseEndsTheOldOne)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    ASSERT_TRUE(setRecoveryWords("quite another thing"));
    EXPECT_EQ(recoverKeys(path, Passphrase(kWords), store).error().code, ErrorCode::WrongKey);
    EXPECT_TRUE(recoverKeys(path, Passphrase("quite another thing"), store));
    expectWhole(store);
}

TEST_F(LedgerKeysTest, RecoveryNeverWritesOverTheKeyOfAnotherLedger)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    MemoryStore other(keyOfStation(2));
    const auto refused = recoverKeys(path, Passphrase(kWords), other);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongStation);
    EXPECT_FALSE(other.offered);
    expectWhole(store);
}

TEST_F(LedgerKeysTest, WhenTheStoreFailsDuringARecoveryItCanBeRunAgain)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    store.lose();
    store.refuses = true;
    const auto failed = recoverKeys(path, Passphrase(kWords), store);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::Storage);
    EXPECT_THAT(failed.error().detail, HasSubstr("the disk of keys is gone"));
    store.refuses = false;
    ASSERT_TRUE(recoverKeys(path, Passphrase(kWords), store));
    expectWhole(store);
}

TEST_F(LedgerKeysTest, ARecoveredLedgerMayBeOpenedByAPassphraseFromThenOn)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    MemoryStore typed(words("the lost one of before"));
    ASSERT_TRUE(recoverKeys(path, Passphrase(kWords), typed, words("quite another thing"), PassphraseCost::Interactive));
    expectWhole(typed);
    EXPECT_EQ(keyStatus(path, std::nullopt)->stationSlot, KeySlot::Kind::Passphrase);
}

TEST_F(LedgerKeysTest, ARecoverySlotOfAnotherRootIsFoundOut)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    const auto theirs = makeSlot(randomKey(), words(kWords), *keyOfStation(1).station, PassphraseCost::Interactive);
    ASSERT_TRUE(theirs);
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        SQLite::Statement update(db, "UPDATE key_slots SET content = ? WHERE name = 'recovery'");
        update.bind(1, theirs->content.data(), static_cast<int>(theirs->content.size()));
        update.exec();
    }
    EXPECT_EQ(recoverKeys(path, Passphrase(kWords), store).error().code, ErrorCode::Damaged);
    EXPECT_FALSE(store.offered);
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
}

} // namespace
} // namespace menshen
