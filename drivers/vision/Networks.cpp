// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Networks.h"

#include <array>
#include <filesystem>
#include <sstream>

namespace menshen {
namespace {

std::string shapeOf(const cv::Mat &output)
{
    std::ostringstream text;
    text << output.size;
    return text.str();
}

Result<void> isThere(const std::string &file)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure))
        return Error{ErrorCode::NotFound, "no such model: " + file};
    return {};
}

template <typename Read>
Result<cv::dnn::Net> load(const std::string &file, const char *kind, Read read)
{
    try {
        cv::dnn::Net net = read();
        if (net.empty())
            return Error{ErrorCode::BadConfig, file + " holds no network"};
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    } catch (const std::exception &problem) {
        return Error{ErrorCode::BadConfig, file + " is no " + kind + " model that OpenCV can read: " + problem.what()};
    }
}

} // namespace

Result<cv::dnn::Net> loadOnnx(const std::string &file)
{
    if (const auto there = isThere(file); !there)
        return there.error();
    return load(file, "ONNX", [&] { return cv::dnn::readNetFromONNX(file); });
}

Result<cv::dnn::Net> loadCaffe(const std::string &description, const std::string &weights)
{
    for (const auto &file : {description, weights})
        if (const auto there = isThere(file); !there)
            return there.error();
    return load(description + " with " + weights, "Caffe", [&] { return cv::dnn::readNetFromCaffe(description, weights); });
}

Result<void> tryOut(cv::dnn::Net &net, const std::string &file, const Expected &expected)
{
    try {
        net.setInput(cv::dnn::blobFromImage(cv::Mat(expected.size, CV_8UC3, cv::Scalar::all(127))), expected.input);
        for (const auto &[name, shape] : expected.outputs) {
            const cv::Mat output = net.forward(name);
            if (std::vector<int>(output.size.p, output.size.p + output.dims) != shape || output.type() != CV_32F)
                return Error{ErrorCode::BadConfig, file + ": output \"" + name + "\" has the shape " + shapeOf(output) + ", not ours"};
        }
        return {};
    } catch (const std::exception &problem) {
        std::ostringstream wanted;
        wanted << "input \"" << expected.input << "\" 1 x 3 x " << expected.size.height << " x " << expected.size.width << ", outputs";
        for (const auto &[name, shape] : expected.outputs)
            wanted << " \"" << name << '"';
        return Error{ErrorCode::BadConfig, file + " is not the model wanted here (" + wanted.str() + "): " + problem.what()};
    }
}

cv::Mat inputOf(const cv::Mat &picture)
{
    cv::Mat numbers;
    picture.convertTo(numbers, CV_32F, 1 / 127.5, -1);
    cv::Mat blob({1, 3, picture.rows, picture.cols}, CV_32F);
    std::array<cv::Mat, 3> planes;
    for (int channel = 0; channel < 3; ++channel)
        planes[static_cast<std::size_t>(channel)] = cv::Mat(picture.size(), CV_32F, blob.ptr<float>(0, channel));
    cv::split(numbers, planes.data());
    return blob;
}

std::span<const float> numbersOf(const cv::Mat &output) { return {output.ptr<float>(), output.total()}; }

} // namespace menshen
