// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/SqliteReportReader.h"
#include "drivers/secrets/PinFile.h"
#include "menshen/app/ReportOffice.h"
#include "tests/db/LedgerFixture.h"

namespace menshen::test {

/// A clock that tells what it is told.
class WallOfTest final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return WallTime(Micros(m_wall.load())); }
    [[nodiscard]] MonoTime mono() const override { return MonoTime(Micros(m_wall.load())); }
    void set(WallTime wall) { m_wall = wall.time_since_epoch().count(); }

private:
    std::atomic<Micros::rep> m_wall{0};
};

/// A hall's ledger with a real PIN, filled by the hour, and its office. Days are counted from Monday, 16 November 2026.
class ReportWeek : public testing::Test {
protected:
    static constexpr HallDay day(int number)
    {
        return HallDay{std::chrono::sys_days{std::chrono::year{2026} / 11 / 16} + std::chrono::days{number}};
    }
    static constexpr WallTime at(int number, Micros time) { return startOfDay(day(number), UtcOffset{}) + time; }
    static constexpr auto kPin = "271828";

    void SetUp() override
    {
        clock.set(at(0, 7h));
        ledger = std::move(SqliteLedger::open(settingsFor(path), keys, clock).value());
        ASSERT_TRUE(pins.set("", kPin));
        reader = std::move(SqliteReportReader::open(path, nullptr).value()); // it needs nobody's personal data
    }

    /// Queued; `settle` waits for the last one.
    Receipt add(int number, Micros time, Entry entry, const std::string &actor = "guard")
    {
        clock.set(at(number, time));
        const auto receipt = appended(*ledger, {clock.wall(), day(number), actor, std::move(entry)});
        EXPECT_TRUE(receipt) << receipt.error().detail;
        return receipt ? *receipt : Receipt{};
    }
    void station(int number, Micros time, StationAction action, const std::string &detail = {})
    {
        add(number, time, StationEntry{action, detail}, "station");
    }

    Result<SignedReport> sign(int number, WallTime now, const std::string &reason = {}, const std::string &pin = kPin)
    {
        clock.set(now);
        return office().sign({day(number), pin, reason, "office"}, pins, now, [this](Entry entry, const std::string &actor) {
            return appended(*ledger, {clock.wall(), hallDayOf(clock.wall(), UtcOffset{}), actor, std::move(entry)});
        });
    }
    Error refusedSigning(int number, WallTime now, const std::string &reason = {}, const std::string &pin = kPin)
    {
        const auto entries = wholeJournalOf(path).size();
        const auto answer = sign(number, now, reason, pin);
        EXPECT_FALSE(answer);
        EXPECT_EQ(wholeJournalOf(path).size(), entries) << "nothing may be appended";
        return answer ? Error{} : answer.error();
    }
    ReportOffice office() { return {*reader, settings}; }

    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    WallOfTest clock;
    TestKeyStore keys;
    PinFile pins{folder / "pin", clock};
    std::unique_ptr<SqliteLedger> ledger;
    std::unique_ptr<SqliteReportReader> reader;
    ReportSettings settings{{"益阳市行政审批服务局", "领导小组办公室", "带班领导", "0737-0000000"}, {17h + 30min, 60min}, {}};
};

} // namespace menshen::test
