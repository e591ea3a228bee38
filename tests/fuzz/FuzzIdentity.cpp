// SPDX-License-Identifier: GPL-3.0-or-later
// What a guard types or a reader sends: any bytes. Must neither crash nor let a masked form show what it hides.
#include "menshen/core/Identity.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace menshen;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr HallDay kToday{std::chrono::year{2026} / 11 / 22};
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (int type = 0; type <= static_cast<int>(DocumentType::None); ++type) {
        const auto check = checkDocument(static_cast<DocumentType>(type), text, text.substr(0, 3), kToday);
        // What was normalised once must stay as it is: the ledger's blind index will depend on it.
        if (checkDocument(static_cast<DocumentType>(type), check.normalised, "FRA", kToday).normalised != check.normalised) {
            std::abort();
        }
    }
    (void)guessDocumentType(text);
    const auto phone = checkPhone(text);
    if (phone.valid() && !checkPhone(phone.normalised).valid()) {
        std::abort();
    }
    for (const Audience audience : {Audience::Office, Audience::Public}) {
        (void)maskedName(text, audience);
        const std::string document = maskedDocument(text, audience);
        if (!text.empty() && text.find('*') == std::string_view::npos && document == text) {
            std::abort();
        }
        (void)maskedPhone(text, audience);
    }
    return 0;
}
