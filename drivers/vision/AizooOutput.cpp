// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/AizooOutput.h"

#include "drivers/vision/Overlaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace menshen::aizoo {
namespace {

struct Map {
    int cells;
    std::array<double, 2> sizes; ///< of its anchors, in shares of the picture
};
constexpr std::array<Map, 5> kMaps{{{33, {0.04, 0.056}}, {17, {0.08, 0.11}}, {9, {0.16, 0.22}}, {5, {0.32, 0.45}}, {3, {0.64, 0.72}}}};
constexpr std::array<double, 2> kRatios{0.62, 0.42}; ///< width to height, of the first size
constexpr double kCentreVariance = 0.1, kSizeVariance = 0.2;
constexpr double kMaxOverlap = 0.4;     ///< intersection over union
constexpr double kMaxLogSize = 5.0;     ///< e⁵ anchors is far beyond the picture
constexpr double kMaxShift = 8.0;       ///< anchors
constexpr std::size_t kMostFaces = 400; ///< so that a model gone mad costs no more time than it takes

/// Centre and size.
struct Anchor {
    double x, y, w, h;
};

std::vector<Anchor> makeAnchors()
{
    std::vector<Anchor> anchors;
    for (const Map &map : kMaps)
        for (int row = 0; row < map.cells; ++row)
            for (int column = 0; column < map.cells; ++column) {
                const double x = (column + 0.5) / map.cells, y = (row + 0.5) / map.cells;
                for (const double size : map.sizes)
                    anchors.push_back({x, y, size, size});
                for (const double ratio : kRatios)
                    anchors.push_back({x, y, map.sizes[0] * std::sqrt(ratio), map.sizes[0] / std::sqrt(ratio)});
            }
    return anchors;
}

const std::vector<Anchor> &anchors()
{
    static const std::vector<Anchor> all = makeAnchors();
    return all;
}

PixelBox boxAt(std::span<const float> numbers, const Anchor &anchor)
{
    const auto shift = [&](std::size_t i) { return std::clamp(numbers[i] * kCentreVariance, -kMaxShift, kMaxShift); };
    const auto growth = [&](std::size_t i) { return std::exp(std::clamp(numbers[i] * kSizeVariance, -kMaxLogSize, kMaxLogSize)); };
    const double w = anchor.w * growth(2), h = anchor.h * growth(3);
    return {anchor.x + shift(0) * anchor.w - w / 2, anchor.y + shift(1) * anchor.h - h / 2, w, h};
}

} // namespace

Result<std::vector<Found>> readFaces(std::span<const float> boxes, std::span<const float> scores, double minScore)
{
    if (boxes.size() != kAnchors * kBoxNumbers || scores.size() != kAnchors * kClasses)
        return Error{ErrorCode::DeviceProtocol,
                     "the AIZOO model answered " + std::to_string(boxes.size()) + " and " + std::to_string(scores.size()) + " numbers"};
    if (!std::ranges::all_of(boxes, [](float v) { return std::isfinite(v); }))
        return Error{ErrorCode::DeviceProtocol, "the AIZOO model answered with boxes that are not finite"};
    if (!std::ranges::all_of(scores, [](float v) { return v >= 0 && v <= 1; }))
        return Error{ErrorCode::DeviceProtocol, "the AIZOO model answered with scores that are not from 0 to 1"};

    std::vector<Found> found;
    for (std::size_t i = 0; i < kAnchors; ++i) {
        const double mask = scores[i * kClasses], noMask = scores[i * kClasses + 1];
        if (const double score = std::max(mask, noMask); score > 0 && score >= minScore)
            found.push_back({boxAt(boxes.subspan(i * kBoxNumbers, kBoxNumbers), anchors()[i]),
                             score,
                             {mask / (mask + noMask), noMask / (mask + noMask), 0}});
    }
    return detector::bestOfOverlapping(std::move(found), kMaxOverlap, kMostFaces);
}

} // namespace menshen::aizoo
