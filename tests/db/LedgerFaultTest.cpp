// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails at the Nth change, once and for ever, N growing until nothing fails any more; and a disk that is full.
#include "tests/db/FailingDisk.h"
#include "tests/db/LedgerFixture.h"

#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>

namespace menshen {
namespace {

using Lasting = FailingDisk::Lasting;

constexpr int kEntries = 10;

/// Where the failures are made by us, syncing to a real disk would only take time.
std::filesystem::path memoryFolder()
{
    const std::filesystem::path memory = "/dev/shm";
    return ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
}

EntryDraft markedEntry(int mark) { return draftOf(visitOf(std::to_string(mark))); }

/// A ledger as a killed program leaves it, with a log that is about to be long enough for a checkpoint.
class LongLog {
public:
    LongLog()
    {
        EXPECT_EQ(inChild([this] {
                      const auto ledger = opened(path());
                      for (int i = 0; std::filesystem::file_size(path() + "-wal") < 975 * kFrame; ++i)
                          ASSERT_TRUE(appended(*ledger, markedEntry(1000 + i)));
                      ::_exit(0); // nothing is closed
                  }),
                  0);
    }
    void copyTo(const std::string &other) const
    {
        for (const char *suffix : {"", "-wal"})
            std::filesystem::copy_file(path() + suffix, other + suffix);
    }

private:
    static constexpr std::uintmax_t kFrame = 4096 + 24;
    [[nodiscard]] std::string path() const { return m_folder / "ledger.db"; }
    const TempFolder m_folder{memoryFolder()};
};

struct Confirmed {
    Receipt receipt;
    int mark = 0;
};

void expectConfirmedEntries(const std::string &path, const std::vector<Confirmed> &confirmed)
{
    const auto journal = wholeJournalOf(path);
    for (const auto &[receipt, mark] : confirmed) {
        ASSERT_LE(static_cast<std::size_t>(receipt.seq.value), journal.size()) << "a confirmed entry is missing";
        const auto &entry = journal[static_cast<std::size_t>(receipt.seq.value) - 1].entry;
        ASSERT_TRUE(std::holds_alternative<VisitEntry>(entry));
        EXPECT_EQ(std::get<VisitEntry>(entry).identity.name, std::to_string(mark));
    }
    EXPECT_EQ(integrityOf(path), "ok");
    expectSoundChain(path);
}

class LedgerFaultTest : public testing::TestWithParam<std::tuple<int, Lasting>> {
protected:
    /// Appends while the `nth` change of a file fails; false when there were fewer changes.
    bool survives(int nth)
    {
        const auto [code, lasting] = GetParam();
        const TempFolder folder(memoryFolder());
        const std::string path = folder / "ledger.db";
        m_longLog.copyTo(path);
        const auto sizeBefore = std::filesystem::file_size(path);
        std::vector<Confirmed> confirmed;
        bool failed = false;
        {
            const auto ledger = opened(path);
            m_disk.failAt(nth, code, lasting);
            for (int mark = 0; mark < kEntries; ++mark)
                append(*ledger, mark, confirmed);
            failed = m_disk.hasFailed();
            m_disk.heal();
            append(*ledger, kEntries, confirmed);
            EXPECT_TRUE(!confirmed.empty() && confirmed.back().mark == kEntries) << "it goes on by itself";
            EXPECT_TRUE(failed || std::filesystem::file_size(path) > sizeBefore) << "the checkpoint was not reached";
        }
        expectConfirmedEntries(path, confirmed);
        const auto before = projectionsOf(path);
        EXPECT_TRUE(rebuildProjections(path));
        EXPECT_EQ(projectionsOf(path), before);
        return failed;
    }

    static void append(SqliteLedger &ledger, int mark, std::vector<Confirmed> &confirmed)
    {
        const auto result = appended(ledger, markedEntry(mark));
        if (result)
            confirmed.push_back({*result, mark});
        else
            EXPECT_EQ(result.error().code, std::get<int>(GetParam()) == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::Storage)
                << result.error().detail;
    }

