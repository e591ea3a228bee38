// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Subprocess.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace menshen::test {

using Seconds = std::chrono::duration<double>;

struct SoakSettings {
    std::string station, simulator, ctl; ///< the programs
    std::filesystem::path source, out;   ///< the house; where settings, ledger and log lie
    Seconds lasts{1800};                 ///< of the faults, all kinds in turns; at least one of each
    Seconds every{60};                   ///< a plug is pulled so often, or as soon as the last one is back
    Seconds outFor{10};                  ///< a plug stays out
    Seconds warmUp{300};                 ///< before memory counts
    Seconds sample{5};                   ///< memory, threads and files are looked at so often
    Seconds light{2.0};                  ///< the longest time from a fault to its light
    Seconds recovery{10};                ///< the longest time from the plug's return to the light's
    double growth = 50;                  ///< kB a minute, the most
    int more = 3;                        ///< threads or open files at rest, the most that may come on top
};

/// What a fault did.
struct SoakFault {
    std::string name, device;
    std::optional<Seconds> light, recovery; ///< absent: never
};

struct SoakSample {
    double minute = 0;
    double residentKb = 0;
    int threads = 0, files = 0;
};

/// A line through points, by least squares.
struct Trend {
    double slope = 0, deviation = 0; ///< of the points from the line
};
[[nodiscard]] Trend trendOf(const std::vector<std::pair<double, double>> &points);

/// The real station, its camera and thermometer at the simulator, with one plug after the other pulled. What the station says
/// is read from its log: the lights of the screen and the log's lines come of the same snapshot.
class Soak {
public:
    explicit Soak(SoakSettings settings);
    ~Soak();
    Soak(const Soak &) = delete;
    Soak &operator=(const Soak &) = delete;

    /// Every kind of fault in turns for as long as the settings say. Throws std::runtime_error when the programs do not start.
    void run(std::ostream &progress);
    /// The table.
    void report(std::ostream &out) const;
    /// What is beyond its limit; empty: nothing.
    [[nodiscard]] std::vector<std::string> broken() const;

private:
    using Steady = std::chrono::steady_clock;
    struct Plug {
        std::string name;
        std::vector<std::string> devices; ///< whose lights go out
        std::function<void()> pull, putBack;
    };
    struct Event {
        Steady::time_point seen;
        std::string line;
    };

    void startSimulator();
    void startStation();
    void post(const std::string &path, const std::string &body = {}) const;
    [[nodiscard]] std::vector<Plug> plugs();
    void tryOut(const Plug &plug);
    /// Lives on until the condition holds; false after `patience`.
    bool until(const std::function<bool()> &condition, Seconds patience);
    void look();
    void sampleNow(bool atRest);
    [[nodiscard]] std::optional<Steady::time_point> said(const std::string &words, Steady::time_point after) const;

    const SoakSettings m_settings;
    int m_http = 0, m_modbus = 0;
    std::unique_ptr<Subprocess> m_simulator, m_station;
    std::ifstream m_log;
    std::string m_unread;
    std::vector<Event> m_events;
    std::vector<SoakFault> m_faults;
    std::vector<SoakSample> m_samples, m_rests;
    std::vector<std::pair<Steady::time_point, Steady::time_point>> m_outages; ///< of the camera
    Steady::time_point m_began, m_nextSample;
    std::vector<std::string> m_ended; ///< what was wrong at the end
};

} // namespace menshen::test
