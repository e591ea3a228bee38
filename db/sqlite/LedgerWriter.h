// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/LedgerConnection.h"
#include "db/sqlite/LedgerFile.h"
#include "db/sqlite/Reserve.h"
#include "db/sqlite/SqliteLedger.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace menshen {

/// The ledger's thread: it alone has the connection. Everything public is thread-safe.
class SqliteLedger::Writer {
public:
    Writer(LedgerSettings settings, const Clock &clock, LedgerLock lock, std::shared_ptr<KeyRing> keys,
           std::unique_ptr<LedgerConnection> connection);
    ~Writer() { stop(); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// All of them in one transaction.
    void append(std::vector<EncodedDraft> drafts, AllDone done);
    /// Appends what the ledger writes about itself and waits for it.
    [[nodiscard]] Result<Receipt> appendOwn(Entry entry, std::string actor);
    [[nodiscard]] Result<Destroyed> purge(const PurgeRequest &request);
    void stop();

    [[nodiscard]] EntrySeq head() const noexcept { return {m_head.load()}; }
    [[nodiscard]] bool hasReserve() const noexcept { return m_reserve.isThere(); }
    [[nodiscard]] const std::shared_ptr<KeyRing> &keys() const noexcept { return m_keys; }
    [[nodiscard]] const LedgerSettings &settings() const noexcept { return m_settings; }
    [[nodiscard]] const Clock &clock() const noexcept { return m_clock; }

private:
    /// Entries of one transaction and who waits for them.
    struct Waiting {
        std::vector<EncodedDraft> drafts;
        AllDone done;
        bool byUs = false; ///< what the ledger writes about itself: a thread waits for it and must not wait for a dead disk
    };
    using Group = std::vector<Waiting>;
    /// A group whose commit met an I/O error: nobody knows whether it is durable until the file can be read again.
    struct Doubt {
        Group group;
        std::vector<Receipt> receipts; ///< if it is
        Error error;                   ///< if it is not
        bool again = false;            ///< then it may be tried once more: the disk was full and there is room now
        Micros pause{};                ///< to the next look
        MonoTime next;
    };
    enum class Try { First, Last };
    using Task = std::function<void(LedgerConnection *)>; ///< null: there is none after an I/O error

    void enqueue(Waiting waiting);
    void run();
    [[nodiscard]] bool waitForWork();
    [[nodiscard]] Group takeGroup();
    [[nodiscard]] std::vector<Task> takeTasks();
    void write(Group &group);
    void writeNow(Group &group, Try which);
    void writeSingly(Group &group);
    void notWritten(Group &group, const Error &error, bool again);
    void doubt(Group &group, const Error &error, bool again);
    void settleDoubt();
    void lookAgainWhenDue();
    void endDoubt();
    void confirm(Group &group, const std::vector<Receipt> &receipts);
    void refuseAdmissions(Group &group);
    void tellOfFullDisk();
    void signWhenDue();
    void keepLogShort();
    void dropIfBroken();
    [[nodiscard]] Result<void> reopenIfLost();
    [[nodiscard]] Result<void> tellOfRecovery();
    [[nodiscard]] EncodedDraft ownDraft(Entry entry, std::string actor) const;
    [[nodiscard]] Result<Receipt> writeOwn(Entry entry, std::string actor);
    [[nodiscard]] LedgerConnection::HeadRule headRule() const;

    const LedgerSettings m_settings;
    const Clock &m_clock;
    const LedgerLock m_lock;
    const std::shared_ptr<KeyRing> m_keys;
    std::unique_ptr<LedgerConnection> m_connection; ///< the thread's; null after an I/O error
    Reserve m_reserve;
    std::atomic<std::int64_t> m_head;
    MonoTime m_signed;
    std::optional<Doubt> m_doubt; ///< only while there is no connection

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_queue; ///< what is in one place is never split
    std::vector<Task> m_tasks;
    bool m_stopping = false;

    std::mutex m_joining;
    std::thread m_thread; ///< last: it starts when everything else is there
};

} // namespace menshen
