// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Identity.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace menshen {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool allDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), isDigit); }

/// Length in bytes of the UTF-8 character that starts with `lead`; 1 for a broken one.
std::size_t utf8Length(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

/// Folds full-width forms (an input method's habit) to ASCII, drops white space and what `dropped` names.
std::string folded(std::string_view typed, std::string_view dropped, bool upper)
{
    std::string result;
    for (std::size_t i = 0; i < typed.size();) {
        const std::size_t length = std::min(utf8Length(typed[i]), typed.size() - i);
        std::string_view character = typed.substr(i, length);
        i += length;
        char ascii = character[0];
        if (length == 3) {
            const unsigned code = (static_cast<unsigned>(character[0] & 0x0F) << 12) | (static_cast<unsigned>(character[1] & 0x3F) << 6) |
                                  static_cast<unsigned>(character[2] & 0x3F);
            if (code == 0x3000) {
                continue; // ideographic space
            }
            if (code < 0xFF01 || code > 0xFF5E) {
                result += character;
                continue;
            }
            ascii = static_cast<char>(code - 0xFEE0);
        } else if (length != 1) {
            result += character;
            continue;
        }
        if (ascii == ' ' || (ascii >= '\t' && ascii <= '\r') || dropped.find(ascii) != std::string_view::npos) {
            continue;
        }
        result += upper && ascii >= 'a' && ascii <= 'z' ? static_cast<char>(ascii - 'a' + 'A') : ascii;
    }
    return result;
}

int number(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::optional<DocumentProblem> birthDateProblem(std::string_view yyyymmdd, HallDay today)
{
    const HallDay birth{std::chrono::year{number(yyyymmdd.substr(0, 4))},
                        std::chrono::month{static_cast<unsigned>(number(yyyymmdd.substr(4, 2)))},
                        std::chrono::day{static_cast<unsigned>(number(yyyymmdd.substr(6, 2)))}};
    if (!birth.ok() || birth.year() < std::chrono::year{1850}) {
        return DocumentProblem::NoSuchDate;
    }
    if (birth > today) {
        return DocumentProblem::FutureDate;
    }
    return std::nullopt;
}

/// Province codes of GB/T 2260 that are or were in use, the special regions' 81–83 and foreigners' 91 ones included.
bool knownRegion(std::string_view number)
{
    static constexpr std::string_view kProvinces =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91";
    return kProvinces.find(number.substr(0, 2)) != std::string_view::npos;
}

/// 18 characters with a MOD 11-2 check: resident number, residence permit, foreign resident card of 2023.
void checkEighteen(DocumentCheck &check, HallDay today)
{
    const std::string &number = check.normalised;
    const bool form = allDigits(std::string_view(number).substr(0, 17)) && (isDigit(number[17]) || number[17] == 'X');
    if (!form) {
        check.problems.push_back(DocumentProblem::BadCharacter);
        return;
    }
    if (const auto problem = birthDateProblem(std::string_view(number).substr(6, 8), today)) {
        check.problems.push_back(*problem);
    }
    if (residentCheckCharacter(number) != number[17]) {
        check.problems.push_back(DocumentProblem::BadCheckCharacter);
    }
    if (!knownRegion(number) && number[0] != '9') {
        check.warnings.push_back(IdentityWarning::UnknownRegion);
    }
}

/// `letters` then digits only, their count one of `digitCounts`.
bool lettersThenDigits(std::string_view number, std::size_t letters, std::initializer_list<std::size_t> digitCounts)
{
    if (number.size() < letters || !std::all_of(number.begin(), number.begin() + static_cast<std::ptrdiff_t>(letters), isUpper)) {
        return false;
    }
    const std::string_view digits = number.substr(letters);
    return allDigits(digits) && std::find(digitCounts.begin(), digitCounts.end(), digits.size()) != digitCounts.end();
}

bool isHkMacauPermit(std::string_view number) { return lettersThenDigits(number, 1, {8, 10}) && (number[0] == 'H' || number[0] == 'M'); }

bool isTaiwanPermit(std::string_view number) { return allDigits(number) && (number.size() == 8 || number.size() == 10); }

bool isChinesePassport(std::string_view number)
{
    if (lettersThenDigits(number, 1, {8})) {
        return number[0] == 'G' || number[0] == 'E' || number[0] == 'D';
    }
    if (!lettersThenDigits(number, 2, {7})) {
        return false;
    }
    return (number[0] == 'E' && number[1] >= 'A' && number[1] <= 'F') || number.substr(0, 2) == "DE";
}

bool isForeignPassport(std::string_view number)
{
    return number.size() >= 5 && number.size() <= 20 &&
           std::all_of(number.begin(), number.end(), [](char c) { return isDigit(c) || isUpper(c); });
}

/// First `head` and last `tail` characters (not bytes), the rest as stars; all stars when too little would be hidden.
std::string starred(std::string_view text, std::size_t head, std::size_t tail)
{
    const auto lengthAt = [text](std::size_t i) { return std::min(utf8Length(text[i]), text.size() - i); };
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += lengthAt(i)) {
        ++count;
    }
    const bool tooShort = count < head + tail + 3;
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0, character = 0; i < text.size(); ++character) {
        const auto length = lengthAt(i);
        const bool hidden = tooShort || (character >= head && character + tail < count);
        hidden ? result += '*' : result += text.substr(i, length);
        i += length;
    }
    return result;
}

} // namespace

