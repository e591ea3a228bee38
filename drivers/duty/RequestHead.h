// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace menshen {

/// What of a request is let through to the HTTP library.
struct RequestRules {
    std::size_t longestHead = 8192;
    std::size_t longestTarget = 512;
    std::size_t mostHeaders = 48;
    std::size_t longestBody = 4096;
};

/// A status to refuse with, or 0 and how long the body is.
struct HeadVerdict {
    int refusal = 0;
    std::size_t body = 0;
};

/// Judges everything up to and with the empty line, before any of it is interpreted. Stricter than the standard: GET and POST in
/// HTTP/1.1 only; a body has one length that is written out (no chunks, so nothing can be smuggled between two readings); no
/// folded lines, no bare CR or LF, no control or non-ASCII bytes, one Host, and that one `host` ("192.168.1.10:8443").
[[nodiscard]] HeadVerdict judgeHead(std::string_view head, std::string_view host, const RequestRules &rules = {});

} // namespace menshen
