// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/RowsModel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace menshen {

/// The ways to the leading group: what came of the newest message on each, a trial of each, and who is told in which order.
class MessagesDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(menshen::RowsModel *couriers READ couriers CONSTANT FINAL) ///< id, title, detail, sign, word, what, to, asksTo, busy
    Q_PROPERTY(menshen::RowsModel *ladder READ ladder CONSTANT FINAL)     ///< title, detail
    Q_PROPERTY(QString advice READ advice NOTIFY changed FINAL)           ///< what is missing in the settings; empty: nothing
public:
    explicit MessagesDesk(const UiParts &parts, QObject *parent = nullptr);

    void enter(); ///< the section is looked at: who is told by the roster of now
    void show(const SnapshotPtr &snapshot);
    void setLanguage(Language language);

    /// Whether a trial may go to `to`: a mail address, a mobile number, or nobody where the courier has its own group.
    [[nodiscard]] Q_INVOKABLE bool isAddress(const QString &courier, const QString &to) const;
    Q_INVOKABLE void tryOut(const QString &courier, const QString &to);

    [[nodiscard]] RowsModel *couriers() { return &m_couriers; }
    [[nodiscard]] RowsModel *ladder() { return &m_ladder; }
    [[nodiscard]] QString advice() const;

signals:
    void changed();

private:
    void showCouriers();
    void showLadder();
    [[nodiscard]] QString usualAddress(const CourierSettings &courier) const;

    std::function<void(StationCommand)> m_post;
    const std::string m_stationName;
    const UtcOffset m_offset;
    const std::vector<CourierSettings> m_settings;
    const EscalationPolicy m_configured;
    const RegisterOffice &m_registers;
    EscalationPolicy m_policy; ///< as of when the section was entered
    Language m_language;
    WallTime m_now;
    std::shared_ptr<const std::vector<CourierView>> m_views;
    RowsModel m_couriers, m_ladder;
};

} // namespace menshen