    const LongLog m_longLog;
    FailingDisk m_disk;
};

TEST_P(LedgerFaultTest, NothingConfirmedIsLostWhicheverChangeFails)
{
    int nth = 1;
    while (survives(nth) && !HasFailure())
        nth += nth < 30 ? 1 : 5;
    EXPECT_GT(nth, 100) << "ten entries and a checkpoint change more than that";
}

INSTANTIATE_TEST_SUITE_P(Faults, LedgerFaultTest,
                         testing::Combine(testing::Values(SQLITE_IOERR, SQLITE_FULL), testing::Values(Lasting::Once, Lasting::ForEver)),
                         [](const auto &info) {
                             return std::string(std::get<0>(info.param) == SQLITE_FULL ? "DiskFull" : "BrokenDisk") +
                                    (std::get<1>(info.param) == Lasting::Once ? "Once" : "ForEver");
                         });

TEST(LedgerRecovery, IsToldInTheJournal)
{
    FailingDisk disk;
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    const auto ledger = opened(path);
    disk.failAt(1, SQLITE_IOERR, Lasting::Once);
    EXPECT_FALSE(appended(*ledger, draftOf(visitOf("lost"))));
    ASSERT_TRUE(appended(*ledger, draftOf(visitOf("kept"))));
    const auto journal = journalOf(path);
    ASSERT_EQ(journal.size(), 2U);
    ASSERT_TRUE(std::holds_alternative<StationEntry>(journal[0].entry));
    EXPECT_EQ(std::get<StationEntry>(journal[0].entry).action, StationAction::LedgerRecovered);
    EXPECT_EQ(std::get<VisitEntry>(journal[1].entry).identity.name, "kept");
}

TEST(LedgerRecovery, ALedgerThatIsDamagedMeanwhileIsNotWrittenAnyMore)
{
    FailingDisk disk;
    const TempFolder folder;
    const std::string path = folder / "ledger.db";
    auto ledger = opened(path);
    auto large = visitOf("visitor");
    large.note = std::string(5'000'000, 'n');
    ASSERT_TRUE(appended(*ledger, draftOf(large)));
    ASSERT_TRUE(appended(*ledger, draftOf(ExitEntry{}))); // the large one is in the file now
    disk.failAt(1, SQLITE_IOERR, Lasting::Once);
    EXPECT_FALSE(appended(*ledger, draftOf(ExitEntry{})));
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    for (int i = 0; i < 3; ++i) {
        const auto refused = appended(*ledger, draftOf(ExitEntry{}));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Damaged) << refused.error().detail;
    }
}

TEST(LedgerDiskFull, EveryWaitingEntryFailsAndThereIsRoomAgainAfterwards)
{
    FailingDisk disk;
    const TempFolder folder;
    const auto ledger = opened(folder / "ledger.db");
    disk.failAt(1, SQLITE_FULL, Lasting::ForEver);
    std::vector<std::future<ErrorCode>> answers;
    for (int i = 0; i < 50; ++i) {
        const auto promise = std::make_shared<std::promise<ErrorCode>>();
        answers.push_back(promise->get_future());
        ledger->append(draftOf(visitOf("visitor")), [promise](const Result<Receipt> &result) {
            promise->set_value(result ? ErrorCode::Internal : result.error().code);
        });
    }
    for (auto &answer : answers) {
        ASSERT_EQ(answer.wait_for(60s), std::future_status::ready);
        EXPECT_EQ(answer.get(), ErrorCode::DiskFull);
    }
    disk.heal();
    const auto receipt = appended(*ledger, draftOf(ExitEntry{}));
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->seq, EntrySeq{2}) << "nothing half-written stayed";
}

/// A file system of its own, 4 MB large, in a process of its own.
void mountTinyDisk(const std::string &at)
{
    const uid_t uid = ::geteuid();
    if (::unshare(CLONE_NEWNS | (uid == 0 ? 0 : CLONE_NEWUSER)) != 0 || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tiny", at.c_str(), "tmpfs", 0, "size=4m") != 0)
        ::_exit(kNotPermitted);
}

void fillTinyDisk(const std::string &folder)
{
    const auto path = folder + "/ledger.db", ballast = folder + "/ballast";
    std::ofstream(ballast) << std::string(500'000, 'b');
    const auto ledger = opened(path);
    std::vector<Confirmed> confirmed;
    std::optional<Error> error;
    for (int mark = 100; !error && mark < 100'000; ++mark) {
        const auto result = appended(*ledger, markedEntry(mark));
        if (result)
            confirmed.push_back({*result, mark});
        else
            error = result.error();
    }
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::DiskFull) << error->detail;
    EXPECT_GT(confirmed.size(), 50U);
    expectConfirmedEntries(path, confirmed);

    std::filesystem::remove(ballast);
    const auto receipt = appended(*ledger, markedEntry(7));
    ASSERT_TRUE(receipt) << receipt.error().detail;
    confirmed.push_back({*receipt, 7});
    expectConfirmedEntries(path, confirmed);
}

TEST(LedgerDiskFull, ARealFullDiskStopsAdmissionAndKeepsWhatWasConfirmed)
{
    const TempFolder folder;
    const int status = inChild([&] {
        mountTinyDisk(folder.path());
        fillTinyDisk(folder.path());
    });
    if (status == kNotPermitted)
        GTEST_SKIP() << "no file system may be mounted here; the failing disk above covers the same answers";
    EXPECT_EQ(status, 0);
}

} // namespace
} // namespace menshen
