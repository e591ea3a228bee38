// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/duty/TlsConnection.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

namespace menshen {

namespace {

constexpr std::size_t kSwallowed = 256 * 1024;

int noPassphrase(char *, int, int, void *) { return 0; }

bool useCertificates(SSL_CTX *context, const std::string &pem)
{
    const std::unique_ptr<BIO, int (*)(BIO *)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    bool first = true;
    while (X509 *certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)) {
        const bool taken = first ? SSL_CTX_use_certificate(context, certificate) == 1 : SSL_CTX_add0_chain_cert(context, certificate) == 1;
        if (first || !taken)
            X509_free(certificate);
        if (!taken)
            return false;
        first = false;
    }
    return !first;
}

bool useKey(SSL_CTX *context, const std::string &pem)
{
    const std::unique_ptr<BIO, int (*)(BIO *)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr),
                                                              EVP_PKEY_free);
    return key && SSL_CTX_use_PrivateKey(context, key.get()) == 1 && SSL_CTX_check_private_key(context) == 1;
}

} // namespace

Result<TlsContext> makeTlsContext(const TlsIdentity &identity)
{
    TlsContext context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    const bool made = context && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
                      SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
                      useCertificates(context.get(), identity.certificates) && useKey(context.get(), identity.key);
    ERR_clear_error();
    if (!made)
        return Error{ErrorCode::BadConfig, "the duty page's certificate and key are no pair that TLS can use"};
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    return context;
}

TlsConnection::TlsConnection(ssl_ctx_st &context, int socket, int stop) : m_ssl(SSL_new(&context), SSL_free), m_socket(socket), m_stop(stop)
{
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    if (m_ssl)
        SSL_set_fd(m_ssl.get(), socket);
}

TlsConnection::~TlsConnection() = default;

bool TlsConnection::waitFor(short events, Deadline deadline) const
{
    std::array<pollfd, 2> wanted{{{m_socket, events, 0}, {m_stop, POLLIN, 0}}};
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
    const int ready = left <= 0 ? 0 : ::poll(wanted.data(), wanted.size(), static_cast<int>(left));
    return ready > 0 && wanted[1].revents == 0;
}

bool TlsConnection::wait(int result, Deadline deadline) const
{
    const int error = SSL_get_error(m_ssl.get(), result);
    ERR_clear_error();
    if (error == SSL_ERROR_WANT_READ)
        return waitFor(POLLIN, deadline);
    return error == SSL_ERROR_WANT_WRITE && waitFor(POLLOUT, deadline);
}

bool TlsConnection::shakeHands(Deadline deadline)
{
    if (!m_ssl)
        return false;
    while (true) {
        const int result = SSL_accept(m_ssl.get());
        if (result == 1)
            return true;
        if (!wait(result, deadline))
            return false;
    }
}

bool TlsConnection::readSome(std::string &into, std::size_t most, Deadline deadline)
{
    std::array<char, 4096> buffer{};
    const int room = static_cast<int>(std::min(most, buffer.size()));
    while (room > 0) {
        const int count = SSL_read(m_ssl.get(), buffer.data(), room);
        if (count > 0) {
            into.append(buffer.data(), static_cast<std::size_t>(count));
            return true;
        }
        if (!wait(count, deadline))
            return false;
    }
    return false;
}

bool TlsConnection::write(const std::string &bytes, Deadline deadline)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const int count = SSL_write(m_ssl.get(), bytes.data() + done, static_cast<int>(bytes.size() - done));
        if (count > 0)
            done += static_cast<std::size_t>(count);
        else if (!wait(count, deadline))
            return false;
    }
    return true;
}

void TlsConnection::end(Deadline deadline)
{
    SSL_shutdown(m_ssl.get());
    ERR_clear_error();
    ::shutdown(m_socket, SHUT_WR);
    std::array<char, 4096> ignored{};
    std::size_t swallowed = 0;
    while (swallowed < kSwallowed && waitFor(POLLIN, deadline)) {
        const auto count = ::recv(m_socket, ignored.data(), ignored.size(), 0);
        if (count <= 0)
            return;
        swallowed += static_cast<std::size_t>(count);
    }
}

} // namespace menshen
