// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/SignIcon.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace menshen {

namespace {

// All shapes stand in a square of −1…1.

QPainterPath polygon(int corners, double turn)
{
    QPainterPath path;
    for (int i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        const QPointF point(std::cos(angle), std::sin(angle));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QPainterPath shapeOf(SignIcon::Kind kind)
{
    QPainterPath path;
    switch (kind) {
    case SignIcon::Attention:
        path.addPolygon(QPolygonF(QList<QPointF>{{0, -0.86}, {0.96, 0.82}, {-0.96, 0.82}}));
        path.closeSubpath();
        break;
    case SignIcon::Refuse:
        path = polygon(8, std::numbers::pi / 8);
        break;
    case SignIcon::Unknown:
        path.addRoundedRect(QRectF(-0.84, -0.84, 1.68, 1.68), 0.2, 0.2);
        break;
    case SignIcon::Moon: {
        QPainterPath shadow;
        path.addEllipse(QPointF(0, 0), 0.75, 0.75);
        shadow.addEllipse(QPointF(0.38, -0.26), 0.62, 0.62);
        path = path.subtracted(shadow);
        break;
    }
    case SignIcon::Sun:
        path.addEllipse(QPointF(0, 0), 0.42, 0.42);
        break;
    case SignIcon::Lock:
        path.addRoundedRect(QRectF(-0.62, -0.1, 1.24, 0.9), 0.14, 0.14);
        break;
    case SignIcon::Person:
        path.addEllipse(QPointF(0, -0.42), 0.36, 0.36);
        path.addRoundedRect(QRectF(-0.66, 0.1, 1.32, 1.2), 0.6, 0.6);
        path.setFillRule(Qt::WindingFill);
        break;
    case SignIcon::Pass:
        path.addEllipse(QPointF(0, 0), 0.94, 0.94);
        break;
    default:
        break;
    }
    return path;
}

void strokeLines(QPainter &painter, const QList<QPolygonF> &lines, const QColor &color, double width)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &line : lines) {
        painter.drawPolyline(line);
    }
}

void dot(QPainter &painter, QPointF at, double radius, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(at, radius, radius);
}

void questionMark(QPainter &painter, const QColor &color)
{
    QPainterPath path(QPointF(-0.32, -0.24));
    path.cubicTo(-0.32, -0.66, 0.34, -0.66, 0.34, -0.22);
    path.cubicTo(0.34, 0.06, 0.0, 0.04, 0.0, 0.28);
    painter.setPen(QPen(color, 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    dot(painter, {0, 0.56}, 0.13, color);
}

void sunRays(QPainter &painter, const QColor &color)
{
    QList<QPolygonF> rays;
    for (int i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi * i / 4;
        const QPointF direction(std::cos(angle), std::sin(angle));
        rays.append(QPolygonF({0.64 * direction, 0.86 * direction}));
    }
    strokeLines(painter, rays, color, 0.15);
}

void glyph(QPainter &painter, SignIcon::Kind kind, const QColor &color, const QColor &shapeColor)
{
    switch (kind) {
    case SignIcon::Pass:
        strokeLines(painter, {QPolygonF(QList<QPointF>{{-0.42, 0.02}, {-0.12, 0.34}, {0.44, -0.32}})}, color, 0.2);
        break;
    case SignIcon::Attention:
        strokeLines(painter, {QPolygonF(QList<QPointF>{{0, -0.3}, {0, 0.22}})}, color, 0.2);
        dot(painter, {0, 0.54}, 0.12, color);
        break;
    case SignIcon::Refuse:
        strokeLines(painter,
                    {QPolygonF(QList<QPointF>{{-0.36, -0.36}, {0.36, 0.36}}), QPolygonF(QList<QPointF>{{0.36, -0.36}, {-0.36, 0.36}})},
                    color, 0.2);
        break;
    case SignIcon::Unknown:
        questionMark(painter, color);
        break;
    case SignIcon::Measuring:
        for (const double x : {-0.6, 0.0, 0.6}) {
            dot(painter, {x, 0}, 0.19, shapeColor);
        }
        break;
    case SignIcon::Sun:
        sunRays(painter, shapeColor);
        break;
    case SignIcon::Cross:
        strokeLines(painter, {QPolygonF(QList<QPointF>{{-0.5, -0.5}, {0.5, 0.5}}), QPolygonF(QList<QPointF>{{0.5, -0.5}, {-0.5, 0.5}})},
                    shapeColor, 0.18);
        break;
    case SignIcon::Lock:
        painter.setPen(QPen(shapeColor, 0.18));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(QRectF(-0.38, -0.76, 0.76, 1.1), 0, 180 * 16);
        break;
    case SignIcon::None:
        dot(painter, {0, 0}, 0.3, shapeColor);
        break;
    default:
        break;
    }
}

} // namespace

SignIcon::SignIcon(QQuickItem *parent) : QQuickPaintedItem(parent) { setAntialiasing(true); }

void SignIcon::paint(QPainter *painter)
{
    const double half = std::min(width(), height()) / 2;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(width() / 2, height() / 2);
    painter->scale(half, half);
    painter->setClipRect(QRectF(-1, -1, 2, 2));
    painter->fillPath(shapeOf(m_kind), m_color);
    glyph(*painter, m_kind, m_glyphColor, m_color);
}

void SignIcon::setKind(int kind)
{
    if (m_kind != kind) {
        m_kind = static_cast<Kind>(kind);
        update();
        emit kindChanged();
    }
}

void SignIcon::setColor(const QColor &color)
{
    if (m_color != color) {
        m_color = color;
        update();
        emit colorChanged();
    }
}

void SignIcon::setGlyphColor(const QColor &color)
{
    if (m_glyphColor != color) {
        m_glyphColor = color;
        update();
        emit colorChanged();
    }
}

} // namespace menshen
