// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/UiRobot.h"

#include <QCoreApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <utility>

namespace menshen {

namespace {

constexpr Micros kPatience = 8s;
constexpr Micros kLook = 20ms;
/// Sheets slide and colours fade; a picture taken meanwhile would be of neither state.
constexpr Micros kSettle = 450ms;

QQuickItem *findBelow(QQuickItem *item, const QString &name)
{
    if (!item->isVisible()) {
        return nullptr;
    }
    if (item->objectName() == name) {
        return item;
    }
    const auto children = item->childItems();
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
        if (QQuickItem *found = findBelow(*child, name)) {
            return found;
        }
    }
    return nullptr;
}

/// Moves every scrolling list around `item` so that its centre shows.
void scrollTo(QQuickItem *item)
{
    for (QQuickItem *around = item->parentItem(); around != nullptr; around = around->parentItem()) {
        if (!around->property("contentY").isValid() || !around->property("contentHeight").isValid()) {
            continue;
        }
        const double centre = item->mapToItem(around, QPointF(item->width() / 2, item->height() / 2)).y();
        if (centre >= item->height() / 2 && centre <= around->height() - item->height() / 2) {
            continue;
        }
        const double furthest = std::max(0.0, around->property("contentHeight").toDouble() - around->height());
        around->setProperty("contentY", std::clamp(around->property("contentY").toDouble() + centre - around->height() / 2, 0.0, furthest));
    }
}

} // namespace

void UiRobot::onScreen(const std::function<void()> &work)
{
    if (m_stop.stop_requested()) {
        throw StopRehearsal{};
    }
    // Queued and waited for with the stop in sight: a GUI thread that is ending will never run it.
    struct Turn {
        std::mutex mutex;
        std::condition_variable_any done;
        bool ran = false;
        bool abandoned = false;
        std::exception_ptr failure;
    };
    const auto turn = std::make_shared<Turn>();
    QMetaObject::invokeMethod(
        &m_window,
        [turn, work] {
            const std::scoped_lock lock(turn->mutex);
            if (!turn->abandoned) {
                try {
                    work();
                } catch (...) {
                    turn->failure = std::current_exception();
                }
            }
            turn->ran = true;
            turn->done.notify_all();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(turn->mutex);
    if (!turn->done.wait(lock, m_stop, [&] { return turn->ran; })) {
        turn->abandoned = true;
        throw StopRehearsal{};
    }
    if (turn->failure) {
        std::rethrow_exception(turn->failure);
    }
}

bool UiRobot::until(const std::function<bool()> &condition, Micros patience)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    for (Micros waited = 0us; waited <= patience; waited += kLook) {
        if (condition()) {
            return true;
        }
        never.wait_for(lock, m_stop, kLook, [] { return false; });
        if (m_stop.stop_requested()) {
            throw StopRehearsal{};
        }
    }
    return false;
}

QQuickItem *UiRobot::find(const std::string &name) const { return findBelow(m_window.contentItem(), QString::fromStdString(name)); }

bool UiRobot::sees(const std::string &name)
{
    bool seen = false;
    onScreen([&] { seen = find(name) != nullptr; });
    return seen;
}

bool UiRobot::tapNow(const std::string &name)
{
    QQuickItem *item = find(name);
    if (item == nullptr || !item->isEnabled() || item->width() <= 0 || item->height() <= 0) {
        return false;
    }
    scrollTo(item);
    const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    if (std::exchange(m_aim, Aim{name, at}) != Aim{name, at}) {
        return false; // the layout is still moving: look again
    }
    const QQuickItem *keyboard = name.starts_with("key") ? nullptr : find("screenKeyboard");
    if (keyboard != nullptr && at.y() > keyboard->mapToScene(QPointF(0, 0)).y()) {
        // As a person would who wants what is behind it; a second look aims, the third taps.
        (void)tapNow("keyHide");
        (void)tapNow("keyHide");
        return false;
    }
    const QPointF global = m_window.mapToGlobal(at);
    QMouseEvent press(QEvent::MouseButtonPress, at, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, at, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_window, &release);
    return true;
}

void UiRobot::tap(const std::string &name)
{
    bool tapped = false;
    const bool met = until(
        [&] {
            onScreen([&] { tapped = tapNow(name); });
            return tapped;
        },
        kPatience);
    if (!met) {
        throw std::runtime_error("nothing to tap that is called " + name);
    }
}

void UiRobot::type(const std::string &name, const QString &text)
{
    tap(name);
    onScreen([&] {
        QKeyEvent all(QEvent::KeyPress, Qt::Key_A, Qt::ControlModifier); // what stands there is replaced
        QCoreApplication::sendEvent(&m_window, &all);
        for (const QChar character : text) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(&m_window, &press);
            QKeyEvent release(QEvent::KeyRelease, Qt::Key_unknown, Qt::NoModifier, QString(character));
            QCoreApplication::sendEvent(&m_window, &release);
        }
    });
}

void UiRobot::photograph(const std::string &path)
{
    (void)until([] { return false; }, kSettle);
    QImage picture;
    onScreen([&] { picture = m_window.grabWindow(); });
    if (!picture.save(QString::fromStdString(path))) {
        throw std::runtime_error("cannot write " + path);
    }
}

} // namespace menshen
