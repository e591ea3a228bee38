// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Documents.h"

#include <string>

namespace menshen {

/// Writes empty forms for the day without power as PDF (A4, Chinese and English, as many to a page as the plan's questions leave
/// room for), under its name only when it is whole. A QGuiApplication must exist (any platform, "offscreen" too); any thread.
/// BadInput for a count that is none; Storage.
[[nodiscard]] Result<void> writeEmptyForms(const std::string &path, const EmptyForms &forms);

} // namespace menshen
