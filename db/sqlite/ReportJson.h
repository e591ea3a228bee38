// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/JsonFields.h"
#include "menshen/core/Entries.h"

#include <string>

namespace menshen {

/// A report as one line of JSON: what the ledger stores of it and what its digest is of. Figures that are not kept are null.
[[nodiscard]] std::string reportJson(const DailyReport &report);
/// BLAKE2b-256("menshen-report-1" ‖ reportJson).
[[nodiscard]] EntryHash reportDigest(const DailyReport &report);

/// The same for people's programs: indented, with version, digest and entry of a signed one.
[[nodiscard]] std::string reportFile(const DailyReport &report, const ReportSignedEntry *asSigned, const Receipt *receipt);

// ---- As an entry's body. ------------------------------------------------------------------------------------------------

[[nodiscard]] std::string encodedBody(const ReportSignedEntry &entry);
/// Throws DecodeError and the parser's own exceptions; also when the report is not the one that the digest is of.
[[nodiscard]] ReportSignedEntry reportSignedFrom(const Json &from, std::string reason);

[[nodiscard]] std::string encodedBody(const ReportToldEntry &entry);
[[nodiscard]] ReportToldEntry reportToldFrom(const Json &from);

} // namespace menshen
