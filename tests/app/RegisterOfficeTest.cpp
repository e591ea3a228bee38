// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/RegisterOffice.h"

#include "db/registers/RegisterFolder.h"
#include "db/sqlite/RegisterChanges.h"
#include "tests/db/LedgerFixture.h"
#include "tests/support/Leaders.h"

#include <gmock/gmock.h>

#include <thread>

namespace menshen {
namespace {

using namespace menshen::test;
using testing::ElementsAre;

class StandingClock final : public Clock {
public:
    [[nodiscard]] WallTime wall() const override { return now; }
    [[nodiscard]] MonoTime mono() const override { return {}; }
    WallTime now = hallTime(20, 9);
};

/// On a real ledger and a real folder.
class RegisterOfficeTest : public testing::Test {
protected:
    RegisterOfficeTest() { open(); }

    /// As the program does at its start.
    void open()
    {
        office.reset();
        folder = std::make_unique<RegisterFolder>(root / "registers", ledger->keys());
        office = std::make_unique<RegisterOffice>(*folder, clock, UtcOffset{});
        ASSERT_TRUE(office->open([this](RegisterKind kind) { return lastRegisterChange(path, kind); }));
    }
    Result<Receipt> append(Entry entry, const std::string &actor)
    {
        if (refuse)
            return *refuse;
        auto receipt = appended(*ledger, draftOf(std::move(entry), clock.now, dayOfNovember(20), actor));
        return dieAfterAppend ? Result<Receipt>(Error{ErrorCode::Storage, "the ledger does not answer"}) : receipt;
    }
    Result<void> change(RegisterContent content, RegisterChange how = RegisterChange::Edited)
    {
        const int base = office->now()->versionOf(kindOf(content));
        return office->change(std::move(content), base, how, "office",
                              [this](Entry entry, const std::string &actor) { return append(std::move(entry), actor); });
    }
    [[nodiscard]] std::vector<RegisterChangedEntry> changes() const
    {
        std::vector<RegisterChangedEntry> found;
        for (const auto &record : journalOf(path))
            if (const auto *entry = std::get_if<RegisterChangedEntry>(&record.entry))
                found.push_back(*entry);
        return found;
    }

    TestFolder root;
    std::string path = (root / "ledger.db").string();
    std::unique_ptr<SqliteLedger> ledger = opened(path);
    StandingClock clock;
    std::optional<Error> refuse;
    bool dieAfterAppend = false;
    std::unique_ptr<RegisterFolder> folder;
    std::unique_ptr<RegisterOffice> office;
};

TEST_F(RegisterOfficeTest, WhatTheLedgerRefusesDoesNotHoldNowOrAfterARestart)
{
    ASSERT_TRUE(change(sampleGroup()));
    refuse = Error{ErrorCode::DiskFull, ""};
    LeadingGroup changed = sampleGroup();
    changed.people.pop_back();
    EXPECT_EQ(change(changed).error().code, ErrorCode::DiskFull);
    EXPECT_EQ(office->now()->group, sampleGroup());
    open();
    EXPECT_EQ(office->now()->group, sampleGroup());
    EXPECT_EQ(office->now()->groupVersion, 1);
    EXPECT_FALSE(*folder->staged(RegisterKind::LeadingGroup)) << "and nothing is left of it";
}

TEST_F(RegisterOfficeTest, WhatIsInTheLedgerHoldsAfterARestartThoughTheProgramDiedBeforeItWasTaken)
{
    ASSERT_TRUE(change(sampleGroup()));
    dieAfterAppend = true;
    LeadingGroup changed = sampleGroup();
    changed.people.pop_back();
    EXPECT_FALSE(change(changed));
    EXPECT_EQ(office->now()->group, sampleGroup());
    open();
    EXPECT_EQ(office->now()->group, changed);
    EXPECT_EQ(office->now()->groupVersion, 2);
}

TEST_F(RegisterOfficeTest, AChangeMadeFromAnOlderVersionIsRefused)
{
    ASSERT_TRUE(change(sampleGroup()));
    const auto append = [this](Entry entry, const std::string &actor) { return this->append(std::move(entry), actor); };
    EXPECT_EQ(office->change(sampleGroup(), 0, RegisterChange::Edited, "office", append).error().code, ErrorCode::BadInput);
    EXPECT_EQ(changes().size(), 1U);
}

TEST_F(RegisterOfficeTest, ADamagedRegisterIsSaidAndNotWrittenOverAndUndoMendsIt)
{
    ASSERT_TRUE(change(sampleGroup()));
    LeadingGroup changed = sampleGroup();
    changed.people.pop_back();
    ASSERT_TRUE(change(changed));
    root.write("registers/leading_group-2.sealed", "menshen-register-1\nnoise");
    open();
    ASSERT_TRUE(office->now()->groupError);
    EXPECT_TRUE(office->now()->group.people.empty());
    EXPECT_FALSE(change(sampleGroup()));
    ASSERT_TRUE(office->undo(RegisterKind::LeadingGroup, "office",
                             [this](Entry entry, const std::string &actor) { return append(std::move(entry), actor); }));
    EXPECT_FALSE(office->now()->groupError);
    EXPECT_EQ(office->now()->group.people, sampleGroup().people);
    EXPECT_EQ(office->now()->groupVersion, 3);
    LeadingGroup now = office->now()->group;
    EXPECT_EQ(freshId(now), "p1008") << "the lost version may have given p8";
}

TEST_F(RegisterOfficeTest, EachChangeIsAnEntryThatCountsAndNamesNobody)
{
    ASSERT_TRUE(change(sampleGroup(), RegisterChange::Imported));
    LeadingGroup changed = sampleGroup();
    changed.people[0].mobile = "13900139000";
    changed.people.pop_back();
    ASSERT_TRUE(change(changed));
    const auto found = changes();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].how, RegisterChange::Imported);
    EXPECT_EQ(found[0].added, 7);
    EXPECT_EQ(found[1].version, 2);
    EXPECT_EQ(found[1].lines, 6);
    EXPECT_EQ(found[1].changed, 1);
    EXPECT_EQ(found[1].removed, 1);
    const auto records = journalOf(path);
    EXPECT_EQ(records.back().actor, "office");
    expectSoundChain(path);
}

