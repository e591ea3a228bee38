// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/PersonMarks.h"

#include "db/seal/Sealing.h"
#include "db/sqlite/StoredText.h"

#include <algorithm>

namespace menshen {
namespace {

constexpr std::string_view kDigits = "0123456789X"; // X: the check character of a resident's number
constexpr std::string_view kLettersToo = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string_view alphabetOf(std::string_view document)
{
    const bool digits = std::all_of(document.begin(), document.end(), [](char c) { return kDigits.find(c) != std::string_view::npos; });
    return digits ? kDigits : kLettersToo;
}

std::string normalisedPhone(std::string_view typed)
{
    const auto check = checkPhone(typed);
    return check.valid() ? check.normalised : searchable(typed);
}

} // namespace

std::int64_t documentMark(std::string_view typed, const SecretKey &markKey) { return blindMark(markKey, "document", searchable(typed)); }

std::int64_t phoneMark(std::string_view typed, const SecretKey &markKey) { return blindMark(markKey, "phone", normalisedPhone(typed)); }

std::vector<std::int64_t> personMarks(const IdentityDraft &identity, const SecretKey &markKey)
{
    std::vector<std::int64_t> marks;
    if (!identity.document.empty())
        marks.push_back(documentMark(identity.document, markKey));
    if (!identity.phone.empty())
        marks.push_back(phoneMark(identity.phone, markKey));
    return marks;
}

std::vector<std::string> documentsOneMistakeAway(std::string_view typed)
{
    const auto document = searchable(typed);
    std::vector<std::string> near;
    for (std::size_t i = 0; i <= document.size(); ++i) {
        for (const char c : alphabetOf(document)) {
            near.push_back(document.substr(0, i) + c + document.substr(i));
            if (i < document.size())
                near.push_back(document.substr(0, i) + c + document.substr(i + 1));
        }
        if (i < document.size())
            near.push_back(document.substr(0, i) + document.substr(i + 1));
        if (i + 1 < document.size())
            near.push_back(document.substr(0, i) + document[i + 1] + document[i] + document.substr(i + 2));
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    std::erase(near, document);
    std::erase(near, std::string());
    return near;
}

} // namespace menshen
