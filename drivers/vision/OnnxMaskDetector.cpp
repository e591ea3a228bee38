// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/OnnxMaskDetector.h"

#include "drivers/pictures/FrameMat.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <sstream>

namespace menshen {
namespace {

using detector::Candidate;

const cv::Scalar kGrey = cv::Scalar::all(127); ///< what the models saw in training where there was no picture
constexpr double kScale = 1 / 127.5;
constexpr double kCropMargin = 1.25;
/// A picture this many times larger than the face model's is searched piece by piece as well.
constexpr double kLargePicture = 4.0;
constexpr double kPieceStep = 0.75; ///< of a piece's side: a face on a seam is whole in the next piece
constexpr int kMeasuredSide = 96;   ///< sharpness is measured on a face of this size, so that distance does not change it

cv::Mat blobOf(const cv::Mat &picture) { return cv::dnn::blobFromImage(picture, kScale, cv::Size(), cv::Scalar::all(127.5)); }

std::span<const float> numbersOf(const cv::Mat &output) { return {output.ptr<float>(), output.total()}; }

std::string shapeOf(const cv::Mat &output)
{
    std::ostringstream text;
    text << output.size;
    return text.str();
}

Result<cv::dnn::Net> load(const std::string &file)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure))
        return Error{ErrorCode::NotFound, "no such model: " + file};
    try {
        cv::dnn::Net net = cv::dnn::readNetFromONNX(file);
        if (net.empty())
            return Error{ErrorCode::BadConfig, file + " holds no network"};
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    } catch (const std::exception &problem) {
        return Error{ErrorCode::BadConfig, file + " is no ONNX model that OpenCV can read: " + problem.what()};
    }
}

struct Expected {
    std::string input;
    cv::Size size;
    std::vector<std::pair<std::string, std::vector<int>>> outputs;
};

