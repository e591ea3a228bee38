// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <opencv2/dnn.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace menshen {

// What every adapter of a model needs from OpenCV dnn.

/// An ONNX file, for the CPU. NotFound when it is missing, BadConfig when OpenCV cannot read it.
[[nodiscard]] Result<cv::dnn::Net> loadOnnx(const std::string &file);

/// A description (.prototxt) and its weights (.caffemodel). Errors as above.
[[nodiscard]] Result<cv::dnn::Net> loadCaffe(const std::string &description, const std::string &weights);

/// What a model must look like to be of the kind that is wanted.
struct Expected {
    std::string input;
    cv::Size size;
    std::vector<std::pair<std::string, std::vector<int>>> outputs; ///< names and shapes
};

/// Runs the network once on a grey picture: its names and shapes are known only then. BadConfig naming what was wanted.
[[nodiscard]] Result<void> tryOut(cv::dnn::Net &net, const std::string &file, const Expected &expected);

/// `picture` (8-bit BGR) as our models take it: planes, (pixel − 127.5) / 127.5. cv::dnn::blobFromImage says the same in five
/// times the time, a fifth of a whole detection.
[[nodiscard]] cv::Mat inputOf(const cv::Mat &picture);

[[nodiscard]] std::span<const float> numbersOf(const cv::Mat &output);

} // namespace menshen
