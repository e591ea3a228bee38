// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace menshen {

/// How far a diagnostics capture may go. Constants of the house, no settings: nobody configures privacy away.
struct CaptureRules {
    Micros shortest = 1min, longest = 60min;
    Micros apart = 1s;      ///< pictures of a long capture stand further apart, so that they cover all of it
    Micros around = 500ms;  ///< a face that was found so long before or after a picture is hidden in it, too
    int mostPictures = 600; ///< it ends by itself with any of these
    std::int64_t mostBytes = 200'000'000;
    std::int64_t leastRoom = 1'000'000'000; ///< bytes on the disk: the ledger needs them more
};

enum class CapturePhase : std::uint8_t {
    Off,
    Recording, ///< asked for; its entry is on the way to the disk
    Opening,   ///< entered in the ledger; its folder is being made
    On,
    Ending ///< nothing new is stored; the picture that is being stored still counts
};

/// The diagnostics capture: off unless an officer turned it on, and never for long. A value: no clock, no thread, no picture.
struct CaptureState {
    CapturePhase phase = CapturePhase::Off;
    MonoTime now;
    WallTime wall;
    std::string id; ///< of this capture, or the last one
    Micros lasts{};
    WallTime until; ///< known from Opening on
    MonoTime ends;  ///< of the same moment: the wall's clock may be set back
    int pictures = 0;
    std::int64_t bytes = 0;
    MonoTime next;                ///< the next picture, not before
    std::optional<MonoTime> held; ///< a picture that waits for what is seen after it
    bool storing = false;
    std::vector<FacesSeen> around;  ///< what was seen lately, oldest first
    std::optional<CaptureEnd> last; ///< how the last one ended; absent: none did since the start
    std::string ender;              ///< who ended it
    std::optional<Error> problem;   ///< why the last one did not begin, or failed
};

// Events.
struct CaptureClock {
    MonoTime now;
    WallTime wall;
};
/// By an officer, who gave the PIN and a reason.
struct CaptureAsked {
    Micros lasts = 15min;
    std::string reason;
};
/// Anybody may end it, and so may the station.
struct CaptureEndAsked {
    CaptureEnd end = CaptureEnd::Stopped;
    std::string actor;
};
/// What became of its first entry.
struct CaptureRecorded {
    Result<void> result;
};
/// What became of its folder: the room that is left on the disk, in bytes.
struct CaptureOpened {
    Result<std::int64_t> room;
};
/// A picture, and the faces that were found in `seen.at`'s picture.
struct PictureSeen {
    MonoTime picture;
    FacesSeen seen;
};
struct PictureFile {
    std::int64_t bytes = 0;
    std::int64_t room = 0; ///< left on the disk, bytes
};
struct PictureKept {
    Result<PictureFile> file;
};

using CaptureEvent =
    std::variant<CaptureClock, CaptureAsked, CaptureEndAsked, CaptureRecorded, CaptureOpened, FacesSeen, PictureSeen, PictureKept>;

// Effects.
struct RecordCapture {
    CaptureStartedEntry entry;
};
struct OpenCapture {
    std::string id;
};                     ///< only ever after the first entry's receipt
struct HoldPicture {}; ///< the one of this event; in memory
struct DropPicture {}; ///< the held one
struct KeepPicture {
    int number = 0;
    std::vector<PixelBox> hide; ///< faces that were found in it or around it
};                              ///< the held one goes to the disk, its faces blurred
struct RecordCaptureEnd {
    CaptureEndedEntry entry;
    std::string actor;
};

using CaptureEffect = std::variant<RecordCapture, OpenCapture, HoldPicture, DropPicture, KeepPicture, RecordCaptureEnd>;

struct CaptureStep {
    CaptureState state;
    std::vector<CaptureEffect> effects;
};

/// The capture as a pure function: same state, event and rules give the same step.
[[nodiscard]] CaptureStep step(CaptureState state, const CaptureEvent &event, const CaptureRules &rules);

/// Whether a picture that is taken now would be held.
[[nodiscard]] bool wantsPicture(const CaptureState &state) noexcept;

/// "20261122T024200Z": a capture's name, by when it began.
[[nodiscard]] std::string captureId(WallTime began);
/// Absent when the text is no such name.
[[nodiscard]] std::optional<WallTime> captureBegan(std::string_view id);
/// Whether its pictures are due to be destroyed. A capture of the future is, too: nobody knows how old it is.
[[nodiscard]] bool isCaptureExpired(WallTime began, WallTime now, std::chrono::days keep) noexcept;

} // namespace menshen
