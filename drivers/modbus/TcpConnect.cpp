// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/TcpConnect.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <string>
#include <system_error>

namespace menshen {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

std::string textOf(const TcpLine &line) { return line.host + ":" + std::to_string(line.port); }

Result<Addresses> resolve(const TcpLine &line)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    const int failure = getaddrinfo(line.host.c_str(), std::to_string(line.port).c_str(), &hints, &found);
    if (failure != 0) {
        return Error{ErrorCode::DeviceUnavailable, textOf(line) + ": " + gai_strerror(failure)};
    }
    return Addresses{found, &freeaddrinfo};
}

/// 0 when connected, else an errno.
int waitConnected(int socket, SteadyTime deadline)
{
    pollfd waiting{socket, POLLOUT, 0};
    int ready = 0;
    do {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        ready = poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
    } while (ready == -1 && errno == EINTR);
    if (ready <= 0) {
        return ready == 0 ? ETIMEDOUT : errno;
    }
    int failure = 0;
    socklen_t size = sizeof failure;
    return getsockopt(socket, SOL_SOCKET, SO_ERROR, &failure, &size) == 0 ? failure : errno;
}

/// 0 when connected, else an errno.
int connectWithin(int socket, const addrinfo &address, SteadyTime deadline)
{
    const int yes = 1;
    // A request is one small packet: never wait to fill it.
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(socket, address.ai_addr, address.ai_addrlen) == 0) {
        return 0;
    }
    return errno == EINPROGRESS ? waitConnected(socket, deadline) : errno;
}

} // namespace

Result<int> connectTcp(const TcpLine &line, Micros timeout)
{
    const SteadyTime deadline = std::chrono::steady_clock::now() + timeout;
    const auto addresses = resolve(line);
    if (!addresses) {
        return addresses.error();
    }
    int failure = EHOSTUNREACH;
    for (const addrinfo *address = addresses->get(); address != nullptr; address = address->ai_next) {
        const int socket = ::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (socket == -1) {
            failure = errno;
            continue;
        }
        if (socket >= kFirstUnusableDescriptor) {
            close(socket);
            return Error{ErrorCode::DeviceUnavailable, textOf(line) + ": too many files are open for libmodbus (descriptor " +
                                                           std::to_string(socket) + ", at most 1023)"};
        }
        failure = connectWithin(socket, *address, deadline);
        if (failure == 0) {
            return socket;
        }
        close(socket);
    }
    return Error{failure == ETIMEDOUT ? ErrorCode::DeviceTimeout : ErrorCode::DeviceUnavailable,
                 textOf(line) + ": connect: " + std::generic_category().message(failure)};
}

} // namespace menshen
