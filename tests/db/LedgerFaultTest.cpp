// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails at the Nth change, once and for ever, N growing until nothing fails any more; and a disk that is full.
#include "tests/db/FailingDisk.h"
#include "tests/db/LedgerFixture.h"

#include <algorithm>
#include <fcntl.h>
#include <fstream>
#include <map>
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

/// An alert and its visit, and what will be said of them.
struct Asked {
    int mark = 0;
    std::future<Result<std::vector<Receipt>>> answer;
};

Asked ask(SqliteLedger &ledger, int mark)
{
    AlertRaisedEntry alert;
    alert.who = std::to_string(mark);
    auto visit = visitOf(alert.who);
    visit.finding = kEntryBefore;
    const auto promise = std::make_shared<std::promise<Result<std::vector<Receipt>>>>();
    ledger.appendAll({draftOf(alert), draftOf(visit)},
                     [promise](Result<std::vector<Receipt>> receipts) { promise->set_value(std::move(receipts)); });
    return {mark, promise->get_future()};
}

/// Until the disk has failed or the answer is there: what is appended now is in no group with it.
void untilMetOrAnswered(const FailingDisk &disk, const Asked &asked)
{
    while (!disk.hasFailed() && asked.answer.wait_for(1ms) != std::future_status::ready) {}
}

/// How many entries of the journal are of this visitor.
std::ptrdiff_t entriesOf(const std::string &path, int mark)
{
    return std::ranges::count_if(journalOf(path), [name = std::to_string(mark)](const JournalRecord &record) {
        const auto *visit = std::get_if<VisitEntry>(&record.entry);
        return visit && visit->identity.name == name;
    });
}

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
        std::vector<Asked> asked;
        bool failed = false;
        {
            const auto ledger = opened(path);
            m_disk.failAt(nth, code, lasting);
            for (int mark = 0; mark < kEntries; ++mark)
                askedOrInDoubt(*ledger, mark, asked);
            failed = m_disk.hasFailed();
            m_disk.heal();
            asked.push_back(ask(*ledger, kEntries));
            EXPECT_EQ(asked.back().answer.wait_for(60s), std::future_status::ready);
            EXPECT_TRUE(failed || std::filesystem::file_size(path) > sizeBefore) << "the checkpoint was not reached";
        }
        expectAnswersAreTrue(path, asked);
        const auto before = projectionsOf(path);
        EXPECT_TRUE(rebuildProjections(path));
        EXPECT_EQ(projectionsOf(path), before);
        return failed;
    }

    /// Waits for the answer, or until a later one has been answered: then nobody knows yet what became of this.
    void askedOrInDoubt(SqliteLedger &ledger, int mark, std::vector<Asked> &asked) const
    {
        const bool before = m_disk.hasFailed();
        asked.push_back(ask(ledger, mark));
        untilMetOrAnswered(m_disk, asked.back());
        if (!before && m_disk.hasFailed())
            static_cast<void>(appended(ledger, draftOf(ExitEntry{})));
        else
            asked.back().answer.wait_for(60s);
    }

    /// What was confirmed stands where the receipt says, with its alert; what was said to have failed stands nowhere.
    static void expectAnswersAreTrue(const std::string &path, std::vector<Asked> &asked)
    {
        std::vector<Confirmed> confirmed;
        std::map<std::string, int> expected;
        for (auto &[mark, answer] : asked) {
            ASSERT_EQ(answer.wait_for(0s), std::future_status::ready) << "answered at last";
            const auto result = answer.get();
            expected[std::to_string(mark)] = result ? 1 : 0;
            if (result)
                confirmed.push_back({result->back(), mark});
            else
                EXPECT_EQ(result.error().code, std::get<int>(GetParam()) == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::Storage)
                    << result.error().detail;
        }
        EXPECT_TRUE(!confirmed.empty() && confirmed.back().mark == kEntries) << "it goes on by itself";
        expectConfirmedEntries(path, confirmed);
        EXPECT_EQ(toldVisits(path), expected);
    }

    /// How often each visit stands in the journal that names an alert of its own.
    static std::map<std::string, int> toldVisits(const std::string &path)
    {
        std::map<std::string, int> found;
        for (int mark = 0; mark <= kEntries; ++mark)
            found[std::to_string(mark)] = 0;
        std::map<EntrySeq, std::string> alerts;
        for (const auto &record : journalOf(path)) {
            if (const auto *alert = std::get_if<AlertRaisedEntry>(&record.entry))
                alerts[record.receipt.seq] = alert->who;
            if (const auto *visit = std::get_if<VisitEntry>(&record.entry); visit && visit->finding > EntrySeq{}) {
                EXPECT_EQ(alerts[visit->finding], visit->identity.name);
                ++found[visit->identity.name];
                alerts.erase(visit->finding);
            }
        }
        EXPECT_TRUE(alerts.empty()) << "no alert without its visit";
        return found;
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
    disk.failAt(1, SQLITE_IOERR, Lasting::ForEver);
    auto waiting = ask(*ledger, 1);
    untilMetOrAnswered(disk, waiting);
    EXPECT_FALSE(appended(*ledger, draftOf(ExitEntry{})));
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    disk.heal();
    for (int i = 0; i < 3; ++i) {
        const auto refused = appended(*ledger, draftOf(ExitEntry{}));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Damaged) << refused.error().detail;
    }
    EXPECT_EQ(waiting.answer.wait_for(0s), std::future_status::timeout) << "nobody can see whether it stands";
    ledger->stop();
    ASSERT_EQ(waiting.answer.wait_for(0s), std::future_status::ready);
    EXPECT_FALSE(waiting.answer.get());
}

