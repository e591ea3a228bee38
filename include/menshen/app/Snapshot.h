// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/LedgerTrouble.h"
#include "menshen/core/Alerts.h"
#include "menshen/core/Escalation.h"
#include "menshen/core/Screening.h"
#include "menshen/core/Staff.h"
#include "menshen/ports/Camera.h"
#include "menshen/ports/CaptureStore.h"
#include "menshen/ports/Courier.h"
#include "menshen/ports/Ledger.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

enum class DeviceKind : std::uint8_t { Thermometer, Camera, Detector, Gate, Ledger, Siren };
enum class DeviceHealth : std::uint8_t { Starting, Up, Down, Off };

struct DeviceStatus {
    DeviceKind kind = DeviceKind::Thermometer;
    DeviceHealth health = DeviceHealth::Starting;
    Error error; ///< why it is down
    MonoTime since;
};

/// What became of the last clock-in or clock-out that was asked for.
struct StaffResult {
    std::uint64_t request = 0;
    StaffMember member;
    PunchDirection direction = PunchDirection::In;
    bool waiting = false; ///< still measuring, or on its way to the disk
    std::optional<StaffPunchEntry> entry;
    std::optional<Receipt> receipt;
    std::optional<Error> error;
};

/// The diagnostics capture, and the pictures of earlier ones.
struct CaptureView {
    bool available = false; ///< there is a camera, and a place for pictures
    CapturePhase phase = CapturePhase::Off;
    WallTime until; ///< while it is on
    int pictures = 0;
    std::int64_t bytes = 0;
    std::optional<CaptureEnd> last;  ///< how the last one ended since the start
    std::optional<Error> problem;    ///< why the last one did not begin, or failed
    std::vector<StoredCapture> kept; ///< oldest first, without the one that is on
    std::optional<Error> trouble;    ///< pictures cannot be listed or destroyed
};

struct EscalationNote {
    WallTime at;
    EscalationEntry entry;
};

/// How telling people about an open alert stands.
struct EscalationView {
    EntrySeq alert;
    LocalText level;              ///< whose turn it is
    std::optional<WallTime> next; ///< when the next step is due; nothing: there is nobody to tell
    bool silent = false;
    std::vector<EscalationNote> notes;   ///< newest last
    std::vector<LocalText> levels;       ///< of the ladder, by the notes' level
    std::vector<LocalText> beside;       ///< of the lines beside it, by the notes' line - 1
    std::optional<WallTime> silentUntil; ///< of a silence that has not expired
    bool over = false;                   ///< handed over: nobody is told any more
};

/// A way to people, and what came of the newest message on it since the start.
struct CourierView {
    struct Result {
        WallTime at;
        Micros took; ///< waiting for earlier messages included
        Delivery delivery;
    };
    std::string id;
    int underWay = 0; ///< messages
    std::optional<Result> last;
};

/// Everything that the screens show, as one immutable value.
struct Snapshot {
    ScreeningState door;
    std::array<DeviceStatus, 6> devices{}; ///< by DeviceKind
    DayCounts today;
    std::optional<int> leftOver; ///< people inside by the count of the day before, while nobody has looked
    EntrySeq head;               ///< newest durable entry
    EntryHash headHash;          ///< of it
    std::vector<Alert> alerts;   ///< open incidents, oldest first
    /// One for each open alert, in their order; never null.
    std::shared_ptr<const std::vector<EscalationView>> escalations = std::make_shared<const std::vector<EscalationView>>();
    /// In the settings' order; never null.
    std::shared_ptr<const std::vector<CourierView>> couriers = std::make_shared<const std::vector<CourierView>>();
    std::vector<LedgerTrouble> ledgerTroubles; ///< at most one a kind, worst first
    StaffResult staff;
    CaptureView capture;
    std::uint64_t droppedFrames = 0; ///< stale ones that no detector saw
    CameraReport camera;             ///< what the camera said last
    std::string lastCommandProblem;  ///< why the last command was not carried out (log's words); empty: it was
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace menshen