TEST_F(RegisterOfficeTest, UndoPutsTheVersionBeforeBackAsANewOne)
{
    EXPECT_FALSE(*office->mayUndo(RegisterKind::Roster));
    const auto append = [this](Entry entry, const std::string &actor) { return this->append(std::move(entry), actor); };
    EXPECT_EQ(office->undo(RegisterKind::Roster, "office", append).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(change(sampleRoster()));
    ASSERT_TRUE(change(Roster{}));
    EXPECT_TRUE(*office->mayUndo(RegisterKind::Roster));
    ASSERT_TRUE(office->undo(RegisterKind::Roster, "office", append));
    EXPECT_EQ(office->now()->roster, sampleRoster());
    EXPECT_EQ(office->now()->rosterVersion, 3);
    EXPECT_EQ(changes().back().how, RegisterChange::Undone);
}

TEST_F(RegisterOfficeTest, AnIdThatWasGivenIsNotGivenAgainAfterAnUndo)
{
    ASSERT_TRUE(change(sampleGroup()));
    LeadingGroup more = sampleGroup();
    more.people.push_back({freshId(more), "New", GroupRole::Member, "13800138008", "", "", {}});
    ASSERT_TRUE(change(more));
    ASSERT_TRUE(office->undo(RegisterKind::LeadingGroup, "office",
                             [this](Entry entry, const std::string &actor) { return append(std::move(entry), actor); }));
    LeadingGroup now = office->now()->group;
    EXPECT_EQ(freshId(now), "p9");
}

TEST_F(RegisterOfficeTest, AHandOverHoldsAtOnceForTheNextAlert)
{
    ASSERT_TRUE(change(sampleGroup()));
    const auto append = [this](Entry entry, const std::string &actor) { return this->append(std::move(entry), actor); };
    EXPECT_EQ(office->handOver("p4", "leader:p1", append).error().code, ErrorCode::NotFound) << "no shift runs yet";
    ASSERT_TRUE(change(sampleRoster()));
    EXPECT_EQ(office->handOver("p99", "leader:p1", append).error().code, ErrorCode::NotFound);
    EscalationPolicy policy;
    policy.levels.push_back({"duty", {}, {}, {"sms"}, 5min, PeopleSource::Roster});
    EXPECT_EQ(office->policyAt(policy, clock.now).levels[0].people[0].id, "p1");
    ASSERT_TRUE(office->handOver("p4", "leader:p1", append));
    EXPECT_THAT(office->onDutyAt(clock.now).people, ElementsAre("p4"));
    EXPECT_EQ(office->policyAt(policy, clock.now).levels[0].people[0].id, "p4");
    EXPECT_EQ(changes().back().how, RegisterChange::HandedOver);
    EXPECT_EQ(journalOf(path).back().actor, "leader:p1");
}

TEST_F(RegisterOfficeTest, ReadersMayAskWhileItIsChanged)
{
    ASSERT_TRUE(change(sampleGroup()));
    std::jthread reader([this](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            const auto holds = office->now();
            ASSERT_FALSE(holds->group.people.empty());
            (void)office->onDutyAt(clock.now);
        }
    });
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(change(sampleRoster()));
}

} // namespace
} // namespace menshen
