// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Identity.h"
#include "menshen/core/Plan.h"
#include "menshen/ports/PersonPins.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

// What the duty page shows and what may be done on it, in words and without a trace of HTTP. Every text is masked.

struct DutyStep {
    std::string id;
    LocalText what;
    std::optional<LocalText> done; ///< when and by whom, or why it was skipped
    bool open = false;             ///< may be confirmed now; handing over is an act of its own
};

/// One line of what has happened so far.
struct DutyNote {
    WallTime at;
    std::string time; ///< in the hall's zone
    LocalText what;
};

struct DutyAlert {
    EntrySeq id;
    std::string who;
    LocalText why;
    std::string since;
    std::optional<LocalText> acknowledged; ///< when and by whom
    bool handedOver = false;               ///< nobody is told any more; steps may be left
    LocalText next;                        ///< who is told next, and when
    std::vector<DutyStep> steps;
    std::vector<DutyNote> story; ///< oldest first
};

struct DutyFigure {
    LocalText name;
    std::string value;
};

struct DutyBoard {
    std::vector<DutyAlert> alerts; ///< open ones, oldest first
    std::vector<DutyFigure> today;
};

/// Who may sign in, as the page calls them.
struct DutyPerson {
    std::string id;
    std::string name; ///< masked unless somebody signed in asks
    LocalText role;
};

/// What a link in a message stands for: an attempt to tell somebody of an alert.
struct DutyLink {
    EntrySeq alert;
    int line = 0;
    int attempt = 0;
    std::chrono::sys_seconds until; ///< it opens nothing from then on

    friend bool operator==(const DutyLink &, const DutyLink &) = default;
};

enum class DutyOutcome : std::uint8_t {
    Done,
    WrongPin,        ///< or an unknown person, or too many tries
    Busy,            ///< too many are signing in at this moment
    NotOpen,         ///< nobody knows such an open alert
    AlreadyDone,     ///< acknowledged already, done already; a link: used already
    NotAcknowledged, ///< it has to be acknowledged first
    ReasonMissing,
    NotRecorded, ///< the ledger refused: nothing has happened
    Unknown      ///< the ledger has not answered yet: it may be recorded or not
};

/// What a person does on the duty page. Thread-safe; whatever is recorded blocks until it is durable, a few seconds at most,
/// and never holds up the engine.
class DutyDesk {
public:
    virtual ~DutyDesk() = default;

    /// Spends a link: durable in the ledger when it answers Done, and AlreadyDone ever after.
    [[nodiscard]] virtual DutyOutcome open(const DutyLink &link) = 0;
    /// Absent when it is not open (any more).
    [[nodiscard]] virtual std::optional<DutyAlert> alert(EntrySeq id, Audience audience) const = 0;
    [[nodiscard]] virtual DutyBoard board(Audience audience) const = 0;
    [[nodiscard]] virtual std::vector<DutyPerson> people(Audience audience) const = 0;

    /// Denied: wrong or unknown; DeviceBusy: too many at once.
    [[nodiscard]] virtual Result<PinHolder> signIn(std::string_view person, std::string_view pin) = 0;
    /// Whether the PIN that somebody signed in with is still his, seconds after it was changed or taken away.
    [[nodiscard]] virtual bool holds(const PinHolder &holder) const = 0;
    /// The person's own PIN is asked for with every act; its actor is "leader:<id>".
    [[nodiscard]] virtual DutyOutcome act(const AlertActionEntry &action, std::string_view person, std::string_view pin) = 0;
};

} // namespace menshen