char residentCheckCharacter(std::string_view first17) noexcept
{
    static constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static constexpr std::string_view kCharacters = "10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        sum += kWeights[i] * (first17[i] - '0');
    }
    return kCharacters[static_cast<std::size_t>(sum % 11)];
}

DocumentCheck checkDocument(DocumentType type, std::string_view number, std::string_view country, HallDay today)
{
    DocumentCheck check;
    check.normalised = folded(number, "-", true);
    if (type == DocumentType::None) {
        return check;
    }
    if (check.normalised.empty()) {
        check.problems.push_back(DocumentProblem::Empty);
        return check;
    }
    const auto require = [&](bool form, DocumentProblem problem) {
        if (!form) {
            check.problems.push_back(problem);
        }
    };
    switch (type) {
    case DocumentType::ResidentId:
        if (check.normalised.size() != 18) {
            check.problems.push_back(DocumentProblem::BadLength);
        } else {
            checkEighteen(check, today);
        }
        break;
    case DocumentType::ForeignResidentCard:
        if (check.normalised.size() == 18 && check.normalised[0] == '9') {
            checkEighteen(check, today);
        } else {
            require(lettersThenDigits(check.normalised, 3, {12}), DocumentProblem::BadForm);
        }
        break;
    case DocumentType::TravelPermitHkMacau:
        require(isHkMacauPermit(check.normalised), DocumentProblem::BadForm);
        break;
    case DocumentType::TravelPermitTaiwan:
        require(isTaiwanPermit(check.normalised), DocumentProblem::BadForm);
        break;
    case DocumentType::ChinesePassport:
        require(isChinesePassport(check.normalised), DocumentProblem::BadForm);
        break;
    case DocumentType::ForeignPassport:
        require(isForeignPassport(check.normalised), DocumentProblem::BadForm);
        require(!folded(country, "", false).empty(), DocumentProblem::CountryMissing);
        break;
    case DocumentType::None:
        break;
    }
    return check;
}

DocumentType guessDocumentType(std::string_view number)
{
    const std::string text = folded(number, "-", true);
    if (text.size() == 18 && text[0] == '9') {
        return DocumentType::ForeignResidentCard;
    }
    if (isHkMacauPermit(text)) {
        return DocumentType::TravelPermitHkMacau;
    }
    if (isChinesePassport(text)) {
        return DocumentType::ChinesePassport;
    }
    if (lettersThenDigits(text, 3, {12})) {
        return DocumentType::ForeignResidentCard;
    }
    return DocumentType::ResidentId;
}

PhoneCheck checkPhone(std::string_view typed)
{
    PhoneCheck check;
    check.normalised = folded(typed, "()", false);
    std::string digits = folded(typed, "()-", false);
    if (digits.empty()) {
        check.problems.push_back(PhoneProblem::Empty);
        return check;
    }
    std::string_view mobile = digits;
    if (mobile.starts_with("+86")) {
        mobile.remove_prefix(3);
    } else if (mobile.starts_with("86") && mobile.size() == 13) {
        mobile.remove_prefix(2);
    }
    if (mobile.size() == 11 && allDigits(mobile) && mobile[0] == '1' && mobile[1] >= '3') {
        check.normalised = mobile;
        static constexpr std::array<std::string_view, 6> kMachineSims{"1400", "1410", "1440", "1441", "146", "148"};
        if (std::any_of(kMachineSims.begin(), kMachineSims.end(), [&](std::string_view prefix) { return mobile.starts_with(prefix); })) {
            check.warnings.push_back(IdentityWarning::MachineSim);
        }
        return check;
    }
    // E.164: + and 7 to 15 digits, the first not 0. A +86 number that is no mobile is mistyped.
    if (digits[0] == '+' && !digits.starts_with("+86")) {
        const std::string_view rest = std::string_view(digits).substr(1);
        if (rest.size() >= 7 && rest.size() <= 15 && allDigits(rest) && rest[0] != '0') {
            check.normalised = digits;
            return check;
        }
    }
    // Landline ^0\d{2,3}-?[2-9]\d{6,7}$
    if (digits[0] == '0' && allDigits(digits)) {
        for (const std::size_t area : {3U, 4U}) {
            const std::size_t local = digits.size() > area ? digits.size() - area : 0;
            if ((local == 7 || local == 8) && digits[area] >= '2') {
                return check;
            }
        }
    }
    check.problems.push_back(PhoneProblem::BadForm);
    return check;
}

std::string maskedDocument(std::string_view number, Audience audience)
{
    return audience == Audience::Office ? starred(number, 6, 4) : starred(number, 1, 2);
}

std::string maskedPhone(std::string_view phone, Audience audience)
{
    return audience == Audience::Office ? starred(phone, 3, 4) : starred(phone, 3, 2);
}

std::string maskedName(std::string_view name, Audience audience)
{
    if (audience == Audience::Office || name.empty()) {
        return std::string(name);
    }
    return std::string(name.substr(0, std::min(utf8Length(name[0]), name.size()))) + '*';
}

std::string maskedStaffNumber(std::string_view number)
{
    const std::size_t shown = number.size() > 2 ? 2 : 0;
    return std::string(number.size() - shown, '*') + std::string(number.substr(number.size() - shown));
}

} // namespace menshen
