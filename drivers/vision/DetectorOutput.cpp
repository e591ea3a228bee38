// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/DetectorOutput.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
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

/// Chosen on the validation part for as few false faces as one look gave: the state net is surer of itself than right.
constexpr double kSecondWeight = 0.35, kEvidence = -0.35;

/// The face model's maps over their grid. Its owner has checked the sizes.
struct Maps {
    std::span<const float> heat, box;
    FrameSize grid;

    [[nodiscard]] std::size_t cell(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(grid.width) + static_cast<std::size_t>(x);
    }

    [[nodiscard]] bool isPeak(int x, int y) const
    {
        const float here = heat[cell(x, y)];
        for (int cy = std::max(0, y - 1); cy <= std::min(grid.height - 1, y + 1); ++cy)
            for (int cx = std::max(0, x - 1); cx <= std::min(grid.width - 1, x + 1); ++cx)
                if (heat[cell(cx, cy)] > here)
                    return false;
        return true;
    }

    [[nodiscard]] PixelBox boxAt(int x, int y) const
    {
        const auto channel = [&](std::size_t c) { return static_cast<double>(box[c * heat.size() + cell(x, y)]); };
        const double cx = (x + 0.5 + std::clamp(channel(0), -kMaxShift, kMaxShift)) * kCell;
        const double cy = (y + 0.5 + std::clamp(channel(1), -kMaxShift, kMaxShift)) * kCell;
        const double w = std::exp(std::clamp(channel(2), -kMaxLogSize, kMaxLogSize)) * kCell;
        const double h = std::exp(std::clamp(channel(3), -kMaxLogSize, kMaxLogSize)) * kCell;
        return {cx - w / 2, cy - h / 2, w, h};
    }
};

/// The multiple of kUnit that is nearest to `length`, within what the model takes.
int inUnits(double length) { return std::clamp(static_cast<int>(std::lround(length / kUnit)) * kUnit, kUnit, kLongestSide); }

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

FrameSize inputSizeFor(FrameSize picture) noexcept
{
    const double width = std::max(1, picture.width), height = std::max(1, picture.height);
    const double scale = std::sqrt(kBudget / (width * height));
    return {inUnits(width * scale), inUnits(height * scale)};
}

Result<std::vector<Candidate>> readFaces(std::span<const float> heat, std::span<const float> box, FrameSize grid, double minScore)
{
    const auto cells = static_cast<std::size_t>(std::max(0, grid.width)) * static_cast<std::size_t>(std::max(0, grid.height));
    if (heat.size() != cells || box.size() != kBoxChannels * cells)
        return Error{ErrorCode::DeviceProtocol,
                     "the face model answered " + std::to_string(heat.size()) + " and " + std::to_string(box.size()) + " numbers"};
    if (!allFinite(heat) || !allFinite(box))
        return Error{ErrorCode::DeviceProtocol, "the face model answered with numbers that are not finite"};

    const Maps maps{heat, box, grid};
    std::vector<Candidate> found;
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x)
            if (const double score = sigmoid(heat[maps.cell(x, y)]); score >= minScore && maps.isPeak(x, y))
                found.push_back({maps.boxAt(x, y), score});
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

Result<SecondLook> readState(std::span<const float> logits)
{
    if (logits.size() != kStateNumbers)
        return Error{ErrorCode::DeviceProtocol, "the mask model answered " + std::to_string(logits.size()) + " numbers"};
    if (!allFinite(logits))
        return Error{ErrorCode::DeviceProtocol, "the mask model answered with numbers that are not finite"};
    const double top = std::ranges::max(logits);
    std::array<double, kStateNumbers> shares{};
    std::ranges::transform(logits, shares.begin(), [&](float logit) { return std::exp(logit - top); });
    const double states = std::accumulate(shares.begin(), shares.end() - 1, 0.0);
    const double face = states / (states + shares.back());
    if (states <= 0) // so surely nothing that the rest is too small for a number
        return SecondLook{0, {0.25, 0.25, 0.25, 0.25}};
    return SecondLook{face, {shares[0] / states, shares[1] / states, shares[2] / states, shares[3] / states}};
}

double logit(double probability) noexcept
{
    constexpr double kDoubt = 1e-4;
    const double p = std::clamp(probability, kDoubt, 1 - kDoubt);
    return std::log(p / (1 - p));
}

double scoreOf(double firstLook, double secondLook) noexcept
{
    return sigmoid(logit(firstLook) + kSecondWeight * logit(secondLook) + kEvidence);
}

} // namespace menshen::detector