// ---- A commit of which nobody knows whether it happened: the person is in the ledger once or not at all, and is told so.

/// A ledger on a disk that fails in the commit of the next entry.
class Doubtful : public testing::Test {
protected:
    Doubtful()
    {
        EXPECT_TRUE(appended(*m_ledger, draftOf(visitOf("first")))) << "with the day's key: the next ones need fewer changes";
        // The sync is the last change of a commit: what it would have made durable stands in the log.
        int changes = 0;
        do {
            m_disk.failAt(++changes, SQLITE_IOERR, Lasting::Once);
            EXPECT_TRUE(appended(*m_ledger, draftOf(ExitEntry{})) || m_disk.hasFailed());
        } while (m_disk.hasFailed() && changes < 100);
        m_sync = changes - 1;
        m_disk.heal();
    }

    /// Asks for an entry whose commit cannot be synced, on a disk that stays as it is; true when it waits for an answer.
    bool isInDoubt(Asked &asked)
    {
        untilMetOrAnswered(m_disk, asked);
        if (appended(*m_ledger, draftOf(ExitEntry{}))) // which nobody could write
            return false;
        return asked.answer.wait_for(0s) == std::future_status::timeout;
    }

    FailingDisk m_disk;
    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    const std::unique_ptr<SqliteLedger> m_ledger = opened(m_path);
    std::vector<Asked> m_asked;
    int m_sync = 0; ///< which change of a small commit is its sync
};

TEST_F(Doubtful, WhoIsSaidToHaveFailedAndIsAppendedAgainIsThereOnce)
{
    int mark = 0, standing = 0, failed = 0;
    for (int nth = 1; nth <= m_sync + 10; ++nth) {
        m_disk.failAt(nth, SQLITE_IOERR, Lasting::Once);
        auto first = ask(*m_ledger, ++mark);
        ASSERT_EQ(first.answer.wait_for(60s), std::future_status::ready);
        const bool met = m_disk.hasFailed();
        m_disk.heal();
        const bool written = bool(first.answer.get());
        if (!written) {
            ++failed;
            auto again = ask(*m_ledger, mark);
            ASSERT_EQ(again.answer.wait_for(60s), std::future_status::ready);
            EXPECT_TRUE(again.answer.get());
        }
        standing += met && written;
        EXPECT_EQ(entriesOf(m_path, mark), 1) << "change " << nth;
    }
    EXPECT_GT(failed, 0);
    EXPECT_GT(standing, 0) << "a commit that only missed its sync was found standing";
    expectSoundChain(m_path);
}

