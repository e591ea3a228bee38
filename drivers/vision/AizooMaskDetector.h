// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <opencv2/dnn.hpp>

namespace menshen {

/// A model in the format of AIZOO's FaceMaskDetection (Caffe) through OpenCV dnn: faces and masks at once, of two states
/// only; it never tells a mask worn wrongly. Not thread-safe.
class AizooMaskDetector final : public MaskDetector {
public:
    /// Loads and tries it. NotFound when a file is missing, BadConfig when the two are no such model.
    /// `settings.threads` holds for OpenCV in the whole process.
    [[nodiscard]] static Result<std::unique_ptr<MaskDetector>> open(const DetectorSettings &settings);

    /// Faces by score, best first. BadInput for an empty frame, DeviceProtocol when the model answers nonsense.
    [[nodiscard]] Result<std::vector<Face>> detect(const Frame &frame) override;

private:
    AizooMaskDetector(const cv::dnn::Net &net, double minScore) : m_net(net), m_minScore(minScore) {}

    cv::dnn::Net m_net;
    double m_minScore;
};

} // namespace menshen
