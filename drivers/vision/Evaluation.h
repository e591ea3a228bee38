// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/LabelledFaces.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace menshen {

/// How good a detector is, as numbers; pure, so that it can be tested without a model or a picture.
namespace evaluation {

struct Rules {
    MaskRules told;           ///< what turns a found face into a state; below its minScore nothing was found
    double minOverlap = 0.35; ///< intersection over union, from which a found face is the labelled one
    double minSide = 24;      ///< pixels; smaller false faces do not count
};

/// A labelled face and what was found for it, or a found face where none is.
struct Judged {
    std::optional<LabelledFace> truth;  ///< absent: a false face
    std::optional<Face> found;          ///< absent: not found
    MaskState told = MaskState::Unsure; ///< of `found`
    bool second = false;                ///< a false face that lies on a labelled one which a better box has taken
    [[nodiscard]] bool right() const { return truth && (!truth->counts || (found && told == truth->state)); }
};

/// Every labelled face once, in their order, then the false faces, best score first. The found ones choose by score;
/// each takes the labelled face that it overlaps most among those not yet taken. A score that is not a number is nothing.
[[nodiscard]] std::vector<Judged> judge(std::span<const LabelledFace> truth, std::span<const Face> found, const Rules &rules);

enum class Told : std::uint8_t { Mask, NoMask, Incorrect, Unsure, NotFound };
constexpr std::size_t kTold = 5, kStates = 4;

/// Which labelled faces a table is about: by the longer or the shorter side of their box against Rules::minSide.
enum class Sizes : std::uint8_t { All, LongerSide, ShorterSide };
constexpr std::size_t kSizes = 3;

using Row = std::array<int, kTold>;

/// Winners whose probability lies in one tenth of 0…1.
struct ReliabilityBin {
    int faces = 0, right = 0;
};

/// The counts of one source of pictures.
struct Tally {
    int pictures = 0;
    std::array<std::array<Row, kStates>, kSizes> rows{}; ///< by Sizes, then by the label's MaskState
    int falseFaces = 0;                                  ///< not smaller than Rules::minSide by their longer side
    int secondBoxes = 0;                                 ///< of them, those on a face that was found already
    std::array<ReliabilityBin, 10> reliability{};        ///< of the labelled faces that were found

    /// Counts one picture.
    void add(std::span<const Judged> picture, const Rules &rules);
    [[nodiscard]] const Row &row(Sizes sizes, MaskState truth) const;
};

[[nodiscard]] int sumOf(const Row &row) noexcept;

/// What is worse comes first: wrongly told or seen where nothing is, by how probable it was held; then the unsure; then
/// what was not found.
[[nodiscard]] bool worse(const Judged &a, const Judged &b) noexcept;

} // namespace evaluation
} // namespace menshen
