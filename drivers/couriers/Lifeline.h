// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include <mutex>
#include <set>

namespace menshen {

/// The sockets of a transfer, which the thread that stops it may cut off: libcurl says goodbye to a mail server with a QUIT and
/// waits for the answer where no poll of ours can be woken. Has to outlive the transfer's connections.
class Lifeline {
public:
    explicit Lifeline(CURL *easy);
    Lifeline(const Lifeline &) = delete;
    Lifeline &operator=(const Lifeline &) = delete;

    /// SHUT_RDWR: no more at all; SHUT_RD: no answer is waited for any more. Any thread.
    void cut(int how);

private:
    static curl_socket_t opened(void *lifeline, curlsocktype purpose, curl_sockaddr *address);
    static int closed(void *lifeline, curl_socket_t socket);

    std::mutex m_mutex;
    std::set<curl_socket_t> m_sockets; ///< more than one while addresses are tried side by side
};

} // namespace menshen
