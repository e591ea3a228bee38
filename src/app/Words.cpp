// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/Words.h"

#include <array>
#include <charconv>
#include <cstdlib>

namespace menshen {
namespace {

/// A text in both languages, UTF-8.
struct Both {
    const char *zh = "";
    const char *en = "";

    [[nodiscard]] std::string in(Language language) const { return language == Language::Chinese ? zh : en; }
};

/// The text that stands at the enumerator's place; the tables below follow their enumerations' order.
template <typename E, std::size_t N>
std::string at(const std::array<Both, N> &texts, E value, Language language)
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? texts[index].in(language) : std::string();
}

constexpr std::array<Both, 3> kOutcomes{{{"已放行", "Admitted"}, {"已劝返", "Refused"}, {"自行离开", "Left"}}};
constexpr std::array<Both, 4> kVerdicts{{{"通过", "Pass"}, {"复测", "Recheck"}, {"无结果", "No result"}, {"拒绝", "Refuse"}}};
constexpr std::array<Both, 4> kMasks{
    {{"已佩戴", "Worn"}, {"未佩戴", "Not worn"}, {"佩戴不规范", "Worn incorrectly"}, {"无法判断", "Unsure"}}};
constexpr std::array<Both, 2> kInstruments{{{"红外测温仪", "Infrared"}, {"接触式体温计", "Contact"}}};
constexpr std::array<Both, 2> kDirections{{{"上岗", "In"}, {"离岗", "Out"}}};

constexpr std::array<Both, 7> kDocuments{{{"居民身份证", "Resident identity card"},
                                          {"港澳居民来往内地通行证", "Travel permit (Hong Kong, Macau)"},
                                          {"台湾居民来往大陆通行证", "Travel permit (Taiwan)"},
                                          {"中国护照", "Chinese passport"},
                                          {"外国人永久居留身份证", "Foreign permanent resident card"},
                                          {"外国护照", "Foreign passport"},
                                          {"无证件", "No document"}}};

constexpr std::array<Both, 13> kNoTemperature{{{"测温仪未连接", "thermometer not connected"},
                                               {"测温仪预热中", "thermometer warming up"},
                                               {"测温仪传感器故障", "thermometer sensor fault"},
                                               {"环境温度超出测温范围", "ambient temperature out of range"},
                                               {"测温数据已过时", "reading too old"},
                                               {"测温位置无人", "nobody in front"},
                                               {"画面中不止一人", "more than one person in front"},
                                               {"测温样本不足", "too few samples"},
                                               {"读数不稳定", "reading unsteady"},
                                               {"读数超出测温仪量程", "reading out of the sensor's range"},
                                               {"额温过低，需稍候复测", "skin too cold, wait and measure again"},
                                               {"测温仪校准已过期", "calibration overdue"},
                                               {"测温仪校准参数超限", "calibration out of limits"}}};

constexpr std::array<Both, 17> kReasons{{{"体温异常", "Fever"},
                                         {"体温临界，需复测", "Temperature near the limit, measure again"},
                                         {"未测得体温", "No temperature"},
                                         {"未佩戴口罩", "No mask"},
                                         {"口罩佩戴不规范", "Mask worn incorrectly"},
                                         {"口罩佩戴情况无法判断", "Mask could not be judged"},
                                         {"问询结果异常", "Question answered yes"},
                                         {"大厅人数已满", "Hall full"},
                                         {"大厅暂停对外开放", "Closed to the public"},
                                         {"证件未核验", "Document unverified"},
                                         {"缺少姓名", "Name missing"},
                                         {"缺少证件号码", "Document number missing"},
                                         {"证件号码有误", "Document number invalid"},
                                         {"缺少联系电话", "Phone number missing"},
                                         {"联系电话有误", "Phone number invalid"},
                                         {"缺少来访事由", "Purpose missing"},
                                         {"尚未完成问询", "Questions not asked yet"}}};

constexpr std::array<Both, 5> kSigns{{{"人员报告：体温异常", "Reported: a fever"},
                                      {"人员报告：咳嗽等症状", "Reported: a cough or other symptoms"},
                                      {"人员报告：在大厅内身体不适", "Reported: somebody fell ill in the hall"},
                                      {"人员报告：接触过病例", "Reported: somebody has met a case"},
                                      {"人员报告：其他异常", "Reported: something else"}}};

constexpr Both kColon{"：", ": "};
constexpr Both kBetween{"；", "; "};

/// For exports of millions of rows: printf took most of a row's time.
void appendTwoDigits(std::string &text, char before, unsigned number)
{
    text += before;
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

/// The whole of `digits` as a number; absent for anything else, signs and spaces included.
std::optional<int> numberIn(std::string_view digits)
{
    int value = 0;
    const auto *const end = digits.data() + digits.size();
    const auto [stopped, problem] = std::from_chars(digits.data(), end, value);
    if (problem != std::errc{} || stopped != end || digits.starts_with('-'))
        return std::nullopt;
    return value;
}

} // namespace

std::string word(Outcome outcome, Language language) { return at(kOutcomes, outcome, language); }

std::string word(std::optional<Verdict> verdict, Language language) { return verdict ? at(kVerdicts, *verdict, language) : std::string(); }

std::string word(const Reason &reason, Language language)
{
    auto text = at(kReasons, reason.code, language);
    if (reason.noTemperature)
        text += kColon.in(language) + word(*reason.noTemperature, language);
    if (!reason.detail.empty())
        text += kColon.in(language) + reason.detail;
    return text;
}

std::string word(NoTemperature reason, Language language) { return at(kNoTemperature, reason, language); }

std::string word(std::optional<MaskState> state, Language language) { return state ? at(kMasks, *state, language) : std::string(); }

std::string word(Instrument instrument, Language language) { return at(kInstruments, instrument, language); }

std::string word(DocumentType type, Language language) { return at(kDocuments, type, language); }

std::string word(PunchDirection direction, Language language) { return at(kDirections, direction, language); }

std::string words(const std::vector<Reason> &reasons, Language language)
{
    std::string all;
    for (const auto &reason : reasons)
        all += (all.empty() ? std::string() : kBetween.in(language)) + word(reason, language);
    return all;
}

std::string word(CaseSign sign, Language language) { return at(kSigns, sign, language); }

std::string whyRaised(const AlertRaisedEntry &raised, Language language)
{
    auto all = raised.sign ? word(*raised.sign, language) : std::string();
    if (const auto found = words(raised.reasons, language); !found.empty())
        all += (all.empty() ? std::string() : kBetween.in(language)) + found;
    return all;
}

std::string localTime(WallTime at, UtcOffset offset)
{
    const auto local = at + offset.value;
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(local) - std::chrono::floor<std::chrono::days>(local));
    auto text = isoDay(hallDayOf(at, offset));
    appendTwoDigits(text, ' ', static_cast<unsigned>(time.hours().count()));
    appendTwoDigits(text, ':', static_cast<unsigned>(time.minutes().count()));
    appendTwoDigits(text, ':', static_cast<unsigned>(time.seconds().count()));
    return text;
}

std::string isoDay(HallDay day)
{
    const auto year = static_cast<int>(day.year());
    auto text = std::to_string(std::abs(year));
    text.reserve(sizeof "2026-11-22 08:30:12");
    text.insert(0, text.size() < 4 ? 4 - text.size() : 0, '0');
    if (year < 0)
        text.insert(text.begin(), '-');
    appendTwoDigits(text, '-', static_cast<unsigned>(day.month()));
    appendTwoDigits(text, '-', static_cast<unsigned>(day.day()));
    return text;
}

std::optional<HallDay> dayFromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = numberIn(text.substr(0, 4)), month = numberIn(text.substr(5, 2)), day = numberIn(text.substr(8, 2));
    if (!year || !month || !day)
        return std::nullopt;
    const HallDay found{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                        std::chrono::day{static_cast<unsigned>(*day)}};
    return found.ok() ? std::optional(found) : std::nullopt;
}

} // namespace menshen
