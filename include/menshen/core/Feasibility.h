// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Plan.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// How fast the instruments answer; absent: there is none, or nobody knows.
struct Pace {
    std::optional<Micros> sampleInterval;    ///< between two answers of the thermometer
    std::optional<double> picturesPerSecond; ///< that somebody has looked for faces in
};

/// What a pace is asked to be for.
enum class Needed : std::uint8_t {
    Samples,     ///< `minSamples` within the window
    FreshSample, ///< one within `maxAge`
    MaskFrames,  ///< `minFrames` within the window
    SameSubject, ///< two pictures within `maxGap`, or everybody is another person in each
    FaceStays,   ///< two pictures within `faceGone`
};

struct Infeasible {
    Needed what = Needed::Samples;
    Micros slowest{0};  ///< the longest interval between two samples or pictures that would do
    std::string remedy; ///< in the log's words; names the plan's keys
};

/// Why, at this pace, the plan can never come to a result; empty: it can. For settings, and for what was measured at the door.
[[nodiscard]] std::vector<Infeasible> infeasible(const Plan &plan, const Pace &pace);

/// The fewest pictures a second with which the plan can come to a result.
[[nodiscard]] double picturesNeeded(const Plan &plan);

/// The door says so: a mask or a face cannot be told from so few pictures. `picturesPerSecond` as measured over some seconds.
[[nodiscard]] bool areTooFewPictures(double picturesPerSecond, const Plan &plan);

} // namespace menshen
