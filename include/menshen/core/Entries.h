// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/core/DailyReport.h"
#include "menshen/core/EscalationPolicy.h"
#include "menshen/core/Verdict.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace menshen {

enum class Outcome : std::uint8_t {
    Admitted,
    Refused,
    Left ///< walked off before a decision, with an abnormal finding: nothing is omitted (S10)
};

/// Stands for an entry that is appended just before in the same transaction; the ledger puts its number in.
inline constexpr EntrySeq kEntryBefore{-1};

/// An entry that was made later from a paper form: the day without power. It opened no gate and is counted apart.
struct EnteredAfterwards {
    WallTime happened; ///< as the form says
    std::string by;    ///< the entry's actor says who typed it; this is the id of who filled the form in: "guard", a staff number
    friend bool operator==(const EnteredAfterwards &, const EnteredAfterwards &) = default;
};

/// One person at the door (Y1, S5). `identity` is personal data, everything else is not.
struct VisitEntry {
    Outcome outcome = Outcome::Admitted;
    std::optional<Verdict> verdict;
    std::vector<Reason> reasons;
    Evidence evidence;
    std::vector<std::pair<std::string, Answer>> answers; ///< question id and answer
    IdentityDraft identity;
    std::string overrideReason; ///< the guard's, when he admitted over a SOFT failure
    std::string note;           ///< the guard's, when he refused
    std::string plan;           ///< id of the plan in force
    EntrySeq finding{};         ///< the AlertRaisedEntry that this person was told by; 0: none. kEntryBefore when appended with it
    bool vouchedSame = false;   ///< the guard said that a form kept aside, or an earlier reading, is this person's
    std::optional<EnteredAfterwards> afterwards{};
};

enum class PunchDirection : std::uint8_t { In, Out };

/// A member of staff at the door, on or off duty, with the temperature (Y1, Y3).
struct StaffPunchEntry {
    std::string number; ///< badge number
    std::string name;
    std::string department;
    PunchDirection direction = PunchDirection::In;
    Verdict verdict = Verdict::Pass;
    std::vector<Reason> reasons;
    Evidence evidence;
    /// Refused or left: at the door, not on duty. Entries of before this was kept: admitted.
    Outcome outcome = Outcome::Admitted;
    std::vector<std::pair<std::string, Answer>> answers{}; ///< at the first clock-in of a day (Y2)
    EntrySeq finding{};                                    ///< as of a visit
    std::optional<StaffProof> proof{};                     ///< who vouched for him
};

/// Somebody left the hall; counted, not named.
struct ExitEntry {};

/// Who or what opened an incident.
enum class AlertOrigin : std::uint8_t { Verdict, Guard, Office };

/// What a person who reports a case has seen.
enum class CaseSign : std::uint8_t { Fever, Symptoms, FellIll, Contact, Other };

struct AlertRaisedEntry {
    /// The visit or punch, in entries of before 2026-12: now an alert stands before its visit, which names it (`finding`).
    /// Always of a visit for which no alert was raised when it should have been. 0: none.
    EntrySeq cause;
    std::vector<Reason> reasons;
    std::string who;           ///< masked; still kept with the personal part
    EscalationPolicy policy{}; ///< whom to tell, as it was when the alert was raised; names people, so it is sealed
    AlertOrigin origin = AlertOrigin::Verdict;
    std::optional<CaseSign> sign{};     ///< of a reported case
    std::string note{};                 ///< in the words of who reported it; sealed
    std::vector<AlertStep> steps{};     ///< the plan's, as they were when it was raised: a later plan does not reach into it
    std::optional<Evidence> evidence{}; ///< of Verdict: what the finding stands on; absent in entries of before 2026-12
};

enum class AlertAction : std::uint8_t {
    StepDone,
    Acknowledged,
    HandedOver, ///< nobody is told any more; the steps after it are still to be done
    FalseAlarm, ///< ends the incident
    StepSkipped,
    PresentListed, ///< who was in the hall in the same window was looked up
    Closed         ///< ends the incident
};

/// How a temperature was taken again.
enum class TakenAt : std::uint8_t { Armpit, Ear, Mouth, Forehead };

/// Measured on the body: it can say that a fever is none. A forehead cannot.
[[nodiscard]] constexpr bool isClinical(TakenAt where) noexcept { return where != TakenAt::Forehead; }

struct SecondReading {
    Celsius value;
    TakenAt where = TakenAt::Armpit;
};

/// A look at who was in the hall at the same time: how many and when, no names.
struct PresentList {
    WallTime from, to;
    int count = 0;
};

struct AlertActionEntry {
    EntrySeq alert; ///< seq of its AlertRaisedEntry
    AlertAction action = AlertAction::Acknowledged;
    std::string step;                      ///< id, for StepDone and StepSkipped
    std::string reason;                    ///< for FalseAlarm, StepSkipped and HandedOver (to whom); sealed
    std::string vehicle{};                 ///< for HandedOver; sealed
    std::string checkedBy{};               ///< for FalseAlarm: who looked again; sealed
    std::optional<WallTime> when{};        ///< for HandedOver; an old one without it ended its incident
    std::optional<SecondReading> second{}; ///< for FalseAlarm
    std::optional<PresentList> present{};  ///< for PresentListed
};

