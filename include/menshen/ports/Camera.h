// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <cstdint>
#include <memory>
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

struct CameraSettings {
    CameraKind kind = CameraKind::Device;
    std::string source = "0";
    int width = 640, height = 480;
    double framesPerSecond = 15;
    bool mirror = true; ///< a person sees himself as in a mirror
    int rotation = 0;   ///< 0, 90, 180, 270 degrees clockwise
};

/// A camera. One thread (its worker's) owns it: construct, call and destroy it there.
class Camera {
public:
    virtual ~Camera() = default;

    /// Opens the source if it is closed and waits for the next picture, 2 s at most. After any error the source is
    /// closed; the next call opens it anew. A black, frozen or empty picture is an error with its own detail.
    [[nodiscard]] virtual Result<Frame> grab() = 0;
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
