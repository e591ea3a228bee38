// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/LedgerKeys.h"
#include "tests/db/LedgerFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

namespace menshen {

inline constexpr const char *kWords = "correct horse battery";

/// A store in memory that can fail, or end the program, when its secret is to be replaced.
class MemoryStore final : public StationKeyStore {
public:
    explicit MemoryStore(StationSecret secret) : m_secret(std::move(secret)) {}
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

inline StationSecret keyOfStation(std::uint8_t station) { return *test::TestKeyStore(station).load(); }
inline StationSecret words(const char *text) { return {std::nullopt, Passphrase(text)}; }

class LedgerKeysTesting : public testing::Test {
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
    Result<void> rotated(const std::optional<StationSecret> &fresh = {})
    {
        return rotateKeys(path, store, realClock(), {}, fresh, PassphraseCost::Interactive);
    }
    [[nodiscard]] bool opensWith(const StationSecret &secret) const
    {
        const auto status = keyStatus(path, secret);
        EXPECT_TRUE(status) << status.error().detail;
        return status && status->opens;
    }
    /// What a start of the station and a look at its ledger find.
    void expectWhole(StationKeyStore &keys) const { expectWhole(path, keys); }
    static void expectWhole(const std::string &path, StationKeyStore &keys)
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
    MemoryStore store{keyOfStation(1)};
};

} // namespace menshen