TEST_F(Doubtful, NobodyIsAnsweredUntilTheFileCanBeReadAgain)
{
    m_disk.failAt(1, SQLITE_IOERR, Lasting::ForEver);
    auto asked = ask(*m_ledger, 1);
    ASSERT_TRUE(isInDoubt(asked));
    ASSERT_TRUE(isInDoubt(asked)) << "and goes on waiting";
    m_disk.heal();
    EXPECT_TRUE(appended(*m_ledger, draftOf(ExitEntry{})));
    ASSERT_EQ(asked.answer.wait_for(0s), std::future_status::ready);
    const auto answer = asked.answer.get();
    EXPECT_EQ(entriesOf(m_path, 1), answer ? 1 : 0);
    EXPECT_EQ(entriesOf(m_path, 1), 0) << "its first write failed";
}

TEST_F(Doubtful, TheFileIsLookedAtAgainWithoutAnybodyAsking)
{
    m_disk.failAt(1, SQLITE_IOERR, Lasting::ForEver);
    auto asked = ask(*m_ledger, 1);
    ASSERT_TRUE(isInDoubt(asked));
    m_disk.heal();
    EXPECT_EQ(asked.answer.wait_for(60s), std::future_status::ready);
}

TEST_F(Doubtful, WhatAReaderKeepsInTheLogIsNotCalledDurableBeforeItIsInTheFile)
{
    SQLite::Database db(m_path, SQLite::OPEN_READONLY);
    {
        const SQLite::Transaction oneView(db);
        ASSERT_GT(db.execAndGet("SELECT max(seq) FROM journal").getInt64(), 0); // the view begins here
        bool standing = false;
        for (int nth = 1; !standing && nth < m_sync + 10; ++nth) {
            m_disk.failAt(nth, SQLITE_IOERR, Lasting::Once);
            m_asked.push_back(ask(*m_ledger, nth));
            untilMetOrAnswered(m_disk, m_asked.back());
            static_cast<void>(appended(*m_ledger, draftOf(ExitEntry{})));
            standing = m_asked.back().answer.wait_for(0s) == std::future_status::timeout;
        }
        EXPECT_TRUE(standing);
        m_disk.heal();
    }
    EXPECT_TRUE(appended(*m_ledger, draftOf(ExitEntry{})));
    for (auto &[mark, answer] : m_asked) {
        ASSERT_EQ(answer.wait_for(0s), std::future_status::ready);
        EXPECT_EQ(entriesOf(m_path, mark), answer.get() ? 1 : 0);
    }
}

TEST_F(Doubtful, AStopEndsTheWaitingWithinTheEnginesPatience)
{
    m_disk.failAt(1, SQLITE_IOERR, Lasting::ForEver);
    auto asked = ask(*m_ledger, 1);
    ASSERT_TRUE(isInDoubt(asked));
    const auto begun = std::chrono::steady_clock::now();
    m_ledger->stop();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
    ASSERT_EQ(asked.answer.wait_for(0s), std::future_status::ready);
    EXPECT_FALSE(asked.answer.get());
}

