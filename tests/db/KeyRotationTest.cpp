// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/db/FailingDisk.h"
#include "tests/db/LedgerKeysTesting.h"

namespace menshen {
namespace {

using testing::HasSubstr;

class KeyRotationTest : public LedgerKeysTesting {};

TEST_F(KeyRotationTest, AfterARotationTheNewKeyOpensEverythingAndTheOldOneNothing)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    const auto before = wholeJournalOf(path).size();
    const auto done = rotated();
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_FALSE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
    EXPECT_EQ(cell("SELECT count(*) FROM journal WHERE kind = 'keys_rotated'"), "1");
    EXPECT_EQ(cell("SELECT max(seq) FROM journal"), std::to_string(before + 1));
    EXPECT_EQ(cell("SELECT max(seq) FROM heads WHERE number = (SELECT max(number) FROM heads)"), std::to_string(before + 1));
    expectWhole(store);
    store.lose();
    EXPECT_TRUE(recoverKeys(path, Passphrase(kWords), store)) << "the recovery passphrase stays";
    expectWhole(store);
}

TEST_F(KeyRotationTest, ARotationLeavesNothingThatTheOldKeyOpensInTheFiles)
{
    makeLedger();
    std::vector<std::string> old;
    {
        SQLite::Database db(path, SQLite::OPEN_READONLY);
        for (const char *sql : {"SELECT content FROM key_slots", "SELECT wrapped FROM wrapped_keys", "SELECT wrapped FROM day_keys"}) {
            SQLite::Statement rows(db, sql);
            while (rows.executeStep())
                old.push_back(rows.getColumn(0).getString());
        }
    }
    ASSERT_EQ(old.size(), 5U);
    for (const auto &blob : old)
        ASSERT_NE(rawBytes().find(blob), std::string::npos) << "else the search below would prove nothing";
    ASSERT_TRUE(rotated());
    for (const auto &blob : old)
        EXPECT_EQ(rawBytes().find(blob), std::string::npos);
}

TEST_F(KeyRotationTest, KeysCanBeRotatedAgainAndAgain)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(rotated());
    expectWhole(store);
    EXPECT_EQ(cell("SELECT count(*) FROM journal WHERE kind = 'keys_rotated'"), "3");
}

TEST_F(KeyRotationTest, APassphraseIsRotatedToAnotherAndAKeyToAPassphrase)
{
    makeLedger();
    ASSERT_TRUE(rotated(words("the first of the words")));
    EXPECT_EQ(keyStatus(path, std::nullopt)->stationSlot, KeySlot::Kind::Passphrase);
    ASSERT_TRUE(rotated(words("the second of the words")));
    EXPECT_TRUE(opensWith(words("the second of the words")));
    EXPECT_FALSE(opensWith(words("the first of the words")));
    EXPECT_EQ(rotated(words("short")).error().code, ErrorCode::BadInput);
    expectWhole(store);
}

TEST_F(KeyRotationTest, WithTheWrongKeyOrNoneNothingIsRotated)
{
    makeLedger();
    const auto raw = cell("SELECT group_concat(hex(wrapped)) FROM day_keys");
    MemoryStore other({keyOfStation(1).station, randomKey()});
    EXPECT_EQ(rotateKeys(path, other, realClock(), {}, {}).error().code, ErrorCode::WrongKey);
    MemoryStore foreign(keyOfStation(2));
    EXPECT_EQ(rotateKeys(path, foreign, realClock(), {}, {}).error().code, ErrorCode::WrongStation);
    other.lose();
    EXPECT_EQ(rotateKeys(path, other, realClock(), {}, {}).error().code, ErrorCode::KeyMissing);
    EXPECT_EQ(cell("SELECT group_concat(hex(wrapped)) FROM day_keys"), raw);
    expectWhole(store);
}

TEST_F(KeyRotationTest, WhenTheStoreFailsDuringARotationTheOldKeyStillOpensAllAndItCanBeRunAgain)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    store.refuses = true;
    const auto failed = rotated();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::Storage);
    EXPECT_THAT(failed.error().detail, HasSubstr("what opened the ledger before still does"));
    EXPECT_THAT(failed.error().detail, HasSubstr("the disk of keys is gone"));
    EXPECT_TRUE(opensWith(keyOfStation(1)));
    EXPECT_TRUE(opensWith(*store.offered)) << "the store may have taken it and failed after";
    EXPECT_TRUE(keyStatus(path, std::nullopt)->unfinished);
    store.refuses = false;
    ASSERT_TRUE(rotated());
    EXPECT_FALSE(opensWith(keyOfStation(1)));
    expectWhole(store);
}

TEST_F(KeyRotationTest, KilledBeforeTheStoreTookTheNewKeyTheOldOneGoesOn)
{
    makeLedger();
    const auto status = inChild([&] {
        store.onReplace = [] { ::_exit(42); };
        (void)rotated();
    });
    ASSERT_EQ(status, 42);
    EXPECT_TRUE(keyStatus(path, std::nullopt)->unfinished);
    expectWhole(store);
    EXPECT_TRUE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished) << "the start ended it";
}

