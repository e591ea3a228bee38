// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/LedgerWriter.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <utility>

namespace menshen {
namespace {

/// Bounds how long the first of a group waits for the last.
constexpr std::size_t kLargestGroup = 256;
/// How often an idle writer looks whether a head is due: the injected clock cannot wake it.
constexpr auto kIdleLook = 500ms;
/// Between two looks whether a file can be read again.
constexpr Micros kFirstPause = 500ms, kLongestPause = 30s;
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
    return (visit && visit->outcome == Outcome::Admitted) ||
           (punch && punch->direction == PunchDirection::In && punch->outcome == Outcome::Admitted) ||
           (station && station->action == StationAction::LedgerRecovered);
}

MonoTime steadyNow() { return MonoTime(std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now().time_since_epoch())); }

} // namespace

SqliteLedger::Writer::Writer(LedgerSettings settings, const Clock &clock, LedgerLock lock, std::shared_ptr<KeyRing> keys,
                             std::unique_ptr<LedgerConnection> connection)
    : m_settings(std::move(settings)), m_clock(clock), m_lock(std::move(lock)), m_keys(std::move(keys)),
      m_connection(std::move(connection)), m_reserve(m_settings.path + ".reserve", m_settings.ballastBytes),
      m_head(m_connection->end().seq.value), m_signed(clock.mono()), m_thread([this] { run(); })
{
}

void SqliteLedger::Writer::append(std::vector<EncodedDraft> drafts, AllDone done) { enqueue({std::move(drafts), std::move(done)}); }

void SqliteLedger::Writer::enqueue(Waiting waiting)
{
    {
        const std::lock_guard guard(m_mutex);
        if (!m_stopping) {
            m_queue.push_back(std::move(waiting));
            m_wake.notify_one();
            return;
        }
    }
    waiting.done(Error{ErrorCode::Storage, "the ledger is closed"});
}

Result<Receipt> SqliteLedger::Writer::appendOwn(Entry entry, std::string actor)
{
    std::promise<Result<Receipt>> answer;
    std::vector<EncodedDraft> alone;
    alone.push_back(ownDraft(std::move(entry), std::move(actor)));
    enqueue({std::move(alone),
             [&answer](const Result<std::vector<Receipt>> &receipts) {
                 answer.set_value(receipts ? Result<Receipt>(receipts->front()) : Result<Receipt>(receipts.error()));
             },
             true});
    return answer.get_future().get();
}

EncodedDraft SqliteLedger::Writer::ownDraft(Entry entry, std::string actor) const
{
    const auto now = m_clock.wall();
    auto encoded = encodedEntry(entry);
    return {{now, hallDayOf(now, m_settings.offset), std::move(actor), std::move(entry)}, std::move(encoded)};
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
        lookAgainWhenDue();
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
    endDoubt();
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
    Group group;
    for (std::size_t entries = 0; !m_queue.empty() && entries < kLargestGroup; m_queue.pop_front()) {
        entries += m_queue.front().drafts.size();
        group.push_back(std::move(m_queue.front()));
    }
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
        refuseAdmissions(group);
    writeNow(group, Try::First);
}

void SqliteLedger::Writer::writeNow(Group &group, Try which)
{
    if (group.empty())
        return;
    std::vector<const EncodedDraft *> drafts;
    for (const auto &waiting : group)
        for (const auto &draft : waiting.drafts)
            drafts.push_back(&draft);
    const auto receipts = m_connection->write(drafts, headRule());
    if (receipts)
        return confirm(group, *receipts);
    if (receipts.error().code == ErrorCode::BadInput && group.size() > 1)
        return writeSingly(group); // one that is bad must not sink the others
    const bool again = which == Try::First && receipts.error().code == ErrorCode::DiskFull && m_reserve.giveUp();
    if (m_connection->usable())
        return notWritten(group, receipts.error(), again);
    doubt(group, receipts.error(), again);
}

void SqliteLedger::Writer::writeSingly(Group &group)
{
    for (auto &waiting : group) {
        Group alone;
        alone.push_back(std::move(waiting));
        write(alone);
    }
}

/// For sure. `again`: the disk was full, and the reserve has been given up since.
void SqliteLedger::Writer::notWritten(Group &group, const Error &error, bool again)
{
    if (!again)
        return failAll(group, error);
    refuseAdmissions(group);
    if (m_connection)
        static_cast<void>(m_connection->checkpointAll()); // best effort: room in the log
    dropIfBroken();
    if (auto ready = reopenIfLost(); !ready)
        return failAll(group, ready.error());
    writeNow(group, Try::Last);
    tellOfFullDisk();
}