TEST_F(Doubtful, WhatTheLedgerWritesAboutItselfWaitsForNoDeadDisk)
{
    m_disk.failAt(1, SQLITE_IOERR, Lasting::ForEver);
    auto verified = std::async(std::launch::async, [this] { return m_ledger->verify({}, {}); });
    ASSERT_EQ(verified.wait_for(60s), std::future_status::ready) << "its thread would keep the station from stopping";
    EXPECT_FALSE(verified.get());
    m_disk.heal();
    EXPECT_TRUE(appended(*m_ledger, draftOf(ExitEntry{})));
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

/// What must still be told when nobody is admitted any more.
void expectRefusalsAndAlarms(SqliteLedger &ledger)
{
    StaffPunchEntry in{"1001", "李红", "", PunchDirection::In, {}, {}, {}};
    for (const Entry &entry : {Entry{visitOf("admitted")}, Entry{in}}) {
        const auto refused = appended(ledger, draftOf(entry));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::DiskFull);
    }
    in.outcome = Outcome::Refused;
    auto told = visitOf("refused", Outcome::Refused);
    told.finding = kEntryBefore;
    for (int i = 0; i < 20; ++i) {
        for (const Entry &entry : {Entry{in}, Entry{visitOf("left", Outcome::Left)}, Entry{AlertRaisedEntry{}}}) {
            const auto receipt = appended(ledger, draftOf(entry));
            ASSERT_TRUE(receipt) << receipt.error().detail;
        }
        const auto receipts = appendedAll(ledger, {draftOf(AlertRaisedEntry{}), draftOf(told)});
        ASSERT_TRUE(receipts) << receipts.error().detail;
    }
}

/// Fills the disk with `filling`, the reserve being there; then lets it be freed again.
void liveOnTheReserve(const std::string &folder, const VisitEntry &filling)
{
    auto settings = settingsFor(folder + "/ledger.db");
    settings.ballastBytes = 512 * 1024;
    settings.longLogPages = 20; // a long log would be room of its own
    const auto ballast = folder + "/ballast", reserve = settings.path + ".reserve";
    std::ofstream(ballast) << std::string(1'200'000, 'b');
    auto ledger = openLedger(settings);
    ASSERT_TRUE(ledger) << ledger.error().detail;
    Result<Receipt> last = appended(**ledger, draftOf(filling));
    ASSERT_TRUE(std::filesystem::exists(reserve));
    while (last && std::filesystem::exists(reserve))
        last = appended(**ledger, draftOf(filling));
    EXPECT_FALSE(std::filesystem::exists(reserve)) << last.error().detail;
    if (filling.outcome == Outcome::Admitted)
        EXPECT_EQ(last.error().code, ErrorCode::DiskFull);
    else
        EXPECT_TRUE(last) << "the very one that met the full disk: " << last.error().detail;
    expectRefusalsAndAlarms(**ledger);
    std::filesystem::remove(ballast);
    const auto admitted = appended(**ledger, draftOf(visitOf("admitted again")));
    EXPECT_TRUE(admitted) << admitted.error().detail;
    EXPECT_TRUE(std::filesystem::exists(reserve));
    (*ledger)->stop();
    expectSoundChain(settings.path);
    EXPECT_TRUE(std::ranges::any_of(journalOf(settings.path), [](const JournalRecord &record) {
        const auto *station = std::get_if<StationEntry>(&record.entry);
        return station && station->action == StationAction::DiskFull;
    }));
}

void onATinyDisk(const std::function<void(const std::string &)> &live)
{
    const TempFolder folder;
    const int status = inChild([&] {
        mountTinyDisk(folder.path());
        live(folder.path());
    });
    if (status == kNotPermitted)
        GTEST_SKIP() << "no file system may be mounted here; the failing disk above covers the same answers";
    EXPECT_EQ(status, 0);
}

TEST(LedgerDiskFull, ARealFullDiskStopsAdmissionAndKeepsWhatWasConfirmed) { onATinyDisk(fillTinyDisk); }

TEST(LedgerDiskFull, OnARealFullDiskRefusalsAndAlarmsAreWrittenWithTheReserve)
{
    onATinyDisk([](const std::string &folder) { liveOnTheReserve(folder, visitOf("visitor")); });
}

TEST(LedgerDiskFull, TheRefusalThatMeetsARealFullDiskIsWrittenItself)
{
    onATinyDisk([](const std::string &folder) { liveOnTheReserve(folder, visitOf("visitor", Outcome::Refused)); });
}

} // namespace
} // namespace menshen
