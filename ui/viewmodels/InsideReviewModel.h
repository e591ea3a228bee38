// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/BackOffice.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// People whom the count of the day before left inside: somebody walks through the hall and says how many there are.
class InsideReviewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL) ///< empty: nothing is left over, or somebody has looked
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    InsideReviewModel(const UiParts &parts, BackOffice &backOffice, QObject *parent = nullptr)
        : QObject(parent), m_post(parts.post), m_backOffice(backOffice)
    {
    }

    void show(const SnapshotPtr &snapshot);
    void retranslate() { emit changed(); }

    Q_INVOKABLE void review(const QString &found); ///< a number
    Q_INVOKABLE void forgetProblem();

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString problem() const;

signals:
    void changed();
    void recorded();

private:
    std::function<void(StationCommand)> m_post;
    BackOffice &m_backOffice;
    std::optional<int> m_leftOver;
    bool m_busy = false;
    std::optional<Error> m_error;
};

} // namespace menshen
