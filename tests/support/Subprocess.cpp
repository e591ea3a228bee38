// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Subprocess.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace menshen::test {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// A file without a name, for standard error: nobody has to read it while the program runs.
int namelessFile()
{
    std::string name = (std::filesystem::temp_directory_path() / "menshen-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    ::unlink(name.c_str());
    return file;
}

} // namespace

Subprocess::Subprocess(const std::vector<std::string> &arguments, bool listens) : m_err(namelessFile())
{
    std::array<int, 2> ends{};
    if (m_err < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    std::vector<char *> argv;
    for (const auto &argument : arguments)
        argv.push_back(const_cast<char *>(argument.c_str())); // posix_spawn does not write to them
    argv.push_back(nullptr);
    // A socket, not a pipe: writing to one whose reader has died must not be a signal.
    std::array<int, 2> ears{-1, -1};
    if (listens && ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ears.data()) != 0)
        throw std::runtime_error("no socket");
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    if (listens)
        ::posix_spawn_file_actions_adddup2(&actions, ears[1], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, m_err, STDERR_FILENO);
    const int error = ::posix_spawn(&m_pid, argv[0], &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (listens)
        ::close(ears[1]);
    m_in = ears[0];
    m_out = ends[0];
    if (error != 0)
        throw std::runtime_error("cannot run " + arguments.front());
}

Subprocess::~Subprocess()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    if (m_in >= 0)
        ::close(m_in);
    ::close(m_out);
    ::close(m_err);
}

void Subprocess::say(const std::string &line) const
{
    const std::string whole = line + '\n';
    (void)::send(m_in, whole.data(), whole.size(), MSG_NOSIGNAL);
}

void Subprocess::signal(int number) const { ::kill(m_pid, number); }

bool Subprocess::readMore(SteadyClock::time_point until)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now());
    pollfd watched{m_out, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&watched, 1, static_cast<int>(left.count())) <= 0)
        return false;
    std::array<char, 4096> buffer{};
    const auto count = ::read(m_out, buffer.data(), buffer.size());
    if (count > 0)
        m_pending.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::string Subprocess::line(std::chrono::milliseconds deadline)
{
    const auto until = SteadyClock::now() + deadline;
    while (m_pending.find('\n') == std::string::npos) {
        if (!readMore(until))
            throw std::runtime_error("no line in time; so far: " + m_pending);
    }
    const auto end = m_pending.find('\n');
    auto line = m_pending.substr(0, end);
    m_pending.erase(0, end + 1);
    return line;
}

Subprocess::Ended Subprocess::wait(std::chrono::milliseconds deadline)
{
    const auto until = SteadyClock::now() + deadline;
    while (readMore(until)) {}
    Ended ended;
    const bool late = SteadyClock::now() >= until;
    if (late)
        ::kill(m_pid, SIGKILL);
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    if (!late)
        ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ended.out = std::exchange(m_pending, {});
    std::array<char, 4096> buffer{};
    ::lseek(m_err, 0, SEEK_SET);
    for (ssize_t count = 0; (count = ::read(m_err, buffer.data(), buffer.size())) > 0;)
        ended.err.append(buffer.data(), static_cast<std::size_t>(count));
    return ended;
}

} // namespace menshen::test
