// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Identity.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace menshen;

namespace {

constexpr HallDay kToday{std::chrono::year{2026} / 11 / 22};

std::vector<DocumentProblem> problems(DocumentType type, std::string_view number, std::string_view country = {})
{
    return checkDocument(type, number, country, kToday).problems;
}

bool valid(DocumentType type, std::string_view number, std::string_view country = {}) { return problems(type, number, country).empty(); }

} // namespace

TEST(ResidentNumber, ValidExamplesPass)
{
    for (const char *number : {"11010519491231002X", "440524188001010014", "810000199408230021", "830000199201300022"}) {
        EXPECT_TRUE(valid(DocumentType::ResidentId, number)) << number;
    }
}

TEST(ResidentNumber, EverySingleWrongDigitIsFound)
{
    const std::string good = "440524188001010014";
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (char c = '0'; c <= '9'; ++c) {
            std::string bad = good;
            bad[i] = c;
            EXPECT_EQ(valid(DocumentType::ResidentId, bad), c == good[i]) << bad;
        }
    }
}

TEST(ResidentNumber, LowerCaseXFullWidthAndSpacesAreStoredPlainly)
{
    EXPECT_EQ(checkDocument(DocumentType::ResidentId, "110105 19491231 002x", {}, kToday).normalised, "11010519491231002X");
    const auto wide = checkDocument(DocumentType::ResidentId, "１１０１０５１９４９１２３１００２Ｘ", {}, kToday);
    EXPECT_EQ(wide.normalised, "11010519491231002X");
    EXPECT_TRUE(wide.valid());
}

TEST(ResidentNumber, SaysWhatIsWrong)
{
    using P = DocumentProblem;
    EXPECT_EQ(problems(DocumentType::ResidentId, ""), std::vector{P::Empty});
    EXPECT_EQ(problems(DocumentType::ResidentId, "1101051949123100"), std::vector{P::BadLength});
    EXPECT_EQ(problems(DocumentType::ResidentId, "11010519491231O02X"), std::vector{P::BadCharacter});
    EXPECT_EQ(problems(DocumentType::ResidentId, "110105194912310021"), std::vector{P::BadCheckCharacter});
    const std::string noDate = std::string("11010519490230002") + residentCheckCharacter("11010519490230002");
    EXPECT_EQ(problems(DocumentType::ResidentId, noDate), std::vector{P::NoSuchDate});
    const std::string future = std::string("11010520261123002") + residentCheckCharacter("11010520261123002");
    EXPECT_EQ(problems(DocumentType::ResidentId, future), std::vector{P::FutureDate});
}

TEST(ResidentNumber, AnUnknownRegionIsAWarningNeverARefusal)
{
    const std::string number = std::string("99010519491231002") + residentCheckCharacter("99010519491231002");
    EXPECT_TRUE(valid(DocumentType::ResidentId, number));
    const std::string odd = std::string("16010519491231002") + residentCheckCharacter("16010519491231002");
    const auto check = checkDocument(DocumentType::ResidentId, odd, {}, kToday);
    EXPECT_TRUE(check.valid());
    EXPECT_EQ(check.warnings, std::vector{IdentityWarning::UnknownRegion});
}

TEST(OtherDocuments, FollowTheirForms)
{
    EXPECT_TRUE(valid(DocumentType::TravelPermitHkMacau, "H12345678"));
    EXPECT_TRUE(valid(DocumentType::TravelPermitHkMacau, "m1234567890"));
    EXPECT_FALSE(valid(DocumentType::TravelPermitHkMacau, "H123456789"));
    EXPECT_FALSE(valid(DocumentType::TravelPermitHkMacau, "K12345678"));
    EXPECT_TRUE(valid(DocumentType::TravelPermitTaiwan, "12345678"));
    EXPECT_TRUE(valid(DocumentType::TravelPermitTaiwan, "1234567890"));
    EXPECT_FALSE(valid(DocumentType::TravelPermitTaiwan, "123456789"));
    for (const char *passport : {"G12345678", "E12345678", "D12345678", "EA1234567", "EF1234567", "DE1234567"}) {
        EXPECT_TRUE(valid(DocumentType::ChinesePassport, passport)) << passport;
    }
    EXPECT_FALSE(valid(DocumentType::ChinesePassport, "EG1234567"));
    EXPECT_FALSE(valid(DocumentType::ChinesePassport, "A12345678"));
    EXPECT_TRUE(valid(DocumentType::ForeignResidentCard, "USA110012345678"));
    EXPECT_FALSE(valid(DocumentType::ForeignResidentCard, "US1110012345678"));
    const std::string card = std::string("91100019800101001") + residentCheckCharacter("91100019800101001");
    EXPECT_TRUE(valid(DocumentType::ForeignResidentCard, card));
    EXPECT_TRUE(valid(DocumentType::None, ""));
}

