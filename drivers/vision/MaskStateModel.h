// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/DetectorOutput.h"
#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <opencv2/dnn.hpp>

#include <string>
#include <vector>

namespace menshen {

/// Our own model that tells from a face's crop how the mask is worn, whoever found the face. Not thread-safe.
class MaskStateModel {
public:
    /// Loads and tries it. NotFound when the file is missing, BadConfig when it is no model or not ours.
    [[nodiscard]] static Result<MaskStateModel> open(const std::string &file);

    /// `box` is in the pixels of `picture` (8-bit BGR) and may reach beyond it. DeviceProtocol when the model answers
    /// nonsense. OpenCV's exceptions pass through.
    [[nodiscard]] Result<detector::SecondLook> classify(const cv::Mat &picture, const PixelBox &box);

    /// The faces among what a search found whose score, after the second look, reaches `minScore`: with their state, sharpness
    /// and brightness. Whoever asks for less than kFirstLook wants whatever may be a face: then nothing is refused.
    [[nodiscard]] Result<std::vector<Face>> tell(const cv::Mat &picture, const std::vector<detector::Candidate> &found, double minScore);

private:
    explicit MaskStateModel(const cv::dnn::Net &net) : m_net(net) {}

    cv::dnn::Net m_net;
};

} // namespace menshen
