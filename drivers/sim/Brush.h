// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace menshen {

using Outline = std::vector<cv::Point2d>;

/// Paints smooth shapes in a figure's own units onto an 8-bit BGR picture: the origin is the middle of the face, one
/// unit is the face's height, y points down. What lies outside the picture is cut off.
class Brush {
public:
    /// `unit` in pixels; `tilt` in radians, clockwise.
    Brush(cv::Mat &picture, cv::Point2d origin, double unit, double tilt);

    /// The same brush, which paints only inside `shape`.
    [[nodiscard]] Brush inside(const Outline &shape) const;

    /// A filled shape; `soft` is the width of its edge's fade, `alpha` 0…1 how much it covers.
    void fill(const Outline &shape, const cv::Scalar &colour, double alpha = 1, double soft = 0) const;
    /// As fill(), the colour running from `top` to `bottom` down the shape.
    void fillShaded(const Outline &shape, const cv::Scalar &top, const cv::Scalar &bottom) const;
    /// A spot that fades out from its middle: light and shade.
    void spot(cv::Point2d middle, cv::Size2d radius, const cv::Scalar &colour, double alpha) const;
    void disc(cv::Point2d middle, cv::Size2d radius, const cv::Scalar &colour, double alpha = 1, double soft = 0) const;
    void stroke(const Outline &line, double width, const cv::Scalar &colour, double alpha = 1, double soft = 0) const;

private:
    [[nodiscard]] cv::Point2d toPixel(cv::Point2d p) const;
    [[nodiscard]] std::vector<cv::Point> toFixed(const Outline &shape, cv::Point corner) const;
    [[nodiscard]] cv::Rect boundsOf(const Outline &shape, double margin) const;
    void blend(cv::Rect area, cv::Mat cover, const cv::Scalar &colour, double alpha, double soft) const;

    cv::Mat &m_picture;
    cv::Point2d m_origin;
    double m_unit;
    double m_cos, m_sin;
    cv::Mat m_stencil; ///< 8-bit, of the picture's size; empty: everywhere
};

/// A smooth closed curve through `corners`.
[[nodiscard]] Outline smoothLoop(const Outline &corners);
/// A smooth open curve through `corners`.
[[nodiscard]] Outline smoothPath(const Outline &corners);
/// The right half from top to bottom, and its mirror image upwards: a symmetric smooth loop.
[[nodiscard]] Outline mirroredLoop(Outline rightHalf);
[[nodiscard]] Outline ellipse(cv::Point2d middle, cv::Size2d radius);

} // namespace menshen
