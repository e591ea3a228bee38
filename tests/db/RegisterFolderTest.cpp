// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/registers/RegisterFolder.h"

#include "db/registers/RegisterJson.h"
#include "db/sqlite/LedgerKeys.h"
#include "db/sqlite/RegisterChanges.h"
#include "tests/db/LedgerFixture.h"
#include "tests/support/Leaders.h"

#include <csignal>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace menshen {
namespace {

using namespace menshen::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace fs = std::filesystem;

std::shared_ptr<const KeyRing> keysOfStation(std::uint8_t station, std::uint8_t index = 7)
{
    StationId id;
    id.bytes.fill(station);
    SecretKey key;
    std::fill_n(key.data(), SecretKey::kSize, index);
    EXPECT_TRUE(sealingReady());
    return std::make_shared<const KeyRing>(id, SecretKey{}, key, SecretKey{});
}

constexpr auto kGroup = RegisterKind::LeadingGroup;

class RegisterFolderTest : public testing::Test {
protected:
    void save(const RegisterContent &content)
    {
        ASSERT_TRUE(registers.stage(content, kMorning));
        ASSERT_TRUE(registers.take(kindOf(content)));
    }
    [[nodiscard]] LeadingGroup groupNow() const
    {
        const auto stored = registers.newest(kGroup);
        EXPECT_TRUE(stored && *stored);
        return std::get<LeadingGroup>((*stored)->content);
    }
    [[nodiscard]] fs::path file(const std::string &name) const { return folder / "registers" / name; }
    [[nodiscard]] static std::string bytesOf(const fs::path &path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void write(const fs::path &path, const std::string &bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }

    TestFolder folder;
    RegisterFolder registers{folder / "registers", keysOfStation(1)};
};

TEST_F(RegisterFolderTest, WithoutAFolderThereIsNoVersion)
{
    const auto newest = registers.newest(kGroup);
    ASSERT_TRUE(newest);
    EXPECT_FALSE(*newest);
    EXPECT_THAT(*registers.versions(kGroup), IsEmpty());
    EXPECT_FALSE(*registers.staged(kGroup));
    EXPECT_EQ(registers.take(kGroup).error().code, ErrorCode::NotFound);
    EXPECT_EQ(registers.version(kGroup, 3).error().code, ErrorCode::NotFound);
}

TEST_F(RegisterFolderTest, EveryFlippedByteIsToldAndTheFileIsLeftAsItIs)
{
    save(sampleGroup());
    const auto sealed = file("leading_group-1.sealed");
    const auto whole = bytesOf(sealed);
    for (std::size_t i = 0; i < whole.size(); i += i < 64 ? 1 : 29) {
        auto changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        write(sealed, changed);
        const auto newest = registers.newest(kGroup);
        ASSERT_FALSE(newest) << i;
        EXPECT_THAT(newest.error().detail, HasSubstr("leading_group-1.sealed"));
        EXPECT_EQ(bytesOf(sealed), changed);
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{20}, std::size_t{60}, whole.size() - 1}) {
        write(sealed, whole.substr(0, size));
        EXPECT_FALSE(registers.newest(kGroup)) << size;
    }
}

TEST_F(RegisterFolderTest, AnotherStationsOrAnotherLedgersFileDoesNotOpen)
{
    save(sampleGroup());
    const RegisterFolder otherStation(folder / "registers", keysOfStation(2));
    const RegisterFolder otherLedger(folder / "registers", keysOfStation(1, 8));
    EXPECT_EQ(otherStation.newest(kGroup).error().code, ErrorCode::WrongKey);
    EXPECT_EQ(otherLedger.newest(kGroup).error().code, ErrorCode::WrongKey);
}

TEST_F(RegisterFolderTest, AFileInAnotherVersionsOrRegistersPlaceDoesNotOpen)
{
    save(sampleGroup());
    fs::copy_file(file("leading_group-1.sealed"), file("leading_group-2.sealed"));
    EXPECT_EQ(registers.newest(kGroup).error().code, ErrorCode::WrongKey);
    fs::copy_file(file("leading_group-1.sealed"), file("roster-1.sealed"));
    EXPECT_EQ(registers.newest(RegisterKind::Roster).error().code, ErrorCode::WrongKey);
    EXPECT_TRUE(registers.version(kGroup, 1)) << "the true one still opens";
}

TEST_F(RegisterFolderTest, FilesOfOthersInTheFolderAreLeftAlone)
{
    save(sampleGroup());
    for (const char *name :
         {"leading_group-9.sealed.bak", "leading_group-x.sealed", "leading_group-.sealed", "leading_group--3.sealed", "note"})
        write(file(name), "x");
    EXPECT_THAT(*registers.versions(kGroup), ElementsAre(1));
    EXPECT_EQ(groupNow(), sampleGroup());
}

TEST_F(RegisterFolderTest, OnAFullDiskNothingIsStagedAndTheOldVersionHolds)
{
    save(sampleGroup());
    const int status = inChild([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{100, 100};
        ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto staged = registers.stage(RegisterContent(sampleRoster()), kMorning);
        ASSERT_FALSE(staged);
        EXPECT_EQ(staged.error().code, ErrorCode::DiskFull);
    });
    EXPECT_EQ(status, 0);
    EXPECT_FALSE(*registers.staged(RegisterKind::Roster));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "registers"), {}), 1) << "nothing half-written is left";
    EXPECT_EQ(groupNow(), sampleGroup());
}

