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
    using AllDone = std::function<void(Result<std::vector<Receipt>>)>;

    /// Queues the entry and returns at once. `done` is called exactly once, on the ledger's own thread, after the
    /// entry is durable on disk or has failed; it must not block.
    virtual void append(EntryDraft draft, Done done) = 0;

    /// The same of several entries that belong together: all of them become durable, in their order, or none. One that refers
    /// to the entry before it says kEntryBefore. BadInput when there are none.
    virtual void appendAll(std::vector<EntryDraft> drafts, AllDone done) = 0;
};

/// Whether an entry's personal part can still be read.
enum class PersonalState : std::uint8_t {
    Whole,
    Destroyed, ///< its day's key is gone for ever
    Unreadable ///< the seal does not open: changed, or sealed with a foreign key
};

struct VisitFilter {
    std::optional<HallDay> from;          ///< inclusive
    std::optional<HallDay> to;            ///< inclusive
    std::optional<WallTime> since, until; ///< inclusive; with the days that they lie in they are found at once
    std::optional<Outcome> outcome;
    std::optional<Verdict> verdict;
    /// What a person would type: a whole document or phone is looked up at once over all days (a document also with one
    /// mistyped character); any other fragment of name, document or phone is looked for by opening entry after entry,
    /// newest first, so give it days. Empty: all.
    std::string text;
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
    PersonalState personal = PersonalState::Whole;
    IdentityDraft identity; ///< with the newest correction; empty unless Whole
    std::string overrideReason;
    std::string note;
    std::string actor;
    bool corrected = false;
    EntrySeq finding{};                            ///< see VisitEntry
    std::optional<EnteredAfterwards> afterwards{}; ///< see VisitEntry
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
    PersonalState personal = PersonalState::Whole;
    Outcome outcome = Outcome::Admitted; ///< see StaffPunchEntry
};

/// How sure it is that a visit is the asked person's (reference: identity rules, "People mistype").
enum class PersonMatch : std::uint8_t {
    Certain, ///< the same document
    Likely,  ///< a document one mistake away, and the same phone or name
    Possible ///< only the phone, or only a document one mistake away
};

struct PersonQuery {
    std::string document; ///< as typed; empty: unknown
    std::string phone;    ///< as typed; empty: unknown
    std::string name;     ///< only weighs in
};

struct PersonVisit {
    PersonMatch match = PersonMatch::Certain;
    VisitRow visit;
};

/// One step of an entry's story: the entry itself, then all that was done to it.
struct StoryStep {
    EntrySeq seq;
    WallTime at;
    std::string actor;
    Entry entry;
    PersonalState personal = PersonalState::Whole;
    EntryHash hash;
};

/// What was entered afterwards is in none but its own.
struct DayCounts {
    int admitted = 0, refused = 0, left = 0, exits = 0, staffIn = 0, staffOut = 0;
    int staffRefused = 0; ///< or left: at the door, not on duty
    int afterwards = 0;   ///< visits entered afterwards from paper forms
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

    /// A person's visits over all days that can still be read: surest first, then newest first; `limit` at most.
    [[nodiscard]] virtual Result<std::vector<PersonVisit>> person(const PersonQuery &query, int limit) = 0;
    /// The visit, then its alert and what was done about it, corrections and disclosures, in order. NotFound.
    [[nodiscard]] virtual Result<std::vector<StoryStep>> story(EntrySeq visit) = 0;
    /// Every alert that nobody has ended, oldest first: its AlertRaisedEntry, then all that was done about it.
    [[nodiscard]] virtual Result<std::vector<std::vector<StoryStep>>> openAlerts() = 0;
    /// Visits and punches of `from` and later whose person should have been told to the leading group, by their reasons under
    /// `plan`, and was not: a crash or a full disk came between. Oldest first. Of older days too when `from` is absent.
    [[nodiscard]] virtual Result<std::vector<StoryStep>> untold(std::optional<HallDay> from, const Plan &plan) = 0;
    /// The same of all alerts, open or not, with seq < `before` (all when absent): newest first, `limit` at most.
    [[nodiscard]] virtual Result<std::vector<std::vector<StoryStep>>> alerts(std::optional<EntrySeq> before, int limit) = 0;
};

} // namespace menshen