enum class EscalationStep : std::uint8_t {
    Planned,                ///< a message is about to be sent
    Delivered,              ///< its courier took it
    Failed,                 ///< it did not
    Silenced,               ///< somebody asked for quiet until `next`
    Hidden,                 ///< the silence kept a step back: nothing is concealed (S10)
    AcknowledgementExpired, ///< nobody finished what somebody had acknowledged: live again
    Seen,                   ///< somebody opened the alert on the duty page
    Withdrawn               ///< somebody answered, or asked for quiet, before its courier had begun
};

/// Of a message that asks nobody for anything: it says how the alert was handed over or ended.
struct EndingTold {
    AlertAction how = AlertAction::Closed; ///< HandedOver, FalseAlarm or Closed
    int who = 0;                           ///< place among those whom the alert's messages have reached
    friend bool operator==(const EndingTold &, const EndingTold &) = default;
};

/// One step of telling the leading group about an alert. Durable before what it announces is done.
struct EscalationEntry {
    EntrySeq alert;
    EscalationStep step = EscalationStep::Planned;
    int line = 0; ///< 0: the ladder of levels; others: the lines beside it
    int level = 0;
    int round = 0;
    int attempt = 0;
    std::string courier;                ///< its id
    bool forGood = false;               ///< Failed: the courier will not take it as things are
    std::string detail;                 ///< the provider's words, or why it is silenced; no personal data
    std::optional<WallTime> next;       ///< when something must happen at the latest
    std::optional<EndingTold> ending{}; ///< Planned, Delivered, Failed: of this message, which has attempts of its own
};

/// Telling the leading group, with one message, that somebody was turned away for the mask alone (Y2). Durable before what it
/// announces is done. It opens no incident and nobody answers it.
struct TurnedAwayToldEntry {
    EntrySeq visit;                                ///< or punch
    EscalationStep step = EscalationStep::Planned; ///< Planned, Delivered or Failed
    int attempt = 0;
    std::string courier;            ///< its id
    bool forGood = false;           ///< Failed: the courier will not take it as things are
    std::string detail;             ///< the provider's words; no personal data
    std::optional<WallTime> next{}; ///< of Failed: when it is tried again; nothing: it is given up
};

enum class StationAction : std::uint8_t {
    Started,
    Stopped,
    ClockJumped,
    DeviceLost,
    DeviceBack,
    LedgerRecovered,
    DiskFull,  ///< the reserve was given up; nobody is admitted until there is room again
    PurgeHeld, ///< a purge was due and not done; the detail says why
    Exported,
    OfficeOpened,
    OfficeDenied,
    DayBegan,       ///< the count of people inside began anew; the detail is how many were left over
    InsideReviewed, ///< a person has looked at what was left over; the detail is the number that he found inside
    EscalationStuck ///< a step of telling the leading group was overdue; it was begun anew
};

/// What happened to the station itself. `detail` holds no personal data.
struct StationEntry {
    StationAction action = StationAction::Started;
    std::string detail;
};

/// What an officer set right in a visit. The visit stays as it was recorded; the screens show the newest correction.
/// Sealed with the key of the visit's own day, so that it is forgotten together with the visit.
struct CorrectionEntry {
    EntrySeq visit;
    IdentityDraft identity; ///< whole, as it should read
    std::string reason;     ///< why; may name somebody, so it is sealed too
};

enum class DisclosureKind : std::uint8_t {
    Unmasked,       ///< one visit's document and phone were shown whole
    ExportedInClear ///< a file with whole documents and phones was written
};

/// Somebody saw personal data that is masked otherwise. Appended before it is shown or written.
struct DisclosureEntry {
    DisclosureKind kind = DisclosureKind::Unmasked;
    EntrySeq visit;                  ///< for Unmasked
    std::optional<HallDay> from, to; ///< for ExportedInClear, inclusive
    std::string reason;              ///< written by the officer; sealed
    EntrySeq alert{};                ///< for ExportedInClear: whose list of persons present; 0: the days' ledger
};

/// An officer has turned the diagnostics capture on. Durable before the first picture is stored.
struct CaptureStartedEntry {
    std::string id;     ///< of the capture, by when it began: "20261122T024200Z"
    int minutes = 0;    ///< it ends by itself after so long
    std::string reason; ///< written by the officer; sealed
};

enum class CaptureEnd : std::uint8_t {
    Stopped, ///< by a person; the entry's actor
    TimeUp,
    Full,   ///< as many pictures or bytes as a capture may have
    NoRoom, ///< the disk has little room left
    Failed, ///< the detector or the store did; nothing more is stored that nobody has looked at
    LedgerDown,
    StationStopped,
    Interrupted ///< the station ended without a word, or could not write this entry; found later
};

struct CaptureEndedEntry {
    std::string id;
    CaptureEnd end = CaptureEnd::Stopped;
    std::int64_t pictures = 0, bytes = 0;
};

/// A capture's pictures are gone for ever.
struct CaptureDestroyedEntry {
    std::string id;
    std::int64_t pictures = 0;
    bool expired = true; ///< false: an officer wanted it
};

