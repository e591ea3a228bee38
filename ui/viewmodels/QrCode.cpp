// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/QrCode.h"

#include <QPainter>

#include <algorithm>

namespace menshen {

QrCode::QrCode(QQuickItem *parent) : QQuickPaintedItem(parent) {}

void QrCode::paint(QPainter *painter)
{
    const int squares = static_cast<int>(m_rows.size()) + 2 * kQuietZone;
    const int side = static_cast<int>(std::min(width(), height()));
    const int square = std::max(1, side / squares);
    const int left = (static_cast<int>(width()) - square * squares) / 2;
    const int top = (static_cast<int>(height()) - square * squares) / 2;
    painter->fillRect(QRect(left, top, square * squares, square * squares), Qt::white);
    for (int y = 0; y < m_rows.size(); ++y) {
        for (int x = 0; x < m_rows[y].size(); ++x) {
            if (m_rows[y][x] == QLatin1Char('1')) {
                painter->fillRect(left + (x + kQuietZone) * square, top + (y + kQuietZone) * square, square, square, Qt::black);
            }
        }
    }
}

void QrCode::setRows(const QStringList &rows)
{
    if (m_rows != rows) {
        m_rows = rows;
        update();
        emit rowsChanged();
    }
}

} // namespace menshen
