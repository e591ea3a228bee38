// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"
#include "menshen/ports/Clock.h"

#include <filesystem>
#include <ostream>

namespace menshen {

/// What a run over a folder came to.
struct FolderSummary {
    int pictures = 0;        ///< files named like pictures
    int unreadable = 0;      ///< of them, those that could not be read or searched
    double medianMillis = 0; ///< of detection alone, reading the file not counted; 0 when nothing was read
};

/// Finds faces in every picture below `folder` and writes one JSON object a line to `lines`:
/// {"file": name relative to the folder, "faces": [{"box": [x, y, w, h], "state": …, "score": …}]}, and "error" with no
/// faces for a picture that cannot be read. `state` is what one frame says under the default MaskRules.
/// NotFound when the folder cannot be read, Storage when `lines` cannot be written.
[[nodiscard]] Result<FolderSummary> detectFolder(MaskDetector &detector, const std::filesystem::path &folder, std::ostream &lines,
                                                 const Clock &clock);

} // namespace menshen
