// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace menshen {

/// What a TLS server shows of itself, and its proof.
struct TlsIdentity {
    std::string certificates; ///< PEM, the server's own first
    std::string key;          ///< PEM; never logged
    std::string fingerprint;  ///< SHA-256 of the server's certificate, "AB:CD:…"
};

} // namespace menshen
