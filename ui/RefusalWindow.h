// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"

#include <memory>
#include <string>

class QQuickWindow;

namespace menshen {

/// What the kiosk shows when its ledger cannot be opened, so that it is not simply blank: what happened and what to do,
/// in both languages on one page, the settings' one first; the file and the log's words for the technician. It may be
/// closed by anybody: nothing can be recorded here. Lives on the GUI thread.
class RefusalWindow {
public:
    /// `error.detail` is shown to the technician. `windowed`: not over the whole screen.
    RefusalWindow(const StationConfig &config, const Error &error, bool windowed = false);
    ~RefusalWindow();
    RefusalWindow(const RefusalWindow &) = delete;
    RefusalWindow &operator=(const RefusalWindow &) = delete;

    /// Shows the window; when it is closed the application's event loop ends. False when the QML could not be loaded.
    [[nodiscard]] bool load();
    [[nodiscard]] QQuickWindow *window() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace menshen
