// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// Documents that the door takes. Source: reference identity rules, "Documents".
enum class DocumentType : std::uint8_t {
    ResidentId, ///< GB 11643-1999, 18 characters; also the residence permits 81/82/83
    TravelPermitHkMacau,
    TravelPermitTaiwan,
    ChinesePassport,
    ForeignResidentCard, ///< both the old form and the one of December 2023
    ForeignPassport,     ///< with the issuing country
    None                 ///< an elder without papers: the guard's note says why
};

enum class DocumentProblem : std::uint8_t {
    Empty,
    BadLength,
    BadCharacter,
    BadForm,
    BadCheckCharacter,
    NoSuchDate,
    FutureDate,
    CountryMissing
};

/// Not a problem: it is said and the entry goes on.
enum class IdentityWarning : std::uint8_t { UnknownRegion, MachineSim };

enum class PhoneProblem : std::uint8_t { Empty, BadForm };

struct DocumentCheck {
    std::string normalised;                ///< upper case, without spaces; full-width digits folded
    std::vector<DocumentProblem> problems; ///< empty: valid
    std::vector<IdentityWarning> warnings;
    [[nodiscard]] bool valid() const noexcept { return problems.empty(); }
};

/// `today` decides whether a birth date lies in the future. `country` is needed for ForeignPassport only.
[[nodiscard]] DocumentCheck checkDocument(DocumentType type, std::string_view number, std::string_view country, HallDay today);

/// The check character of GB 11643-1999 (ISO 7064 MOD 11-2) for the first 17 characters, all digits.
[[nodiscard]] char residentCheckCharacter(std::string_view first17) noexcept;

/// The type that a number looks like while it is typed; ResidentId when nothing tells.
[[nodiscard]] DocumentType guessDocumentType(std::string_view number);

struct PhoneCheck {
    std::string normalised; ///< mobile as 11 digits; foreign as E.164; landline as typed without spaces
    std::vector<PhoneProblem> problems;
    std::vector<IdentityWarning> warnings;
    [[nodiscard]] bool valid() const noexcept { return problems.empty(); }
};

[[nodiscard]] PhoneCheck checkPhone(std::string_view typed);

/// Who may see how much. Source: reference identity rules, "On a screen, on paper, in a file".
enum class Audience : std::uint8_t { Office, Public };

[[nodiscard]] std::string maskedDocument(std::string_view number, Audience audience);
[[nodiscard]] std::string maskedPhone(std::string_view phone, Audience audience);
[[nodiscard]] std::string maskedName(std::string_view name, Audience audience);
/// Its last two characters, as people outside may see it.
[[nodiscard]] std::string maskedStaffNumber(std::string_view number);

/// What the guard has typed or a reader has read so far. Personal data: never logged.
struct IdentityDraft {
    std::string name;
    DocumentType documentType = DocumentType::ResidentId;
    std::string document;
    std::string country;          ///< issuing country of a foreign passport
    std::string unverifiedReason; ///< why a document that fails its check (or none) is kept all the same
    std::string phone;
    std::string phoneNote; ///< instead of a phone: a companion's number, or the guard's note
    std::string purpose;

    friend bool operator==(const IdentityDraft &, const IdentityDraft &) = default;
};

} // namespace menshen
