// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/couriers/Lifeline.h"

#include <sys/socket.h>
#include <unistd.h>

namespace menshen {

Lifeline::Lifeline(CURL *easy)
{
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, opened);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, closed);
    curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, this);
}

void Lifeline::cut(int how)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto socket : m_sockets)
        ::shutdown(socket, how);
}

curl_socket_t Lifeline::opened(void *lifeline, curlsocktype /*purpose*/, curl_sockaddr *address)
{
    const auto socket = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    auto &self = *static_cast<Lifeline *>(lifeline);
    const std::scoped_lock lock(self.m_mutex);
    if (socket >= 0)
        self.m_sockets.insert(socket);
    return socket;
}

int Lifeline::closed(void *lifeline, curl_socket_t socket)
{
    auto &self = *static_cast<Lifeline *>(lifeline);
    const std::scoped_lock lock(self.m_mutex); // so that nobody cuts a descriptor that is somebody else's by then
    self.m_sockets.erase(socket);
    return ::close(socket);
}

} // namespace menshen
