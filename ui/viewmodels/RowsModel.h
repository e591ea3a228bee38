// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// Rows of named values for a view. New rows are compared with the old ones, so a delegate that a finger rests on is
/// not replaced by an update that does not concern it.
class RowsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a view model makes it")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    /// Every row holds one value for each role, in this order.
    explicit RowsModel(const QList<QByteArray> &roles, QObject *parent = nullptr);

    void show(const QList<QVariantList> &rows);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return m_roles; }

signals:
    void countChanged();

private:
    QHash<int, QByteArray> m_roles;
    QList<QVariantList> m_rows;
};

} // namespace menshen