/// The connection is broken. Nobody is told that it failed while it may be durable: he would be recorded twice.
void SqliteLedger::Writer::doubt(Group &group, const Error &error, bool again)
{
    auto receipts = m_connection->takeUnsettled();
    m_connection.reset();
    if (receipts.empty())
        return notWritten(group, error, again);
    m_doubt = Doubt{std::move(group), std::move(receipts), error, again, kFirstPause, steadyNow() + kFirstPause};
    static_cast<void>(reopenIfLost()); // settles it, mostly
    if (!m_doubt)
        return;
    for (auto &waiting : m_doubt->group)
        if (waiting.byUs)
            std::exchange(waiting.done, [](const auto &) {})(error);
}

/// The file can be read again, and all of its log is in it.
void SqliteLedger::Writer::settleDoubt()
{
    if (!m_doubt)
        return;
    const auto stand = m_connection->stand(m_doubt->receipts);
    if (!stand)
        return m_connection.reset(); // the next look tells
    auto doubt = std::exchange(m_doubt, std::nullopt);
    if (*stand)
        return confirm(doubt->group, doubt->receipts);
    notWritten(doubt->group, doubt->error, doubt->again);
}

void SqliteLedger::Writer::lookAgainWhenDue()
{
    if (!m_doubt || steadyNow() < m_doubt->next)
        return;
    static_cast<void>(reopenIfLost());
    if (!m_doubt)
        return;
    m_doubt->pause = std::min(2 * m_doubt->pause, kLongestPause);
    m_doubt->next = steadyNow() + m_doubt->pause;
}

/// The ledger is about to be closed: one last look.
void SqliteLedger::Writer::endDoubt()
{
    if (m_doubt)
        static_cast<void>(reopenIfLost());
    if (!m_doubt)
        return;
    auto doubt = std::exchange(m_doubt, std::nullopt);
    failAll(doubt->group, {doubt->error.code, doubt->error.detail + "; whether it was written nobody could see until the end"});
}

void SqliteLedger::Writer::confirm(Group &group, const std::vector<Receipt> &receipts)
{
    m_head = m_connection->end().seq.value;
    if (m_connection->end().headSeq == m_connection->end().seq)
        m_signed = m_clock.mono();
    auto next = receipts.begin();
    for (auto &waiting : group) {
        const auto first = std::exchange(next, next + static_cast<std::ptrdiff_t>(waiting.drafts.size()));
        waiting.done(std::vector<Receipt>(first, next));
    }
}

void SqliteLedger::Writer::refuseAdmissions(Group &group)
{
    const auto refused = std::stable_partition(group.begin(), group.end(), [](const Waiting &waiting) {
        return std::none_of(waiting.drafts.begin(), waiting.drafts.end(), [](const EncodedDraft &d) { return admits(d.draft.entry); });
    });
    for (auto waiting = refused; waiting != group.end(); ++waiting)
        waiting->done(Error{ErrorCode::DiskFull, "the disk is full and the ledger's reserve has been given up: nobody is admitted "
                                                 "until there is room for it again"});
    group.erase(refused, group.end());
}

/// Best effort: if even this finds no room, the door is shut already.
void SqliteLedger::Writer::tellOfFullDisk()
{
    if (!reopenIfLost())
        return;
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
    if (auto settled = m_connection->settleLog(); !settled) {
        m_connection.reset();
        return settled;
    }
    settleDoubt();
    if (!m_connection)
        return Error{ErrorCode::Storage, "the ledger was reopened after an I/O error and met the next one"};
    auto told = tellOfRecovery();
    if (!told)
        m_connection.reset();
    return told;
}

Result<void> SqliteLedger::Writer::tellOfRecovery()
{
    const auto receipt = writeOwn(
        StationEntry{StationAction::LedgerRecovered, "reopened after an I/O error, head " + std::to_string(m_connection->end().seq.value)},
        "station");
    return receipt ? Result<void>() : Result<void>(receipt.error());
}

Result<Receipt> SqliteLedger::Writer::writeOwn(Entry entry, std::string actor)
{
    const auto draft = ownDraft(std::move(entry), std::move(actor));
    const EncodedDraft *const group[] = {&draft};
    const auto receipts = m_connection->write(group, headRule());
    if (!receipts)
        return receipts.error();
    m_head = m_connection->end().seq.value;
    return receipts->front();
}

} // namespace menshen
