// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk: nobody is admitted, but what must still be told can be.
#include "db/sqlite/Reserve.h"

#include "tests/db/FailingDisk.h"
#include "tests/db/LedgerFixture.h"

namespace menshen {
namespace {

constexpr std::int64_t kBytes = 64 * 1024;

LedgerSettings withReserve(const std::string &path)
{
    auto settings = settingsFor(path);
    settings.ballastBytes = kBytes;
    return settings;
}

TEST(Reserve, IsMadeGivenUpAndMadeAgain)
{
    const TempFolder folder;
    Reserve reserve(folder / "reserve", kBytes);
    EXPECT_FALSE(reserve.isThere());
    EXPECT_TRUE(reserve.ensure());
    EXPECT_EQ(std::filesystem::file_size(folder / "reserve"), static_cast<std::uintmax_t>(kBytes));
    reserve.giveUp();
    EXPECT_FALSE(std::filesystem::exists(folder / "reserve"));
    EXPECT_FALSE(reserve.isThere());
    EXPECT_TRUE(reserve.ensure());
}

TEST(Reserve, IsNotMadeWhereThereIsNoRoom)
{
    const TempFolder folder;
    Reserve reserve(folder / "reserve", std::int64_t{1} << 60);
    EXPECT_FALSE(reserve.ensure());
    EXPECT_FALSE(std::filesystem::exists(folder / "reserve"));
}

TEST(LedgerReserve, IsGivenUpOnAFullDiskWhichIsToldAndMadeAgainWhenThereIsRoom)
{
    FailingDisk disk;
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = std::move(*openLedger(withReserve(path)));
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("before"))));
    ASSERT_TRUE(std::filesystem::exists(path + ".reserve"));
    disk.failAt(1, SQLITE_FULL, FailingDisk::Lasting::Once); // the reserve's room is enough for what follows
    const auto refused = appended(*ledger, draftOf(visitOf("refused")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DiskFull);
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("after")))) << "there is room again";
    EXPECT_TRUE(std::filesystem::exists(path + ".reserve"));
    const auto journal = journalOf(path);
    ASSERT_EQ(journal.size(), 3U);
    EXPECT_EQ(std::get<StationEntry>(journal[1].entry).action, StationAction::DiskFull);
}

TEST(LedgerReserve, WhoIsRefusedOnTheDiskThatIsJustFoundFullIsWrittenWithTheRoomOfTheReserve)
{
    FailingDisk disk;
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = std::move(*openLedger(withReserve(path)));
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("before"))));
    auto told = visitOf("told", Outcome::Refused);
    told.finding = kEntryBefore;
    disk.failAt(1, SQLITE_FULL, FailingDisk::Lasting::Once);
    const auto receipts = appendedAll(*ledger, {draftOf(AlertRaisedEntry{}), draftOf(told)});
    ASSERT_TRUE(disk.hasFailed());
    ASSERT_TRUE(receipts) << receipts.error().detail;
    ledger->stop(); // the full disk is told of after the alarm
    const auto journal = journalOf(path);
    ASSERT_EQ(journal.size(), 4U);
    EXPECT_EQ(std::get<VisitEntry>(journal[2].entry).finding, journal[1].receipt.seq);
    EXPECT_EQ(std::get<StationEntry>(journal[3].entry).action, StationAction::DiskFull);
}

TEST(LedgerReserve, AnAdmissionInTheSameGroupFailsAndTakesNoRefusalWithIt)
{
    FailingDisk disk;
    const TempFolder folder;
    const auto ledger = std::move(*openLedger(withReserve(folder / "ledger.db")));
    StaffPunchEntry turnedAway{"1001", "李红", "", PunchDirection::In, {}, {}, {}};
    turnedAway.outcome = Outcome::Refused;
    std::promise<void> release;
    ledger->append(draftOf(visitOf("before")), [&](const Result<Receipt> &) { release.get_future().wait(); });
    std::vector<std::future<Result<Receipt>>> answers;
    for (const Entry &entry :
         {Entry{visitOf("admitted")}, Entry{visitOf("refused", Outcome::Refused)}, Entry{turnedAway}, Entry{AlertRaisedEntry{}}}) {
        const auto promise = std::make_shared<std::promise<Result<Receipt>>>();
        answers.push_back(promise->get_future());
        ledger->append(draftOf(entry), [promise](Result<Receipt> result) { promise->set_value(std::move(result)); });
    }
    disk.failAt(1, SQLITE_FULL, FailingDisk::Lasting::Once);
    release.set_value();
    for (auto &answer : answers)
        ASSERT_EQ(answer.wait_for(60s), std::future_status::ready);
    EXPECT_FALSE(answers[0].get());
    EXPECT_TRUE(answers[1].get());
    EXPECT_TRUE(answers[2].get());
    EXPECT_TRUE(answers[3].get());
}

TEST(LedgerReserve, ADiskThatStaysFullIsTriedOnceMoreAndNoOftener)
{
    FailingDisk disk;
    const TempFolder folder;
    const auto ledger = std::move(*openLedger(withReserve(folder / "ledger.db")));
    disk.failAt(1, SQLITE_FULL, FailingDisk::Lasting::ForEver);
    const auto failed = appended(*ledger, draftOf(visitOf("refused", Outcome::Refused)));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::DiskFull);
}

TEST(LedgerReserve, TellsThatThereWasALedgerWhichIsNeverReplacedByANewOne)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    ASSERT_TRUE(appended(**openLedger(withReserve(path)), draftOf(ExitEntry{})));
    std::filesystem::remove(path);
    const auto refused = openLedger(withReserve(path));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Storage);
    EXPECT_NE(refused.error().detail.find("restore"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(LedgerReserve, ALinkToADiskThatIsNotMountedIsNoNewStation)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    std::filesystem::create_symlink(folder / "data/ledger.db", path);
    EXPECT_FALSE(openLedger(path));
    EXPECT_TRUE(std::filesystem::is_symlink(path));
}

TEST(LedgerReserve, WithoutItNobodyIsAdmittedButRefusalsAndAlarmsAreRecorded)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    auto settings = settingsFor(path);
    settings.ballastBytes = std::int64_t{1} << 60; // more than any disk has: as if it were full
    const auto ledger = std::move(*openLedger(settings));
    const StaffPunchEntry in{"1001", "李红", "", PunchDirection::In, {}, {}, {}};
    auto out = in, turnedAway = in;
    out.direction = PunchDirection::Out;
    turnedAway.outcome = Outcome::Refused;
    auto told = visitOf("told", Outcome::Refused);
    told.finding = kEntryBefore;
    for (const Entry &entry : {Entry{visitOf("admitted")}, Entry{in}, Entry{StationEntry{StationAction::LedgerRecovered, ""}}}) {
        const auto refused = appended(*ledger, draftOf(entry));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::DiskFull);
    }
    for (const Entry &entry : {Entry{visitOf("refused", Outcome::Refused)}, Entry{visitOf("left", Outcome::Left)}, Entry{out},
                               Entry{turnedAway}, Entry{ExitEntry{}}, Entry{AlertRaisedEntry{}}})
        EXPECT_TRUE(appended(*ledger, draftOf(entry)));
    EXPECT_TRUE(appendedAll(*ledger, {draftOf(AlertRaisedEntry{}), draftOf(told)}));
    EXPECT_FALSE(appendedAll(*ledger, {draftOf(AlertRaisedEntry{}), draftOf(visitOf("admitted"))})) << "all or none";
    const auto state = ledger->state();
    ASSERT_TRUE(state);
    EXPECT_FALSE(state->ballast);
}

} // namespace
} // namespace menshen
