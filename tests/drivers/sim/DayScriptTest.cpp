// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/DayScript.h"

#include "drivers/config/ConfigFiles.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace menshen {
namespace {

using namespace std::chrono;
using testing::AllOf;
using testing::HasSubstr;

std::string problemOf(const std::string &text)
{
    const auto day = parseDayScript(text, "d.toml");
    return day ? std::string{} : day.error().detail;
}

const std::string kHead = "name = \"d\"\n";
const std::string kPerson = "[[person]]\nid = \"a\"\nname = \"甲\"\nexpect = \"admitted\"\n";
std::string second(const std::string &more) { return "[[person]]\nid = \"b\"\nname = \"乙\"\nexpect = \"gone\"\n" + more; }

TEST(DayScript, NamesFileLineKeyAndRemedy)
{
    EXPECT_THAT(problemOf(kHead + kPerson + "forehed = 36.0\n"), HasSubstr("d.toml:6: "));
    EXPECT_THAT(problemOf(kHead + kPerson + "forehead = 99.0\n"), HasSubstr("d.toml:6: "));
    EXPECT_THAT(problemOf(kHead + kPerson + "look = { face = \"beard\" }\n"), HasSubstr("no_mask"));
    EXPECT_THAT(problemOf(kHead + kPerson + kPerson), HasSubstr("an id that nobody else of the day has"));
    EXPECT_THAT(problemOf(kHead + kPerson + "kind = \"staff\"\nstaff_number = \"1\"\ndirection = \"in\"\n"), HasSubstr("staff are"));
    EXPECT_THAT(problemOf(kHead + kPerson + "gap_ms = 100\n"), AllOf(HasSubstr("d.toml:6: "), HasSubstr("swap")));
    EXPECT_THAT(problemOf(kHead + kPerson + "beside_ms = 100\n"), AllOf(HasSubstr("d.toml:6: "), HasSubstr("joins")));
    EXPECT_THAT(problemOf(kHead + kPerson + "arrival = \"swap\"\n"), HasSubstr("nobody before the first"));
    EXPECT_THAT(problemOf(kHead + kPerson + "arrival = \"flies\"\n"), HasSubstr("joins"));
    EXPECT_THAT(problemOf(kHead + kPerson + second("arrival = \"joins\"\n")), HasSubstr("beside_ms"));
    EXPECT_THAT(problemOf(kHead + kPerson + second("arrival = \"stays\"\n[[person.before]]\nlasts_ms = 1\n")), HasSubstr("no acts"));
    EXPECT_THAT(problemOf(kHead + kPerson + "done = \"identity dance\"\n"), HasSubstr("\"answers\""));
    EXPECT_THAT(problemOf(kHead + kPerson + "done = \"contact\"\n"), HasSubstr("without a value"));
    EXPECT_THAT(problemOf(kHead + kPerson + "look = { uniform = -1 }\n"), HasSubstr("uniform"));
    EXPECT_THAT(problemOf(kHead + "[[person]]\nname = \"甲\"\n"), HasSubstr("id"));
    EXPECT_THAT(loadDayScript("no-such-day.toml").error().detail, HasSubstr("no-such-day.toml"));
}

TEST(DayScript, AnActDiffersOnlyInWhatItNames)
{
    const auto day = parseDayScript(kHead + "ambient = 20.0\n" + kPerson +
                                        "forehead = 35.0\nlook = { face = \"mask\", variant = 4 }\n"
                                        "[[person.before]]\nlasts_ms = 100\nlook = { face = \"chin\" }\n"
                                        "[[person.before.companion]]\nx = 0.9\n"
                                        "[[person.before]]\nlasts_ms = 200\nsensed = false\n",
                                    "d.toml");
    ASSERT_TRUE(day) << day.error().detail;
    const DayPerson &person = day->people.at(0);
    const std::vector<DayAct> acts = actsOf(person, nullptr);
    ASSERT_EQ(acts.size(), 2U);
    EXPECT_EQ(settlesAfter(person), 300ms);
    const SimScene first = sceneOf(*day, person, &acts[0]);
    ASSERT_EQ(first.figures.size(), 2U);
    EXPECT_EQ(first.figures[0].face, MannequinFace::Chin);
    EXPECT_EQ(first.figures[0].variant, 4U);
    EXPECT_DOUBLE_EQ(first.figures[1].x, 0.9);
    EXPECT_EQ(first.forehead, Celsius{35.0});
    const SimScene later = sceneOf(*day, person, &acts[1]);
    EXPECT_EQ(later.figures.size(), 1U);
    EXPECT_FALSE(later.forehead);
    const SimScene settled = sceneOf(*day, person, nullptr);
    EXPECT_EQ(settled.figures[0].face, MannequinFace::Mask);
    EXPECT_EQ(settled.forehead, Celsius{35.0});
    EXPECT_EQ(settled.ambient, Celsius{20.0});
}

TEST(DayScript, SaysHowOneComesAfterAnother)
{
    const auto day = parseDayScript(
        kHead + "wall = 36.5\n" + kPerson + "forehead = 35.0\nlook = { variant = 4, x = 0.3, uniform = 2 }\n" +
            second("forehead = 37.0\nfault = \"stuck\"\narrival = \"joins\"\nbeside_ms = 400\nlook = { variant = 5, x = 0.7 }\n") +
            "[[person]]\nid = \"c\"\nname = \"丙\"\nexpect = \"gone\"\narrival = \"swap\"\ngap_ms = 250\nasked = \"next\"\nwall = 30.0\n"
            "look = { face = \"from_behind\", y = 0.2, roll = 90.0 }\n"
            "[[person]]\nid = \"d\"\nname = \"丁\"\nexpect = \"gone\"\narrival = \"stays\"\n",
        "d.toml");
    ASSERT_TRUE(day) << day.error().detail;
    const DayPerson &joins = day->people.at(1), &swaps = day->people.at(2), &stays = day->people.at(3);

    const auto joining = actsOf(joins, &day->people[0]);
    ASSERT_EQ(joining.size(), 1U);
    const SimScene both = sceneOf(*day, joins, joining.data());
    ASSERT_EQ(both.figures.size(), 2U);
    EXPECT_EQ(both.figures[0].uniform, 2U);
    EXPECT_EQ(both.figures[1].variant, 5U);
    EXPECT_EQ(both.forehead, Celsius{35.0}) << "of the one who was there before";
    EXPECT_EQ(both.thermometerFault, ThermometerFault::None);
    const SimScene alone = sceneOf(*day, joins, nullptr);
    EXPECT_EQ(alone.figures.size(), 1U);
    EXPECT_EQ(alone.forehead, Celsius{37.0});
    EXPECT_EQ(alone.thermometerFault, ThermometerFault::StuckValue);
    EXPECT_EQ(settlesAfter(joins), 400ms);
    EXPECT_TRUE(actsOf(joins, nullptr).empty()) << "there is nobody whom he could join";

    const auto swapping = actsOf(swaps, &joins);
    ASSERT_EQ(swapping.size(), 1U);
    EXPECT_EQ(swapping[0].lasts, 250ms);
    const SimScene gap = sceneOf(*day, swaps, swapping.data());
    EXPECT_TRUE(gap.figures.empty());
    EXPECT_FALSE(gap.forehead);
    EXPECT_EQ(gap.wall, Celsius{30.0});
    EXPECT_EQ(swaps.asked, DayAsked::NextPerson);
    EXPECT_EQ(swaps.figures.front().roll, 90);
    EXPECT_EQ(emptyScene(*day).wall, Celsius{36.5}) << "as warm as a body";

    EXPECT_TRUE(actsOf(stays, &swaps).empty());
}

/// The morning that ships.
class Morning : public testing::Test {
protected:
    void SetUp() override
    {
        auto loaded = loadDayScript(std::string{MENSHEN_SOURCE_DIR} + "/config/sim/morning.toml");
        ASSERT_TRUE(loaded) << loaded.error().detail;
        day = std::move(loaded).value();
        auto station = loadStationConfig(std::string{MENSHEN_SOURCE_DIR} + "/config/station.toml");
        ASSERT_TRUE(station) << station.error().detail;
        config = std::move(station).value();
    }
    DayScript day;
    StationConfig config;
};

TEST_F(Morning, HasPeopleOfAllKinds)
{
    EXPECT_GE(day.people.size(), 34U);
    std::set<DocumentType> documents;
    std::set<DayOutcome> outcomes;
    std::set<MannequinFace> faces;
    for (const DayPerson &person : day.people) {
        outcomes.insert(person.expect);
        for (const MannequinLook &look : person.figures) {
            faces.insert(look.face);
        }
        for (const DayAct &act : person.before) {
            for (const MannequinLook &look : act.figures) {
                faces.insert(look.face);
            }
        }
        if (!person.staff) {
            documents.insert(person.identity.documentType);
        }
    }
    EXPECT_EQ(documents.size(), 7U);
    EXPECT_EQ(outcomes.size(), 6U);
    EXPECT_EQ(faces.size(), 6U);
}

TEST_F(Morning, HoldsCasesOfOnePersonAfterAnother)
{
    const auto count = [&](auto what) { return std::ranges::count_if(day.people, what); };
    EXPECT_GE(count([](const DayPerson &person) { return person.arrival == DayArrival::Joins; }), 1);
    EXPECT_GE(count([](const DayPerson &person) { return person.arrival == DayArrival::Swap && person.gap == 0ms; }), 1);
    EXPECT_GE(count([](const DayPerson &person) { return person.arrival == DayArrival::Swap && person.staff; }), 1);
    EXPECT_GE(count([](const DayPerson &person) { return person.asked == DayAsked::NextPerson; }), 3);
    EXPECT_GE(count([](const DayPerson &person) { return person.byHand; }), 1);
    EXPECT_GE(count([](const DayPerson &person) { return person.told == true; }), 4);
    for (std::size_t i = 1; i < day.people.size(); ++i) {
        const DayPerson &person = day.people[i], &former = day.people[i - 1];
        if (person.asked != DayAsked::No) {
            EXPECT_FALSE(former.done.empty()) << person.id << ": nothing was typed that the door could ask about";
        }
        if (person.arrival == DayArrival::Swap && person.gap == 0ms) {
            EXPECT_EQ(person.figures.front().uniform, former.figures.front().uniform) << person.id;
            EXPECT_TRUE(person.figures.front().uniform) << person.id;
        }
    }
}

TEST_F(Morning, EverybodysPapersAreWhatTheDoorAccepts)
{
    for (const DayPerson &person : day.people) {
        if (!person.staff) {
            EXPECT_TRUE(identityProblems(person.identity, config.plan, 2026y / 3 / 2).empty()) << person.id;
        }
    }
    const auto unverified = std::ranges::count_if(day.people, [](const DayPerson &person) {
        return person.identity.documentType == DocumentType::ResidentId && !person.identity.unverifiedReason.empty() &&
               !checkDocument(person.identity.documentType, person.identity.document, "", 2026y / 3 / 2).valid();
    });
    EXPECT_GE(unverified, 1);
}

TEST_F(Morning, StaffAreThoseOfTheStation)
{
    for (const DayPerson &person : day.people) {
        if (person.staff) {
            const auto member = std::ranges::find(config.staff, person.staffNumber, &StaffMember::number);
            ASSERT_NE(member, config.staff.end()) << person.id;
            EXPECT_EQ(member->name, person.identity.name);
        }
    }
}

TEST_F(Morning, AnswersAreToQuestionsThatThePlanAsks)
{
    for (const DayPerson &person : day.people) {
        for (const std::string &id : person.yesTo) {
            EXPECT_NE(std::ranges::find(config.plan.questions, id, &Question::id), config.plan.questions.end()) << id;
        }
    }
}

/// What the rules of the core make of a person as he stays.
Assessment assessed(const DayPerson &person, const StationConfig &config)
{
    const TemperatureRules &rules = config.plan.temperature;
    Evidence evidence;
    evidence.faces = static_cast<int>(person.figures.size());
    const bool masked = person.figures.front().face == MannequinFace::Mask;
    const bool wrong = person.figures.front().face == MannequinFace::Chin || person.figures.front().face == MannequinFace::NoseOut;
    evidence.mask = masked || person.byHand ? MaskState::Mask : wrong ? MaskState::Incorrect : MaskState::NoMask;
    evidence.maskByGuard = evidence.faceNotFound = person.byHand;
    TemperatureReading reading;
    const BodyTemperature body = corrected(person.forehead.value_or(config.calibration.ambientReference), std::nullopt, config.calibration);
    if (person.byHand) {
        evidence.faces = 0;
        reading.noResult = NoTemperature::Nobody;
    } else if (person.fault != ThermometerFault::None) {
        reading.noResult = NoTemperature::DeviceDown;
    } else if (body.value < rules.floor) {
        reading.noResult = NoTemperature::BelowFloor;
    } else {
        reading.body = body;
        reading.zone = zoneOf(body, rules);
        evidence.infrared = reading;
    }
    evidence.attempt = reading;
    if (person.contact) {
        evidence.contact = contactReading(*person.contact, MonoTime{}, rules);
    }
    std::vector<Answer> answers;
    for (const Question &question : config.plan.questions) {
        answers.push_back(std::ranges::count(person.yesTo, question.id) > 0 ? Answer::Yes : Answer::No);
    }
    return assess(evidence, person.identity, answers, 0, config.plan, 2026y / 3 / 2);
}

TEST_F(Morning, EndsForEverybodyAsTheRulesSay)
{
    for (const DayPerson &person : day.people) {
        const Assessment assessment = assessed(person, config);
        const bool clean = person.figures.size() == 1 && assessment.verdict == Verdict::Pass;
        const bool in = person.expect == DayOutcome::Admitted || person.expect == DayOutcome::In || person.expect == DayOutcome::Out;
        if (person.staff) {
            EXPECT_EQ(in, assessment.reasons.empty()) << person.id;
        } else if (person.expect == DayOutcome::Gone) {
            EXPECT_TRUE(clean) << person.id << ": whoever goes without an entry has nothing to be found";
        } else {
            const bool may = person.byHand ? assessment.mayAdmit || assessment.mayOverride : clean && assessment.mayAdmit;
            EXPECT_EQ(in, may) << person.id << ": " << person.story;
        }
        if (person.told) {
            EXPECT_EQ(*person.told, isAlerting(assessment.reasons, config.plan)) << person.id;
        }
    }
}

} // namespace
} // namespace menshen
