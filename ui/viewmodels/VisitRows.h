// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/ExportOffice.h"
#include "menshen/core/Plan.h"

#include <QByteArray>
#include <QList>
#include <QVariantList>

/// Visits as rows of a RowsModel, masked for the office's eyes.
namespace menshen::visitrows {

/// The roles of a table's row..
[[nodiscard]] QList<QByteArray> roles();
enum class When : std::uint8_t { Clock, DayOfYear, Date };
[[nodiscard]] QVariantList of(const VisitRow &row, UtcOffset offset, When when);

/// What the visit's panel shows: label, value. `whole`: document and phone unmasked.
[[nodiscard]] QList<QVariantList> details(const VisitRow &row, const Plan &plan, Language language, UtcOffset offset, bool whole);

} // namespace menshen::visitrows
