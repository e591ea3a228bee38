// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger's benchmarks share: they print ratios of two things measured in turns, because a shared machine's speed
// changes from minute to minute and hits both alike.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace menshen::bench {

class Watch {
public:
    [[nodiscard]] double seconds() const { return std::chrono::duration<double>(Clock::now() - m_begin).count(); }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_begin = Clock::now();
};

/// A benchmark that cannot go on has nothing to say.
[[noreturn]] inline void giveUp(const std::string &why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1); // NOLINT(concurrency-mt-unsafe): only the main thread gives up
}

template <typename R>
auto must(R result, const char *doing)
{
    if (!result)
        giveUp(std::string(doing) + ": " + result.error().detail);
    return std::move(*result);
}

/// Numbers of one kind; `at(0.5)` is the median.
class Sample {
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] double at(double share) const
    {
        auto sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    }

private:
    std::vector<double> m_values;
};

/// One line of the table: what was measured beside its goal.
inline void say(const std::string &what, const std::string &measured, const std::string &goal, bool reached)
{
    std::printf("%-46s %-58s goal %-18s %s\n", what.c_str(), measured.c_str(), goal.c_str(), reached ? "reached" : "NOT REACHED");
    std::fflush(stdout);
}

/// A figure without a goal.
inline void say(const std::string &what, const std::string &measured)
{
    std::printf("%-46s %s\n", what.c_str(), measured.c_str());
    std::fflush(stdout);
}

template <typename... Values>
std::string text(const char *format, Values... values)
{
    const auto size = std::snprintf(nullptr, 0, format, values...);
    std::string all(static_cast<std::size_t>(std::max(size, 0)), '\0');
    std::snprintf(all.data(), all.size() + 1, format, values...);
    return all;
}

/// Memory of this process, MiB, by a line of /proc/self/status: VmRSS now, VmHWM at its highest since forgetPeak().
inline double memory(const std::string &line)
{
    std::ifstream status("/proc/self/status");
    for (std::string each; std::getline(status, each);)
        if (each.starts_with(line + ':'))
            return std::strtod(each.c_str() + line.size() + 1, nullptr) / 1024;
    return 0;
}
inline void forgetPeak() { std::ofstream("/proc/self/clear_refs") << '5'; }

} // namespace menshen::bench
