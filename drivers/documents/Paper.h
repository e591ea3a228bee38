// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"
#include "menshen/core/Result.h"

#include <QString>

#include <optional>
#include <string>

namespace menshen {

inline constexpr const char *kHeadPicture = "head.png"; ///< the resource that a text shows as the head's QR code

/// Prints a text, in the HTML subset of QTextDocument, as PDF (A4), under its name only when it is whole. Storage; BadInput when
/// the head is no QR code.
enum class Margins { Wide, Narrow }; ///< 2 cm and page numbers; 14 mm and none, for what is one page
[[nodiscard]] Result<void> printPaper(const std::string &path, const QString &title, const QString &html,
                                      const std::optional<LedgerHead> &head, Margins margins = Margins::Wide);

/// How much of a page with narrow margins the text takes; above 1: more than one.
[[nodiscard]] double pageShareOf(const QString &html);

/// The ledger's head with its QR code, for the end of a paper.
[[nodiscard]] QString headPart(const LedgerHead &head);
/// Hexadecimal digits in groups that an eye can follow.
[[nodiscard]] QString grouped(const std::string &hex);

} // namespace menshen
