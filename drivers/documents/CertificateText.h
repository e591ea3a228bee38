// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Documents.h"

#include <QString>

namespace menshen {

/// The certificate's text as the HTML subset of QTextDocument; the head's QR code is its resource kHeadPicture.
[[nodiscard]] QString certificateHtml(const CertificateFacts &facts);

} // namespace menshen
