// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Evaluation.h"

#include "drivers/vision/Overlaps.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace menshen::evaluation {
namespace {

std::vector<Face> countedBestFirst(std::span<const Face> found, const Rules &rules)
{
    std::vector<Face> counted;
    std::ranges::copy_if(found, std::back_inserter(counted), [&](const Face &face) { return face.score >= rules.told.minScore; });
    std::ranges::stable_sort(counted, std::ranges::greater{}, &Face::score);
    return counted;
}

bool hasSize(const PixelBox &box, Sizes sizes, const Rules &rules)
{
    switch (sizes) {
    case Sizes::LongerSide:
        return std::max(box.w, box.h) >= rules.minSide;
    case Sizes::ShorterSide:
        return std::min(box.w, box.h) >= rules.minSide;
    case Sizes::All:
        break;
    }
    return true;
}

Told toldOf(const Judged &judged)
{
    if (!judged.found)
        return Told::NotFound;
    return static_cast<Told>(judged.told); // the first four are the states
}
static_assert(static_cast<int>(Told::Unsure) == static_cast<int>(MaskState::Unsure));

/// How wrong, and how probable the detector held it.
std::pair<int, double> badness(const Judged &judged)
{
    if (!judged.found)
        return {0, 0};
    if (!judged.truth)
        return {2, judged.found->score};
    return {judged.told == MaskState::Unsure ? 1 : 2, likelyState(judged.found->state).probability};
}

} // namespace

std::vector<Judged> judge(std::span<const LabelledFace> truth, std::span<const Face> found, const Rules &rules)
{
    std::vector<Judged> all;
    for (const LabelledFace &face : truth)
        all.push_back({face, {}, MaskState::Unsure, false});
    for (const Face &face : countedBestFirst(found, rules)) {
        Judged *taken = nullptr;
        double most = 0;
        bool onAFace = false;
        for (Judged &judged : std::span(all).first(truth.size())) {
            const double overlap = detector::overlapOf(face.box, judged.truth->box);
            onAFace = onAFace || overlap >= rules.minOverlap;
            if (overlap >= rules.minOverlap && overlap > most && !judged.found) {
                taken = &judged;
                most = overlap;
            }
        }
        if (taken != nullptr) {
            taken->found = face;
            taken->told = stateOf(face, rules.told);
        } else if (hasSize(face.box, Sizes::LongerSide, rules)) {
            all.push_back({{}, face, stateOf(face, rules.told), onAFace});
        }
    }
    return all;
}

void Tally::add(std::span<const Judged> picture, const Rules &rules)
{
    ++pictures;
    for (const Judged &judged : picture) {
        if (judged.truth && !judged.truth->counts)
            continue;
        if (!judged.truth) {
            ++falseFaces;
            secondBoxes += judged.second ? 1 : 0;
            continue;
        }
        for (const auto sizes : {Sizes::All, Sizes::LongerSide, Sizes::ShorterSide})
            if (hasSize(judged.truth->box, sizes, rules))
                ++rows[static_cast<std::size_t>(sizes)][static_cast<std::size_t>(judged.truth->state)]
                      [static_cast<std::size_t>(toldOf(judged))];
        const auto winner = judged.found ? likelyState(judged.found->state) : LikelyState{};
        if (winner.probability == 0)
            continue;
        const auto tenth = static_cast<std::size_t>(std::clamp(winner.probability, 0.0, 1.0) * static_cast<double>(reliability.size()));
        auto &bin = reliability[std::min(tenth, reliability.size() - 1)];
        ++bin.faces;
        bin.right += winner.state == judged.truth->state ? 1 : 0;
    }
}

const Row &Tally::row(Sizes sizes, MaskState truth) const { return rows[static_cast<std::size_t>(sizes)][static_cast<std::size_t>(truth)]; }

int sumOf(const Row &row) noexcept { return std::accumulate(row.begin(), row.end(), 0); }

bool worse(const Judged &a, const Judged &b) noexcept { return badness(a) > badness(b); }

} // namespace menshen::evaluation
