// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/Brush.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace menshen {
namespace {

constexpr int kFixedBits = 4; ///< sub-pixel bits of OpenCV's drawing: smooth motion
constexpr int kCurveSteps = 6;

cv::Point2d catmullRom(cv::Point2d a, cv::Point2d b, cv::Point2d c, cv::Point2d d, double t)
{
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * (t * t) + (3 * b - a - 3 * c + d) * (t * t * t));
}

Outline curve(const Outline &corners, bool closed)
{
    const int n = static_cast<int>(corners.size());
    const auto at = [&](int i) { return corners[static_cast<std::size_t>(closed ? (i + n) % n : std::clamp(i, 0, n - 1))]; };
    Outline line;
    for (int i = 0; i < (closed ? n : n - 1); ++i)
        for (int k = 0; k < kCurveSteps; ++k)
            line.push_back(catmullRom(at(i - 1), at(i), at(i + 1), at(i + 2), static_cast<double>(k) / kCurveSteps));
    if (!closed)
        line.push_back(corners.back());
    return line;
}

/// Moves one pixel towards `colour` by `share` of 65536. Plain integers: a debug build draws live pictures as well.
void mix(std::uint8_t *pixel, const std::array<int, 3> &colour, int share)
{
    pixel[0] = static_cast<std::uint8_t>(pixel[0] + (((colour[0] - pixel[0]) * share) >> 16));
    pixel[1] = static_cast<std::uint8_t>(pixel[1] + (((colour[1] - pixel[1]) * share) >> 16));
    pixel[2] = static_cast<std::uint8_t>(pixel[2] + (((colour[2] - pixel[2]) * share) >> 16));
}

std::array<int, 3> inBytes(const cv::Scalar &colour)
{
    const auto byte = [&](int channel) { return static_cast<int>(cv::saturate_cast<std::uint8_t>(colour[channel])); };
    return {byte(0), byte(1), byte(2)};
}

} // namespace

Brush::Brush(cv::Mat &picture, cv::Point2d origin, double unit, double tilt)
    : m_picture(picture), m_origin(origin), m_unit(unit), m_cos(std::cos(tilt)), m_sin(std::sin(tilt))
{
}

Brush Brush::inside(const Outline &shape) const
{
    Brush brush = *this;
    brush.m_stencil = cv::Mat::zeros(m_picture.size(), CV_8U);
    cv::fillPoly(brush.m_stencil, std::vector{toFixed(shape, {0, 0})}, cv::Scalar(255), cv::LINE_AA, kFixedBits);
    return brush;
}

cv::Point2d Brush::toPixel(cv::Point2d p) const
{
    return {m_origin.x + m_unit * (p.x * m_cos - p.y * m_sin), m_origin.y + m_unit * (p.x * m_sin + p.y * m_cos)};
}

std::vector<cv::Point> Brush::toFixed(const Outline &shape, cv::Point corner) const
{
    std::vector<cv::Point> points;
    for (const cv::Point2d &p : shape) {
        const cv::Point2d pixel = (toPixel(p) - cv::Point2d(corner)) * (1 << kFixedBits);
        points.emplace_back(static_cast<int>(std::lround(pixel.x)), static_cast<int>(std::lround(pixel.y)));
    }
    return points;
}

cv::Rect Brush::boundsOf(const Outline &shape, double margin) const
{
    cv::Point2d low(1e9, 1e9), high(-1e9, -1e9);
    for (const cv::Point2d &p : shape) {
        const cv::Point2d pixel = toPixel(p);
        low = {std::min(low.x, pixel.x), std::min(low.y, pixel.y)};
        high = {std::max(high.x, pixel.x), std::max(high.y, pixel.y)};
    }
    const double grow = margin * m_unit + 2;
    const cv::Point corner(static_cast<int>(low.x - grow), static_cast<int>(low.y - grow));
    const cv::Point end(static_cast<int>(high.x + grow) + 1, static_cast<int>(high.y + grow) + 1);
    return cv::Rect(corner, end) & cv::Rect(0, 0, m_picture.cols, m_picture.rows);
}

