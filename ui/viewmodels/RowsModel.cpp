// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/RowsModel.h"

namespace menshen {

RowsModel::RowsModel(const QList<QByteArray> &roles, QObject *parent) : QAbstractListModel(parent)
{
    for (int i = 0; i < roles.size(); ++i) {
        m_roles.insert(Qt::UserRole + i, roles[i]);
    }
}

void RowsModel::show(const QList<QVariantList> &rows)
{
    const int before = count();
    const int now = static_cast<int>(rows.size());
    if (now < before) {
        beginRemoveRows({}, now, before - 1);
        m_rows.resize(now);
        endRemoveRows();
    }
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] != rows[i]) {
            m_rows[i] = rows[i];
            emit dataChanged(index(i), index(i));
        }
    }
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_rows.append(rows.mid(before));
        endInsertRows();
    }
    if (now != before) {
        emit countChanged();
    }
}

int RowsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count() || !m_roles.contains(role)) {
        return {};
    }
    return m_rows[index.row()].value(role - Qt::UserRole);
}

} // namespace menshen