/// A day's report was signed (S10): from now on it is locked. Signed again it is a correction, a version of its own.
struct ReportSignedEntry {
    DailyReport report; ///< as it was signed
    int version = 1;
    EntryHash digest;                     ///< of the report as stored; made by the ledger, ignored when appended
    std::chrono::minutes late{0};         ///< after it was due; of a correction: of the first version
    EntrySeq replaces;                    ///< the version before; 0: none
    std::vector<std::string> differences; ///< from that one, see core/DailyReport.h
    std::string reason;                   ///< of a correction; written by the officer, may name somebody: sealed
};

/// What the leading group is told of daily reports (S10).
enum class ReportNews : std::uint8_t {
    Signed,
    Reminder, ///< due soon
    Overdue
};

/// A courier was asked to tell the leading group of a day's report.
struct ReportToldEntry {
    ReportNews news = ReportNews::Signed;
    HallDay day{};
    int version = 0; ///< of Signed
    int level = 0;   ///< of the escalation's, 0 the first
    std::string courier;
    bool delivered = false; ///< it took the message
    std::string detail;     ///< the provider's words; no personal data
};

/// The registers that the office keeps beside the ledger.
enum class RegisterKind : std::uint8_t { LeadingGroup, Roster };

enum class RegisterChange : std::uint8_t {
    Edited,
    Imported,
    HandedOver, ///< the on-duty leader gave the rest of his shift to somebody else
    Undone      ///< the version before was put back, as a new one
};

/// A register was changed: this version is durable, and holds from this entry on. What stands in it does not stand here.
struct RegisterChangedEntry {
    RegisterKind which = RegisterKind::LeadingGroup;
    int version = 1;
    EntryHash digest{}; ///< of the sealed file
    RegisterChange how = RegisterChange::Edited;
    int lines = 0; ///< that it holds now
    int added = 0, changed = 0, removed = 0;
};

// ---- What the ledger writes about itself. Stations never append these; the ledger refuses them. -------------------

/// The first entry of each life of a ledger: new, or restored from a backup.
struct EpochEntry {
    StationId station;
    EpochId epoch;
    SigningPublicKey signingKey;
    struct Restored {
        EpochId from;                       ///< the life that the backup was a copy of
        EntrySeq last;                      ///< the newest entry that the backup held
        std::optional<EntrySeq> knownUntil; ///< by a head that somebody kept: entries after `last` up to this one are lost
    };
    std::optional<Restored> restored;
};

/// A key was made for a day's personal data.
struct DayKeyEntry {
    std::int64_t key = 0; ///< its number
    HallDay day{};
    std::string check; ///< tells this key from any other, and nothing about it
};

struct KeysRotatedEntry {};

/// The certificate of a destruction: what was there, what is gone for ever, by which rule.
struct DestructionEntry {
    HallDay before{};
    std::string grounds;
    struct Day {
        HallDay day{};
        std::int64_t key = 0;
        std::int64_t entries = 0; ///< whose personal data went
        std::int64_t visits = 0;  ///< of these; they still count in the statistics
    };
    std::vector<Day> days;
    std::int64_t marks = 0; ///< entries of the index of persons that were wiped
};

struct BackupEntry {
    std::string file; ///< name without its folder
    EntrySeq upTo;
    std::int64_t bytes = 0;
    std::int64_t removed = 0; ///< older copies removed by rotation
};

struct VerificationEntry {
    ChainFault fault = ChainFault::None;
    EntrySeq at;      ///< the first wrong entry; 0: none
    EntrySeq checked; ///< whole up to here
};

using Entry = std::variant<VisitEntry, StaffPunchEntry, ExitEntry, AlertRaisedEntry, AlertActionEntry, StationEntry, CorrectionEntry,
                           DisclosureEntry, CaptureStartedEntry, CaptureEndedEntry, CaptureDestroyedEntry, EscalationEntry, EpochEntry,
                           DayKeyEntry, KeysRotatedEntry, DestructionEntry, BackupEntry, VerificationEntry, ReportSignedEntry,
                           ReportToldEntry, RegisterChangedEntry, TurnedAwayToldEntry>;

/// What only the ledger itself writes.
[[nodiscard]] inline bool isLedgersOwn(const Entry &entry)
{
    return std::holds_alternative<EpochEntry>(entry) || std::holds_alternative<DayKeyEntry>(entry) ||
           std::holds_alternative<KeysRotatedEntry>(entry) || std::holds_alternative<DestructionEntry>(entry) ||
           std::holds_alternative<BackupEntry>(entry) || std::holds_alternative<VerificationEntry>(entry);
}

/// An entry on its way into the journal.
struct EntryDraft {
    WallTime at;
    HallDay day;
    std::string actor; ///< "guard", "office", "station", "staff:<number>", "leader:<id>" of the leading group
    Entry entry;       ///< where it refers to the one before it in the same transaction it says kEntryBefore
};

/// Proof that an entry is durable on disk.
struct Receipt {
    EntrySeq seq;
    WallTime at;
    EntryHash hash{};
};

} // namespace menshen