void Brush::blend(cv::Rect area, cv::Mat cover, const cv::Scalar &colour, double alpha, double soft) const
{
    if (const double sigma = soft * m_unit / 2; sigma > 0.4)
        cv::GaussianBlur(cover, cover, {}, sigma);
    if (!m_stencil.empty())
        cv::min(cover, m_stencil(area), cover);
    const std::array<int, 3> bytes = inBytes(colour);
    const int full = static_cast<int>(alpha * 65536 / 255);
    for (int y = 0; y < area.height; ++y) {
        const auto *share = cover.ptr<std::uint8_t>(y);
        auto *pixel = m_picture.ptr<std::uint8_t>(area.y + y) + 3 * static_cast<std::ptrdiff_t>(area.x);
        for (int x = 0; x < area.width; ++x, pixel += 3)
            if (share[x] != 0)
                mix(pixel, bytes, full * share[x]);
    }
}

void Brush::fill(const Outline &shape, const cv::Scalar &colour, double alpha, double soft) const
{
    const cv::Rect area = boundsOf(shape, soft * 1.5);
    if (area.empty())
        return;
    cv::Mat cover = cv::Mat::zeros(area.size(), CV_8U);
    cv::fillPoly(cover, std::vector{toFixed(shape, area.tl())}, cv::Scalar(255), cv::LINE_AA, kFixedBits);
    blend(area, cover, colour, alpha, soft);
}

void Brush::fillShaded(const Outline &shape, const cv::Scalar &top, const cv::Scalar &bottom) const
{
    const cv::Rect area = boundsOf(shape, 0);
    if (area.empty())
        return;
    cv::Mat cover = cv::Mat::zeros(area.size(), CV_8U);
    cv::fillPoly(cover, std::vector{toFixed(shape, area.tl())}, cv::Scalar(255), cv::LINE_AA, kFixedBits);
    for (int y = 0; y < area.height; ++y) {
        const double down = static_cast<double>(y) / area.height;
        blend({area.x, area.y + y, area.width, 1}, cover.row(y), top * (1 - down) + bottom * down, 1, 0);
    }
}

void Brush::spot(cv::Point2d middle, cv::Size2d radius, const cv::Scalar &colour, double alpha) const
{
    const cv::Rect area = boundsOf(ellipse(middle, radius * 2.0), 0);
    if (area.empty())
        return;
    cv::Mat cover(area.size(), CV_8U);
    const cv::Point2d centre = toPixel(middle);
    const double perX = 1 / (2 * radius.width * m_unit), perY = 1 / (2 * radius.height * m_unit);
    for (int y = 0; y < area.height; ++y) {
        auto *share = cover.ptr<std::uint8_t>(y);
        const double dy = area.y + y - centre.y;
        for (int x = 0; x < area.width; ++x) {
            const double dx = area.x + x - centre.x;
            const double u = (dx * m_cos + dy * m_sin) * perX, v = (dy * m_cos - dx * m_sin) * perY;
            const double fade = 1 - (u * u + v * v); // a cheap bell: 0 at twice the radius
            share[x] = fade > 0 ? static_cast<std::uint8_t>(255 * fade * fade * fade) : std::uint8_t{0};
        }
    }
    blend(area, cover, colour, alpha, 0);
}

void Brush::disc(cv::Point2d middle, cv::Size2d radius, const cv::Scalar &colour, double alpha, double soft) const
{
    fill(ellipse(middle, radius), colour, alpha, soft);
}

void Brush::stroke(const Outline &line, double width, const cv::Scalar &colour, double alpha, double soft) const
{
    const cv::Rect area = boundsOf(line, width + soft * 1.5);
    if (area.empty())
        return;
    // A line thinner than a pixel is drawn one pixel wide and paler.
    const double pixels = width * m_unit;
    cv::Mat cover = cv::Mat::zeros(area.size(), CV_8U);
    cv::polylines(cover, std::vector{toFixed(line, area.tl())}, false, cv::Scalar(255), std::max(1, static_cast<int>(std::lround(pixels))),
                  cv::LINE_AA, kFixedBits);
    blend(area, cover, colour, alpha * std::clamp(pixels, 0.25, 1.0), soft);
}

Outline smoothLoop(const Outline &corners) { return curve(corners, true); }

Outline smoothPath(const Outline &corners) { return curve(corners, false); }

Outline mirroredLoop(Outline rightHalf)
{
    for (std::size_t i = rightHalf.size(); i-- > 0;)
        if (rightHalf[i].x > 0)
            rightHalf.emplace_back(-rightHalf[i].x, rightHalf[i].y);
    return smoothLoop(rightHalf);
}

Outline ellipse(cv::Point2d middle, cv::Size2d radius)
{
    constexpr int corners = 28;
    Outline shape;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * CV_PI * i / corners;
        shape.emplace_back(middle.x + radius.width * std::cos(angle), middle.y + radius.height * std::sin(angle));
    }
    return shape;
}

} // namespace menshen
