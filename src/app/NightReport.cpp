// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/NightReport.h"

namespace menshen {

namespace {

LedgerNews over(std::vector<LedgerTroubleKind> kinds) { return {.over = std::move(kinds), .trouble = {}}; }

LedgerNews wrong(LedgerTroubleKind kind, WallTime since, Error error)
{
    return {.over = {}, .trouble = LedgerTrouble{.kind = kind, .since = since, .fault = {}, .entry = {}, .error = std::move(error)}};
}

/// Absent for the state: the walk that follows tells how the ledger is.
std::optional<LedgerTroubleKind> troubleOf(LedgerTask task)
{
    switch (task) {
    case LedgerTask::State:
        return std::nullopt;
    case LedgerTask::Purge:
        return LedgerTroubleKind::PurgeFailed;
    case LedgerTask::Backup:
        return LedgerTroubleKind::BackupFailed;
    case LedgerTask::Verification:
        return LedgerTroubleKind::VerificationFailed;
    }
    return std::nullopt;
}

} // namespace

LedgerNightSinks nightReport(LedgerNightSinks log, const Clock &clock, const std::function<void(StationCommand)> &post)
{
    LedgerNightSinks sinks;
    sinks.purged = [post, log = std::move(log.purged)](const Destroyed &destroyed) {
        post(over({LedgerTroubleKind::PurgeFailed, LedgerTroubleKind::PurgeHeld}));
        log(destroyed);
    };
    sinks.purgeHeld = [post, &clock, log = std::move(log.purgeHeld)](const std::string &why) {
        post(RecordStation{StationAction::PurgeHeld, why, "station"});
        post(wrong(LedgerTroubleKind::PurgeHeld, clock.wall(), {ErrorCode::Denied, why}));
        log(why);
    };
    sinks.backedUp = [post, log = std::move(log.backedUp)](const BackupEntry &made) {
        post(over({LedgerTroubleKind::BackupFailed}));
        log(made);
    };
    sinks.verified = [post, &clock, log = std::move(log.verified)](const ChainVerdict &verdict) {
        post(newsOf(verdict, clock.wall()));
        log(verdict);
    };
    sinks.failed = [post, &clock, log = std::move(log.failed)](LedgerTask task, const Error &error) {
        if (const auto kind = troubleOf(task)) {
            post(wrong(*kind, clock.wall(), error));
        }
        log(task, error);
    };
    return sinks;
}

} // namespace menshen
