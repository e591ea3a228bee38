// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <httplib.h>

#include <optional>
#include <string>
#include <string_view>

namespace menshen {

// What is taken from a request that the library has parsed. Whatever is not exactly as our own forms send it is nothing.

/// A cookie's value; empty when there is none or more than one of this name (somebody is trying something).
[[nodiscard]] std::string cookieIn(std::string_view header, std::string_view name);

/// A form's field: there once, plain text (Html.h), `longest` bytes at most. Empty otherwise.
[[nodiscard]] std::string fieldIn(const httplib::Params &form, const std::string &name, std::size_t longest);

/// What a person chose to record: "acknowledge", "step:<id>", "handover", "false".
[[nodiscard]] std::optional<AlertActionEntry> actionFrom(EntrySeq alert, std::string_view act, std::string reason);

/// An alert's number in a path; absent for none that a ledger could hold.
[[nodiscard]] std::optional<EntrySeq> alertFrom(std::string_view digits);

/// Whether a POST comes from one of our own pages: by its Origin, or where a browser sends none by Sec-Fetch-Site; one of them
/// has to be there.
[[nodiscard]] bool isFromOurPage(const httplib::Headers &headers, const std::string &origin);

} // namespace menshen
