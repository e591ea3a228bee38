// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/OnnxMaskDetector.h"

#include <gtest/gtest.h>

namespace menshen::test {

inline DetectorSettings shippedModels()
{
    DetectorSettings settings;
    settings.faceModel = MENSHEN_SOURCE_DIR "/config/models/face-detector.onnx";
    settings.stateModel = MENSHEN_SOURCE_DIR "/config/models/mask-state.onnx";
    return settings;
}

/// The models of config/models, the very ones that the station runs.
inline std::unique_ptr<MaskDetector> shippedDetector()
{
    auto detector = OnnxMaskDetector::open(shippedModels());
    EXPECT_TRUE(detector) << detector.error().detail;
    return detector ? *std::move(detector) : nullptr;
}

} // namespace menshen::test
