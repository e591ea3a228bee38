// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/LiveView.h"

#include <QImage>
#include <QQuickWindow>
#include <QSGImageNode>

#include <utility>

namespace menshen {

namespace {

/// Wraps the frame's memory; the image's last copy lets go of it.
QImage imageOf(const Frame &frame)
{
    auto owner = std::make_unique<std::shared_ptr<const std::uint8_t>>(frame.data);
    const std::uint8_t *bytes = owner->get();
    return QImage(
        bytes, frame.size.width, frame.size.height, static_cast<qsizetype>(frame.stride), QImage::Format_BGR888,
        [](void *held) { delete static_cast<std::shared_ptr<const std::uint8_t> *>(held); }, owner.release());
}

} // namespace

void FrameSource::show(Frame frame)
{
    m_frame = std::move(frame);
    emit frameChanged();
}

void FrameSource::setTrouble(const QString &words, bool stale)
{
    if (m_trouble != words || m_stale != stale) {
        m_trouble = words;
        m_stale = stale;
        emit troubleChanged();
    }
}

LiveView::LiveView(QQuickItem *parent) : QQuickItem(parent) { setFlag(ItemHasContents); }

void LiveView::setSource(FrameSource *source)
{
    if (m_source == source) {
        return;
    }
    if (m_source) {
        m_source->disconnect(this);
    }
    m_source = source;
    if (m_source) {
        connect(m_source, &FrameSource::frameChanged, this, &LiveView::frameCame);
        frameCame();
    }
    emit sourceChanged();
}

void LiveView::frameCame()
{
    m_fresh = true;
    place();
    update();
}

void LiveView::place()
{
    QRectF rect;
    if (m_source && m_source->available()) {
        const FrameSize size = m_source->frame().size;
        const QSizeF scaled = QSizeF(size.width, size.height).scaled(boundingRect().size(), Qt::KeepAspectRatio);
        rect = QRectF(QPointF((width() - scaled.width()) / 2, (height() - scaled.height()) / 2), scaled);
    }
    if (rect != m_rect) {
        m_rect = rect;
        emit pictureRectChanged();
    }
}

void LiveView::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    place();
    update();
}

QSGNode *LiveView::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    if (!m_source || !m_source->available() || m_rect.isEmpty()) {
        delete old;
        m_fresh = m_source && m_source->available();
        return nullptr;
    }
    auto *node = static_cast<QSGImageNode *>(old);
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_fresh = true;
    }
    if (std::exchange(m_fresh, false)) {
        node->setTexture(window()->createTextureFromImage(imageOf(m_source->frame()), QQuickWindow::TextureIsOpaque));
    }
    node->setRect(m_rect);
    return node;
}

} // namespace menshen
