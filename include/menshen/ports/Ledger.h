// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// Where entries go. Appended, never updated. Thread-safe.
class Ledger {
public:
    virtual ~Ledger() = default;

    using Done = std::function<void(Result<Receipt>)>;

    /// Queues the entry and returns at once. `done` is called exactly once, on the ledger's own thread, after the
    /// entry is durable on disk or has failed; it must not block.
    virtual void append(EntryDraft draft, Done done) = 0;
};

struct VisitFilter {
    std::optional<HallDay> from; ///< inclusive
    std::optional<HallDay> to;   ///< inclusive
    std::optional<Outcome> outcome;
    std::optional<Verdict> verdict;
    std::string text; ///< fragment of name, document or phone; empty: all
};

/// One visit as the screens and the export read it. Personal fields are whole: masking is the reader's duty.
struct VisitRow {
    EntrySeq seq;
    WallTime at;
    HallDay day{};
    Outcome outcome = Outcome::Admitted;
    std::optional<Verdict> verdict;
    std::vector<Reason> reasons;
    std::optional<Celsius> temperature; ///< corrected, of the deciding reading
    std::optional<Celsius> uncertainty;
    std::optional<Instrument> instrument;
    bool defaultCalibration = false;
    std::optional<MaskState> mask;
    IdentityDraft identity;
    std::string overrideReason;
    std::string note;
    std::string actor;
};

struct StaffPunchRow {
    EntrySeq seq;
    WallTime at;
    HallDay day{};
    std::string number, name, department;
    PunchDirection direction = PunchDirection::In;
    Verdict verdict = Verdict::Pass;
    std::vector<Reason> reasons;
    std::optional<Celsius> temperature;
    std::optional<MaskState> mask;
};

struct DayCounts {
    int admitted = 0, refused = 0, left = 0, exits = 0, staffIn = 0, staffOut = 0;
    [[nodiscard]] int inside() const noexcept { return admitted > exits ? admitted - exits : 0; }
};

/// Reads projections on a connection of its own. Not thread-safe: one object a thread.
class LedgerReader {
public:
    virtual ~LedgerReader() = default;

    /// Newest first, those with seq < `before` (all when absent), `limit` rows at most.
    [[nodiscard]] virtual Result<std::vector<VisitRow>> visits(const VisitFilter &filter, std::optional<EntrySeq> before, int limit) = 0;
    [[nodiscard]] virtual Result<std::int64_t> countVisits(const VisitFilter &filter) = 0;
    /// Oldest first, those with seq > `after`; for exports, in constant memory.
    [[nodiscard]] virtual Result<std::vector<VisitRow>> visitsAscending(const VisitFilter &filter, EntrySeq after, int limit) = 0;
    [[nodiscard]] virtual Result<std::vector<StaffPunchRow>> staffPunches(HallDay from, HallDay to, EntrySeq after, int limit) = 0;
    [[nodiscard]] virtual Result<DayCounts> counts(HallDay day) = 0;
};

} // namespace menshen
