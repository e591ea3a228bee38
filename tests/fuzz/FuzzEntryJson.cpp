// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a ledger's file may have been written by anybody. The first line is the kind, the second the body, the
// third the personal part. It is understood or refused, and what is understood is written back and understood the same.
#include "db/sqlite/EntryJson.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace menshen;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    const auto line = [&rest] {
        const std::string_view taken = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), taken.size() + 1));
        return taken;
    };
    const std::string_view kind = line();
    const std::string_view body = line();
    const std::string personal(line());
    const auto entry = decodedEntry(EntrySeq{1}, kind, body, personal.empty() ? std::nullopt : std::optional(personal));
    if (entry) {
        const EncodedEntry again = encodedEntry(*entry);
        if (!decodedEntry(EntrySeq{1}, again.kind, again.body, again.personal)) {
            std::abort();
        }
    }
    return 0;
}
