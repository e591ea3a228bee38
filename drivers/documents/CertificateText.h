// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Documents.h"

#include <QString>

namespace menshen {

inline constexpr const char *kHeadPicture = "head.png"; ///< the resource that the text shows as the head's QR code

/// The certificate's text as the HTML subset of QTextDocument.
[[nodiscard]] QString certificateHtml(const CertificateFacts &facts);

} // namespace menshen
