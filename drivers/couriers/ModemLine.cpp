// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/ModemLine.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <system_error>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace menshen {

namespace {

using Steady = std::chrono::steady_clock;

constexpr char kEndOfText = 0x1A, kEscape = 0x1B;
constexpr auto kQuiet = 150ms;     ///< nothing said for so long: nothing more is coming
constexpr auto kLongestDrain = 1s; ///< a babbling modem is not waited out
constexpr std::array<std::pair<int, speed_t>, 9> kSpeeds{{{1200, B1200},
                                                          {2400, B2400},
                                                          {4800, B4800},
                                                          {9600, B9600},
                                                          {19200, B19200},
                                                          {38400, B38400},
                                                          {57600, B57600},
                                                          {115200, B115200},
                                                          {921600, B921600}}};

std::string said(int code) { return std::generic_category().message(code); }

/// Raw, our speed, no hang-up when it is closed: that would reset some modems.
Result<void> setUp(int fd, const SerialLine &line)
{
    termios settings{};
    if (::tcgetattr(fd, &settings) != 0)
        return Error{ErrorCode::DeviceUnavailable, line.device + ": is no serial line: " + said(errno)};
    const auto speed = std::find_if(kSpeeds.begin(), kSpeeds.end(), [&](const auto &entry) { return entry.first == line.baud; });
    if (speed == kSpeeds.end())
        return Error{ErrorCode::BadConfig, line.device + ": no such speed: " + std::to_string(line.baud)};
    ::cfmakeraw(&settings);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cflag &= ~static_cast<tcflag_t>(HUPCL | CRTSCTS | CSTOPB | PARENB | PARODD | CSIZE);
    settings.c_cflag |= line.dataBits == 7 ? CS7 : CS8;
    if (line.stopBits == 2)
        settings.c_cflag |= CSTOPB;
    if (line.parity != 'N')
        settings.c_cflag |= static_cast<tcflag_t>(line.parity == 'O' ? PARENB | PARODD : PARENB);
    ::cfsetispeed(&settings, speed->second);
    ::cfsetospeed(&settings, speed->second);
    if (::tcsetattr(fd, TCSANOW, &settings) != 0)
        return Error{ErrorCode::DeviceUnavailable, line.device + ": cannot be set up: " + said(errno)};
    return {};
}

} // namespace

Result<std::unique_ptr<ModemLine>> ModemLine::open(const SerialLine &line, std::stop_token stop)
{
    const int fd = ::open(line.device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return Error{ErrorCode::DeviceUnavailable, line.device + ": cannot be opened: " + said(errno)};
    std::unique_ptr<ModemLine> opened(new ModemLine(line.device, fd, std::move(stop))); // owns the descriptor from here on
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return Error{ErrorCode::DeviceBusy, line.device + ": another program uses it"};
    if (auto ready = setUp(fd, line); !ready)
        return ready.error();
    return opened;
}

ModemLine::ModemLine(std::string name, int fd, std::stop_token stop)
    : m_name(std::move(name)), m_fd(fd), m_wake(::eventfd(0, EFD_CLOEXEC)), m_stop(std::move(stop)),
      m_onStop(std::make_unique<std::stop_callback<std::function<void()>>>(m_stop, [wake = m_wake] { ::eventfd_write(wake, 1); }))
{
}

ModemLine::~ModemLine()
{
    m_onStop.reset();
    ::close(m_wake);
    ::tcflush(m_fd, TCIOFLUSH); // what a dead modem never took would hold the close up, 30 s by default
    ::close(m_fd);
}

void ModemLine::reset()
{
    (void)!::write(m_fd, &kEscape, 1);
    std::array<char, 256> ignored{};
    const auto end = Steady::now() + kLongestDrain;
    while (Steady::now() < end && wait(POLLIN, Steady::now() + kQuiet) && ::read(m_fd, ignored.data(), ignored.size()) > 0) {}
}

Result<AtReply> ModemLine::ask(const std::string &command, Micros within) { return exchange(command + '\r', AtReply(command), within); }

Result<AtReply> ModemLine::askForPrompt(const std::string &command, Micros within)
{
    return exchange(command + '\r', AtReply(command, true), within);
}

Result<AtReply> ModemLine::give(const std::string &text, Micros within) { return exchange(text + kEndOfText, AtReply(text), within); }

Result<AtReply> ModemLine::exchange(std::string_view bytes, AtReply reply, Micros within)
{
    const auto until = Steady::now() + within;
    while (!bytes.empty()) {
        const auto written = ::write(m_fd, bytes.data(), bytes.size());
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EAGAIN && errno != EINTR)
            return gone("write", errno);
        else if (auto ready = wait(POLLOUT, until); !ready)
            return ready.error();
    }
    std::array<char, 256> buffer{};
    while (reply.state() == AtReply::State::Waiting) {
        if (auto ready = wait(POLLIN, until); !ready)
            return ready.error();
        const auto count = ::read(m_fd, buffer.data(), buffer.size());
        if (count > 0)
            reply.add({buffer.data(), static_cast<std::size_t>(count)});
        else if (count == 0 || (errno != EAGAIN && errno != EINTR))
            return gone("read", count == 0 ? ENODEV : errno);
    }
    if (reply.state() == AtReply::State::Nonsense)
        return Error{ErrorCode::DeviceProtocol, m_name + ": the modem babbles"};
    return reply;
}

Result<void> ModemLine::wait(short events, Steady::time_point until) const
{
    std::array<pollfd, 2> watched{{{m_fd, events, 0}, {m_wake, POLLIN, 0}}};
    int ready = 0;
    do {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Steady::now());
        ready = ::poll(watched.data(), watched.size(), static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    } while (ready < 0 && errno == EINTR);
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "stopped"};
    if (ready == 0)
        return Error{ErrorCode::DeviceTimeout, m_name + ": the modem does not answer"};
    if (ready < 0)
        return gone("poll", errno);
    if ((watched[0].revents & events) == 0)
        return gone("line", ENODEV); // POLLHUP or POLLERR alone: pulled
    return {};
}

Error ModemLine::gone(const char *what, int code) const { return {ErrorCode::DeviceUnavailable, m_name + ": " + what + ": " + said(code)}; }

} // namespace menshen