/// Runs the network once on a grey picture: its names and shapes are known only then.
Result<void> tryOut(cv::dnn::Net &net, const std::string &file, const Expected &expected)
{
    try {
        net.setInput(blobOf(cv::Mat(expected.size, CV_8UC3, kGrey)), expected.input);
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

/// Fits `part` into the face model's picture with its proportions kept, grey on both sides.
struct Letterbox {
    double scale = 1; ///< picture pixels a model pixel
    double x = 0, y = 0;

    explicit Letterbox(cv::Size part)
        : scale(std::max(static_cast<double>(part.width) / detector::kInput.width,
                         static_cast<double>(part.height) / detector::kInput.height)),
          x((detector::kInput.width - part.width / scale) / 2), y((detector::kInput.height - part.height / scale) / 2)
    {
    }

    [[nodiscard]] cv::Mat fit(const cv::Mat &picture) const
    {
        const cv::Rect whole(0, 0, detector::kInput.width, detector::kInput.height);
        const cv::Rect inner(static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)),
                             std::clamp(static_cast<int>(std::lround(picture.cols / scale)), 1, whole.width),
                             std::clamp(static_cast<int>(std::lround(picture.rows / scale)), 1, whole.height));
        cv::Mat fitted(whole.size(), CV_8UC3, kGrey);
        cv::Mat target = fitted(inner & whole);
        cv::resize(picture, target, target.size(), 0, 0, scale > 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        return fitted;
    }

    [[nodiscard]] PixelBox back(const PixelBox &box) const
    {
        return {(box.x - x) * scale, (box.y - y) * scale, box.w * scale, box.h * scale};
    }
};

/// Left or upper ends of pieces of `side` that cover `length` with an overlap.
std::vector<int> pieceStarts(int length, int side)
{
    if (length <= side)
        return {0};
    const int count = static_cast<int>(std::ceil((length - side) / (side * kPieceStep))) + 1;
    std::vector<int> starts;
    for (int i = 0; i < count; ++i)
        starts.push_back(static_cast<int>(static_cast<long>(length - side) * i / (count - 1)));
    return starts;
}

/// The square around a face that the state model was trained on. Far larger crops are averaged first, or they alias.
cv::Mat cropOf(const cv::Mat &picture, const PixelBox &box)
{
    constexpr int side = detector::kCropSide;
    const double wanted = std::max(box.w, box.h) * kCropMargin;
    const int shrink = std::max(1, static_cast<int>(wanted / (side * 2)));
    const int reach = static_cast<int>(std::ceil(wanted / 2)) + shrink;
    const cv::Point2d centre(box.x + box.w / 2, box.y + box.h / 2);
    const cv::Rect around = cv::Rect(static_cast<int>(centre.x) - reach, static_cast<int>(centre.y) - reach, 2 * reach, 2 * reach) &
                            cv::Rect(0, 0, picture.cols, picture.rows);
    cv::Mat source = picture(around);
    if (shrink > 1)
        cv::resize(source, source, cv::Size(std::max(1, around.width / shrink), std::max(1, around.height / shrink)), 0, 0, cv::INTER_AREA);
    const double kx = side / wanted * around.width / source.cols, ky = side / wanted * around.height / source.rows;
    const cv::Matx23d toCrop(kx, 0, side / 2.0 - (centre.x - around.x) * side / wanted, 0, ky,
                             side / 2.0 - (centre.y - around.y) * side / wanted);
    cv::Mat crop;
    cv::warpAffine(source, crop, toCrop, cv::Size(side, side), cv::INTER_LINEAR, cv::BORDER_CONSTANT, kGrey);
    return crop;
}

PixelBox within(const PixelBox &box, cv::Size picture)
{
    const double left = std::clamp(box.x, 0.0, static_cast<double>(picture.width));
    const double top = std::clamp(box.y, 0.0, static_cast<double>(picture.height));
    const double right = std::clamp(box.x + box.w, left, static_cast<double>(picture.width));
    const double bottom = std::clamp(box.y + box.h, top, static_cast<double>(picture.height));
    return {left, top, right - left, bottom - top};
}

void measure(const cv::Mat &picture, Face &face)
{
    const cv::Rect area = cv::Rect(static_cast<int>(face.box.x), static_cast<int>(face.box.y), std::max(1, static_cast<int>(face.box.w)),
                                   std::max(1, static_cast<int>(face.box.h))) &
                          cv::Rect(0, 0, picture.cols, picture.rows);
    if (area.empty())
        return;
    cv::Mat grey, edges;
    cv::cvtColor(picture(area), grey, cv::COLOR_BGR2GRAY);
    cv::resize(grey, grey, cv::Size(kMeasuredSide, kMeasuredSide), 0, 0, area.width > kMeasuredSide ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::Laplacian(grey, edges, CV_16S);
    cv::Scalar mean, deviation;
    cv::meanStdDev(edges, mean, deviation);
    face.sharpness = deviation[0] * deviation[0];
    face.brightness = cv::mean(grey)[0];
}

} // namespace

OnnxMaskDetector::OnnxMaskDetector(const cv::dnn::Net &faces, const cv::dnn::Net &states, double minScore)
    : m_faces(faces), m_states(states), m_minScore(minScore)
{
}

Result<std::unique_ptr<MaskDetector>> OnnxMaskDetector::open(const DetectorSettings &settings)
{
    cv::setNumThreads(std::max(1, settings.threads));
    auto faces = load(settings.faceModel);
    if (!faces)
        return faces.error();
    auto states = load(settings.stateModel);
    if (!states)
        return states.error();

    using namespace detector;
    const Expected facesWanted{"image",
                               {kInput.width, kInput.height},
                               {{"heat", {1, kClasses, kGrid.height, kGrid.width}}, {"box", {1, kBoxChannels, kGrid.height, kGrid.width}}}};
    const Expected statesWanted{"face", {kCropSide, kCropSide}, {{"state", {1, kClasses}}}};
    if (const auto fits = tryOut(*faces, settings.faceModel, facesWanted); !fits)
        return fits.error();
    if (const auto fits = tryOut(*states, settings.stateModel, statesWanted); !fits)
        return fits.error();
    return std::unique_ptr<MaskDetector>(new OnnxMaskDetector(*faces, *states, settings.minScore));
}

Result<std::vector<Candidate>> OnnxMaskDetector::searchPart(const cv::Mat &picture, cv::Rect part)
{
    const Letterbox letterbox(part.size());
    m_faces.setInput(blobOf(letterbox.fit(picture(part))), "image");
    std::vector<cv::Mat> maps;
    m_faces.forward(maps, std::vector<cv::String>{"heat", "box"});
    auto found = detector::readFaces(numbersOf(maps[0]), numbersOf(maps[1]), m_minScore);
    if (!found)
        return found;
    for (Candidate &candidate : *found) {
        candidate.box = letterbox.back(candidate.box);
        candidate.box.x += part.x;
        candidate.box.y += part.y;
    }
    return found;
}

Result<std::vector<Candidate>> OnnxMaskDetector::search(const cv::Mat &picture)
{
    auto found = searchPart(picture, {0, 0, picture.cols, picture.rows});
    const double scale = Letterbox(picture.size()).scale;
    if (!found || scale <= kLargePicture)
        return found;
    const cv::Size piece(std::min(picture.cols, static_cast<int>(detector::kInput.width * scale / 2)),
                         std::min(picture.rows, static_cast<int>(detector::kInput.height * scale / 2)));
    for (const int y : pieceStarts(picture.rows, piece.height)) {
        for (const int x : pieceStarts(picture.cols, piece.width)) {
            auto more = searchPart(picture, {{x, y}, piece});
            if (!more)
                return more;
            found->insert(found->end(), more->begin(), more->end());
        }
    }
    return found;
}

Result<MaskProbabilities> OnnxMaskDetector::classify(const cv::Mat &picture, const PixelBox &box)
{
    m_states.setInput(blobOf(cropOf(picture, box)), "face");
    return detector::readState(numbersOf(m_states.forward("state")));
}

Result<std::vector<Face>> OnnxMaskDetector::detect(const Frame &frame)
{
    const auto picture = matOf(frame);
    if (!picture)
        return picture.error();
    try {
        auto found = search(*picture);
        if (!found)
            return found.error();
        std::vector<Face> faces;
        for (const Candidate &candidate : detector::withoutOverlaps(*std::move(found))) {
            Face face;
            face.box = within(candidate.box, picture->size());
            if (face.box.w < 1 || face.box.h < 1)
                continue;
            face.score = candidate.score;
            const auto state = classify(*picture, candidate.box);
            if (!state)
                return state.error();
            face.state = *state;
            measure(*picture, face);
            faces.push_back(face);
        }
        return faces;
    } catch (const std::exception &problem) {
        return Error{ErrorCode::Internal, std::string("the mask detector failed: ") + problem.what()};
    }
}

} // namespace menshen
