// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace menshen {

/// A sign whose shape alone tells its meaning: ✓ in a circle, ! in a triangle, ✕ in an octagon, ? in a square.
class SignIcon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY kindChanged FINAL)        ///< a Kind
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL) ///< of the shape
    Q_PROPERTY(QColor glyphColor READ glyphColor WRITE setGlyphColor NOTIFY colorChanged FINAL)
public:
    enum Kind { None, Measuring, Pass, Attention, Refuse, Unknown, Sun, Moon, Lock, Person, Cross };
    Q_ENUM(Kind)

    explicit SignIcon(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

    [[nodiscard]] int kind() const { return m_kind; }
    void setKind(int kind);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    [[nodiscard]] QColor glyphColor() const { return m_glyphColor; }
    void setGlyphColor(const QColor &color);

signals:
    void kindChanged();
    void colorChanged();

private:
    Kind m_kind = None;
    QColor m_color = Qt::gray;
    QColor m_glyphColor = Qt::white;
};

} // namespace menshen
