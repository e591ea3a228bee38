// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Documents.h"

#include <string>

namespace menshen {

/// Writes the certificate as PDF (A4, Chinese and English), under its name only when it is whole. A QGuiApplication must exist
/// (any platform, "offscreen" too); on its thread. Storage; BadInput when the head is no QR code.
[[nodiscard]] Result<void> writeCertificate(const std::string &path, const CertificateFacts &facts);

} // namespace menshen
