// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace menshen {

/// One picture, BGR, 8 bits, rows of `stride` bytes. Immutable and shared without a copy; lives in memory only.
struct Frame {
    MonoTime at;
    FrameSize size;
    std::size_t stride = 0;
    std::shared_ptr<const std::uint8_t> data; ///< owns the picture's memory, whatever allocated it

    [[nodiscard]] bool empty() const noexcept { return !data || size.width <= 0 || size.height <= 0; }
};

enum class CameraKind : std::uint8_t {
    Device, ///< V4L2: an index ("0") or a path (/dev/v4l/by-path/…)
    File,   ///< a video file, played in a loop
    Folder, ///< pictures of a folder in name order, in a loop
    Url     ///< rtsp://, http:// (MJPEG)
};

/// A part of a picture, as shares of its width and height.
struct PictureZone {
    static constexpr double kSmallest = 0.1; ///< of either side: less shows nobody

    double x = 0, y = 0, w = 1, h = 1;

    [[nodiscard]] constexpr bool isWhole() const noexcept { return *this == PictureZone{}; }
    /// Within the picture, and not too small.
    [[nodiscard]] constexpr bool isSound() const noexcept
    {
        constexpr double most = 1 + 1e-9; // sums of shares are seldom exact
        return x >= 0 && y >= 0 && w >= kSmallest - 1e-9 && h >= kSmallest - 1e-9 && x + w <= most && y + h <= most;
    }
    /// The same part of the scene in the mirrored picture.
    [[nodiscard]] constexpr PictureZone mirrored() const noexcept { return {1 - x - w, y, w, h}; }
    /// The same part of the scene once the picture has been turned clockwise by `degrees` (90, 180 or 270; anything else: as it is).
    [[nodiscard]] constexpr PictureZone turned(int degrees) const noexcept
    {
        return degrees == 90    ? PictureZone{1 - y - h, x, h, w}
               : degrees == 180 ? PictureZone{1 - x - w, 1 - y - h, w, h}
               : degrees == 270 ? PictureZone{y, 1 - x - w, h, w}
                                : *this;
    }

    friend constexpr bool operator==(const PictureZone &, const PictureZone &) = default;
};

/// How the picture is taken and shown: what may be changed while the camera runs.
struct CameraView {
    static constexpr Micros kShortestExposure = 100us;
    static constexpr Micros kLongestExposure = 1s;

    std::optional<Micros> exposure; ///< of each picture; absent: the camera's own automatic
    bool mirror = true;             ///< a person sees himself as in a mirror
    int rotation = 0;               ///< 0, 90, 180, 270 degrees clockwise
    PictureZone zone;               ///< of the turned, not yet mirrored picture: only this part is shown and searched

    [[nodiscard]] constexpr bool isSound() const noexcept
    {
        const bool upright = rotation == 0 || rotation == 90 || rotation == 180 || rotation == 270;
        return upright && zone.isSound() && (!exposure || (*exposure >= kShortestExposure && *exposure <= kLongestExposure));
    }
    friend constexpr bool operator==(const CameraView &, const CameraView &) = default;
};

struct CameraSettings {
    CameraKind kind = CameraKind::Device;
    std::string source = "0";
    int width = 640, height = 480; ///< a wish; the camera picks what it can
    double framesPerSecond = 15;   ///< likewise
    CameraView view;
};

enum class PictureLight : std::uint8_t { Unknown, TooDark, Good, TooBright };

/// Whether somebody else than the camera itself may set its exposure.
enum class ExposureControl : std::uint8_t {
    Unknown, ///< not asked yet
    None,    ///< this camera, or this way of reaching it, has no such control
    Settable
};

/// What a camera says about itself.
struct CameraReport {
    CameraView view;              ///< in force
    FrameSize sent;               ///< of the camera's own pictures; 0 × 0: none came yet
    FrameSize shown;              ///< turned, cut to the zone, at most the working size
    double picturesPerSecond = 0; ///< that the camera sends
    std::uint64_t dropped = 0;    ///< that were replaced by newer ones before anybody took them; since the start
    PictureLight light = PictureLight::Unknown;
    ExposureControl exposure = ExposureControl::Unknown;
    /// The last picture is of no use for the detector (black, overexposed for 2 s), and yet worth a look: it says why.
    std::optional<Error> trouble;
};

/// A camera. One thread (its worker's) owns it: construct, call and destroy it there.
class Camera {
public:
    virtual ~Camera() = default;

    /// Opens the source if it is closed and waits for the next picture, 2 s at most (opening included, 4.5 s). After any
    /// error the source is closed; the next call opens it anew. A frozen or empty picture is an error; a black or
    /// overexposed one is a picture, and report() has the trouble.
    [[nodiscard]] virtual Result<Frame> grab() = 0;

    /// Holds from the next picture on; returns at once. BadConfig when `view` makes no sense: what was in force stays.
    [[nodiscard]] virtual Result<void> adjust(const CameraView &view) = 0;

    [[nodiscard]] virtual CameraReport report() const = 0;
};

/// Finds faces and how their masks are worn. Not thread-safe: one worker owns it.
class MaskDetector {
public:
    virtual ~MaskDetector() = default;
    [[nodiscard]] virtual Result<std::vector<Face>> detect(const Frame &frame) = 0;
};

enum class DetectorKind : std::uint8_t {
    Menshen, ///< our own two models
    Aizoo,   ///< AIZOO's FaceMaskDetection: one model for both, which knows no mask worn wrongly
    Yunet    ///< YuNet finds the faces, our own state model reads them
};

/// Models are files; the adapter checks names and shapes.
struct DetectorSettings {
    std::string faceModel;  ///< .onnx; of Aizoo the .caffemodel
    std::string stateModel; ///< .onnx; of no use to Aizoo
    double minScore = 0.35;
    int threads = 1;
    DetectorKind kind = DetectorKind::Menshen;
    std::string faceNetwork; ///< the .prototxt; of use to Aizoo only
};

} // namespace menshen
