// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// An entry as the journal keeps it: what may be kept for ever, and the personal part that must be separable from it.
struct EncodedEntry {
    std::string kind;
    std::string body;                    ///< JSON without personal data
    std::optional<std::string> personal; ///< PersonalText; absent where an entry has no such part
};

/// Never refuses an entry for its text: bytes that are no UTF-8 become U+FFFD. Monotonic times are left out: they mean
/// nothing after a restart.
[[nodiscard]] EncodedEntry encodedEntry(const Entry &entry);

/// The reverse. Personal fields are empty when their part is gone. Storage, naming `seq`, for what it does not understand.
[[nodiscard]] Result<Entry> decodedEntry(EntrySeq seq, std::string_view kind, std::string_view body,
                                         std::optional<std::string_view> personal);

/// Where an entry may say kEntryBefore; null for kinds that refer to no entry before them in the same transaction.
[[nodiscard]] const EntrySeq *referenceOf(const Entry &entry);
[[nodiscard]] EntrySeq *referenceOf(Entry &entry);

/// The personal part of a visit alone, for reading many: without looking at the body. Throws DecodeError.
struct VisitPersonal {
    IdentityDraft identity;
    std::string overrideReason, note;
};
[[nodiscard]] VisitPersonal visitPersonalFrom(std::string_view personal);
/// Of a correction: who it is. Throws DecodeError.
[[nodiscard]] IdentityDraft correctedIdentityFrom(std::string_view personal);

/// Of an entry whose personal part is one text: a name, a reason. Throws DecodeError.
[[nodiscard]] std::string onlyTextFrom(std::string_view personal);

/// Absent when there are none.
[[nodiscard]] std::optional<std::string> encodedReasons(const std::vector<Reason> &reasons);
/// Throws DecodeError.
[[nodiscard]] std::vector<Reason> decodedReasons(std::string_view stored);

} // namespace menshen
