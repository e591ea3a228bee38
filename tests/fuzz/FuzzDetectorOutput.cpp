// SPDX-License-Identifier: GPL-3.0-or-later
// Any numbers that the models could answer: never a crash, never a box or a score that is not a number.
#include "drivers/vision/DetectorOutput.h"

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

/// The maps are 8400 numbers: short inputs are repeated, so that the fuzzer need not learn the length. One bit of
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::span<const std::uint8_t> bytes(data + 1, size - 1);
    const bool exact = (data[0] & 1) != 0;
    const std::size_t half = bytes.size() / 2;
    const auto heat = numbers(bytes.first(half), exact ? 0 : detector::kClasses * detector::kCells);
    const auto box = numbers(bytes.subspan(half), exact ? 0 : detector::kBoxChannels * detector::kCells);

    if (const auto faces = detector::readFaces(heat, box, (data[0] >> 1) / 127.0)) {
        const auto kept = detector::withoutOverlaps(*faces);
        require(kept.size() <= faces->size() && (faces->empty() || !kept.empty()));
        for (const auto &face : kept) {
            require(face.score >= 0 && face.score <= 1);
            require(std::isfinite(face.box.x) && std::isfinite(face.box.y) && face.box.w > 0 && face.box.h > 0);
            require(std::isfinite(face.box.w) && std::isfinite(face.box.h));
        }
    }
    if (const auto state = detector::readState(numbers(bytes, exact ? 0 : 3)))
        require(std::abs(state->mask + state->noMask + state->incorrect - 1) < 1e-6);
    return 0;
}
