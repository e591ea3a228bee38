// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ReportOffice.h"
#include "menshen/ports/Documents.h"
#include "menshen/ports/Tables.h"

#include <string>
#include <vector>

namespace menshen {

/// A report in both languages. `asSigned`: the version that it is; null: a draft.
[[nodiscard]] ReportDocument reportDocument(const DailyReport &report, const SignedReport *asSigned, const std::string &stationName,
                                            UtcOffset offset);

/// Adds the ledger's newest head, unless it was signed before the report was: then the paper says that it is still to come.
void putHead(ReportDocument &document, const SignedReport *asSigned, const std::optional<LedgerHead> &head);

/// What a message tells the leading group: no personal data, short enough for a robot (2048 bytes, both languages).
struct ReportMessage {
    LocalText subject, body;
};
[[nodiscard]] ReportMessage reportMessage(const SignedReport &report, UtcOffset offset);
/// The same for reports that are owed; absent when none is.
[[nodiscard]] std::optional<ReportMessage> reportReminder(const ReportDuty &duty, const ReportSettings &settings);

/// Differences as a person reads them: "放行", "Admitted".
[[nodiscard]] LocalText differencesInWords(const std::vector<std::string> &differences);
/// Why a day's report cannot be signed; empty for None.
[[nodiscard]] LocalText problemInWords(ReportProblem problem);

/// Writes the report as a table through `writer`, which it commits.
[[nodiscard]] Result<void> writeReportTable(TableWriter &writer, const ReportDocument &document, Language language);

[[nodiscard]] inline const std::string &in(Language language, const LocalText &text)
{
    return language == Language::Chinese ? text.zh : text.en;
}

} // namespace menshen
