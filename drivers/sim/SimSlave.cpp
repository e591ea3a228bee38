// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SimSlave.h"

#include "drivers/sim/Descriptor.h"
#include "drivers/sim/PseudoTerminal.h"
#include "drivers/sim/SlaveFrames.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>
#include <vector>

namespace menshen {

namespace {

using Steady = std::chrono::steady_clock;
/// How soon a fault that is switched on in the world closes lines.
constexpr int kLookAtWorldEveryMs = 10;
/// On a serial line a pause ends a frame; generous, since a pseudo-terminal has no baud rate.
constexpr auto kFrameGap = std::chrono::milliseconds(50);

Error systemError(const char *what)
{
    return Error{ErrorCode::DeviceUnavailable, std::string{what} + ": " + std::generic_category().message(errno)};
}

struct Client {
    Descriptor socket;
    std::vector<std::uint8_t> arrived;
};

/// Reads what there is; false when the other side has gone.
bool drain(int fd, std::vector<std::uint8_t> &arrived)
{
    std::array<std::uint8_t, 512> chunk{};
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got > 0) {
        arrived.insert(arrived.end(), chunk.begin(), chunk.begin() + got);
    }
    return got > 0 || (got == -1 && (errno == EAGAIN || errno == EINTR));
}

Result<Descriptor> listenOn(std::uint16_t port)
{
    Descriptor listener{::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int yes = 1;
    setsockopt(listener.fd(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener.fd(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == -1 || listen(listener.fd(), 16) == -1) {
        return systemError("listen");
    }
    return listener;
}

std::uint16_t portOf(const Descriptor &listener)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(listener.fd(), reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

} // namespace

/// Everything the slave's thread owns.
class SimSlave::Loop {
public:
    Loop(const SimSlaveSettings &settings, SimWorld &world)
        : m_world(world), m_device(settings.profile, world, settings.seed), m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    {
    }

    Result<void> open(const SimSlaveSettings &settings)
    {
        if (settings.tcpPort) {
            auto listener = listenOn(*settings.tcpPort);
            if (!listener) {
                return listener.error();
            }
            m_listener = std::move(listener).value();
            m_port = portOf(m_listener);
        }
        if (settings.rtu) {
            auto terminal = PseudoTerminal::create();
            if (!terminal) {
                return terminal.error();
            }
            m_terminal.emplace(std::move(terminal).value());
        }
        m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
        return {};
    }

    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    [[nodiscard]] std::string rtuPath() const { return m_terminal ? m_terminal->path() : std::string{}; }

private:
    void run(const std::stop_token &stop)
    {
        const std::stop_callback wake(stop, [this] { eventfd_write(m_wake.fd(), 1); });
        while (!stop.stop_requested()) {
            followDisconnect();
            auto watched = descriptors();
            if (poll(watched.data(), watched.size(), kLookAtWorldEveryMs) > 0) {
                serve(watched);
            }
        }
    }

    /// The order that serve() expects: wake, listener, terminal, clients.
    [[nodiscard]] std::vector<pollfd> descriptors() const
    {
        std::vector<pollfd> watched{
            {m_wake.fd(), POLLIN, 0}, {m_listener.fd(), POLLIN, 0}, {m_terminal ? m_terminal->master() : -1, POLLIN, 0}};
        for (const Client &client : m_clients) {
            watched.push_back({client.socket.fd(), POLLIN, 0});
        }
        return watched;
    }

    void serve(const std::vector<pollfd> &watched)
    {
        for (std::size_t i = 0; i < m_clients.size(); ++i) {
            if (watched[3 + i].revents != 0 && !serveClient(m_clients[i])) {
                m_clients[i].socket.reset();
            }
        }
        std::erase_if(m_clients, [](const Client &client) { return !client.socket; });
        if ((watched[2].revents & POLLIN) != 0) {
            serveTerminal();
        }
        if (watched[1].revents != 0) {
            accept();
        }
    }

    bool serveClient(Client &client)
    {
        if (!drain(client.socket.fd(), client.arrived)) {
            return false;
        }
        while (const auto request = takeRequest(SlaveLine::Tcp, client.arrived)) {
            const auto frame = respond(SlaveLine::Tcp, *request);
            if (!frame.empty() &&
                send(client.socket.fd(), frame.data(), frame.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(frame.size())) {
                return false;
            }
        }
        return true;
    }

    void serveTerminal()
    {
        if (Steady::now() - m_lastByte > kFrameGap) {
            m_arrived.clear();
        }
        m_lastByte = Steady::now();
        drain(m_terminal->master(), m_arrived);
        while (const auto request = takeRequest(SlaveLine::Rtu, m_arrived)) {
            if (!m_device.listensTo(request->slave)) {
                continue;
            }
            const auto frame = respond(SlaveLine::Rtu, *request);
            // A reader that does not read loses answers, as on a real line.
            [[maybe_unused]] const ssize_t written = ::write(m_terminal->master(), frame.data(), frame.size());
        }
    }

    std::vector<std::uint8_t> respond(SlaveLine line, const SlaveRequest &request)
    {
        const ThermometerFault fault = m_world.scene().thermometerFault;
        const bool lost = fault == ThermometerFault::Silence || fault == ThermometerFault::Disconnect;
        return lost ? std::vector<std::uint8_t>{} : answerFrame(line, request, m_device.answer(request.pdu), fault);
    }

    void accept()
    {
        Descriptor socket{accept4(m_listener.fd(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)};
        if (socket && !m_disconnected) {
            const int yes = 1;
            setsockopt(socket.fd(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            m_clients.push_back({std::move(socket), {}});
        }
    }

    void followDisconnect()
    {
        const bool wanted = m_world.scene().thermometerFault == ThermometerFault::Disconnect;
        if (wanted == m_disconnected) {
            return;
        }
        m_disconnected = wanted;
        m_clients.clear();
        m_arrived.clear();
        if (m_terminal && wanted) {
            m_terminal->unplug();
        } else if (m_terminal && !m_terminal->plug()) {
            m_disconnected = true; // no terminal to be had now: the next turn tries again
        }
    }

    SimWorld &m_world;
    SimDevice m_device;
    Descriptor m_wake;
    Descriptor m_listener;
    std::uint16_t m_port = 0;
    std::optional<PseudoTerminal> m_terminal;
    std::vector<std::uint8_t> m_arrived; ///< on the terminal
    Steady::time_point m_lastByte{};
    std::vector<Client> m_clients;
    bool m_disconnected = false;
    std::jthread m_thread; ///< last: it stops before what it uses goes
};

Result<std::unique_ptr<SimSlave>> SimSlave::start(const SimSlaveSettings &settings, SimWorld &world)
{
    auto loop = std::make_unique<Loop>(settings, world);
    if (auto opened = loop->open(settings); !opened) {
        return opened.error();
    }
    return std::unique_ptr<SimSlave>{new SimSlave(std::move(loop))};
}

SimSlave::SimSlave(std::unique_ptr<Loop> loop) : m_loop(std::move(loop)) {}
SimSlave::~SimSlave() = default;
std::uint16_t SimSlave::tcpPort() const noexcept { return m_loop->port(); }
std::string SimSlave::rtuPath() const { return m_loop->rtuPath(); }

} // namespace menshen
