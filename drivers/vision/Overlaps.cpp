// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Overlaps.h"

namespace menshen::detector {

double overlapOf(const PixelBox &a, const PixelBox &b) noexcept
{
    const double w = std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x);
    const double h = std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y);
    if (!(w > 0 && h > 0)) // negated so that a NaN is no overlap
        return 0;
    const double either = a.w * a.h + b.w * b.h - w * h;
    return either > 0 ? w * h / either : 0;
}

} // namespace menshen::detector
