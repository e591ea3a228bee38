// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace menshen {

/// How a mask is worn. `Incorrect`: below the nose or on the chin. `Unsure` is never a pass.
enum class MaskState : std::uint8_t { Mask, NoMask, Incorrect, Unsure };

struct PixelBox {
    double x = 0, y = 0, w = 0, h = 0;
};

struct FrameSize {
    int width = 0, height = 0;
};

/// Softmax of the classifier; sums to 1. `covered`: a hand, a cup or a scarf hides what would tell.
struct MaskProbabilities {
    double mask = 0, noMask = 0, incorrect = 0, covered = 0;
};

/// Coarse colours of a face and of what is worn below it: of each zone (hair, face, clothes) how much of it is of which colour.
/// It tells two people apart at best, never that two pictures show the same one; it is in no snapshot, log or capture.
struct FaceLook {
    static constexpr std::size_t kZones = 3;
    static constexpr std::size_t kColours = 12;                     ///< eight hues, four greys
    std::array<std::array<std::uint8_t, kColours>, kZones> share{}; ///< of 255; the shares of a zone add up to about 255

    friend bool operator==(const FaceLook &, const FaceLook &) = default;
};

/// One face in one frame, as a detector sees it.
struct Face {
    PixelBox box;     ///< in the picture's pixels
    double score = 0; ///< 0…1, that this is a face
    MaskProbabilities state;
    double sharpness = 0;           ///< variance of the Laplacian on the face, 8-bit grey, 96 pixels wide at most
    double brightness = 0;          ///< mean grey of the face, 0…255
    bool upright = true;            ///< false: it lies on its side or stands on its head, or may; what it wears is not told
    std::optional<FaceLook> look{}; ///< absent: nobody looked
};

/// All faces of one frame.
struct FacesSeen {
    MonoTime at; ///< when the frame was taken
    FrameSize frame;
    std::vector<Face> faces;
};

/// When a face counts, and when frames agree; part of a plan.
struct MaskRules {
    double minScore = 0.5;       ///< below it a detection is not a face
    double minFaceHeight = 0.22; ///< of the picture's height: nearer than "come closer"
    double minProbability = 0.5; ///< a single frame's winner must reach it, or the frame votes unsure
    double minSharpness = 20.0;
    double minBrightness = 25.0;
    double maxBrightness = 235.0;
    Micros window = 600ms;
    int minFrames = 5;
    double agreement = 0.8; ///< share of the window's frames that must say the same
};

/// The most probable state and how probable it is. `Unsure` when that is "covered", or when a number is none.
struct LikelyState {
    MaskState state = MaskState::Unsure;
    double probability = 0;
};
[[nodiscard]] LikelyState likelyState(const MaskProbabilities &probabilities) noexcept;

/// What one face says in one frame.
[[nodiscard]] MaskState stateOf(const Face &face, const MaskRules &rules) noexcept;

/// Faces that count (score), the nearest first.
[[nodiscard]] std::vector<Face> countedFaces(const FacesSeen &seen, const MaskRules &rules);

[[nodiscard]] bool isNear(const Face &face, FrameSize frame, const MaskRules &rules) noexcept;

/// A stable answer over frames, or unsure; never a single frame. A value: copyable, no clock of its own.
class MaskVote {
public:
    void add(MonoTime at, MaskState state, const MaskRules &rules);
    void clear() noexcept { m_votes.clear(); }

    /// Absent while too few frames were seen; `Unsure` when enough were seen and they disagree.
    [[nodiscard]] std::optional<MaskState> result(MonoTime now, const MaskRules &rules) const;

private:
    struct Vote {
        MonoTime at;
        MaskState state;
    };
    std::vector<Vote> m_votes; ///< within the window, oldest first
};

} // namespace menshen
