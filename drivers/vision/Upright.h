// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/DetectorOutput.h"

#include <optional>
#include <span>
#include <vector>

namespace menshen {

namespace detector {

/// How much more a face's crop looks like a face when it is turned, by logits: about −10 for one that stands upright, 0 and more
/// for one that lies on its side. A turned mask counts less than a turned bare face: masks are told so from any side.
[[nodiscard]] double evidenceOfTurn(const SecondLook &upright, std::span<const SecondLook> turned) noexcept;

/// Whether a face that would be told `state` may be told so. What would be a mask must leave no doubt.
[[nodiscard]] bool isUpright(double evidenceOfTurn, MaskState state) noexcept;

} // namespace detector

/// What was found of faces when their crops were turned last. To turn the crops of every picture would cost half a detection; a
/// face in the same place is believed for three pictures or so, less than any vote takes. A value.
class TurnedLooks {
public:
    /// Of the face that was at `box` a moment before `at`; absent: look.
    [[nodiscard]] std::optional<double> lately(const PixelBox &box, MonoTime at) const noexcept;
    void keep(const PixelBox &box, MonoTime at, double evidenceOfTurn);

private:
    struct Look {
        PixelBox box;
        MonoTime at;
        double evidence = 0;
    };
    std::vector<Look> m_looks; ///< of the last moment
};

} // namespace menshen
