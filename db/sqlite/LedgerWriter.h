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

    void append(EncodedDraft draft, Done done);
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
    struct Waiting {
        EncodedDraft draft;
        Done done;
    };
    using Group = std::vector<Waiting>;
    using Task = std::function<void(LedgerConnection *)>; ///< null: there is none after an I/O error

    void run();
    [[nodiscard]] bool waitForWork();
    [[nodiscard]] Group takeGroup();
    [[nodiscard]] std::vector<Task> takeTasks();
    void write(Group &group);
    void writeSingly(Group &group);
    void confirm(Group &group, const std::vector<Receipt> &receipts);
    void refuseAdmissionsWithoutReserve(Group &group);
    void diskIsFull();
    void signWhenDue();
    void keepLogShort();
    void dropIfBroken();
    [[nodiscard]] Result<void> reopenIfLost();
    [[nodiscard]] Result<void> tellOfRecovery();
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

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Waiting> m_queue;
    std::vector<Task> m_tasks;
    bool m_stopping = false;

    std::mutex m_joining;
    std::thread m_thread; ///< last: it starts when everything else is there
};

} // namespace menshen
