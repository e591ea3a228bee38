// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Untold.h"

#include "db/sqlite/Columns.h"
#include "db/sqlite/StoredText.h"
#include "menshen/core/Verdict.h"

#include <limits>

namespace menshen {
namespace {

/// A number that is no alert's tells nobody: it is looked up. What is entered afterwards was dealt with on paper.
constexpr const char *kCandidates =
    "WITH bound (first) AS (SELECT coalesce(min(first_seq), 9223372036854775807) FROM days WHERE day >= ?1),"
    " found (seq, outcome, reasons, finding) AS"
    " (SELECT v.seq, v.outcome, v.reasons, v.finding FROM visits v"
    " WHERE v.seq >= (SELECT first FROM bound) AND +v.day >= ?1 AND v.reasons IS NOT NULL AND v.happened_us IS NULL"
    " UNION ALL SELECT p.seq, p.outcome, p.reasons, p.finding FROM staff_punches p"
    " WHERE p.seq >= (SELECT first FROM bound) AND +p.day >= ?1 AND p.reasons IS NOT NULL)"
    " SELECT seq, outcome, reasons FROM found f"
    " WHERE NOT EXISTS (SELECT 1 FROM journal a WHERE a.seq = f.finding AND a.kind = 'alert_raised')"
    " AND NOT EXISTS (SELECT 1 FROM links l JOIN journal a ON a.seq = l.seq WHERE l.about = f.seq AND a.kind = 'alert_raised')"
    " ORDER BY seq";

bool shouldBeTold(Outcome outcome, const std::vector<Reason> &reasons, const Plan &plan)
{
    return isAlerting(reasons, plan) || (outcome != Outcome::Admitted && isAlertingOnceGone(reasons, plan));
}

} // namespace

std::vector<EntrySeq> untoldFindings(SQLite::Database &db, std::optional<HallDay> from, const Plan &plan)
{
    SQLite::Statement query(db, kCandidates);
    query.bind(1, from ? storedDay(*from) : std::numeric_limits<std::int64_t>::min());
    std::vector<EntrySeq> found;
    while (query.executeStep()) {
        Columns columns(query);
        const EntrySeq seq{columns.integer()};
        const auto outcome = columns.named<Outcome>();
        if (shouldBeTold(outcome, columns.reasons(), plan))
            found.push_back(seq);
    }
    return found;
}

} // namespace menshen
