// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerKeys.h"
#include "tests/db/LedgerFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace menshen {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char *kWords = "correct horse battery";

/// A store in memory that can fail, or end the program, when its secret is to be replaced.
class Store final : public StationKeyStore {
public:
    explicit Store(StationSecret secret) : m_secret(std::move(secret)) {}
    [[nodiscard]] Result<StationSecret> load() override
    {
        if (!m_secret)
            return Error{ErrorCode::NotFound, "no key"};
        return *m_secret;
    }
    [[nodiscard]] Result<StationSecret> create() override { return load(); }
    [[nodiscard]] Result<void> replace(const StationSecret &fresh) override
    {
        offered.emplace(fresh);
        if (onReplace)
            onReplace();
        if (refuses)
            return Error{ErrorCode::Storage, "the disk of keys is gone"};
        m_secret.emplace(fresh);
        return {};
    }
    [[nodiscard]] std::string description() const override { return "key in a test"; }
    void lose() { m_secret.reset(); }

    bool refuses = false;
    std::function<void()> onReplace;
    std::optional<StationSecret> offered; ///< the last one

private:
    std::optional<StationSecret> m_secret;
};

StationSecret keyOfStation(std::uint8_t station) { return *test::TestKeyStore(station).load(); }
StationSecret words(const char *text) { return {std::nullopt, Passphrase(text)}; }

