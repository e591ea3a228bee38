// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <QPointF>
#include <QString>

#include <functional>
#include <stop_token>
#include <string>

class QQuickItem;
class QQuickWindow;

namespace menshen {

/// Hands and eyes of the rehearsal: taps, types and looks at the station's own window through real events.
/// Used from one thread that is not the GUI thread; each call runs there and comes back. Throws std::runtime_error with
/// what was not to be found, and StopRehearsal when it was asked to stop.
class UiRobot {
public:
    struct StopRehearsal {};

    UiRobot(QQuickWindow &window, std::stop_token stop) : m_window(window), m_stop(std::move(stop)) {}

    /// Taps the item of that name, once it is there, visible and enabled; scrolls it into view first.
    void tap(const std::string &name);
    /// Taps it and types, key by key.
    void type(const std::string &name, const QString &text);
    [[nodiscard]] bool sees(const std::string &name);
    /// Waits until `condition` holds; false after `patience`.
    [[nodiscard]] bool until(const std::function<bool()> &condition, Micros patience);
    /// Saves what the window shows as PNG, once the picture has settled.
    void photograph(const std::string &path);
    /// Runs on the GUI thread and returns when done.
    void onScreen(const std::function<void()> &work);

private:
    [[nodiscard]] QQuickItem *find(const std::string &name) const;
    [[nodiscard]] bool tapNow(const std::string &name);

    /// Where the last look saw what it was to tap.
    struct Aim {
        std::string name;
        QPointF at;
        friend bool operator==(const Aim &, const Aim &) = default;
    };

    QQuickWindow &m_window;
    std::stop_token m_stop;
    Aim m_aim;
};

} // namespace menshen
