// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/Words.h"

#include <gtest/gtest.h>
#include <set>

namespace menshen {
namespace {

constexpr UtcOffset kHall{};

TEST(Words, WhatIsNoDayIsAbsent)
{
    for (const char *text : {"", "2026-11-2", "2026-11-222", "2026/11/22", "2026-02-29", "2026-00-10", "2026-13-01", "-026-11-22",
                             "2026-+1-22", "2026- 1-22", "abcd-ef-gh"})
        EXPECT_FALSE(dayFromIso(text)) << text;
}

TEST(Words, ADayComesBackAsItWas)
{
    const auto day = dayFromIso("2024-02-29");
    ASSERT_TRUE(day);
    EXPECT_EQ(isoDay(*day), "2024-02-29");
}

TEST(Words, TimesAreInTheHallsZone)
{
    const auto evening = WallTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}} + 16h + 30min + 5s + 999ms;
    EXPECT_EQ(localTime(evening, kHall), "2026-11-23 00:30:05");
    EXPECT_EQ(localTime(evening, UtcOffset{-5h}), "2026-11-22 11:30:05");
    EXPECT_EQ(localTime(WallTime{-1s}, UtcOffset{0min}), "1969-12-31 23:59:59");
}

TEST(Words, EveryErrorAndEveryFaultOfTheChainHasASentenceOfItsOwnInBothLanguages)
{
    for (const auto language : {Language::Chinese, Language::English}) {
        std::set<std::string> errors, faults;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            errors.insert(word(static_cast<ErrorCode>(code), language));
        for (int fault = 0; fault <= static_cast<int>(ChainFault::TablesDiffer); ++fault)
            faults.insert(word(static_cast<ChainFault>(fault), language));
        EXPECT_EQ(errors.size(), static_cast<std::size_t>(ErrorCode::Internal) + 1);
        EXPECT_EQ(faults.size(), static_cast<std::size_t>(ChainFault::TablesDiffer) + 1);
        EXPECT_FALSE(errors.contains("") || faults.contains(""));
    }
}

TEST(Words, WhatIsAbsentHasNoWord)
{
    EXPECT_EQ(word(std::optional<Verdict>{}, Language::English), "");
    EXPECT_EQ(word(std::optional<MaskState>{}, Language::Chinese), "");
    EXPECT_EQ(words(std::vector<Reason>{}, Language::Chinese), "");
}

TEST(Words, AReasonSaysWhichQuestionAndWhyThereIsNoTemperature)
{
    const Reason missing{ReasonCode::TemperatureMissing, CheckLevel::Hard, NoTemperature::BelowFloor, ""};
    const Reason answer{ReasonCode::Answer, CheckLevel::Hard, std::nullopt, "travel"};
    EXPECT_EQ(words({missing, answer}, Language::English),
              "No temperature: skin too cold, wait and measure again; Question answered yes: travel");
    EXPECT_EQ(words({missing, answer}, Language::Chinese), "未测得体温：额温过低，需稍候复测；问询结果异常：travel");
}

/// Every enumerator up to `last` has a word, each a different one, in both languages.
template <typename E, typename Say>
void expectWords(E last, Say say)
{
    for (const auto language : {Language::Chinese, Language::English}) {
        std::set<std::string> seen;
        for (int i = 0; i <= static_cast<int>(last); ++i) {
            const auto text = say(static_cast<E>(i), language);
            EXPECT_FALSE(text.empty()) << i;
            EXPECT_TRUE(seen.insert(text).second) << text;
        }
    }
}

TEST(Words, EveryValueHasAWordOfItsOwnInBothLanguages)
{
    expectWords(Outcome::Left, [](Outcome value, Language language) { return word(value, language); });
    expectWords(Verdict::Refuse, [](Verdict value, Language language) { return word(std::optional(value), language); });
    expectWords(MaskState::Unsure, [](MaskState value, Language language) { return word(std::optional(value), language); });
    expectWords(NoTemperature::CalibrationOutOfLimits, [](NoTemperature value, Language language) { return word(value, language); });
    expectWords(Instrument::Contact, [](Instrument value, Language language) { return word(value, language); });
    expectWords(DocumentType::None, [](DocumentType value, Language language) { return word(value, language); });
    expectWords(PunchDirection::Out, [](PunchDirection value, Language language) { return word(value, language); });
    expectWords(ReasonCode::QuestionsOpen, [](ReasonCode value, Language language) {
        return word(Reason{value, CheckLevel::Hard, std::nullopt, ""}, language);
    });
}

TEST(Words, TheMainOnes)
{
    EXPECT_EQ(word(Outcome::Admitted, Language::Chinese), "已放行");
    EXPECT_EQ(word(Outcome::Refused, Language::Chinese), "已劝返");
    EXPECT_EQ(word(Outcome::Left, Language::Chinese), "自行离开");
    EXPECT_EQ(word(std::optional(Verdict::NoResult), Language::Chinese), "无结果");
    EXPECT_EQ(word(std::optional(MaskState::Incorrect), Language::English), "Worn incorrectly");
    EXPECT_EQ(word(Reason{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""}, Language::Chinese), "体温异常");
}

} // namespace
} // namespace menshen
