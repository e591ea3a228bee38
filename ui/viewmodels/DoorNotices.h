// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace menshen {

/// What has to be noticed about whoever stands at the door, visitor or staff, beside the verdict. An empty text: nothing to
/// be noticed.
class DoorNotices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the door's model makes it")
    Q_PROPERTY(QString held READ held NOTIFY changed FINAL) ///< he is to wait here: from the first reading on
    Q_PROPERTY(bool told READ isTold NOTIFY changed FINAL)  ///< the leading group is, or has been
    Q_PROPERTY(bool mayBeAnother READ mayBeAnother NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)   ///< that it is not sure who stands there
    Q_PROPERTY(QString face READ face NOTIFY changed FINAL) ///< that the guard is to look at the mask
    Q_PROPERTY(QString instrument READ instrument NOTIFY changed FINAL)
    Q_PROPERTY(QString warmEmpty READ warmEmpty NOTIFY changed FINAL)
public:
    DoorNotices(const StationConfig &config, std::function<void(StationCommand)> post, QObject *parent = nullptr);

    void show(const SnapshotPtr &snapshot);
    void retranslate() { emit changed(); }

    Q_INVOKABLE void anotherIncident(); ///< the one in front is not the open incident's person

    [[nodiscard]] QString held() const;
    [[nodiscard]] bool isTold() const { return isHere() && door().finding.told; }
    [[nodiscard]] bool mayBeAnother() const { return isTold() && door().finding.joined; }
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString face() const;
    [[nodiscard]] QString instrument() const;
    [[nodiscard]] QString warmEmpty() const;

signals:
    void changed();

private:
    [[nodiscard]] const ScreeningState &door() const { return m_snapshot->door; }
    [[nodiscard]] bool isHere() const { return door().phase == Phase::Screening; }

    UtcOffset m_offset;
    std::function<void(StationCommand)> m_post;
    SnapshotPtr m_snapshot;
};

} // namespace menshen
