// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Upright.h"

#include "drivers/vision/Overlaps.h"

#include <algorithm>

namespace menshen {

namespace detector {
namespace {

// Chosen on the validation part turned by code, see docs/eye.md: three numbers, on a plateau.
constexpr double kTurnedMask = 0.9; ///< weight of a mask in a turned look
constexpr double kSurelyTurned = 0; ///< from here on a face is not upright
constexpr double kMaybeTurned = -3; ///< from here on it may not be

} // namespace

double evidenceOfTurn(const SecondLook &upright, std::span<const SecondLook> turned) noexcept
{
    double most = 0;
    for (const SecondLook &look : turned)
        most = std::max(most, look.face * (look.state.noMask + look.state.incorrect + kTurnedMask * look.state.mask));
    return logit(most) - logit(upright.face);
}

bool isUpright(double evidenceOfTurn, MaskState state) noexcept
{
    return evidenceOfTurn < (state == MaskState::Mask ? kMaybeTurned : kSurelyTurned);
}

} // namespace detector

namespace {

constexpr Micros kBelieved = 150ms;
constexpr double kSamePlace = 0.6; ///< intersection over union

} // namespace

std::optional<double> TurnedLooks::lately(const PixelBox &box, MonoTime at) const noexcept
{
    for (const Look &look : m_looks)
        if (at > look.at && at - look.at < kBelieved && detector::overlapOf(look.box, box) >= kSamePlace)
            return look.evidence;
    return std::nullopt;
}

void TurnedLooks::keep(const PixelBox &box, MonoTime at, double evidenceOfTurn)
{
    std::erase_if(m_looks, [&](const Look &look) {
        return at <= look.at || at - look.at >= kBelieved || detector::overlapOf(look.box, box) >= kSamePlace;
    });
    m_looks.push_back({box, at, evidenceOfTurn});
}

} // namespace menshen
