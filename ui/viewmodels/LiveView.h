// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Camera.h"

#include <QQuickItem>
#include <QRectF>

namespace menshen {

/// The camera's newest picture. GUI thread.
class FrameSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the shell makes it")
    Q_PROPERTY(bool available READ available NOTIFY frameChanged FINAL)
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged FINAL) ///< of the camera, in a few words; empty: none
    Q_PROPERTY(bool stale READ isStale NOTIFY troubleChanged FINAL)      ///< because of it the picture is an old one
public:
    using QObject::QObject;
    void show(Frame frame);
    void setTrouble(const QString &words, bool stale);
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] bool isStale() const { return m_stale; }
    [[nodiscard]] const Frame &frame() const { return m_frame; }
    [[nodiscard]] bool available() const { return !m_frame.empty(); }

signals:
    void frameChanged();
    void troubleChanged();

private:
    Frame m_frame;
    QString m_trouble;
    bool m_stale = false;
};

/// Paints a FrameSource, whole and with its aspect kept. Works with every scene-graph backend, software too.
class LiveView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(menshen::FrameSource *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QRectF pictureRect READ pictureRect NOTIFY pictureRectChanged FINAL) ///< where the picture stands in this item
public:
    explicit LiveView(QQuickItem *parent = nullptr);

    [[nodiscard]] FrameSource *source() const { return m_source; }
    void setSource(FrameSource *source);
    [[nodiscard]] QRectF pictureRect() const { return m_rect; }

signals:
    void sourceChanged();
    void pictureRectChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    void frameCame();
    void place();

    FrameSource *m_source = nullptr;
    QRectF m_rect;
    bool m_fresh = false; ///< a frame came since the last texture was made
};

} // namespace menshen
