// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace menshen::test {

/// A TCP connection to 127.0.0.1, from any address of the loopback network, that sends whatever bytes a test wants.
class TcpClient {
public:
    explicit TcpClient(std::uint16_t port, const char *from = "127.0.0.1") : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in local{}, remote{};
        local.sin_family = remote.sin_family = AF_INET;
        ::inet_pton(AF_INET, from, &local.sin_addr);
        ::inet_pton(AF_INET, "127.0.0.1", &remote.sin_addr);
        remote.sin_port = htons(port);
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&local), sizeof local) != 0 ||
            ::connect(m_socket, reinterpret_cast<sockaddr *>(&remote), sizeof remote) != 0) {
            ::close(m_socket);
            throw std::runtime_error("no connection");
        }
    }
    virtual ~TcpClient() { ::close(m_socket); }
    TcpClient(const TcpClient &) = delete;
    TcpClient &operator=(const TcpClient &) = delete;

    virtual bool send(const std::string &bytes)
    {
        return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
    }
    /// Until the other side closes or `patience` is over.
    virtual std::string readAll(std::chrono::milliseconds patience = std::chrono::seconds(30))
    {
        std::string all;
        std::array<char, 4096> buffer{};
        while (isReadable(patience)) {
            const auto count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
            if (count <= 0) {
                break;
            }
            all.append(buffer.data(), static_cast<std::size_t>(count));
        }
        return all;
    }
    /// Whether the other side has sent or closed within `patience`.
    [[nodiscard]] bool isReadable(std::chrono::milliseconds patience) const
    {
        pollfd wanted{m_socket, POLLIN, 0};
        return ::poll(&wanted, 1, static_cast<int>(patience.count())) > 0;
    }

protected:
    int m_socket;
};

/// The same under TLS; certificates are checked where a test says with what.
class TlsClient final : public TcpClient {
public:
    explicit TlsClient(std::uint16_t port, const char *from = "127.0.0.1", int highest = TLS1_3_VERSION, const std::string &trusted = {})
        : TcpClient(port, from), m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free),
          m_ssl((SSL_CTX_set_security_level(m_context.get(), 0), SSL_CTX_set_min_proto_version(m_context.get(), TLS1_VERSION),
                 SSL_CTX_set_max_proto_version(m_context.get(), highest), SSL_new(m_context.get())),
                SSL_free)
    {
        if (!trusted.empty()) {
            SSL_CTX_load_verify_locations(m_context.get(), trusted.c_str(), nullptr);
            SSL_set1_host(m_ssl.get(), "localhost");
            SSL_set_verify(m_ssl.get(), SSL_VERIFY_PEER, nullptr);
        }
        SSL_set_fd(m_ssl.get(), m_socket);
        m_open = SSL_connect(m_ssl.get()) == 1;
        ERR_clear_error();
    }

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] std::string version() const { return SSL_get_version(m_ssl.get()); }

    bool send(const std::string &bytes) override
    {
        return m_open && SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size())) == static_cast<int>(bytes.size());
    }
    std::string readAll(std::chrono::milliseconds patience = std::chrono::seconds(30)) override
    {
        std::string all;
        std::array<char, 4096> buffer{};
        while (m_open && (SSL_pending(m_ssl.get()) > 0 || isReadable(patience))) {
            const int count = SSL_read(m_ssl.get(), buffer.data(), static_cast<int>(buffer.size()));
            if (count <= 0) {
                break;
            }
            all.append(buffer.data(), static_cast<std::size_t>(count));
        }
        ERR_clear_error();
        return all;
    }

private:
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> m_context;
    std::unique_ptr<SSL, void (*)(SSL *)> m_ssl;
    bool m_open = false;
};

struct HttpAnswer {
    int status = 0; ///< 0: none came
    std::multimap<std::string, std::string> headers;
    std::string body;

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

inline HttpAnswer answerFrom(const std::string &bytes)
{
    HttpAnswer answer;
    const auto end = bytes.find("\r\n\r\n");
    if (!bytes.starts_with("HTTP/1.1 ") || end == std::string::npos) {
        return answer;
    }
    answer.status = std::stoi(bytes.substr(9, 3));
    answer.body = bytes.substr(end + 4);
    for (auto at = bytes.find("\r\n") + 2; at < end;) {
        const auto next = bytes.find("\r\n", at);
        const auto colon = bytes.find(": ", at);
        answer.headers.emplace(bytes.substr(at, colon - at), bytes.substr(colon + 2, next - colon - 2));
        at = next + 2;
    }
    return answer;
}

} // namespace menshen::test
