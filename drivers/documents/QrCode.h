// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Documents.h"

#include <string>

namespace menshen {

/// The text, byte by byte, as a QR code that a camera reads even when 15 % of it is gone (level M). Quick; thread-safe.
/// BadInput: empty, or longer than a QR code holds (2331 bytes).
[[nodiscard]] Result<QrMatrix> qrOf(const std::string &text);

/// The same with its quiet zone as a black and white PNG, 8 pixels a square; appears under its name only when it is whole.
/// Storage, or BadInput as above.
[[nodiscard]] Result<void> writeQrPng(const std::string &path, const std::string &text);

} // namespace menshen
