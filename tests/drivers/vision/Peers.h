// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace menshen::test {

/// AIZOO's files are not part of the project: below MENSHEN_PEERS, or ../shared/peers beside the source folder. Absent
/// when they are not there.
inline std::optional<DetectorSettings> aizooModels()
{
    const char *named = std::getenv("MENSHEN_PEERS"); // NOLINT(concurrency-mt-unsafe): nobody sets it
    const std::filesystem::path folder =
        (named != nullptr ? std::filesystem::path(named) : std::filesystem::path(MENSHEN_SOURCE_DIR) / "../shared/peers") / "aizoo";
    DetectorSettings settings;
    settings.kind = DetectorKind::Aizoo;
    settings.faceNetwork = (folder / "face_mask_detection.prototxt").string();
    settings.faceModel = (folder / "face_mask_detection.caffemodel").string();
    if (!std::filesystem::exists(settings.faceNetwork) || !std::filesystem::exists(settings.faceModel))
        return std::nullopt;
    return settings;
}

} // namespace menshen::test
