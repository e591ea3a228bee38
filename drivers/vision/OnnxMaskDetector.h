// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/DetectorOutput.h"
#include "drivers/vision/MaskStateModel.h"
#include "menshen/ports/Camera.h"

#include <opencv2/dnn.hpp>

namespace menshen {

/// Two ONNX models through OpenCV dnn: one finds faces in the whole picture, the other tells from a face's crop how
/// the mask is worn. Pictures much larger than a camera's are searched a second time piece by piece, so that small
/// faces in them are found as well. Not thread-safe.
class OnnxMaskDetector final : public MaskDetector {
public:
    /// Loads and tries both models. NotFound when a file is missing, BadConfig when it is no model or not one of
    /// ours (detail: what was expected). `settings.threads` holds for OpenCV in the whole process.
    [[nodiscard]] static Result<std::unique_ptr<MaskDetector>> open(const DetectorSettings &settings);

    /// Faces by score, best first. BadInput for an empty frame, DeviceProtocol when a model answers nonsense.
    [[nodiscard]] Result<std::vector<Face>> detect(const Frame &frame) override;

private:
    OnnxMaskDetector(const cv::dnn::Net &faces, MaskStateModel states, double minScore);

    [[nodiscard]] Result<std::vector<detector::Candidate>> search(const cv::Mat &picture);
    [[nodiscard]] Result<std::vector<detector::Candidate>> searchPart(const cv::Mat &picture, cv::Rect part);

    cv::dnn::Net m_faces;
    MaskStateModel m_states;
    double m_minScore;
};

} // namespace menshen
