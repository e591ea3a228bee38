// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteLedger.h"

#include "db/sqlite/LedgerConnection.h"
#include "db/sqlite/LedgerFile.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace menshen {
namespace {

/// Bounds how long the first of a group waits for the last.
constexpr std::size_t kLargestGroup = 256;

struct Waiting {
    EntryDraft draft;
    Ledger::Done done;
};

using Group = std::vector<Waiting>;

void failAll(Group &group, const Error &error)
{
    for (auto &waiting : group)
        waiting.done(error);
}

} // namespace

class SqliteLedger::Writer {
public:
    Writer(std::string path, LedgerLock lock, std::unique_ptr<LedgerConnection> connection)
        : m_path(std::move(path)), m_lock(std::move(lock)), m_connection(std::move(connection)), m_head(m_connection->head().value),
          m_thread([this] { run(); })
    {
    }

    ~Writer() { stop(); }

    void append(EntryDraft draft, Done done)
    {
        {
            const std::lock_guard guard(m_mutex);
            if (!m_stopping) {
                m_queue.push_back({std::move(draft), std::move(done)});
                m_wake.notify_one();
                return;
            }
        }
        done(Error{ErrorCode::Storage, "the ledger is closed"});
    }

    void stop()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        const std::lock_guard guard(m_joining);
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] EntrySeq head() const noexcept { return {m_head.load()}; }

private:
    void run()
    {
        for (auto group = next(); !group.empty(); group = next()) {
            write(group);
            keepLogShort();
        }
        if (m_connection)
            // A failing checkpoint loses nothing: the log stays and the next opening reads it.
            static_cast<void>(m_connection->checkpointAll());
        m_connection.reset();
    }

    /// Waits for entries; empty when stopping and nothing is left.
    Group next()
    {
        std::unique_lock guard(m_mutex);
        m_wake.wait(guard, [this] { return m_stopping || !m_queue.empty(); });
        const auto count = static_cast<std::ptrdiff_t>(std::min(m_queue.size(), kLargestGroup));
        Group group(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(m_queue.begin() + count));
        m_queue.erase(m_queue.begin(), m_queue.begin() + count);
        return group;
    }

    void write(Group &group)
    {
        if (auto ready = reopenIfLost(group.front().draft); !ready)
            return failAll(group, ready.error());
        std::vector<const EntryDraft *> drafts;
        for (const auto &waiting : group)
            drafts.push_back(&waiting.draft);
        const auto receipts = m_connection->write(drafts);
        if (receipts)
            return confirm(group, *receipts);
        if (receipts.error().code == ErrorCode::BadInput && group.size() > 1)
            return writeSingly(group); // one bad entry must not sink the others
        dropIfBroken();
        failAll(group, receipts.error());
    }

    void writeSingly(Group &group)
    {
        for (auto &waiting : group) {
            Group alone;
            alone.push_back(std::move(waiting));
            write(alone);
        }
    }

    void confirm(Group &group, const std::vector<Receipt> &receipts)
    {
        m_head = receipts.back().seq.value;
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i].done(receipts[i]);
    }

    /// After the receipts were given: nobody waits for it.
    void keepLogShort()
    {
        if (!m_connection)
            return;
        // A full disk: the log grows until there is room. An I/O error: the connection is dropped.
        static_cast<void>(m_connection->checkpointIfLong());
        dropIfBroken();
    }

    void dropIfBroken()
    {
        if (!m_connection->usable())
            m_connection.reset();
    }

    /// `cause`: the entry that found the ledger lost; its time and day date the entry that tells of it.
    Result<void> reopenIfLost(const EntryDraft &cause)
    {
        if (m_connection)
            return {};
        auto connection = LedgerConnection::open(m_path, OpeningCheck::EveryPage);
        if (!connection)
            return connection.error();
        m_connection = std::move(*connection);
        // What an earlier failed commit left in the log was never synced for sure: in the file it is.
        auto settled = m_connection->checkpointAll();
        if (settled) {
            const EntryDraft told{cause.at, cause.day, "station",
                                  StationEntry{StationAction::LedgerRecovered,
                                               "reopened after an I/O error, head " + std::to_string(m_connection->head().value)}};
            const EntryDraft *const group[] = {&told};
            if (auto receipt = m_connection->write(group); receipt)
                m_head = receipt->front().seq.value;
            else
                settled = receipt.error();
        }
        if (!settled)
            m_connection.reset();
        return settled;
    }

    const std::string m_path;
    const LedgerLock m_lock;
    std::unique_ptr<LedgerConnection> m_connection; ///< the thread's; null after an I/O error
    std::atomic<std::int64_t> m_head;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Waiting> m_queue;
    bool m_stopping = false;

    std::mutex m_joining;
    std::thread m_thread; ///< last: it starts when everything else is there
};

Result<std::unique_ptr<SqliteLedger>> SqliteLedger::open(const std::string &path)
{
    auto lock = LedgerLock::take(path);
    if (!lock)
        return lock.error();
    if (auto made = createLedgerIfMissing(path); !made)
        return made.error();
    auto connection = LedgerConnection::open(path, OpeningCheck::Header);
    if (!connection)
        return connection.error();
    return std::unique_ptr<SqliteLedger>(new SqliteLedger(std::make_unique<Writer>(path, std::move(*lock), std::move(*connection))));
}

Result<void> SqliteLedger::rebuildProjections(const std::string &path)
{
    auto lock = LedgerLock::take(path);
    if (!lock)
        return lock.error();
    auto connection = LedgerConnection::open(path, OpeningCheck::EveryPage);
    if (!connection)
        return connection.error();
    if (auto rebuilt = (*connection)->rebuildProjections(); !rebuilt)
        return rebuilt;
    return (*connection)->checkpointAll();
}

SqliteLedger::SqliteLedger(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {}
SqliteLedger::~SqliteLedger() = default;

void SqliteLedger::append(EntryDraft draft, Done done) { m_writer->append(std::move(draft), std::move(done)); }
void SqliteLedger::stop() { m_writer->stop(); }
EntrySeq SqliteLedger::head() const { return m_writer->head(); }

} // namespace menshen
