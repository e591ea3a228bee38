// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/DetectorOutput.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace menshen::detector {
namespace {

constexpr double kMaxOverlap = 0.35;   ///< intersection over union
constexpr double kMaxContained = 0.55; ///< share of the smaller box: a face in a face is no second face
constexpr double kMaxLogSize = 5.0;    ///< e⁵ cells is far beyond the picture
constexpr double kMaxShift = 8.0;      ///< cells; trained peaks lie within a few cells of the centre

bool allFinite(std::span<const float> values)
{
    return std::ranges::all_of(values, [](float v) { return std::isfinite(v); });
}

double sigmoid(double logit) { return 1.0 / (1.0 + std::exp(-logit)); }

/// That any of the classes stands here: the maps of one face share its evidence between them.
double faceScore(std::span<const float> heat, std::size_t cell)
{
    double none = 1.0;
    for (std::size_t c = 0; c < kClasses; ++c)
        none *= 1.0 - sigmoid(heat[c * kCells + cell]);
    return 1.0 - none;
}

bool isPeak(const std::array<double, kCells> &scores, int x, int y)
{
    const auto at = [&](int cx, int cy) { return scores[static_cast<std::size_t>(cy * kGrid.width + cx)]; };
    for (int cy = std::max(0, y - 1); cy <= std::min(kGrid.height - 1, y + 1); ++cy)
        for (int cx = std::max(0, x - 1); cx <= std::min(kGrid.width - 1, x + 1); ++cx)
            if (at(cx, cy) > at(x, y))
                return false;
    return true;
}

PixelBox boxAt(std::span<const float> box, int x, int y)
{
    const auto cell = static_cast<std::size_t>(y * kGrid.width + x);
    const auto channel = [&](std::size_t c) { return static_cast<double>(box[c * kCells + cell]); };
    const double cx = (x + 0.5 + std::clamp(channel(0), -kMaxShift, kMaxShift)) * kCell;
    const double cy = (y + 0.5 + std::clamp(channel(1), -kMaxShift, kMaxShift)) * kCell;
    const double w = std::exp(std::clamp(channel(2), -kMaxLogSize, kMaxLogSize)) * kCell;
    const double h = std::exp(std::clamp(channel(3), -kMaxLogSize, kMaxLogSize)) * kCell;
    return {cx - w / 2, cy - h / 2, w, h};
}

bool overlap(const PixelBox &a, const PixelBox &b)
{
    const double w = std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x);
    const double h = std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y);
    if (w <= 0 || h <= 0)
        return false;
    const double common = w * h, areaA = a.w * a.h, areaB = b.w * b.h;
    return common > kMaxOverlap * (areaA + areaB - common) || common > kMaxContained * std::min(areaA, areaB);
}

} // namespace

Result<std::vector<Candidate>> readFaces(std::span<const float> heat, std::span<const float> box, double minScore)
{
    if (heat.size() != kClasses * kCells || box.size() != kBoxChannels * kCells)
        return Error{ErrorCode::DeviceProtocol,
                     "the face model answered " + std::to_string(heat.size()) + " and " + std::to_string(box.size()) + " numbers"};
    if (!allFinite(heat) || !allFinite(box))
        return Error{ErrorCode::DeviceProtocol, "the face model answered with numbers that are not finite"};

    std::array<double, kCells> scores{};
    for (std::size_t cell = 0; cell < kCells; ++cell)
        scores[cell] = faceScore(heat, cell);
    std::vector<Candidate> found;
    for (int y = 0; y < kGrid.height; ++y)
        for (int x = 0; x < kGrid.width; ++x)
            if (const double score = scores[static_cast<std::size_t>(y * kGrid.width + x)]; score >= minScore && isPeak(scores, x, y))
                found.push_back({boxAt(box, x, y), score});
    std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
    return found;
}

std::vector<Candidate> withoutOverlaps(std::vector<Candidate> candidates)
{
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    std::vector<Candidate> kept;
    for (const Candidate &candidate : candidates)
        if (std::ranges::none_of(kept, [&](const Candidate &better) { return overlap(better.box, candidate.box); }))
            kept.push_back(candidate);
    return kept;
}

Result<MaskProbabilities> readState(std::span<const float> logits)
{
    if (logits.size() != kClasses)
        return Error{ErrorCode::DeviceProtocol, "the mask model answered " + std::to_string(logits.size()) + " numbers"};
    if (!allFinite(logits))
        return Error{ErrorCode::DeviceProtocol, "the mask model answered with numbers that are not finite"};
    const double top = std::ranges::max(logits);
    const double mask = std::exp(logits[0] - top), noMask = std::exp(logits[1] - top), incorrect = std::exp(logits[2] - top);
    const double sum = mask + noMask + incorrect;
    return MaskProbabilities{mask / sum, noMask / sum, incorrect / sum};
}

} // namespace menshen::detector
