// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/SqliteLedger.h"

#include "db/sqlite/Backup.h"
#include "db/sqlite/ChainWalk.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/LedgerKeys.h"
#include "db/sqlite/LedgerState.h"
#include "db/sqlite/LedgerWriter.h"

namespace menshen {
namespace {

struct OpenLedger {
    LedgerLock lock;
    std::shared_ptr<KeyRing> keys;
    std::unique_ptr<LedgerConnection> connection;
};

/// The station's secret, once there is a ledger that it opens or that was made with it.
Result<StationSecret> secretFor(const LedgerSettings &settings, StationKeyStore &store, const Clock &clock)
{
    const auto exists = ledgerExists(settings.path);
    if (!exists)
        return exists.error();
    if (*exists)
        return stationSecret(settings.path, store);
    auto secret = store.create(); // which never replaces one that is there
    if (!secret)
        return secret;
    if (auto made = createLedger(settings.path, *secret, clock.wall(), settings.offset); !made)
        return made.error();
    return secret;
}

Result<OpenLedger> openLedger(const LedgerSettings &settings, StationKeyStore &store, const Clock &clock, OpeningCheck check)
{
    auto lock = LedgerLock::take(settings.path);
    if (!lock)
        return lock.error();
    const auto secret = secretFor(settings, store, clock);
    if (!secret)
        return secret.error();
    auto db = openForWriting(settings.path, check == OpeningCheck::EveryPage);
    if (!db)
        return db.error();
    auto keys = KeyRing::open(**db, *secret);
    if (!keys)
        return keys.error();
    if (auto settled = settleKeys(**db, *secret, (*keys)->station()); !settled)
        return settled.error();
    auto connection = LedgerConnection::adopt(std::move(*db), *keys, settings.tailEntries);
    if (!connection)
        return connection.error();
    return OpenLedger{std::move(*lock), std::move(*keys), std::move(*connection)};
}

/// Whether `entry` may name the one before it: a visit or punch its alert, an alert its visit or punch.
bool mayFollow(const Entry &before, const Entry &entry)
{
    const bool alertBefore = std::holds_alternative<AlertRaisedEntry>(before);
    const bool personBefore = std::holds_alternative<VisitEntry>(before) || std::holds_alternative<StaffPunchEntry>(before);
    return std::holds_alternative<AlertRaisedEntry>(entry) ? personBefore : alertBefore;
}

/// Why nobody may append these together; null when they may.
const char *problemOf(const std::vector<EntryDraft> &drafts)
{
    if (drafts.empty())
        return "no entry";
    const Entry *before = nullptr;
    for (const auto &draft : drafts) {
        if (isLedgersOwn(draft.entry))
            return "only the ledger itself writes such an entry";
        if (!draft.day.ok())
            return "an entry's day does not exist";
        const auto *reference = referenceOf(draft.entry);
        if (reference && *reference == kEntryBefore && !(before && mayFollow(*before, draft.entry)))
            return "an entry refers to the one before it, which is none that it can mean";
        before = &draft.entry;
    }
    return nullptr;
}

} // namespace

Result<std::unique_ptr<SqliteLedger>> SqliteLedger::open(const LedgerSettings &settings, StationKeyStore &store, const Clock &clock)
{
    auto ledger = openLedger(settings, store, clock, OpeningCheck::Tail);
    if (!ledger)
        return ledger.error();
    if (auto signedHead = ledger->connection->sign(clock.wall()); !signedHead && signedHead.error().code != ErrorCode::DiskFull)
        return signedHead.error();
    // What a killed program left in the log may be of days destroyed since.
    if (auto emptied = ledger->connection->checkpointIfLong(settings.longLogPages); !emptied && !ledger->connection->usable())
        return emptied.error();
    return std::unique_ptr<SqliteLedger>(new SqliteLedger(
        std::make_unique<Writer>(settings, clock, std::move(ledger->lock), std::move(ledger->keys), std::move(ledger->connection))));
}

Result<void> SqliteLedger::rebuildProjections(const LedgerSettings &settings, StationKeyStore &store, const Clock &clock)
{
    const auto exists = ledgerExists(settings.path);
    if (!exists)
        return exists.error();
    if (!*exists)
        return Error{ErrorCode::NotFound, settings.path + ": no such file"};
    auto ledger = openLedger(settings, store, clock, OpeningCheck::EveryPage);
    if (!ledger)
        return ledger.error();
    if (auto rebuilt = ledger->connection->rebuildProjections(); !rebuilt)
        return rebuilt;
    return ledger->connection->checkpointAll();
}

SqliteLedger::SqliteLedger(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {}
SqliteLedger::~SqliteLedger() = default;

void SqliteLedger::append(EntryDraft draft, Done done)
{
    std::vector<EntryDraft> alone;
    alone.push_back(std::move(draft));
    appendAll(std::move(alone), [done = std::move(done)](const Result<std::vector<Receipt>> &receipts) {
        done(receipts ? Result<Receipt>(receipts->front()) : Result<Receipt>(receipts.error()));
    });
}

void SqliteLedger::appendAll(std::vector<EntryDraft> drafts, AllDone done)
{
    try {
        if (const char *problem = problemOf(drafts))
            return done(Error{ErrorCode::BadInput, problem});
        std::vector<EncodedDraft> encoded;
        encoded.reserve(drafts.size());
        for (auto &draft : drafts) {
            auto entry = encodedEntry(draft.entry); // here, so that many who append share the work
            encoded.push_back({std::move(draft), std::move(entry)});
        }
        m_writer->append(std::move(encoded), std::move(done));
    } catch (const DecodeError &error) { // a value that has no name
        done(Error{ErrorCode::BadInput, error.what()});
    }
}

void SqliteLedger::stop() { m_writer->stop(); }
EntrySeq SqliteLedger::head() const { return m_writer->head(); }
std::shared_ptr<KeyRing> SqliteLedger::keys() const { return m_writer->keys(); }

Result<LedgerState> SqliteLedger::state()
{
    auto state = ledgerState(m_writer->settings().path);
    if (state)
        state->ballast = m_writer->hasReserve();
    return state;
}

Result<ChainVerdict> SqliteLedger::verify(const UpkeepProgressSink &progress, std::stop_token stop)
{
    auto walk = ChainWalk::open(m_writer->settings().path, {{}, m_writer->keys(), std::nullopt, true});
    if (!walk)
        return walk.error();
    auto verdict = (*walk)->run(progress, stop);
    if (!verdict || !verdict->complete)
        return verdict;
    const auto recorded = m_writer->appendOwn(VerificationEntry{verdict->fault, verdict->at, verdict->checked}, "station");
    if (!recorded && verdict->sound()) // what was found wrong is told whether or not it can be written down
        return recorded.error();
    return verdict;
}

Result<BackupEntry> SqliteLedger::backup(const BackupRequest &request, const UpkeepProgressSink &progress, std::stop_token stop)
{
    auto made = copyLedger(m_writer->settings().path, request, m_writer->clock(), progress, stop);
    if (!made)
        return made;
    if (const auto recorded = m_writer->appendOwn(*made, request.actor); !recorded)
        return recorded.error();
    return made;
}

Result<Destroyed> SqliteLedger::purge(const PurgeRequest &request) { return m_writer->purge(request); }

} // namespace menshen
