// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/UiShell.h"
#include "ui/viewmodels/RowsModel.h"

#include <QObject>
#include <QRectF>
#include <QStringList>

namespace menshen {

/// The camera in the office: what it says, and how it takes and shows its picture. Every change acts at once on the running
/// camera and is remembered over what the settings file says.
class CameraDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the office's model makes it")
    Q_PROPERTY(bool present READ isPresent CONSTANT FINAL)          ///< the settings name a camera
    Q_PROPERTY(menshen::RowsModel *facts READ facts CONSTANT FINAL) ///< label, value, sign

    Q_PROPERTY(bool mirror READ isMirrored WRITE setMirror NOTIFY changed FINAL)
    Q_PROPERTY(int rotation READ rotation WRITE setRotation NOTIFY changed FINAL) ///< 0, 90, 180, 270 degrees clockwise

    Q_PROPERTY(bool exposureSettable READ isExposureSettable NOTIFY changed FINAL)
    Q_PROPERTY(bool exposureFixed READ isExposureFixed WRITE setExposureFixed NOTIFY changed FINAL)
    Q_PROPERTY(QString exposureTime READ exposureTime NOTIFY changed FINAL) ///< "8 ms"; of a fixed one
    Q_PROPERTY(QString exposureHint READ exposureHint NOTIFY changed FINAL) ///< why it cannot be set; empty: it can

    Q_PROPERTY(bool zoneOpen READ isZoneOpen NOTIFY changed FINAL)       ///< it is being changed: the whole picture is shown
    Q_PROPERTY(QRectF zone READ zone WRITE setZone NOTIFY changed FINAL) ///< as shares of the picture as it is shown
    Q_PROPERTY(bool zoneWhole READ isZoneWhole NOTIFY changed FINAL)
    Q_PROPERTY(QStringList edges READ edges NOTIFY changed FINAL) ///< "10 %", by Edge
    Q_PROPERTY(QString zoneText READ zoneText NOTIFY changed FINAL)

    Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed FINAL)     ///< something is not as it was when the page was opened
    Q_PROPERTY(bool configured READ isConfigured NOTIFY changed FINAL) ///< everything is as the settings file says
public:
    enum Edge { Left, Right, Top, Bottom };
    Q_ENUM(Edge)

    explicit CameraDesk(const UiParts &parts, QObject *parent = nullptr);

    /// What was remembered wins over the settings file; what makes no sense is not remembered.
    [[nodiscard]] static CameraView remembered(const StationConfig &config);

    void show(const SnapshotPtr &snapshot);
    void retranslate();
    void enter(); ///< the page is looked at
    void leave(); ///< and no longer: a zone that was being changed holds from now on

    Q_INVOKABLE void stepExposure(int steps); ///< along the times that cameras know
    Q_INVOKABLE void openZone();
    Q_INVOKABLE void closeZone();
    Q_INVOKABLE void stepEdge(int edge, int steps); ///< an Edge, by twentieths of the picture
    Q_INVOKABLE void wholePicture();
    Q_INVOKABLE void keepZone(); ///< after setZone(): a finger drags it through many
    Q_INVOKABLE void undo();
    Q_INVOKABLE void asConfigured();

    [[nodiscard]] bool isPresent() const { return m_present; }
    [[nodiscard]] RowsModel *facts() { return &m_facts; }
    [[nodiscard]] bool isMirrored() const { return m_view.mirror; }
    void setMirror(bool mirror);
    [[nodiscard]] int rotation() const { return m_view.rotation; }
    void setRotation(int degrees);
    [[nodiscard]] bool isExposureSettable() const;
    [[nodiscard]] bool isExposureFixed() const { return m_view.exposure.has_value(); }
    void setExposureFixed(bool fixed);
    [[nodiscard]] QString exposureTime() const;
    [[nodiscard]] QString exposureHint() const;
    [[nodiscard]] bool isZoneOpen() const { return m_zoneOpen; }
    [[nodiscard]] QRectF zone() const;
    void setZone(const QRectF &zone);
    [[nodiscard]] bool isZoneWhole() const { return m_view.zone.isWhole(); }
    [[nodiscard]] QStringList edges() const;
    [[nodiscard]] QString zoneText() const;
    [[nodiscard]] bool isUndoable() const { return m_view != m_opened; }
    [[nodiscard]] bool isConfigured() const { return m_view == m_configured; }

signals:
    void changed();

private:
    void apply();
    void showFacts();

    std::function<void(StationCommand)> m_post;
    QString m_stateFile, m_source;
    bool m_present;
    CameraView m_configured; ///< what the settings file says
    CameraView m_view;       ///< what is wanted
    CameraView m_opened;     ///< what was wanted when the page was opened
    bool m_zoneOpen = false;
    SnapshotPtr m_snapshot;
    ExposureControl m_exposure = ExposureControl::Unknown;
    RowsModel m_facts;
};

} // namespace menshen