TEST_F(KeyRotationTest, KilledAfterTheStoreTookTheNewKeyTheNewOneGoesOnAndTheOldOneEnds)
{
    makeLedger();
    const auto handed = folder / "handed";
    const auto status = inChild([&] {
        store.onReplace = [&] {
            const auto key = std::get<SecretKey>(store.offered->secret);
            std::ofstream(handed, std::ios::binary).write(reinterpret_cast<const char *>(key.bytes().data()), SecretKey::kSize);
            ::_exit(42);
        };
        (void)rotated();
    });
    ASSERT_EQ(status, 42);
    SecretKey taken;
    std::ifstream(handed, std::ios::binary).read(reinterpret_cast<char *>(taken.data()), SecretKey::kSize);
    MemoryStore after({keyOfStation(1).station, taken});
    EXPECT_TRUE(opensWith(*after.load()));
    EXPECT_TRUE(opensWith(keyOfStation(1))) << "until the station starts";
    expectWhole(after);
    EXPECT_FALSE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
}

TEST_F(KeyRotationTest, SettlingWithASecretThatOpensNeitherSlotKeepsBoth)
{
    makeLedger();
    store.refuses = true;
    ASSERT_FALSE(rotated());
    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    const auto settled = settleKeys(db, {std::nullopt, randomKey()}, *keyOfStation(1).station);
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, ErrorCode::WrongKey);
    EXPECT_TRUE(opensWith(keyOfStation(1)));
    EXPECT_TRUE(opensWith(*store.offered));
}

TEST_F(KeyRotationTest, ADestroyedDaysKeyStaysDestroyed)
{
    makeLedger();
    change("UPDATE day_keys SET wrapped = NULL, destroyed_us = 1 WHERE id = 1");
    ASSERT_TRUE(rotated());
    EXPECT_EQ(cell("SELECT count(*) FROM day_keys WHERE wrapped IS NULL"), "1");
    const auto status = keyStatus(path, std::nullopt);
    EXPECT_EQ(status->dayKeys, 2);
    EXPECT_EQ(status->destroyedKeys, 1);
}

TEST_F(KeyRotationTest, AForeignDayKeyIsNotCarriedOverAndNothingIsRotated)
{
    makeLedger();
    change("UPDATE day_keys SET wrapped = (SELECT wrapped FROM day_keys WHERE id = 2) WHERE id = 1");
    const auto refused = rotated();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Damaged);
    EXPECT_THAT(refused.error().detail, HasSubstr("day key 1"));
    EXPECT_FALSE(store.offered);
    EXPECT_TRUE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
}

TEST_F(KeyRotationTest, ARecoverySlotThatSomebodyChangedStopsARotationAndSaysWhatToDo)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    const auto theirs = makeSlot(randomKey(), words("the thief's own words"), *keyOfStation(1).station, PassphraseCost::Interactive);
    ASSERT_TRUE(theirs);
    {
        SQLite::Database db(path, SQLite::OPEN_READWRITE);
        SQLite::Statement update(db, "UPDATE key_slots SET content = ? WHERE name = 'recovery'");
        update.bind(1, theirs->content.data(), static_cast<int>(theirs->content.size()));
        update.exec();
    }
    const auto refused = rotated();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Damaged);
    EXPECT_THAT(refused.error().detail, HasSubstr("set the recovery passphrase anew"));
    ASSERT_TRUE(setRecoveryWords());
    EXPECT_TRUE(rotated());
    expectWhole(store);
}

// ---- A disk that fails at the Nth change while keys are changed --------------------------------------------------

using Lasting = FailingDisk::Lasting;

class KeyFaultTest : public LedgerKeysTesting, public testing::WithParamInterface<std::tuple<int, Lasting>> {
protected:
    /// Does `work` again and again on a copy of one ledger, each time a later change of a file failing, until none does; each
    /// time what the store then holds opens everything.
    void faultAt(const std::function<Result<void>(const std::string &, StationKeyStore &)> &work)
    {
        const auto [code, lasting] = GetParam();
        int failures = 0;
        for (int nth = 1;; ++nth) {
            SCOPED_TRACE("change " + std::to_string(nth));
            const TempFolder copy;
            const auto ledger = copy / "ledger.db";
            std::filesystem::copy_file(path, ledger);
            MemoryStore keys(keyOfStation(1));
            m_disk.failAt(nth, code, lasting);
            const auto done = work(ledger, keys);
            const bool failed = m_disk.hasFailed();
            m_disk.heal();
            expectWhole(ledger, keys);
            EXPECT_EQ(integrityOf(ledger), "ok");
            if (HasFailure())
                return;
            if (!failed) {
                EXPECT_TRUE(done) << done.error().detail;
                break;
            }
            failures += done ? 0 : 1;
            ASSERT_TRUE(work(ledger, keys)) << "it can be run again";
            expectWhole(ledger, keys);
        }
        EXPECT_GT(failures, 5) << "else the disk failed where nothing was at stake";
    }

    FailingDisk m_disk;
};

INSTANTIATE_TEST_SUITE_P(Disks, KeyFaultTest,
                         testing::Combine(testing::Values(SQLITE_FULL, SQLITE_IOERR), testing::Values(Lasting::Once, Lasting::ForEver)),
                         [](const auto &one) {
                             return std::string(std::get<0>(one.param) == SQLITE_FULL ? "Full" : "Broken") +
                                    (std::get<1>(one.param) == Lasting::Once ? "Once" : "ForEver");
                         });

TEST_P(KeyFaultTest, WhereverTheDiskFailsDuringARotationTheStoresKeyOpensTheLedger)
{
    makeLedger();
    faultAt([](const std::string &ledger, StationKeyStore &keys) { return rotateKeys(ledger, keys, realClock(), {}, {}); });
}

TEST_P(KeyFaultTest, WhereverTheDiskFailsDuringARecoveryTheStoresKeyOpensTheLedger)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    faultAt([](const std::string &ledger, StationKeyStore &keys) { return recoverKeys(ledger, Passphrase(kWords), keys); });
}

} // namespace
} // namespace menshen
