// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickPaintedItem>
#include <QStringList>

namespace menshen {

/// A QR code: black on white in both themes, whole pixels a square, with the quiet zone of four squares that readers need.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QStringList rows READ rows WRITE setRows NOTIFY rowsChanged FINAL) ///< of 0 and 1, without the quiet zone
public:
    static constexpr int kQuietZone = 4;

    explicit QrCode(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

    [[nodiscard]] QStringList rows() const { return m_rows; }
    void setRows(const QStringList &rows);

signals:
    void rowsChanged();

private:
    QStringList m_rows;
};

} // namespace menshen
