// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/MaskStateModel.h"
#include "drivers/vision/YunetOutput.h"
#include "menshen/ports/Camera.h"

namespace menshen {

/// A face detector of YuNet's format (ONNX) through OpenCV dnn; our own state model reads the faces that it finds.
/// Not thread-safe.
class YunetMaskDetector final : public MaskDetector {
public:
    /// Loads and tries both models. NotFound when a file is missing, BadConfig when it is no model or of another kind.
    /// `settings.threads` holds for OpenCV in the whole process.
    [[nodiscard]] static Result<std::unique_ptr<MaskDetector>> open(const DetectorSettings &settings);

    /// Faces by score, best first. BadInput for an empty frame, DeviceProtocol when a model answers nonsense.
    [[nodiscard]] Result<std::vector<Face>> detect(const Frame &frame) override;

private:
    YunetMaskDetector(const cv::dnn::Net &faces, MaskStateModel states, double minScore);

    [[nodiscard]] Result<std::vector<detector::Candidate>> search(const cv::Mat &picture);

    cv::dnn::Net m_faces;
    MaskStateModel m_states;
    double m_minScore;
};

} // namespace menshen
