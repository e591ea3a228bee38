// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Capture.h"
#include "menshen/ports/Camera.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// What is kept beside a picture, for a developer.
struct PictureNote {
    WallTime at; ///< when it was taken
    int number = 1;
    std::vector<Face> faces; ///< what the detector said of this very picture, the least likely ones included
};

/// What a store holds of a capture.
struct StoredCapture {
    std::string id;
    int pictures = 0;
    std::int64_t bytes = 0;
    bool ended = false;           ///< its end is in the ledger
    std::optional<int> destroyed; ///< so many pictures are gone, and the ledger may not know yet
    bool expired = true;          ///< of `destroyed`: why

    friend bool operator==(const StoredCapture &, const StoredCapture &) = default;
};

/// Where the pictures of a diagnostics capture lie: the only place to which a picture of the camera is ever written. A
/// picture goes there with its faces blurred beyond recognition or not at all. Not thread-safe: one worker owns it. Storage
/// or DiskFull when it cannot write; ids are those of captureId(), BadInput for any other.
class CaptureStore {
public:
    virtual ~CaptureStore() = default;

    /// Makes room for a new capture; Storage when there is one of this id. The bytes that the disk has left.
    [[nodiscard]] virtual Result<std::int64_t> begin(const std::string &id) = 0;
    /// Blurs what is in `hide` and around it, and everything when `hide` is empty: nobody can vouch that nobody is seen.
    [[nodiscard]] virtual Result<PictureFile> keep(const std::string &id, const Frame &frame, const PictureNote &note,
                                                   const std::vector<PixelBox> &hide) = 0;
    /// The ledger knows that it has ended.
    [[nodiscard]] virtual Result<void> end(const std::string &id) = 0;

    /// Oldest first; what is no capture is left alone.
    [[nodiscard]] virtual Result<std::vector<StoredCapture>> list() = 0;
    /// Removes its pictures and notes for ever; that it did so stays until forget(). How many pictures are gone.
    [[nodiscard]] virtual Result<int> destroy(const std::string &id, bool expired) = 0;
    /// The ledger knows that it was destroyed.
    [[nodiscard]] virtual Result<void> forget(const std::string &id) = 0;
};

} // namespace menshen
