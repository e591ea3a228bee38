// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Feasibility.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr double kTie = 1e-9; ///< what is said to do must do, to the last bit of a double

/// Pictures and answers do not come like a clock's ticks: what is to hold two of them must hold one and a half intervals.
Micros longestForTwo(Micros span) { return span * 2 / 3; }

/// So many within `span`, when the first one lies at its very beginning.
Micros longestFor(int count, Micros span) { return count < 2 ? Micros::max() : span / (count - 1); }

std::string inMillis(Micros time) { return std::to_string(time / 1ms) + " ms"; }

/// Rounded up to a tenth: what is said must do.
std::string perSecond(Micros interval)
{
    const auto tenths = (Micros{10s} + interval - Micros{1}) / interval;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

struct Limit {
    Needed what;
    Micros slowest;
    std::string why;
};

std::vector<Limit> limitsOfPictures(const Plan &plan)
{
    std::vector<Limit> limits{{Needed::SameSubject, longestForTwo(plan.subject.maxGap),
                               "subject.max_gap_ms is " + inMillis(plan.subject.maxGap) + ": each picture would show another person"},
                              {Needed::FaceStays, longestForTwo(plan.faceGone),
                               "timing.face_gone_ms is " + inMillis(plan.faceGone) + ": everybody would have gone between two pictures"}};
    if (plan.maskCheck != CheckLevel::Off || plan.staff.mask != CheckLevel::Off) {
        limits.push_back(
            {Needed::MaskFrames, longestFor(plan.mask.minFrames, plan.mask.window),
             "mask.min_frames is " + std::to_string(plan.mask.minFrames) + " within mask.window_ms of " + inMillis(plan.mask.window)});
    }
    return limits;
}

std::vector<Limit> limitsOfSamples(const Plan &plan)
{
    if (plan.temperatureCheck == CheckLevel::Off && plan.staff.temperature == CheckLevel::Off) {
        return {};
    }
    const TemperatureRules &rules = plan.temperature;
    return {
        {Needed::Samples, longestFor(rules.minSamples, rules.window),
         "temperature.min_samples is " + std::to_string(rules.minSamples) + " within temperature.window_ms of " + inMillis(rules.window)},
        {Needed::FreshSample, longestForTwo(rules.maxAge), "temperature.max_age_ms is " + inMillis(rules.maxAge)}};
}

} // namespace

std::vector<Infeasible> infeasible(const Plan &plan, const Pace &pace)
{
    std::vector<Infeasible> found;
    if (pace.sampleInterval) {
        for (const Limit &limit : limitsOfSamples(plan)) {
            if (*pace.sampleInterval > limit.slowest) {
                found.push_back({limit.what, limit.slowest, "at most " + inMillis(limit.slowest) + ": the plan's " + limit.why});
            }
        }
    }
    if (pace.picturesPerSecond) {
        for (const Limit &limit : limitsOfPictures(plan)) {
            if (!(*pace.picturesPerSecond * std::chrono::duration<double>(limit.slowest).count() >= 1.0 - kTie)) {
                found.push_back({limit.what, limit.slowest, "at least " + perSecond(limit.slowest) + ": the plan's " + limit.why});
            }
        }
    }
    return found;
}

double picturesNeeded(const Plan &plan)
{
    Micros slowest = Micros::max();
    for (const Limit &limit : limitsOfPictures(plan)) {
        slowest = std::min(slowest, limit.slowest);
    }
    return 1.0 / std::chrono::duration<double>(slowest).count();
}

bool areTooFewPictures(double picturesPerSecond, const Plan &plan) { return !infeasible(plan, {{}, picturesPerSecond}).empty(); }

} // namespace menshen
