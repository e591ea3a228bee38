// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Documents.h"

#include <string>

namespace menshen {

/// Writes a daily report as PDF, as an office would file it (A4, Chinese and English, the ledger's head as QR code), under its
/// name only when it is whole. A QGuiApplication must exist (any platform, "offscreen" too); any thread. Storage; BadInput when
/// the head is no QR code.
[[nodiscard]] Result<void> writeReportPaper(const std::string &path, const ReportDocument &document);

} // namespace menshen
