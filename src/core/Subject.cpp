// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Subject.h"

#include <algorithm>
#include <cmath>

namespace menshen {

namespace {

/// Faces that overlap by more than this cross: who is who is not sure afterwards.
constexpr double kCrossing = 0.1;

double overlap(const PixelBox &a, const PixelBox &b)
{
    const double w = std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x);
    const double h = std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y);
    if (!(w > 0) || !(h > 0)) {
        return 0;
    }
    return w * h / (a.w * a.h + b.w * b.h - w * h);
}

bool isAlikeInSize(const PixelBox &a, const PixelBox &b, double ratio) { return a.h <= ratio * b.h && b.h <= ratio * a.h; }

double seconds(Micros duration) { return std::chrono::duration<double>(duration).count(); }

} // namespace

double differenceOf(const FaceLook &a, const FaceLook &b) noexcept
{
    double worst = 0;
    for (std::size_t zone = 0; zone < FaceLook::kZones; ++zone) {
        int sumA = 0, sumB = 0, apart = 0;
        for (std::size_t colour = 0; colour < FaceLook::kColours; ++colour) {
            sumA += a.share[zone][colour];
            sumB += b.share[zone][colour];
            apart += std::abs(a.share[zone][colour] - b.share[zone][colour]);
        }
        if (sumA > 0 && sumB > 0) { // a zone outside the picture tells nothing
            worst = std::max(worst, apart / 510.0);
        }
    }
    return std::min(worst, 1.0);
}

SubjectId SubjectTracker::follow(const std::vector<Face> &faces, std::size_t nearest, MonoTime at, const SubjectRules &rules)
{
    struct Pair {
        std::size_t track, face;
        double overlap;
    };
    std::vector<Pair> pairs;
    for (std::size_t t = 0; t < m_tracks.size(); ++t) {
        const Track &track = m_tracks[t];
        const double dt = seconds(at - track.at);
        PixelBox expected = track.box;
        expected.x += track.vx * dt;
        expected.y += track.vy * dt;
        const double gap = std::clamp(dt / std::max(seconds(rules.maxGap), 1e-3), 0.0, 1.0);
        const double least = rules.minOverlap + gap * (rules.minOverlapAfterGap - rules.minOverlap);
        for (std::size_t f = 0; f < faces.size(); ++f) {
            const double share = std::max(overlap(expected, faces[f].box), overlap(track.box, faces[f].box));
            const bool looksOther = track.look && faces[f].look && differenceOf(*track.look, *faces[f].look) > rules.maxLookDifference;
            if (share >= least && isAlikeInSize(track.box, faces[f].box, rules.maxSizeRatio) && !looksOther) {
                pairs.push_back({t, f, share});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.overlap > b.overlap; });

    const auto claims = [&](auto member, std::size_t value) {
        return std::count_if(pairs.begin(), pairs.end(), [&](const Pair &pair) { return pair.*member == value; });
    };
    std::vector<Track> followed;
    std::vector<bool> taken(m_tracks.size(), false);
    SubjectId front;
    for (std::size_t f = 0; f < faces.size(); ++f) {
        const Face &face = faces[f];
        const bool crosses = std::any_of(faces.begin(), faces.end(),
                                         [&](const Face &other) { return &other != &face && overlap(other.box, face.box) > kCrossing; });
        Track track{{}, face.box, 0, 0, at, face.look};
        // One face for one track, and nobody over him: otherwise he may be either.
        const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const Pair &p) { return p.face == f; });
        if (pair != pairs.end() && !crosses && claims(&Pair::face, f) == 1 && claims(&Pair::track, pair->track) == 1) {
            const Track &before = m_tracks[pair->track];
            taken[pair->track] = true;
            track.id = before.id;
            if (const double dt = seconds(at - before.at); dt > 0) {
                track.vx = ((face.box.x + face.box.w / 2) - (before.box.x + before.box.w / 2)) / dt;
                track.vy = ((face.box.y + face.box.h / 2) - (before.box.y + before.box.h / 2)) / dt;
            } else {
                track.vx = before.vx;
                track.vy = before.vy;
            }
        } else {
            track.id = somebody();
            for (const Pair &claimed : pairs) { // nor does his track wait for him
                if (claimed.face == f) {
                    taken[claimed.track] = true;
                }
            }
        }
        if (f == nearest) {
            front = track.id;
        }
        followed.push_back(track);
    }
    for (std::size_t t = 0; t < m_tracks.size(); ++t) {
        // Where another face is now, whoever stood there is not found again.
        const bool covered =
            std::any_of(faces.begin(), faces.end(), [&](const Face &face) { return overlap(m_tracks[t].box, face.box) > kCrossing; });
        if (!taken[t] && !covered) {
            followed.push_back(m_tracks[t]);
        }
    }
    m_tracks = std::move(followed);
    return front;
}

SubjectTracker::Seen SubjectTracker::see(const std::vector<Face> &faces, FrameSize frame, MonoTime at, const MaskRules &mask,
                                         const SubjectRules &rules)
{
    expire(at, rules);
    Seen seen;
    std::size_t nearest = faces.size();
    for (std::size_t f = 0; f < faces.size(); ++f) {
        if (isNear(faces[f], frame, mask)) {
            ++seen.near;
            nearest = nearest == faces.size() || faces[f].box.h > faces[nearest].box.h ? f : nearest;
        }
    }
    const SubjectId front = follow(faces, nearest, at, rules);
    const bool followed =
        std::any_of(m_tracks.begin(), m_tracks.end(), [&](const Track &track) { return track.id == m_front && track.at == at; });
    if (seen.near == 0) {
        m_doubt = m_doubt || followed; // he went further away
        return seen;
    }
    if (seen.near > 1) {
        m_doubt = true;
        seen.how = followed ? Continuity::Unsure : Continuity::Other;
        seen.subject = followed ? m_front : SubjectId{};
        return seen;
    }
    seen.subject = front;
    seen.how = front != m_front ? Continuity::Other : m_doubt ? Continuity::Unsure : Continuity::Same;
    m_front = front;
    // Whoever stood beside him a moment ago may only have been missed in this picture.
    m_doubt = std::any_of(m_tracks.begin(), m_tracks.end(), [&](const Track &track) {
        Face missed;
        missed.box = track.box;
        return track.at != at && isNear(missed, frame, mask);
    });
    return seen;
}

void SubjectTracker::lose() noexcept
{
    m_tracks.clear();
    m_front = {};
    m_doubt = false;
}

SubjectId SubjectTracker::doubtFront() noexcept
{
    const SubjectId another = somebody();
    for (Track &track : m_tracks) {
        if (track.id == m_front) {
            track.id = another;
        }
    }
    m_front = another;
    return another;
}

void SubjectTracker::expire(MonoTime now, const SubjectRules &rules)
{
    std::erase_if(m_tracks, [&](const Track &track) { return now - track.at > rules.maxGap || now < track.at; });
}

void SubjectTracker::forgetLooks() noexcept
{
    for (Track &track : m_tracks) {
        track.look.reset();
    }
}

} // namespace menshen
