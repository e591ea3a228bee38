// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace menshen::bench {

using Stopwatch = std::chrono::steady_clock;

inline double secondsSince(Stopwatch::time_point begin) { return std::chrono::duration<double>(Stopwatch::now() - begin).count(); }

/// Collects times and shows median, 99th percentile and maximum, in milliseconds, as counters.
class Spread {
public:
    void add(double seconds) { m_seconds.push_back(seconds); }

    void show(benchmark::State &state, const std::string &prefix = {})
    {
        if (m_seconds.empty()) {
            return;
        }
        std::sort(m_seconds.begin(), m_seconds.end());
        const auto at = [&](double share) {
            return 1e3 * m_seconds[static_cast<std::size_t>(share * static_cast<double>(m_seconds.size() - 1))];
        };
        state.counters[prefix + "median_ms"] = at(0.5);
        state.counters[prefix + "p99_ms"] = at(0.99);
        state.counters[prefix + "max_ms"] = at(1.0);
    }

private:
    std::vector<double> m_seconds;
};

} // namespace menshen::bench
