// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/OnnxMaskDetector.h"

#include "drivers/pictures/FrameMat.h"
#include "drivers/vision/Networks.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace menshen {
namespace {

using detector::Candidate;

const cv::Scalar kGrey = cv::Scalar::all(127); ///< what the model saw in training where there was no picture
/// A picture this many times larger than the face model's is searched piece by piece as well.
constexpr double kLargePicture = 4.0;
constexpr double kPieceStep = 0.75; ///< of a piece's side: a face on a seam is whole in the next piece
/// Shrunk further, a picture is averaged, which takes five times as long as to interpolate.
constexpr double kAverageFrom = 2.0;

/// Fits a picture into the face model's with its proportions kept, grey on both sides.
struct Letterbox {
    FrameSize input;
    double scale = 1; ///< picture pixels a model pixel
    cv::Rect inner;   ///< where the picture lies in the model's

    explicit Letterbox(cv::Size part)
        : input(detector::inputSizeFor({part.width, part.height})),
          scale(std::max(static_cast<double>(part.width) / input.width, static_cast<double>(part.height) / input.height)),
          inner(0, 0, sideOf(part.width, input.width), sideOf(part.height, input.height))
    {
        inner.x = (input.width - inner.width) / 2;
        inner.y = (input.height - inner.height) / 2;
    }

    [[nodiscard]] cv::Mat fit(const cv::Mat &picture) const
    {
        cv::Mat fitted(input.height, input.width, CV_8UC3, kGrey);
        cv::Mat target = fitted(inner);
        cv::resize(picture, target, target.size(), 0, 0, scale > kAverageFrom ? cv::INTER_AREA : cv::INTER_LINEAR);
        return fitted;
    }

    [[nodiscard]] PixelBox back(const PixelBox &box) const
    {
        return {(box.x - inner.x) * scale, (box.y - inner.y) * scale, box.w * scale, box.h * scale};
    }

private:
    [[nodiscard]] int sideOf(int side, int most) const { return std::clamp(static_cast<int>(std::lround(side / scale)), 1, most); }
};

/// What a face model must answer to a picture of this size.
Expected expectedOf(FrameSize input)
{
    const FrameSize grid = detector::gridOf(input);
    return {"image",
            {input.width, input.height},
            {{"heat", {1, 1, grid.height, grid.width}}, {"box", {1, detector::kBoxChannels, grid.height, grid.width}}}};
}

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

} // namespace

OnnxMaskDetector::OnnxMaskDetector(const cv::dnn::Net &faces, MaskStateModel states, double minScore)
    : m_faces(faces), m_states(std::move(states)), m_minScore(minScore)
{
}

Result<std::unique_ptr<MaskDetector>> OnnxMaskDetector::open(const DetectorSettings &settings)
{
    cv::setNumThreads(std::max(1, settings.threads));
    auto faces = loadOnnx(settings.faceModel);
    if (!faces)
        return faces.error();
    for (const FrameSize input : {FrameSize{384, 288}, FrameSize{288, 384}}) // a model of one size only is none of ours
        if (const auto fits = tryOut(*faces, settings.faceModel, expectedOf(input)); !fits)
            return fits.error();
    auto states = MaskStateModel::open(settings.stateModel);
    if (!states)
        return states.error();
    return std::unique_ptr<MaskDetector>(new OnnxMaskDetector(*faces, *std::move(states), settings.minScore));
}

Result<std::vector<Candidate>> OnnxMaskDetector::searchPart(const cv::Mat &picture, cv::Rect part)
{
    const Letterbox letterbox(part.size());
    m_faces.setInput(inputOf(letterbox.fit(picture(part))), "image");
    std::vector<cv::Mat> maps;
    m_faces.forward(maps, std::vector<cv::String>{"heat", "box"});
    auto found = detector::readFaces(numbersOf(maps[0]), numbersOf(maps[1]), detector::gridOf(letterbox.input),
                                     std::min(m_minScore, detector::kFirstLook));
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
    const Letterbox whole(picture.size());
    if (!found || whole.scale <= kLargePicture)
        return found;
    const cv::Size piece(std::min(picture.cols, static_cast<int>(whole.input.width * whole.scale / 2)),
                         std::min(picture.rows, static_cast<int>(whole.input.height * whole.scale / 2)));
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

Result<std::vector<Face>> OnnxMaskDetector::detect(const Frame &frame)
{
    const auto picture = matOf(frame);
    if (!picture)
        return picture.error();
    try {
        auto found = search(*picture);
        if (!found)
            return found.error();
        return m_states.tell(*picture, frame.at, detector::withoutOverlaps(*std::move(found)), m_minScore);
    } catch (const std::exception &problem) {
        return Error{ErrorCode::Internal, std::string("the mask detector failed: ") + problem.what()};
    }
}

} // namespace menshen