TEST_F(RegisterFolderTest, AStagedVersionDoesNotHoldUntilItIsTaken)
{
    save(sampleGroup());
    LeadingGroup changed = sampleGroup();
    changed.people.pop_back();
    const auto staged = registers.stage(changed, kMorning);
    ASSERT_TRUE(staged);
    EXPECT_EQ(staged->version, 2);
    EXPECT_EQ(groupNow(), sampleGroup());
    const RegisterFolder afterACrash(folder / "registers", keysOfStation(1));
    const auto left = afterACrash.staged(kGroup);
    ASSERT_TRUE(left && *left);
    EXPECT_EQ((*left)->version.digest, staged->digest);
    EXPECT_EQ(std::get<LeadingGroup>((*left)->content), changed);
    ASSERT_TRUE(registers.drop(kGroup));
    EXPECT_FALSE(*registers.staged(kGroup));
    EXPECT_EQ(groupNow(), sampleGroup());
}

TEST_F(RegisterFolderTest, StagedAgainANumberIsNotUsedTwice)
{
    ASSERT_EQ(registers.stage(RegisterContent(sampleGroup()), kMorning)->version, 1);
    ASSERT_EQ(registers.stage(RegisterContent(sampleGroup()), kMorning)->version, 2);
    ASSERT_TRUE(registers.take(kGroup));
    EXPECT_THAT(*registers.versions(kGroup), ElementsAre(2));
    EXPECT_FALSE(*registers.staged(kGroup));
}

