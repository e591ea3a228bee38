// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ExportOffice.h"
#include "menshen/core/Alerts.h"

#include <vector>

namespace menshen {

/// Who came through the door within `window`, oldest first: admitted, or left before a decision. A door's ledger knows who came in
/// and when, not who was near whom: these are persons present in the same window, never more (identity-and-privacy, Law).
/// `without`: the visit that the incident is about. Blocks; call it on a worker. Personal fields are whole: masking is the reader's duty.
[[nodiscard]] Result<std::vector<VisitRow>> personsPresent(LedgerReader &reader, const PresentList &window, UtcOffset offset,
                                                           EntrySeq without);

/// Writes such a list through `writer`, which it commits; documents and phones masked unless `inClear`.
[[nodiscard]] Result<void> exportPresent(const std::vector<VisitRow> &present, TableWriter &writer, Language language, UtcOffset offset,
                                         bool inClear);

} // namespace menshen