class LedgerKeysTest : public testing::Test {
protected:
    /// A ledger with three visits of two days.
    void makeLedger(StationKeyStore &keys)
    {
        auto ledger = SqliteLedger::open(settingsFor(path), keys, realClock());
        ASSERT_TRUE(ledger) << ledger.error().detail;
        ASSERT_TRUE(appended(**ledger, draftOf(visitOf("张伟"))));
        ASSERT_TRUE(appended(**ledger, draftOf(visitOf("李娜"))));
        ASSERT_TRUE(
            appended(**ledger, draftOf(visitOf("王芳"), kMorning + 24h, kDay.year() / kDay.month() / (kDay.day() + std::chrono::days(1)))));
    }
    void makeLedger() { makeLedger(store); }
    Result<void> setRecoveryWords(const char *text = kWords)
    {
        return setRecovery(path, store, Passphrase(text), PassphraseCost::Interactive);
    }
    Result<void> rotated(const std::optional<StationSecret> &fresh = {}) { return rotateKeys(path, store, realClock(), {}, fresh); }
    [[nodiscard]] bool opensWith(const StationSecret &secret) const
    {
        const auto status = keyStatus(path, secret);
        EXPECT_TRUE(status) << status.error().detail;
        return status && status->opens;
    }
    /// What a start of the station and a look at its ledger find.
    void expectWhole(StationKeyStore &keys)
    {
        {
            const auto ledger = SqliteLedger::open(settingsFor(path), keys, realClock());
            ASSERT_TRUE(ledger) << ledger.error().detail;
            const auto verdict = (*ledger)->verify({}, {});
            ASSERT_TRUE(verdict) << verdict.error().detail;
            EXPECT_TRUE(verdict->sound()) << verdict->detail;
        }
        auto ring = KeyRing::open(path, keys);
        ASSERT_TRUE(ring) << ring.error().detail;
        auto reader = SqliteLedgerReader::open(path, *ring);
        ASSERT_TRUE(reader) << reader.error().detail;
        const auto visits = (*reader)->visits({}, {}, 10);
        ASSERT_TRUE(visits) << visits.error().detail;
        ASSERT_EQ(visits->size(), 3U);
        EXPECT_EQ((*visits)[0].identity.name, "王芳");
        EXPECT_EQ((*visits)[2].identity.name, "张伟");
        const auto found = (*reader)->person({"11010519491231002X", "", ""}, 10);
        ASSERT_TRUE(found) << found.error().detail;
        EXPECT_EQ(found->size(), 3U);
    }
    [[nodiscard]] std::string cell(const std::string &sql) const
    {
        SQLite::Database db(path, SQLite::OPEN_READONLY);
        return db.execAndGet(sql).getString();
    }
    void change(const std::string &sql) const { SQLite::Database(path, SQLite::OPEN_READWRITE).exec(sql); }
    /// The ledger's bytes with all its files.
    [[nodiscard]] std::string rawBytes() const
    {
        std::string all;
        for (const char *suffix : {"", "-wal"}) {
            std::ifstream in(path + suffix, std::ios::binary);
            all += std::string(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }

    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    Store store{keyOfStation(1)};
};

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
    Store other({keyOfStation(1).station, randomKey()});
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
    Store empty({std::nullopt, SecretKey{}});
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
    Store other(keyOfStation(2));
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
    Store typed(words("the lost one of before"));
    ASSERT_TRUE(recoverKeys(path, Passphrase(kWords), typed, words("quite another thing")));
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

// ---- Rotation ----------------------------------------------------------------------------------------------------

TEST_F(LedgerKeysTest, AfterARotationTheNewKeyOpensEverythingAndTheOldOneNothing)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    const auto before = wholeJournalOf(path).size();
    const auto done = rotated();
    ASSERT_TRUE(done) << done.error().detail;
    expectWhole(store);
    EXPECT_FALSE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
    EXPECT_EQ(cell("SELECT count(*) FROM journal WHERE kind = 'keys_rotated'"), "1");
    EXPECT_EQ(cell("SELECT max(seq) FROM journal"), std::to_string(before + 1));
    EXPECT_EQ(cell("SELECT max(seq) FROM heads WHERE number = (SELECT max(number) FROM heads)"), std::to_string(before + 1));
    store.lose();
    EXPECT_TRUE(recoverKeys(path, Passphrase(kWords), store)) << "the recovery passphrase stays";
    expectWhole(store);
}

TEST_F(LedgerKeysTest, ARotationLeavesNothingThatTheOldKeyOpensInTheFiles)
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

TEST_F(LedgerKeysTest, KeysCanBeRotatedAgainAndAgain)
{
    makeLedger();
    ASSERT_TRUE(setRecoveryWords());
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(rotated());
    expectWhole(store);
    EXPECT_EQ(cell("SELECT count(*) FROM journal WHERE kind = 'keys_rotated'"), "3");
}

TEST_F(LedgerKeysTest, APassphraseIsRotatedToAnotherAndAKeyToAPassphrase)
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

TEST_F(LedgerKeysTest, WithTheWrongKeyOrNoneNothingIsRotated)
{
    makeLedger();
    const auto raw = cell("SELECT group_concat(hex(wrapped)) FROM day_keys");
    Store other({keyOfStation(1).station, randomKey()});
    EXPECT_EQ(rotateKeys(path, other, realClock(), {}, {}).error().code, ErrorCode::WrongKey);
    Store foreign(keyOfStation(2));
    EXPECT_EQ(rotateKeys(path, foreign, realClock(), {}, {}).error().code, ErrorCode::WrongStation);
    other.lose();
    EXPECT_EQ(rotateKeys(path, other, realClock(), {}, {}).error().code, ErrorCode::KeyMissing);
    EXPECT_EQ(cell("SELECT group_concat(hex(wrapped)) FROM day_keys"), raw);
    expectWhole(store);
}

TEST_F(LedgerKeysTest, WhenTheStoreFailsDuringARotationTheOldKeyStillOpensAllAndItCanBeRunAgain)
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

TEST_F(LedgerKeysTest, KilledBeforeTheStoreTookTheNewKeyTheOldOneGoesOn)
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

TEST_F(LedgerKeysTest, KilledAfterTheStoreTookTheNewKeyTheNewOneGoesOnAndTheOldOneEnds)
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
    Store after({keyOfStation(1).station, taken});
    EXPECT_TRUE(opensWith(*after.load()));
    EXPECT_TRUE(opensWith(keyOfStation(1))) << "until the station starts";
    expectWhole(after);
    EXPECT_FALSE(opensWith(keyOfStation(1)));
    EXPECT_FALSE(keyStatus(path, std::nullopt)->unfinished);
}

TEST_F(LedgerKeysTest, SettlingWithASecretThatOpensNeitherSlotKeepsBoth)
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

TEST_F(LedgerKeysTest, ADestroyedDaysKeyStaysDestroyed)
{
    makeLedger();
    change("UPDATE day_keys SET wrapped = NULL, destroyed_us = 1 WHERE id = 1");
    ASSERT_TRUE(rotated());
    EXPECT_EQ(cell("SELECT count(*) FROM day_keys WHERE wrapped IS NULL"), "1");
    const auto status = keyStatus(path, std::nullopt);
    EXPECT_EQ(status->dayKeys, 2);
    EXPECT_EQ(status->destroyedKeys, 1);
}

TEST_F(LedgerKeysTest, AForeignDayKeyIsNotCarriedOverAndNothingIsRotated)
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

TEST_F(LedgerKeysTest, ARecoverySlotThatSomebodyChangedStopsARotationAndSaysWhatToDo)
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

} // namespace
} // namespace menshen