TEST_F(RegisterFolderTest, KilledAtAnyMomentOneWholeVersionHolds)
{
    save(sampleGroup());
    for (int killAfter = 0; killAfter < 40; ++killAfter) {
        const pid_t child = ::fork();
        if (child == 0) {
            LeadingGroup group = sampleGroup();
            for (int i = 0;; ++i) {
                group.lastId = 100 + i;
                if (!registers.stage(group, kMorning) || !registers.take(kGroup))
                    ::_exit(1);
            }
        }
        for (int spin = 0; spin < killAfter * 20'000; ++spin)
            asm volatile("");
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it must have been at work";
        const RegisterFolder afterwards(folder / "registers", keysOfStation(1));
        const auto newest = afterwards.newest(kGroup);
        ASSERT_TRUE(newest) << newest.error().detail;
        ASSERT_TRUE(*newest);
        EXPECT_EQ(std::get<LeadingGroup>((*newest)->content).people, sampleGroup().people);
        ASSERT_TRUE(afterwards.staged(kGroup)) << "what is staged is whole, too";
    }
}

TEST_F(RegisterFolderTest, BothRegistersComeBackAsTheyWere)
{
    LeadingGroup group = sampleGroup();
    group.people[2].awayUntil = dayOfNovember(30);
    Roster roster = sampleRoster();
    roster.handOvers.push_back({dayOfNovember(20), "白班", hallTime(20, 12), "p4"});
    save(group);
    save(roster);
    EXPECT_EQ(groupNow(), group);
    const auto stored = registers.newest(RegisterKind::Roster);
    ASSERT_TRUE(stored && *stored);
    EXPECT_EQ(std::get<Roster>((*stored)->content), roster);
    EXPECT_EQ((*stored)->version.at, kMorning);
    EXPECT_EQ((*stored)->version.lines, 25);
}

TEST_F(RegisterFolderTest, NobodysNameOrNumberCanBeReadInTheFilesAndOthersMayNotOpenThem)
{
    save(sampleGroup());
    const auto bytes = bytesOf(file("leading_group-1.sealed"));
    EXPECT_THAT(bytes, Not(HasSubstr("周建国")));
    EXPECT_THAT(bytes, Not(HasSubstr("13800138001")));
    struct stat status {};
    ASSERT_EQ(::stat(file("leading_group-1.sealed").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    ASSERT_EQ(::stat((folder / "registers").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0700U);
}

TEST_F(RegisterFolderTest, KeepsTwentyVersions)
{
    for (int i = 0; i < RegisterFolder::kKept + 5; ++i)
        save(sampleGroup());
    const auto versions = registers.versions(kGroup);
    ASSERT_TRUE(versions);
    EXPECT_EQ(versions->size(), 20U);
    EXPECT_EQ(versions->front(), 25);
    EXPECT_TRUE(registers.version(kGroup, 6));
}

TEST(RegisterJson, TextThatIsNoRegisterIsDamaged)
{
    const auto whole = registerText(sampleRoster(), kMorning);
    for (std::size_t size = 0; size < whole.size(); size += 13)
        EXPECT_EQ(registerFrom(RegisterKind::Roster, whole.substr(0, size)).error().code, ErrorCode::Damaged) << size;
    for (const char *bad : {"[]", "{}", R"({"at_us":1,"shifts":[{"name":"x","start":-1,"end":2}],"duties":[],"closed":[],"hand_overs":[]})",
                            R"({"at_us":1,"people":[{"id":"p1","name":"x","role":"king"}],"last_id":1})"})
        EXPECT_FALSE(registerFrom(RegisterKind::Roster, bad)) << bad;
    EXPECT_FALSE(registerFrom(RegisterKind::LeadingGroup, whole)) << "of the other kind";
}

TEST(RegisterChanges, TheLedgerTellsTheNewestOfEachRegister)
{
    const TestFolder folder;
    const auto path = (folder / "ledger.db").string();
    const auto ledger = opened(path);
    EXPECT_FALSE(*lastRegisterChange(path, kGroup));
    RegisterChangedEntry entry{kGroup, 1, {}, RegisterChange::Imported, 7, 7, 0, 0};
    entry.digest.bytes.fill(3);
    ASSERT_TRUE(appended(*ledger, draftOf(entry)));
    entry.version = 2;
    ASSERT_TRUE(appended(*ledger, draftOf(entry)));
    ASSERT_TRUE(appended(*ledger, draftOf(RegisterChangedEntry{RegisterKind::Roster, 5, {}, RegisterChange::HandedOver, 24, 1, 0, 0})));
    const auto group = lastRegisterChange(path, kGroup);
    ASSERT_TRUE(group && *group);
    EXPECT_EQ((*group)->version, 2);
    EXPECT_EQ((*group)->digest, entry.digest);
    EXPECT_EQ((*group)->lines, 7);
    EXPECT_EQ((**lastRegisterChange(path, RegisterKind::Roster)).version, 5);
    expectSoundChain(path);
}

TEST(RegisterKeys, OutliveARotation)
{
    const TestFolder folder;
    const auto path = (folder / "ledger.db").string();
    TestKeyStore store;
    {
        const auto ledger = SqliteLedger::open(settingsFor(path), store, realClock());
        ASSERT_TRUE(ledger);
        RegisterFolder registers(folder / "registers", (*ledger)->keys());
        ASSERT_TRUE(registers.stage(RegisterContent(sampleGroup()), kMorning));
        ASSERT_TRUE(registers.take(kGroup));
    }
    ASSERT_TRUE(rotateKeys(path, store, realClock(), UtcOffset{}, std::nullopt, PassphraseCost::Interactive));
    const auto keys = KeyRing::open(path, store);
    ASSERT_TRUE(keys);
    const RegisterFolder registers(folder / "registers", *keys);
    EXPECT_TRUE(registers.newest(kGroup));
}

} // namespace
} // namespace menshen
