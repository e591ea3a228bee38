// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Mask.h"
#include "menshen/core/Units.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace menshen {

/// One person before the station for as long as it is sure that it is the same one; 0 is nobody. It recognises nobody: whoever
/// comes back is another subject. It lives in memory only.
struct SubjectId {
    std::uint64_t value = 0;

    [[nodiscard]] constexpr explicit operator bool() const noexcept { return value != 0; }
    friend constexpr auto operator<=>(SubjectId, SubjectId) = default;
};

/// When two pictures show the same subject; part of a plan.
struct SubjectRules {
    Micros maxGap = 400ms; ///< unseen for longer: another subject
    /// Intersection over union of a face and where it was expected, from one picture to the next and after `maxGap`; between
    /// the two in proportion: a head moves by inches in the time of a picture.
    double minOverlap = 0.7, minOverlapAfterGap = 0.55;
    double maxSizeRatio = 1.2;       ///< of a face's height from one picture to the next
    double maxLookDifference = 0.25; ///< see differenceOf(); larger: another subject
    Celsius maxStep{0.3};            ///< between successive readings of one skin; two beyond it in a row: another subject
};

/// How the subject in front came to be there.
enum class Continuity : std::uint8_t {
    Nobody, ///< nobody is near
    Same,   ///< the one of the picture before
    Unsure, ///< the same face, but others came near or went, or he was further away: measured anew
    Other   ///< another subject, or nobody can say that it is not
};

/// How much two looks differ: 0 (nothing tells them apart) … 1. The zone that differs most decides.
[[nodiscard]] double differenceOf(const FaceLook &a, const FaceLook &b) noexcept;

/// Follows faces from picture to picture by where they are expected, their size, and coarse colours, which may only tell two
/// subjects apart, never make one of them. Pure: no clock of its own. Colours are kept of the newest picture that showed a
/// face, and no longer than `maxGap` after it.
class SubjectTracker {
public:
    struct Seen {
        Continuity how = Continuity::Nobody;
        SubjectId subject; ///< who stands in front alone; of two or more: who did, while his face is followed still
        int near = 0;      ///< faces that are near
    };

    /// Takes a picture's faces; `faces` are those that count, in any order.
    Seen see(const std::vector<Face> &faces, FrameSize frame, MonoTime at, const MaskRules &mask, const SubjectRules &rules);

    /// Nothing is seen any more: whoever is seen next is another subject.
    void lose() noexcept;

    /// Forgets whoever has not been seen for too long, with his colours.
    void expire(MonoTime now, const SubjectRules &rules);

    void forgetLooks() noexcept;

    /// Something else than the pictures says that another one stands in front now: the same face is another subject from now on.
    SubjectId doubtFront() noexcept;

    /// For somebody who is dealt with by hand, without a face.
    [[nodiscard]] SubjectId somebody() noexcept { return {++m_last}; }

private:
    struct Track {
        SubjectId id;
        PixelBox box;
        double vx = 0, vy = 0; ///< of the box's middle, pixels a second
        MonoTime at;           ///< when it was seen last
        std::optional<FaceLook> look;
    };

    [[nodiscard]] SubjectId follow(const std::vector<Face> &faces, std::size_t nearest, MonoTime at, const SubjectRules &rules);

    std::vector<Track> m_tracks; ///< of the newest picture's faces, and of those not seen for less than `maxGap`
    std::uint64_t m_last = 0;
    SubjectId m_front;    ///< who stood in front alone last
    bool m_doubt = false; ///< since then others were near, or he was further away
};

} // namespace menshen
