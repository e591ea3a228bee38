// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/DetectorOutput.h"
#include "drivers/vision/Upright.h"
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

    /// The faces among what a search of the picture that was taken `at` found whose score, after the second look, reaches
    /// `minScore`: with their state, sharpness, brightness and colours. Whoever asks for less than kFirstLook wants whatever may be
    /// a face: then nothing is refused. Of the nearest and of all large ones it is told whether they are upright.
    [[nodiscard]] Result<std::vector<Face>> tell(const cv::Mat &picture, MonoTime at, const std::vector<detector::Candidate> &found,
                                                 double minScore);

private:
    explicit MaskStateModel(const cv::dnn::Net &net) : m_net(net) {}

    [[nodiscard]] Result<detector::SecondLook> classifyCrop(const cv::Mat &crop);
    /// Whether the face at `box`, of which `look` was told, is upright.
    [[nodiscard]] Result<bool> looksUpright(const cv::Mat &picture, MonoTime at, const PixelBox &box, const detector::SecondLook &look);

    cv::dnn::Net m_net;
    TurnedLooks m_turned;
};

} // namespace menshen
