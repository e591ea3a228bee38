// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/StopOnSignal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>

namespace menshen::ctl {

namespace {

constexpr int kEndedBySignal = 130; ///< as shells report SIGINT

void waitForSignals(int signals, int end, std::stop_source &source)
{
    std::array<pollfd, 2> watched{{{signals, POLLIN, 0}, {end, POLLIN, 0}}};
    while (true) {
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return;
        if (watched[1].revents != 0)
            return;
        signalfd_siginfo info{};
        if (watched[0].revents != 0 && ::read(signals, &info, sizeof info) == sizeof info && !source.request_stop())
            ::_exit(kEndedBySignal);
    }
}

} // namespace

StopOnSignal::StopOnSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_signals = ::signalfd(-1, &signals, SFD_CLOEXEC);
    m_end = ::eventfd(0, EFD_CLOEXEC);
    if (m_signals < 0 || m_end < 0)
        throw std::system_error(errno, std::generic_category(), "signalfd");
    m_thread = std::thread([this] { waitForSignals(m_signals, m_end, m_source); });
}

StopOnSignal::~StopOnSignal()
{
    ::eventfd_write(m_end, 1);
    m_thread.join();
    ::close(m_end);
    ::close(m_signals);
}

} // namespace menshen::ctl
