// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SceneJson.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::HasSubstr;

std::string problemOf(std::string_view json)
{
    const auto change = sceneChangeFromJson(json);
    return change ? std::string{} : change.error().detail;
}

TEST(SceneJson, SaysWhatItDoesNotUnderstand)
{
    EXPECT_THAT(problemOf("{\"forhead\": 36}"), HasSubstr("forhead"));
    EXPECT_THAT(problemOf("{\"thermometer_fault\": \"tired\"}"), HasSubstr("tired"));
    EXPECT_THAT(problemOf("{\"figures\": [{\"face\": \"beard\"}]}"), HasSubstr("beard"));
    EXPECT_THAT(problemOf("{\"forehead\": \"warm\"}"), HasSubstr("number"));
    EXPECT_FALSE(problemOf("[1]").empty());
    EXPECT_FALSE(problemOf("{").empty());
}

TEST(SceneJson, ChangesOnlyWhatItNames)
{
    SimScene scene;
    scene.forehead = Celsius{36.0};
    scene.statusBits = 5;
    const auto change = sceneChangeFromJson(R"({"ambient": 19.5, "camera_fault": "black", "figures": [{"face": "chin", "x": 0.25}]})");
    ASSERT_TRUE(change) << change.error().detail;
    (*change)(scene);
    EXPECT_EQ(scene.ambient, Celsius{19.5});
    EXPECT_EQ(scene.cameraFault, CameraFault::Black);
    ASSERT_EQ(scene.figures.size(), 1U);
    EXPECT_EQ(scene.figures[0].face, MannequinFace::Chin);
    EXPECT_EQ(scene.forehead, Celsius{36.0});
    EXPECT_EQ(scene.statusBits, 5);
}

TEST(SceneJson, UnderstandsWhatItWrites)
{
    SimScene scene;
    scene.figures = {{MannequinFace::HandBeforeMouth, 3, 0.5, 0.25, 0.1, 90, 7}, {MannequinFace::Veiled}};
    scene.wall = Celsius{35.5};
    scene.thermometerFault = ThermometerFault::HalfFrame;
    SimScene other;
    other.forehead = Celsius{36.0};
    const auto change = sceneChangeFromJson(sceneToJson(scene));
    ASSERT_TRUE(change) << change.error().detail;
    (*change)(other);
    EXPECT_EQ(sceneToJson(other), sceneToJson(scene));
    EXPECT_FALSE(other.forehead);
}

TEST(SceneJson, TellsOfADayHowItsPeopleFollowOneAnother)
{
    DayScript day;
    DayPerson person;
    person.id = "b";
    person.arrival = DayArrival::Swap;
    person.gap = 400ms;
    person.done = {DayWork::Identity, DayWork::Contact};
    person.asked = DayAsked::NextPerson;
    day.people = {person};
    EXPECT_THAT(dayToJson(day), testing::AllOf(HasSubstr(R"("arrival":"swap")"), HasSubstr(R"("done":["identity","contact"])"),
                                               HasSubstr(R"("asked":"next")"), HasSubstr(R"("before_ms":400)")));
}

} // namespace
} // namespace menshen
