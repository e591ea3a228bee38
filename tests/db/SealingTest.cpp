// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data reaches the disk sealed or not at all: the raw files are searched, as a thief would.
#include "tests/db/LedgerFixture.h"

#include <fstream>
#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::IsEmpty;

/// Every file of a folder as raw bytes.
std::string rawBytesOf(const TempFolder &folder)
{
    std::string all;
    for (const auto &file : std::filesystem::recursive_directory_iterator(folder.path())) {
        std::ifstream in(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

std::vector<std::string> foundIn(const std::string &bytes, const std::vector<std::string> &texts)
{
    std::vector<std::string> found;
    for (const auto &text : texts)
        if (bytes.find(text) != std::string::npos)
            found.push_back(text);
    return found;
}

/// Texts that occur nowhere else, one in each personal field of each kind of entry.
struct Secrets {
    std::vector<std::string> all;
    std::string make(const std::string &field)
    {
        all.push_back("Geheim" + field + std::to_string(all.size()) + "Quux");
        return all.back();
    }
};

/// A day at the door in which every personal field of every kind of entry is filled.
void spendADay(SqliteLedger &ledger, Secrets &secrets)
{
    auto visit = visitOf(secrets.make("Name"));
    visit.identity.document = secrets.make("Document");
    visit.identity.country = secrets.make("Country");
    visit.identity.unverifiedReason = secrets.make("Unverified");
    visit.identity.phone = secrets.make("Phone");
    visit.identity.phoneNote = secrets.make("Companion");
    visit.identity.purpose = secrets.make("Purpose");
    visit.overrideReason = secrets.make("Override");
    visit.note = secrets.make("Note");
    const auto seq = appended(ledger, draftOf(visit))->seq;
    ASSERT_TRUE(appended(ledger, draftOf(StaffPunchEntry{"1001", secrets.make("Staff"), "office", PunchDirection::In, {}, {}, {}})));
    const auto alert = appended(ledger, draftOf(AlertRaisedEntry{seq, {}, secrets.make("Who")}));
    ASSERT_TRUE(alert);
    ASSERT_TRUE(appended(ledger, draftOf(AlertActionEntry{alert->seq, AlertAction::FalseAlarm, "", secrets.make("Why")})));
    auto right = visit.identity;
    right.name = secrets.make("RightName");
    ASSERT_TRUE(appended(ledger, draftOf(CorrectionEntry{seq, right, secrets.make("Correction")})));
    ASSERT_TRUE(appended(ledger, draftOf(DisclosureEntry{DisclosureKind::Unmasked, seq, {}, {}, secrets.make("Disclosure")})));
}

TEST(Sealing, NothingPersonalIsInAnyFileWhileTheLedgerIsOpenNorAfterwards)
{
    const TempFolder folder;
    Secrets secrets;
    {
        const auto ledger = opened(folder / "ledger.db");
        ASSERT_NO_FATAL_FAILURE(spendADay(*ledger, secrets));
        auto reader = openReader(folder / "ledger.db");
        ASSERT_TRUE(reader);
        VisitFilter filter;
        filter.text = secrets.all.front();
        ASSERT_EQ((*reader)->visits(filter, std::nullopt, 10)->size(), 0U) << "it was corrected";
        EXPECT_THAT(foundIn(rawBytesOf(folder), secrets.all), IsEmpty());
    }
    EXPECT_THAT(foundIn(rawBytesOf(folder), secrets.all), IsEmpty());
    EXPECT_GT(secrets.all.size(), 14U);
}

TEST(Sealing, AKilledProgramLeavesNothingPersonalInTheLog)
{
    const TempFolder folder;
    Secrets secrets;
    const std::string marker = "admitted"; // what is not personal is there: the search would find something
    EXPECT_EQ(inChild([&] {
                  const auto ledger = opened(folder / "ledger.db");
                  Secrets same;
                  spendADay(*ledger, same);
                  ::_exit(testing::Test::HasFailure() ? 1 : 0); // nothing is closed
              }),
              0);
    {
        const TempFolder elsewhere;
        const auto ledger = opened(elsewhere / "ledger.db");
        spendADay(*ledger, secrets);
    }
    const auto bytes = rawBytesOf(folder);
    EXPECT_NE(bytes.find(marker), std::string::npos);
    EXPECT_THAT(foundIn(bytes, secrets.all), IsEmpty());
}

TEST(Sealing, ErrorsQuoteNothingPersonal)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    auto identity = visitOf("GeheimName").identity;
    const auto refused = appended(*ledger, draftOf(CorrectionEntry{{99}, identity, "GeheimReason"}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail.find("Geheim"), std::string::npos);
    EXPECT_EQ(refused.error().detail.find(identity.document), std::string::npos);
}

TEST(Keys, AMissingKeyIsARefusalAndNeverANewLedger)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    ASSERT_TRUE(appended(*opened(path), draftOf(visitOf("kept"))));
    test::TestKeyStore lost;
    lost.lose();
    const auto refused = SqliteLedger::open(settingsFor(path), lost, realClock());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::KeyMissing);
    EXPECT_NE(refused.error().detail.find("recovery passphrase"), std::string::npos) << "it says what to do";
    EXPECT_EQ(journalOf(path).size(), 1U);
}

TEST(Keys, AnotherKeyOfTheSameStationIsWrong)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    ASSERT_TRUE(appended(*opened(path), draftOf(visitOf("kept"))));
    test::TestKeyStore store, other(2);
    auto mixed = *store.load();
    mixed.secret = other.load()->secret;
    ASSERT_TRUE(store.replace(mixed));
    const auto refused = SqliteLedger::open(settingsFor(path), store, realClock());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongKey);
    EXPECT_EQ(journalOf(path).size(), 1U);
}

