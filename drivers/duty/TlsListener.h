// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/duty/RequestHead.h"
#include "drivers/duty/TlsConnection.h"

#include <httplib.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace menshen {

/// The ends of what one visitor may take of this machine.
struct ListenerLimits {
    std::chrono::milliseconds handshake{5'000};
    std::chrono::milliseconds request{10'000}; ///< to have come whole, the handshake before it too, however slowly
    std::chrono::milliseconds answer{10'000};  ///< to be taken
    std::size_t workers = 24;                  ///< connections served at once
    std::size_t waiting = 64;                  ///< accepted and waiting; further ones wait in the kernel, without a descriptor of ours
    std::size_t perAddress = 6;                ///< served at once of one address, or IPv6 network; further ones are closed
    RequestRules rules;
};

/// cpp-httplib's routing behind a door of our own: one TLS connection is one request. It is read whole, within limits and by a
/// deadline, and judged before the library sees it; the library works in memory. So nobody holds a worker by being slow, nothing
/// follows a request that could be taken for another one, and the library's own limits (none on the count of headers, a timeout
/// that begins anew with each byte) do not matter.
class TlsListener final : public httplib::Server {
public:
    /// `warn` hears, on a thread of the listener's, what an operator should know.
    TlsListener(TlsContext context, ListenerLimits limits, std::function<void(const std::string &)> warn);
    ~TlsListener() override; ///< closes
    TlsListener(const TlsListener &) = delete;
    TlsListener &operator=(const TlsListener &) = delete;

    /// Headers of every answer, refusals of the door included; before listening.
    void setEveryHeader(const httplib::Headers &headers);
    /// The one Host that is answered, once the port is known; before listening.
    void setHost(std::string host) { m_host = std::move(host); }
    /// Takes the port (0: a free one) and says which. DeviceUnavailable when another program has it.
    [[nodiscard]] Result<std::uint16_t> bind(const std::string &address, std::uint16_t port);
    /// Until close(), whatever happens in between.
    void startListening();
    /// Whatever is under way ends at once. Idempotent.
    void close();

private:
    class Place;
    void keepListening();
    [[nodiscard]] bool isClosing(std::chrono::milliseconds patience) const;
    bool process_and_close_socket(socket_t socket) override; // httplib's name
    void serve(socket_t socket, const std::string &address);
    [[nodiscard]] std::string answerTo(const std::string &request, const std::string &address);
    [[nodiscard]] std::string refusal(int status) const;

    const TlsContext m_context;
    const ListenerLimits m_limits;
    const std::function<void(const std::string &)> m_warn;
    std::string m_host;
    httplib::Headers m_every;
    int m_stop = -1;   ///< eventfd
    int m_socket = -1; ///< that is listened on; httplib has a duplicate
    std::mutex m_mutex;
    std::map<std::string, std::size_t> m_served; ///< by neighbourhood, now
    std::jthread m_thread;
};

} // namespace menshen
