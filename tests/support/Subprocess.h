// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace menshen::test {

/// A program of ours, run as a person runs it. Killed when the object goes and it still runs.
class Subprocess {
public:
    /// `arguments` begin with the program's path. `listens`: its standard input is what `say` writes.
    explicit Subprocess(const std::vector<std::string> &arguments, bool listens = false);
    ~Subprocess();
    Subprocess(const Subprocess &) = delete;
    Subprocess &operator=(const Subprocess &) = delete;

    struct Ended {
        int code = -1; ///< exit code; 128 + the signal's number; -1: still running at the deadline, then killed
        std::string out, err;
    };

    /// The next line of standard output, without its end; throws when none comes in time.
    [[nodiscard]] std::string line(std::chrono::milliseconds deadline = std::chrono::seconds(30));
    /// One line for its standard input; nothing happens when it has ended.
    void say(const std::string &line) const;
    void signal(int number) const;
    [[nodiscard]] pid_t pid() const noexcept { return m_pid; }
    /// Everything that was not read as a line, and how it ended.
    [[nodiscard]] Ended wait(std::chrono::milliseconds deadline = std::chrono::seconds(60));

private:
    /// Reads what there is; false at the end of the output or of the time.
    bool readMore(std::chrono::steady_clock::time_point until);

    pid_t m_pid = -1;
    int m_in = -1, m_out = -1, m_err = -1;
    std::string m_pending;
};

} // namespace menshen::test
