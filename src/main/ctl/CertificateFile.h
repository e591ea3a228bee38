// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Documents.h"

#include <string>

namespace menshen::ctl {

/// writeCertificate with the fonts' machinery that it needs, without a display. Once a program.
[[nodiscard]] Result<void> writeCertificateFile(const std::string &path, const CertificateFacts &facts);

} // namespace menshen::ctl