TEST(Keys, ALedgerOfAnotherStationIsSaidToBeThat)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    ASSERT_TRUE(appended(*opened(path), draftOf(visitOf("kept"))));
    test::TestKeyStore other(2);
    const auto refused = SqliteLedger::open(settingsFor(path), other, realClock());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongStation);
}

TEST(Keys, EachDayHasItsOwnAndTheChainNamesIt)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    {
        const auto ledger = opened(path);
        for (int day = 0; day < 3; ++day)
            for (int visitor = 0; visitor < 2; ++visitor)
                ASSERT_TRUE(appended(
                    *ledger, draftOf(visitOf("v"), kMorning + day * 24h, HallDay{std::chrono::sys_days{kDay} + std::chrono::days{day}})));
    }
    std::vector<DayKeyEntry> made;
    for (const auto &record : wholeJournalOf(path))
        if (const auto *key = std::get_if<DayKeyEntry>(&record.entry))
            made.push_back(*key);
    ASSERT_EQ(made.size(), 3U);
    EXPECT_EQ(made[0].day, kDay);
    EXPECT_NE(made[0].check, made[1].check);
    expectSoundChain(path);
}

TEST(Keys, AClockSetBackAYearGetsAKeyOfItsOwnAndLosesNothing)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const HallDay lastYear{std::chrono::year{2025}, std::chrono::November, std::chrono::day{22}};
    {
        const auto ledger = opened(path);
        ASSERT_TRUE(appended(*ledger, draftOf(visitOf("before"))));
        ASSERT_TRUE(appended(*ledger, draftOf(visitOf("set back"), kMorning - 365 * 24h, lastYear)));
        ASSERT_TRUE(appended(*ledger, draftOf(visitOf("right again"))));
    }
    const auto journal = journalOf(path);
    ASSERT_EQ(journal.size(), 3U);
    EXPECT_EQ(std::get<VisitEntry>(journal[1].entry).identity.name, "set back");
    EXPECT_EQ(journal[1].day, lastYear);
    EXPECT_EQ(std::get<VisitEntry>(journal[2].entry).identity.name, "right again");
    expectSoundChain(path);
}

TEST(Corrections, AreWhatTheScreensShowAndTheVisitStaysInItsStory)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = opened(path);
    const auto visit = appended(*ledger, draftOf(visitOf("张山")));
    ASSERT_TRUE(visit);
    auto right = visitOf("张三").identity;
    right.document = "440524188001010014";
    ASSERT_TRUE(appended(*ledger, draftOf(CorrectionEntry{visit->seq, right, "misheard"}, kMorning + 1h, kDay, "office")));
    auto reader = openReader(path);
    ASSERT_TRUE(reader);
    const auto rows = (*reader)->visits({}, std::nullopt, 10);
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->front().identity, right);
    EXPECT_TRUE(rows->front().corrected);
    const auto story = (*reader)->story(visit->seq);
    ASSERT_TRUE(story);
    ASSERT_EQ(story->size(), 2U);
    EXPECT_EQ(std::get<VisitEntry>(story->at(0).entry).identity.name, "张山");
    EXPECT_EQ(std::get<CorrectionEntry>(story->at(1).entry).reason, "misheard");
    EXPECT_EQ(story->at(1).actor, "office");
    EXPECT_EQ((*reader)->person({"440524188001010014", "", ""}, 10)->size(), 1U);
    EXPECT_TRUE((*reader)->person({"11010519491231002X", "", ""}, 10)->empty()) << "the wrong number finds nobody any more";
}

TEST(Corrections, OfWhatIsNoVisitAreRefused)
{
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    const auto exit = appended(*ledger, draftOf(ExitEntry{}));
    const auto punch = appended(*ledger, draftOf(StaffPunchEntry{"1001", "李红", "", PunchDirection::In, {}, {}, {}}));
    ASSERT_TRUE(exit && punch);
    for (const auto seq : {exit->seq, punch->seq, EntrySeq{4711}}) {
        const auto refused = appended(*ledger, draftOf(CorrectionEntry{seq, visitOf("x").identity, "why"}));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::BadInput);
    }
}

TEST(Stories, TellOfTheAlertAndWhatWasDoneAboutIt)
{
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = opened(path);
    const auto visit = appended(*ledger, draftOf(visitOf("张三", Outcome::Refused, Verdict::Refuse)));
    const auto alert = appended(*ledger, draftOf(AlertRaisedEntry{visit->seq, {}, "张*"}));
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("somebody else"))));
    ASSERT_TRUE(appended(*ledger, draftOf(AlertActionEntry{alert->seq, AlertAction::Acknowledged, "", ""})));
    auto reader = openReader(path);
    const auto story = (*reader)->story(visit->seq);
    ASSERT_TRUE(story);
    ASSERT_EQ(story->size(), 3U);
    EXPECT_TRUE(std::holds_alternative<AlertRaisedEntry>(story->at(1).entry));
    EXPECT_TRUE(std::holds_alternative<AlertActionEntry>(story->at(2).entry));
    EXPECT_EQ((*reader)->story({4711}).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace menshen
