// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/TlsIdentity.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

struct ssl_ctx_st;
struct ssl_st;

namespace menshen {

using TlsContext = std::shared_ptr<ssl_ctx_st>;

/// TLS 1.2 and 1.3 with forward secrecy and authenticated ciphers, nothing else. BadConfig when the identity is none.
[[nodiscard]] Result<TlsContext> makeTlsContext(const TlsIdentity &identity);

/// One accepted connection. Whatever it does ends at a deadline or when `stop` (an eventfd) becomes readable, however little the
/// other side sends at a time. One thread.
class TlsConnection {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// `socket` stays the caller's; it is made non-blocking.
    TlsConnection(ssl_ctx_st &context, int socket, int stop);
    ~TlsConnection();
    TlsConnection(const TlsConnection &) = delete;
    TlsConnection &operator=(const TlsConnection &) = delete;

    [[nodiscard]] bool shakeHands(Deadline deadline);
    /// Adds what there is, `most` bytes at most; false at the end, at the deadline and after an error.
    [[nodiscard]] bool readSome(std::string &into, std::size_t most, Deadline deadline);
    bool write(const std::string &bytes, Deadline deadline);
    /// Says goodbye and swallows what the other side is still sending, so that it gets to read the answer.
    void end(Deadline deadline);

private:
    /// Waits for what the last call wanted; false when it is over.
    [[nodiscard]] bool wait(int result, Deadline deadline) const;
    [[nodiscard]] bool waitFor(short events, Deadline deadline) const;

    std::unique_ptr<ssl_st, void (*)(ssl_st *)> m_ssl;
    int m_socket;
    int m_stop;
};

} // namespace menshen
