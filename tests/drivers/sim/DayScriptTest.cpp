// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/DayScript.h"

#include "drivers/config/ConfigFiles.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace menshen {
namespace {

using namespace std::chrono;
using testing::HasSubstr;

std::string problemOf(const std::string &text)
{
    const auto day = parseDayScript(text, "d.toml");
    return day ? std::string{} : day.error().detail;
}

const std::string kHead = "name = \"d\"\n";
const std::string kPerson = "[[person]]\nid = \"a\"\nname = \"甲\"\nexpect = \"admitted\"\n";

TEST(DayScript, NamesFileLineKeyAndRemedy)
{
    EXPECT_THAT(problemOf(kHead + kPerson + "forehed = 36.0\n"), HasSubstr("d.toml:6: "));
    EXPECT_THAT(problemOf(kHead + kPerson + "forehead = 99.0\n"), HasSubstr("d.toml:6: "));
    EXPECT_THAT(problemOf(kHead + kPerson + "look = { face = \"beard\" }\n"), HasSubstr("no_mask"));
    EXPECT_THAT(problemOf(kHead + kPerson + kPerson), HasSubstr("an id that nobody else of the day has"));
    EXPECT_THAT(problemOf(kHead + kPerson + "kind = \"staff\"\nstaff_number = \"1\"\ndirection = \"in\"\n"), HasSubstr("staff are"));
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
    const SimScene first = sceneOf(*day, person, 0);
    ASSERT_EQ(first.figures.size(), 2U);
    EXPECT_EQ(first.figures[0].face, MannequinFace::Chin);
    EXPECT_EQ(first.figures[0].variant, 4U);
    EXPECT_DOUBLE_EQ(first.figures[1].x, 0.9);
    EXPECT_EQ(first.forehead, Celsius{35.0});
    const SimScene second = sceneOf(*day, person, 1);
    EXPECT_EQ(second.figures.size(), 1U);
    EXPECT_FALSE(second.forehead);
    const SimScene settled = sceneOf(*day, person, 2);
    EXPECT_EQ(settled.figures[0].face, MannequinFace::Mask);
    EXPECT_EQ(settled.forehead, Celsius{35.0});
    EXPECT_EQ(settled.ambient, Celsius{20.0});
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
    EXPECT_EQ(outcomes.size(), 5U);
    EXPECT_EQ(faces.size(), 5U);
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
    evidence.mask = masked ? MaskState::Mask : wrong ? MaskState::Incorrect : MaskState::NoMask;
    TemperatureReading reading;
    const BodyTemperature body = corrected(*person.forehead, std::nullopt, config.calibration);
    if (person.fault != ThermometerFault::None) {
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
        } else {
            EXPECT_EQ(in, clean && assessment.mayAdmit) << person.id << ": " << person.story;
        }
    }
}

} // namespace
} // namespace menshen
