// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/YunetOutput.h"

#include "drivers/vision/Overlaps.h"

#include <cmath>
#include <string>

namespace menshen::yunet {
namespace {

constexpr double kMaxOverlap = 0.3; ///< intersection over union, as OpenCV's default
constexpr double kMaxLogSize = 5.0; ///< e⁵ cells is far beyond the picture
constexpr double kMaxShift = 8.0;   ///< cells
constexpr std::size_t kMostFaces = 400;

bool allFinite(std::span<const float> values)
{
    return std::ranges::all_of(values, [](float v) { return std::isfinite(v); });
}

Result<void> check(const Map &map, std::size_t cells, int stride)
{
    const std::string name = "the YuNet model's map of stride " + std::to_string(stride);
    if (map.faces.size() != cells || map.objects.size() != cells || map.boxes.size() != cells * kBoxNumbers)
        return Error{ErrorCode::DeviceProtocol, name + " has " + std::to_string(map.faces.size()) + ", " +
                                                    std::to_string(map.objects.size()) + " and " + std::to_string(map.boxes.size()) +
                                                    " numbers"};
    if (!allFinite(map.faces) || !allFinite(map.objects) || !allFinite(map.boxes))
        return Error{ErrorCode::DeviceProtocol, name + " holds numbers that are not finite"};
    return {};
}

double share(float value) { return std::clamp(static_cast<double>(value), 0.0, 1.0); }

PixelBox boxAt(std::span<const float> numbers, std::size_t column, std::size_t row, int stride)
{
    const auto shift = [&](std::size_t i) { return std::clamp(static_cast<double>(numbers[i]), -kMaxShift, kMaxShift); };
    const auto size = [&](std::size_t i) {
        return std::exp(std::clamp(static_cast<double>(numbers[i]), -kMaxLogSize, kMaxLogSize)) * stride;
    };
    const double x = (static_cast<double>(column) + shift(0)) * stride, y = (static_cast<double>(row) + shift(1)) * stride;
    return {x - size(2) / 2, y - size(3) / 2, size(2), size(3)};
}

} // namespace

FrameSize paddedSize(FrameSize scaled) noexcept
{
    const auto up = [](int side) { return std::max(1, (side + kStrides.back() - 1) / kStrides.back()) * kStrides.back(); };
    return {up(scaled.width), up(scaled.height)};
}

std::size_t cellsOf(FrameSize padded, int stride) noexcept
{
    return static_cast<std::size_t>(padded.width / stride) * static_cast<std::size_t>(padded.height / stride);
}

Result<std::vector<detector::Candidate>> readFaces(const std::array<Map, kStrides.size()> &maps, FrameSize padded, double minScore)
{
    std::vector<detector::Candidate> found;
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const Map &map = maps[i];
        const int stride = kStrides[i];
        const std::size_t cells = cellsOf(padded, stride), columns = static_cast<std::size_t>(padded.width / stride);
        if (const auto good = check(map, cells, stride); !good)
            return good.error();
        for (std::size_t cell = 0; cell < cells; ++cell)
            if (const double score = std::sqrt(share(map.faces[cell]) * share(map.objects[cell])); score > 0 && score >= minScore)
                found.push_back({boxAt(map.boxes.subspan(cell * kBoxNumbers, kBoxNumbers), cell % columns, cell / columns, stride), score});
    }
    return detector::bestOfOverlapping(std::move(found), kMaxOverlap, kMostFaces);
}

} // namespace menshen::yunet
