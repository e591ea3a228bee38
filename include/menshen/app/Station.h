// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/SendTicket.h"
#include "menshen/app/Snapshot.h"
#include "menshen/core/InsideCount.h"
#include "menshen/ports/Camera.h"
#include "menshen/ports/CaptureStore.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/Courier.h"
#include "menshen/ports/Gate.h"
#include "menshen/ports/Siren.h"
#include "menshen/ports/Thermometer.h"

#include <functional>
#include <memory>
#include <set>
#include <variant>

namespace menshen {

// Commands that are not the door's own events.
struct PunchStaff {
    StaffMember member;
    PunchDirection direction = PunchDirection::In;
    std::optional<Celsius> contact;
};
struct CancelPunch {};
struct CountExit {};
/// A person has looked at who is inside, because some were left over when the day began, or because the count is wrong.
struct ReviewInside {
    int found = 0;
    std::string actor;
    std::function<void(const Result<Receipt> &)> done{}; ///< on the engine's thread; must not block. BadInput: no number of people
};
struct ActOnAlert {
    AlertActionEntry action;
    std::string actor;
    std::function<void(const Result<Receipt> &)> done{}; ///< on the engine's thread; must not block. BadInput: not allowed now
};
/// A person reports a case: an incident is opened (Q12).
struct ReportCase {
    AlertOrigin origin = AlertOrigin::Guard;
    CaseSign sign = CaseSign::Other;
    std::string name; ///< masked by the station; empty: nobody is named
    std::string note;
    std::string actor;
    std::function<void(const Result<Receipt> &)> done{}; ///< as above
};
/// A visit or punch whose person should have been told of, and was not: a crash or a full disk came between.
struct RaiseUntold {
    StoryStep step;
};
/// Nobody is told of an alert for a while. What the silence hides is recorded, and it ends by itself.
struct SilenceAlert {
    EntrySeq alert;
    Micros lasts = 15min; ///< at most an hour
    std::string reason;   ///< names nobody
    std::string actor;
};
/// Somebody opens the link of one attempt to tell people about an alert. It opens once.
struct OpenAlertLink {
    EntrySeq alert;
    int line = 0;
    int attempt = 0;
    /// As above: Denied when it was used before, NotFound when no such attempt was ever made or the alert is not open any more.
    std::function<void(const Result<Receipt> &)> done;
};
struct RecordStation {
    StationAction action = StationAction::Started;
    std::string detail;
    std::string actor;
};
/// How the camera takes and shows its picture, from now on; of no camera it is ignored.
struct AdjustCamera {
    CameraView view;
};
/// An officer's own entry: a correction, a disclosure.
struct AppendEntry {
    Entry entry;
    std::string actor;
    std::function<void(const Result<Receipt> &)> done; ///< on the engine's thread; must not block
};

/// An officer turns the diagnostics capture on; the PIN has been given.
struct StartCapture {
    Micros lasts = 15min; ///< 1 to 60 minutes
    std::string reason;
};
struct StopCapture {
    std::string actor;
};
/// The pictures of all captures but the one that is on.
struct DestroyCaptures {};

/// A message of its own: a trial, a report. Nothing is recorded of it by the station.
struct SendMessage {
    std::string courier;
    CourierMessage message;
    std::function<void(const Delivery &)> done; ///< on the engine's thread, later; must not block
    std::shared_ptr<SendTicket> ticket = std::make_shared<SendTicket>();
};

using StationCommand =
    std::variant<ScreeningEvent, PunchStaff, CancelPunch, CountExit, ReviewInside, ActOnAlert, OpenAlertLink, RecordStation, AdjustCamera,
                 ReportCase, RaiseUntold, SilenceAlert, AppendEntry, LedgerNews, StartCapture, StopCapture, DestroyCaptures, SendMessage>;

/// One way to people; made on its own worker's thread.
struct CourierPart {
    std::string id;
    std::function<std::unique_ptr<Courier>()> make;
};

/// What the station runs on. Devices are made on their own worker's thread by these factories; an empty one means
/// that there is no such device.
struct StationParts {
    Clock &clock;
    Ledger &ledger;
    std::function<std::unique_ptr<Thermometer>()> thermometer;
    std::function<std::unique_ptr<Camera>()> camera;
    std::function<Result<std::unique_ptr<MaskDetector>>()> detector;
    std::function<std::unique_ptr<Gate>()> gate;
    std::function<std::unique_ptr<CaptureStore>()> captureStore = {}; ///< empty: no picture is ever stored
    /// For captures: told to find even what is hardly a face.
    std::function<Result<std::unique_ptr<MaskDetector>>()> captureDetector = {};
    std::vector<CourierPart> couriers = {};
    std::function<std::unique_ptr<Siren>()> siren = {};
};

/// The duty page's address for one attempt to tell people of an alert; on the engine's thread.
using AlertLink = std::function<std::string(EntrySeq alert, std::size_t line, int attempt)>;

struct StationOptions {
    Plan plan;
    Calibration calibration;
    UtcOffset offset;
    DayCounts today;                                ///< what the ledger already holds of today
    InsideCount inside;                             ///< as its journal ends
    std::vector<StoryStep> untold;                  ///< today's and yesterday's that should have been told: they are raised at the start
    std::set<std::string> clockedInToday;           ///< staff numbers
    std::vector<std::vector<StoryStep>> turnedAway; ///< today's for the mask, with what was told of each: it goes on
    EntrySeq head;
    EntryHash headHash;
    std::vector<LedgerTrouble> ledgerTroubles; ///< that the ledger remembers
    Micros tick = 100ms;
    std::chrono::days keepCaptures{7}; ///< then their pictures are destroyed
    std::string stationName;           ///< as messages call it
    /// Whom to tell of an alert that is raised at a moment, which is then copied into it. On the engine's thread; must be quick.
    std::function<EscalationPolicy(WallTime)> escalation = [](WallTime) { return EscalationPolicy{}; };
    AlertLink alertLink;                            ///< for messages; empty: they have none
    std::vector<std::vector<StoryStep>> openAlerts; ///< that the ledger holds: they go on
};

/// Called on the engine's thread with every change; must not block.
using SnapshotSink = std::function<void(SnapshotPtr)>;
/// Called on the camera's thread with every picture; must not block.
using FrameSink = std::function<void(const Frame &)>;

/// The screening station: one engine thread with one inbox, one worker thread a device.
class Station {
public:
    Station(StationParts parts, StationOptions options, SnapshotSink snapshots, FrameSink frames);
    ~Station(); ///< stops, bounded by the devices' timeouts
    Station(const Station &) = delete;
    Station &operator=(const Station &) = delete;

    void start();
    /// Records that the station stopped, waits for what is on its way to the disk, ends all threads. Idempotent.
    void stop();

    /// Thread-safe; returns at once.
    void post(StationCommand command);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace menshen
