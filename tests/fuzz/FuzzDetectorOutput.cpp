// SPDX-License-Identifier: GPL-3.0-or-later
// Any numbers that the models could answer: never a crash, never a box or a score that is not a number.
#include "drivers/vision/AizooOutput.h"
#include "drivers/vision/DetectorOutput.h"
#include "drivers/vision/YunetOutput.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace {

using namespace menshen;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// The maps are thousands of numbers: short inputs are repeated, so that the fuzzer need not learn the length. One bit of
/// the first byte leaves them as short as they came.
std::vector<float> numbers(std::span<const std::uint8_t> bytes, std::size_t count)
{
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    for (std::size_t i = 0; !values.empty() && values.size() < count; ++i)
        values.push_back(values[i]);
    return values;
}

void requireFaces(const auto &faces)
{
    for (const auto &face : faces) {
        require(face.score >= 0 && face.score <= 1);
        require(std::isfinite(face.box.x) && std::isfinite(face.box.y) && face.box.w > 0 && face.box.h > 0);
        require(std::isfinite(face.box.w) && std::isfinite(face.box.h));
    }
}

void requireSum(const MaskProbabilities &state)
{
    require(std::abs(state.mask + state.noMask + state.incorrect + state.covered - 1) < 1e-6);
}

void tryOurs(std::span<const std::uint8_t> bytes, bool exact, double minScore)
{
    constexpr FrameSize kGrid{12, 9};
    constexpr std::size_t kCells = 12u * 9u;
    const std::size_t half = bytes.size() / 2;
    const auto heat = numbers(bytes.first(half), exact ? 0 : kCells);
    const auto box = numbers(bytes.subspan(half), exact ? 0 : detector::kBoxChannels * kCells);
    if (const auto faces = detector::readFaces(heat, box, kGrid, minScore)) {
        const auto kept = detector::withoutOverlaps(*faces);
        require(kept.size() <= faces->size() && (faces->empty() || !kept.empty()));
        requireFaces(kept);
    }
    if (const auto look = detector::readState(numbers(bytes, exact ? 0 : detector::kStateNumbers))) {
        requireSum(look->state);
        const double score = detector::scoreOf(minScore, look->face);
        require(look->face >= 0 && look->face <= 1 && score >= 0 && score <= 1);
    }
}

void tryAizoo(std::span<const std::uint8_t> bytes, bool exact, double minScore)
{
    const std::size_t half = bytes.size() / 2;
    const auto boxes = numbers(bytes.first(half), exact ? 0 : aizoo::kAnchors * aizoo::kBoxNumbers);
    auto scores = numbers(bytes.subspan(half), exact ? 0 : aizoo::kAnchors * aizoo::kClasses);
    // Random bytes are hardly ever scores: half of the inputs are made to be.
    if ((bytes.empty() ? 0 : bytes[0] & 1) != 0)
        for (float &score : scores)
            score = std::isfinite(score) ? std::abs(std::sin(score)) : score;
    if (const auto faces = aizoo::readFaces(boxes, scores, minScore)) {
        requireFaces(*faces);
        for (const auto &face : *faces)
            requireSum(face.state);
    }
}

void tryYunet(std::span<const std::uint8_t> bytes, bool exact, double minScore)
{
    constexpr FrameSize kPadded{64, 32};
    std::array<std::vector<float>, 9> parts;
    std::array<yunet::Map, yunet::kStrides.size()> maps;
    const std::size_t share = bytes.size() / parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t cells = yunet::cellsOf(kPadded, yunet::kStrides[i / 3]) * (i % 3 == 2 ? yunet::kBoxNumbers : 1);
        parts[i] = numbers(bytes.subspan(i * share, share), exact ? 0 : cells);
        if (!exact && !parts[i].empty())
            parts[i].resize(cells); // the coarsest map has fewer numbers than a long input
    }
    for (std::size_t i = 0; i < maps.size(); ++i)
        maps[i] = {parts[3 * i], parts[3 * i + 1], parts[3 * i + 2]};
    if (const auto faces = yunet::readFaces(maps, kPadded, minScore))
        requireFaces(*faces);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::span<const std::uint8_t> bytes(data + 1, size - 1);
    const bool exact = (data[0] & 1) != 0;
    const double minScore = (data[0] >> 1) / 127.0;
    tryOurs(bytes, exact, minScore);
    tryAizoo(bytes, exact, minScore);
    tryYunet(bytes, exact, minScore);
    return 0;
}