TEST(OtherDocuments, AForeignPassportNeedsItsCountry)
{
    EXPECT_TRUE(valid(DocumentType::ForeignPassport, "AB12345", "FRA"));
    EXPECT_EQ(problems(DocumentType::ForeignPassport, "AB12345"), std::vector{DocumentProblem::CountryMissing});
    EXPECT_FALSE(valid(DocumentType::ForeignPassport, "AB12", "FRA"));
    EXPECT_FALSE(valid(DocumentType::ForeignPassport, "AB12345é", "FRA"));
}

TEST(Guess, TellsTheTypeWhileItIsTyped)
{
    EXPECT_EQ(guessDocumentType("11010519491231002x"), DocumentType::ResidentId);
    EXPECT_EQ(guessDocumentType("h12345678"), DocumentType::TravelPermitHkMacau);
    EXPECT_EQ(guessDocumentType("EA1234567"), DocumentType::ChinesePassport);
    EXPECT_EQ(guessDocumentType("USA110012345678"), DocumentType::ForeignResidentCard);
    EXPECT_EQ(guessDocumentType(""), DocumentType::ResidentId);
}

TEST(Phone, MobilesAreStoredAsElevenDigits)
{
    for (const char *typed :
         {"13800138000", "+8613800138000", "8613800138000", "138 0013 8000", "138-0013-8000", "１３８００１３８０００"}) {
        const auto check = checkPhone(typed);
        EXPECT_TRUE(check.valid()) << typed;
        EXPECT_EQ(check.normalised, "13800138000") << typed;
        EXPECT_TRUE(check.warnings.empty());
    }
}

TEST(Phone, MachineSimsAreWarnedOf)
{
    for (const char *typed : {"14001234567", "14101234567", "14401234567", "14411234567", "14612345678", "14812345678"}) {
        EXPECT_EQ(checkPhone(typed).warnings, std::vector{IdentityWarning::MachineSim}) << typed;
    }
}

TEST(Phone, ForeignAndLandline)
{
    EXPECT_EQ(checkPhone("+33 6 12 34 56 78").normalised, "+33612345678");
    EXPECT_TRUE(checkPhone("010-62345678").valid());
    EXPECT_EQ(checkPhone("010-62345678").normalised, "010-62345678");
    EXPECT_TRUE(checkPhone("0632-5212345").valid());
}

TEST(Phone, MistypedOnesAreRefused)
{
    EXPECT_EQ(checkPhone("  ").problems, std::vector{PhoneProblem::Empty});
    for (const char *typed :
         {"1380013800", "138001380000", "12800138000", "+861280013800", "abc", "010-1234567", "+0123456789", "1380013800O"}) {
        EXPECT_EQ(checkPhone(typed).problems, std::vector{PhoneProblem::BadForm}) << typed;
    }
}

TEST(Masking, ShowsOfEachFieldWhatItsAudienceMaySee)
{
    EXPECT_EQ(maskedDocument("11010519491231002X", Audience::Office), "110105********002X");
    EXPECT_EQ(maskedDocument("11010519491231002X", Audience::Public), "1***************2X");
    EXPECT_EQ(maskedPhone("13800138000", Audience::Office), "138****8000");
    EXPECT_EQ(maskedPhone("13800138000", Audience::Public), "138******00");
    EXPECT_EQ(maskedName("欧阳娜娜", Audience::Office), "欧阳娜娜");
    EXPECT_EQ(maskedName("张三", Audience::Public), "张*");
    EXPECT_EQ(maskedName("", Audience::Public), "");
    EXPECT_EQ(maskedStaffNumber("1001"), "**01");
    EXPECT_EQ(maskedStaffNumber("07"), "**");
    EXPECT_EQ(maskedStaffNumber(""), "");
}

TEST(Masking, AShortNumberIsHiddenWhole)
{
    EXPECT_EQ(maskedDocument("H12345678", Audience::Office), "*********");
    EXPECT_EQ(maskedDocument("12", Audience::Public), "**");
    EXPECT_EQ(maskedPhone("", Audience::Office), "");
}

TEST(Masking, BrokenUtf8DoesNotCrash)
{
    EXPECT_FALSE(maskedName("\xE5", Audience::Public).empty());
    EXPECT_NO_FATAL_FAILURE((void)checkPhone("\xEF\xBC"));
    EXPECT_NO_FATAL_FAILURE((void)checkDocument(DocumentType::ResidentId, "\xF0\x9F", {}, kToday));
}
