// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/app/StationConfig.h"
#include "ui/viewmodels/RowsModel.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>

namespace menshen {

/// What was kept aside of somebody who stood at the door before, and the question whose it is: the same person's, or was he
/// another one? It answers nothing by itself.
class AsideModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the door's model makes it")
    Q_PROPERTY(bool asks READ isAsking NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)     ///< masked, or that no name was typed
    Q_PROPERTY(QString typed READ typed NOTIFY changed FINAL) ///< which fields
    Q_PROPERTY(QString found READ found NOTIFY changed FINAL) ///< temperature, mask, what stood against him
    Q_PROPERTY(QString since READ since NOTIFY changed FINAL)
    Q_PROPERTY(bool abnormal READ isAbnormal NOTIFY changed FINAL)
    Q_PROPERTY(bool maySame READ maySame NOTIFY changed FINAL)
    Q_PROPERTY(QString whyNotSame READ whyNotSame NOTIFY changed FINAL)
    Q_PROPERTY(menshen::RowsModel *kept READ kept CONSTANT FINAL) ///< all others, newest first: not asked about now
public:
    AsideModel(const StationConfig &config, std::function<void(StationCommand)> post, QObject *parent = nullptr);

    /// `formEmpty`: nothing is typed for the person in front.
    void show(const SnapshotPtr &snapshot, bool formEmpty);
    void setLanguage(Language language);

    Q_INVOKABLE void same();
    Q_INVOKABLE void another();
    Q_INVOKABLE void bringBack(double number); ///< one of `kept`: his after all

    [[nodiscard]] bool isAsking() const { return asked() != nullptr; }
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QString found() const;
    [[nodiscard]] QString since() const;
    [[nodiscard]] bool isAbnormal() const;
    [[nodiscard]] bool maySame() const;
    [[nodiscard]] QString whyNotSame() const;
    [[nodiscard]] RowsModel *kept() { return &m_kept; }

signals:
    void changed();
    void sameSaid(menshen::SubjectId aside);

private:
    [[nodiscard]] const ScreeningState &door() const { return m_snapshot->door; }
    [[nodiscard]] bool isVisitorThere() const;
    [[nodiscard]] const KeptAside *asked() const;
    void sayIsSame(SubjectId aside);
    void showKept();

    Plan m_plan;
    UtcOffset m_offset;
    Language m_language;
    std::function<void(StationCommand)> m_post;
    SnapshotPtr m_snapshot;
    bool m_formEmpty = true;
    RowsModel m_kept;
};

} // namespace menshen
