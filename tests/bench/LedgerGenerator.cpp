// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/LedgerGenerator.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace menshen::bench {
namespace {

/// splitmix64: a well-mixed number for each number.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

/// Numbers that follow from one.
class Dice {
public:
    explicit Dice(std::int64_t place, std::uint64_t about) : m_state(mixed(static_cast<std::uint64_t>(place) * 8 + about)) {}
    std::int64_t below(std::int64_t bound)
    {
        m_state = mixed(m_state);
        return static_cast<std::int64_t>(m_state % static_cast<std::uint64_t>(bound));
    }
    template <typename T, std::size_t N>
    const T &oneOf(const std::array<T, N> &all)
    {
        return all[static_cast<std::size_t>(below(static_cast<std::int64_t>(N)))];
    }

private:
    std::uint64_t m_state;
};

std::string digits(std::int64_t number, std::size_t width)
{
    auto text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

constexpr std::array<const char *, 20> kFamilies{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                                 "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"};
constexpr std::array<const char *, 20> kGiven{"伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋",
                                              "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平"};
constexpr std::array<const char *, 8> kPurposes{"社保", "办理社保、年检", "不动产登记", "工商注册",
                                                "户籍", "公积金提取",     "税务",       "医保报销"};
constexpr std::array<const char *, 6> kRegions{"370883", "370881", "370406", "110105", "430903", "320102"};
constexpr std::array<const char *, 6> kQuestions{"fever", "cold", "cough", "respiratory", "returned", "contact"};

TemperatureReading measured(Dice &dice, double body)
{
    TemperatureReading reading;
    reading.body = BodyTemperature{{body}, {0.3}, {"default"}, true};
    reading.zone = body >= 37.6 ? Zone::Refer : body >= 37.0 ? Zone::Recheck : Zone::Pass;
    reading.rawAmbient = Celsius{std::round(210 + static_cast<double>(dice.below(50))) / 10};
    reading.rawObject = Celsius{body - 1.15};
    return reading;
}

void abnormal(VisitEntry &visit, Dice &dice)
{
    switch (dice.below(3)) {
    case 0:
        visit.verdict = Verdict::Recheck;
        visit.reasons = {{ReasonCode::MaskUnsure, CheckLevel::Soft, std::nullopt, ""}};
        visit.evidence.mask = MaskState::Unsure;
        visit.overrideReason = "口罩佩戴正确，人工确认";
        return;
    case 1:
        visit.verdict = Verdict::Refuse;
        visit.outcome = Outcome::Refused;
        visit.reasons = {{ReasonCode::NoMask, CheckLevel::Hard, std::nullopt, ""}};
        visit.evidence.mask = MaskState::NoMask;
        visit.note = "未带口罩，已劝返";
        return;
    default:
        visit.verdict = Verdict::NoResult;
        visit.outcome = dice.below(4) == 0 ? Outcome::Left : Outcome::Refused;
        visit.reasons = {{ReasonCode::TemperatureMissing, CheckLevel::Hard, NoTemperature::BelowFloor, ""}};
        visit.evidence.infrared.reset();
        visit.evidence.attempt.body.reset();
        visit.evidence.attempt.zone.reset();
        visit.evidence.attempt.noResult = NoTemperature::BelowFloor;
        return;
    }
}

} // namespace

LedgerGenerator::LedgerGenerator(std::int64_t entries, int days, HallDay first) noexcept
    : m_entries(entries), m_persons(std::max<std::int64_t>(1, entries / 5)), m_days(days), m_first(startOfDay(first, kOffset))
{
}

WallTime LedgerGenerator::timeOf(std::int64_t place) const noexcept
{
    constexpr std::int64_t kOpen = 8 * 3600, kHours = 10 * 3600; // from eight to six
    const auto inDays = static_cast<double>(place) * m_days / static_cast<double>(m_entries);
    const auto day = static_cast<std::int64_t>(inDays);
    const auto micros = static_cast<std::int64_t>((inDays - static_cast<double>(day)) * kHours * 1e6);
    return m_first + std::chrono::days(day) + std::chrono::seconds(kOpen) + Micros(micros);
}

IdentityDraft LedgerGenerator::person(std::int64_t number) const
{
    Dice dice(number, 1);
    IdentityDraft who;
    who.name = std::string(dice.oneOf(kFamilies)) + dice.oneOf(kGiven) + (dice.below(3) > 0 ? dice.oneOf(kGiven) : "");
    const auto first17 = dice.oneOf(kRegions) + digits(1940 + dice.below(66), 4) + digits(1 + dice.below(12), 2) +
                         digits(1 + dice.below(28), 2) + digits(number % 1000, 3);
    who.document = first17 + residentCheckCharacter(first17);
    who.phone = "13" + digits(number % 1'000'000'000, 9);
    return who;
}

EntryDraft LedgerGenerator::visit(std::int64_t place) const
{
    Dice dice(place, 2);
    VisitEntry visit;
    visit.verdict = Verdict::Pass;
    const auto reading = measured(dice, static_cast<double>(359 + dice.below(10)) / 10);
    visit.evidence.infrared = reading;
    visit.evidence.attempt = reading;
    visit.evidence.mask = MaskState::Mask;
    visit.evidence.faces = 1;
    for (const auto *question : kQuestions)
        visit.answers.emplace_back(question, Answer::No);
    visit.identity = person(dice.below(m_persons));
    visit.identity.purpose = dice.oneOf(kPurposes);
    visit.plan = "qufu";
    if (dice.below(10) == 0)
        abnormal(visit, dice);
    const auto at = timeOf(place);
    return {at, hallDayOf(at, kOffset), "guard", std::move(visit)};
}

EntryDraft LedgerGenerator::draft(std::int64_t place) const
{
    Dice dice(place, 3);
    const auto what = dice.below(100);
    if (what < 90)
        return visit(place);
    const auto at = timeOf(place);
    EntryDraft draft{at, hallDayOf(at, kOffset), "station", ExitEntry{}};
    if (what < 94) {
        StaffPunchEntry punch;
        const auto badge = dice.below(120);
        punch.number = "S-" + digits(badge, 3);
        punch.name = person(badge).name;
        punch.department = "综合窗口";
        punch.direction = dice.below(2) == 0 ? PunchDirection::In : PunchDirection::Out;
        punch.evidence = std::get<VisitEntry>(visit(place).entry).evidence;
        draft.entry = std::move(punch);
    } else if (what == 99 && place > 0) {
        draft.entry = AlertRaisedEntry{{place}, {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""}}, "王*"};
    }
    return draft;
}

VisitRow rowOf(const EntryDraft &draft, EntrySeq seq)
{
    const auto &visit = std::get<VisitEntry>(draft.entry);
    VisitRow row;
    row.seq = seq;
    row.at = draft.at;
    row.day = draft.day;
    row.outcome = visit.outcome;
    row.verdict = visit.verdict;
    row.reasons = visit.reasons;
    if (const auto *reading = decidingReading(visit.evidence); reading && reading->body) {
        row.temperature = reading->body->value;
        row.uncertainty = reading->body->uncertainty;
        row.instrument = reading->instrument;
        row.defaultCalibration = reading->body->defaultCalibration;
    }
    row.mask = visit.evidence.mask;
    row.identity = visit.identity;
    row.overrideReason = visit.overrideReason;
    row.note = visit.note;
    row.actor = draft.actor;
    return row;
}

} // namespace menshen::bench
