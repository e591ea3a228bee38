// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerWriter.h"

#include <algorithm>
#include <filesystem>
#include <future>

namespace menshen {
namespace {

/// Bounds how long the first of a group waits for the last.
constexpr std::size_t kLargestGroup = 256;
/// How often an idle writer looks whether a head is due: the injected clock cannot wake it.
constexpr auto kIdleLook = 500ms;
/// After an I/O error every page of a file up to this size is checked before anybody is admitted; a larger one would keep the
/// door shut for minutes, so only its end is, and the whole chain is walked in the background.
constexpr std::uintmax_t kEveryPageUpTo = 256U * 1024 * 1024;

template <typename Waiting>
void failAll(std::vector<Waiting> &group, const Error &error)
{
    for (auto &waiting : group)
        waiting.done(error);
}

/// Needs the hall's door to open: not while there is hardly any room left to record it.
bool admits(const Entry &entry)
{
    const auto *visit = std::get_if<VisitEntry>(&entry);
    const auto *punch = std::get_if<StaffPunchEntry>(&entry);
    const auto *station = std::get_if<StationEntry>(&entry);
    return (visit && visit->outcome == Outcome::Admitted) || (punch && punch->direction == PunchDirection::In) ||
           (station && station->action == StationAction::LedgerRecovered);
}

} // namespace

SqliteLedger::Writer::Writer(LedgerSettings settings, const Clock &clock, LedgerLock lock, std::shared_ptr<KeyRing> keys,
                             std::unique_ptr<LedgerConnection> connection)
    : m_settings(std::move(settings)), m_clock(clock), m_lock(std::move(lock)), m_keys(std::move(keys)),
      m_connection(std::move(connection)), m_reserve(m_settings.path + ".reserve", m_settings.ballastBytes),
      m_head(m_connection->end().seq.value), m_signed(clock.mono()), m_thread([this] { run(); })
{
}

void SqliteLedger::Writer::append(EncodedDraft draft, Done done)
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

Result<Receipt> SqliteLedger::Writer::appendOwn(Entry entry, std::string actor)
{
    const auto now = m_clock.wall();
    auto encoded = encodedEntry(entry);
    std::promise<Result<Receipt>> answer;
    append({{now, hallDayOf(now, m_settings.offset), std::move(actor), std::move(entry)}, std::move(encoded)},
           [&answer](Result<Receipt> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
}

Result<Destroyed> SqliteLedger::Writer::purge(const PurgeRequest &request)
{
    std::promise<Result<Destroyed>> answer;
    const Task task = [&](LedgerConnection *connection) {
        if (!connection)
            return answer.set_value(Error{ErrorCode::Storage, "the ledger is closed or cannot be read"});
        auto destroyed = connection->purge(request, m_clock.wall(), m_settings.offset);
        m_head = connection->end().seq.value;
        answer.set_value(std::move(destroyed));
    };
    {
        const std::lock_guard guard(m_mutex);
        if (m_stopping)
            return Error{ErrorCode::Storage, "the ledger is closed"};
        m_tasks.push_back(task);
    }
    m_wake.notify_one();
    return answer.get_future().get();
}

void SqliteLedger::Writer::stop()
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

void SqliteLedger::Writer::run()
{
    m_reserve.ensure();
    while (waitForWork()) {
        if (auto group = takeGroup(); !group.empty()) {
            const bool inCompany = group.size() > 1;
            write(group);
            if (inCompany)
                std::this_thread::yield(); // those who had their receipts append again: the next group is whole
        }
        for (const auto &task : takeTasks())
            task(reopenIfLost() ? m_connection.get() : nullptr);
        dropIfBroken();
        signWhenDue();
        keepLogShort();
    }
    if (m_connection) {
        // Neither loses anything when it fails: the log stays, the next opening reads it and signs.
        static_cast<void>(m_connection->sign(m_clock.wall()));
        dropIfBroken();
        if (m_connection)
            static_cast<void>(m_connection->checkpointAll());
    }
    m_connection.reset();
}

/// False when stopping and nothing is left.
bool SqliteLedger::Writer::waitForWork()
{
    std::unique_lock guard(m_mutex);
    m_wake.wait_for(guard, kIdleLook, [this] { return m_stopping || !m_queue.empty() || !m_tasks.empty(); });
    return !m_stopping || !m_queue.empty() || !m_tasks.empty();
}

SqliteLedger::Writer::Group SqliteLedger::Writer::takeGroup()
{
    const std::lock_guard guard(m_mutex);
    const auto count = static_cast<std::ptrdiff_t>(std::min(m_queue.size(), kLargestGroup));
    Group group(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(m_queue.begin() + count));
    m_queue.erase(m_queue.begin(), m_queue.begin() + count);
    return group;
}

std::vector<SqliteLedger::Writer::Task> SqliteLedger::Writer::takeTasks()
{
    const std::lock_guard guard(m_mutex);
    return std::exchange(m_tasks, {});
}

void SqliteLedger::Writer::write(Group &group)
{
    if (auto ready = reopenIfLost(); !ready)
        return failAll(group, ready.error());
    if (!m_reserve.ensure())
        refuseAdmissionsWithoutReserve(group);
    if (group.empty())
        return;
    std::vector<const EncodedDraft *> drafts;
    for (const auto &waiting : group)
        drafts.push_back(&waiting.draft);
    const auto receipts = m_connection->write(drafts, headRule());
    if (receipts)
        return confirm(group, *receipts);
    if (receipts.error().code == ErrorCode::BadInput && group.size() > 1)
        return writeSingly(group); // one bad entry must not sink the others
    dropIfBroken();
    failAll(group, receipts.error());
    if (receipts.error().code == ErrorCode::DiskFull)
        diskIsFull();
}

void SqliteLedger::Writer::writeSingly(Group &group)
{
    for (auto &waiting : group) {
        Group alone;
        alone.push_back(std::move(waiting));
        write(alone);
    }
}

void SqliteLedger::Writer::confirm(Group &group, const std::vector<Receipt> &receipts)
{
    m_head = m_connection->end().seq.value;
    if (m_connection->end().headSeq == m_connection->end().seq)
        m_signed = m_clock.mono();
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].done(receipts[i]);
}

void SqliteLedger::Writer::refuseAdmissionsWithoutReserve(Group &group)
{
    const auto refused = std::stable_partition(group.begin(), group.end(), [](const Waiting &w) { return !admits(w.draft.draft.entry); });
    for (auto waiting = refused; waiting != group.end(); ++waiting)
        waiting->done(Error{ErrorCode::DiskFull, "the disk is full and the ledger's reserve has been given up: nobody is admitted "
                                                 "until there is room for it again"});
    group.erase(refused, group.end());
}

void SqliteLedger::Writer::diskIsFull()
{
    if (m_settings.ballastBytes == 0 || !m_reserve.isThere())
        return;
    m_reserve.giveUp();
    if (!reopenIfLost())
        return;
    // Best effort: if even this finds no room, the door is shut already and the error has been told.
    static_cast<void>(m_connection->checkpointAll());
    static_cast<void>(writeOwn(StationEntry{StationAction::DiskFull, "the reserve has been given up"}, "station"));
    dropIfBroken();
}

LedgerConnection::HeadRule SqliteLedger::Writer::headRule() const
{
    return {m_settings.headEvery, m_clock.mono() - m_signed >= m_settings.headInterval ? Micros{} : Micros::max(), m_clock.wall()};
}

/// An idle ledger is signed too: a cut in a quiet hour must not go unseen.
void SqliteLedger::Writer::signWhenDue()
{
    if (!m_connection || m_clock.mono() - m_signed < m_settings.headInterval)
        return;
    m_signed = m_clock.mono(); // also when it fails: the next one is due an interval later
    static_cast<void>(m_connection->sign(m_clock.wall()));
    dropIfBroken();
}

/// After the receipts were given: nobody waits for it.
void SqliteLedger::Writer::keepLogShort()
{
    if (!m_connection)
        return;
    // A full disk: the log grows until there is room. An I/O error: the connection is dropped.
    static_cast<void>(m_connection->checkpointIfLong(m_settings.longLogPages));
    dropIfBroken();
}

void SqliteLedger::Writer::dropIfBroken()
{
    if (m_connection && !m_connection->usable())
        m_connection.reset();
}

Result<void> SqliteLedger::Writer::reopenIfLost()
{
    if (m_connection)
        return {};
    std::error_code problem;
    const bool small = std::filesystem::file_size(m_settings.path, problem) <= kEveryPageUpTo && !problem;
    auto connection =
        LedgerConnection::open(m_settings.path, m_keys, small ? OpeningCheck::EveryPage : OpeningCheck::Tail, m_settings.tailEntries);
    if (!connection)
        return connection.error();
    m_connection = std::move(*connection);
    if (auto told = tellOfRecovery(); !told) {
        m_connection.reset();
        return told;
    }
    return {};
}

Result<void> SqliteLedger::Writer::tellOfRecovery()
{
    // What an earlier failed commit left in the log was never synced for sure: in the file it is.
    if (auto settled = m_connection->checkpointAll(); !settled)
        return settled;
    const auto receipt = writeOwn(
        StationEntry{StationAction::LedgerRecovered, "reopened after an I/O error, head " + std::to_string(m_connection->end().seq.value)},
        "station");
    return receipt ? Result<void>() : Result<void>(receipt.error());
}

Result<Receipt> SqliteLedger::Writer::writeOwn(Entry entry, std::string actor)
{
    const auto now = m_clock.wall();
    auto encoded = encodedEntry(entry);
    const EncodedDraft draft{{now, hallDayOf(now, m_settings.offset), std::move(actor), std::move(entry)}, std::move(encoded)};
    const EncodedDraft *const group[] = {&draft};
    const auto receipts = m_connection->write(group, headRule());
    if (!receipts)
        return receipts.error();
    m_head = m_connection->end().seq.value;
    return receipts->front();
}

} // namespace menshen
