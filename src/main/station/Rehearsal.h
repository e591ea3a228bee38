// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"

#include <limits>
#include <memory>
#include <string>

namespace menshen {

class StationProgram;

struct RehearsalSettings {
    std::string day; ///< a day script; empty: no rehearsal
    std::string simulator = "http://127.0.0.1:8099";
    std::string out = ".";
    int people = std::numeric_limits<int>::max();
    bool pictures = true;

    [[nodiscard]] bool wanted() const noexcept { return !day.empty(); }
};

/// A robot guard: asks the simulator for one person after another, reads the screen's state, types and taps on the
/// station's own window with real key and touch events, prints one line a person, takes pictures of the screens, and
/// ends the program (exit code 1 when a person did not end as the script expects).
class Rehearsal {
public:
    Rehearsal(RehearsalSettings settings, StationProgram &program);
    ~Rehearsal(); ///< stops the robot
    Rehearsal(const Rehearsal &) = delete;
    Rehearsal &operator=(const Rehearsal &) = delete;

    [[nodiscard]] SnapshotSink snapshotSink();
    void start(); ///< on the GUI thread, once the window is shown
    void stop();  ///< ends the robot; snapshots may still come

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace menshen
