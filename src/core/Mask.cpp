// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Mask.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace menshen {

LikelyState likelyState(const MaskProbabilities &probabilities) noexcept
{
    LikelyState likely;
    for (const auto &[state, probability] :
         {std::pair{MaskState::Mask, probabilities.mask}, std::pair{MaskState::NoMask, probabilities.noMask},
          std::pair{MaskState::Incorrect, probabilities.incorrect}, std::pair{MaskState::Unsure, probabilities.covered}}) {
        if (!std::isfinite(probability)) {
            return {};
        }
        if (probability > likely.probability) {
            likely = {state, probability};
        }
    }
    return likely;
}

MaskState stateOf(const Face &face, const MaskRules &rules) noexcept
{
    // Negated so that a NaN from a model counts as unusable.
    const bool usable = face.upright && face.score >= rules.minScore && face.sharpness >= rules.minSharpness &&
                        face.brightness >= rules.minBrightness && face.brightness <= rules.maxBrightness;
    if (!usable) {
        return MaskState::Unsure;
    }
    const LikelyState likely = likelyState(face.state);
    return likely.probability >= rules.minProbability ? likely.state : MaskState::Unsure;
}

std::vector<Face> countedFaces(const FacesSeen &seen, const MaskRules &rules)
{
    std::vector<Face> faces;
    std::copy_if(seen.faces.begin(), seen.faces.end(), std::back_inserter(faces),
                 [&](const Face &face) { return face.score >= rules.minScore; });
    std::stable_sort(faces.begin(), faces.end(), [](const Face &a, const Face &b) { return a.box.h > b.box.h; });
    return faces;
}

bool isNear(const Face &face, FrameSize frame, const MaskRules &rules) noexcept
{
    return frame.height > 0 && face.box.h >= rules.minFaceHeight * frame.height;
}

void MaskVote::add(MonoTime at, MaskState state, const MaskRules &rules)
{
    m_votes.push_back({at, state});
    std::erase_if(m_votes, [&](const Vote &vote) { return at - vote.at > rules.window; });
}

std::optional<MaskState> MaskVote::result(MonoTime now, const MaskRules &rules) const
{
    std::array<int, 4> tally{};
    int total = 0;
    for (const Vote &vote : m_votes) {
        if (now - vote.at <= rules.window) {
            ++tally[static_cast<std::size_t>(vote.state)];
            ++total;
        }
    }
    if (total < rules.minFrames) {
        return std::nullopt;
    }
    const auto most = std::max_element(tally.begin(), tally.end());
    if (*most < rules.agreement * total) {
        return MaskState::Unsure;
    }
    return static_cast<MaskState>(most - tally.begin());
}

} // namespace menshen
