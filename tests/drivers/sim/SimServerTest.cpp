// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SimServer.h"

#include <gmock/gmock.h>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

namespace menshen {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using Steady = std::chrono::steady_clock;

DayScript oneVisitor()
{
    DayScript day;
    DayPerson person;
    person.id = "v1";
    person.identity.name = "甲";
    person.figures = {{MannequinFace::Mask, 1, 0.45, 0.5}};
    person.forehead = Celsius{35.0};
    day.people.push_back(person);
    return day;
}

class SimServerTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto started = SimServer::start({}, world, player);
        ASSERT_TRUE(started) << started.error().detail;
        server = std::move(started).value();
        client = std::make_unique<httplib::Client>("127.0.0.1", server->port());
    }
    json state() { return json::parse(client->Get("/state")->body); }
    [[nodiscard]] std::string cameraUrl() const { return "http://127.0.0.1:" + std::to_string(server->port()) + "/camera.mjpg"; }
    void setCamera(const char *fault)
    {
        const auto answer = client->Post("/fault", json{{"camera_fault", fault}}.dump(), "application/json");
        ASSERT_TRUE(answer);
        ASSERT_EQ(answer->status, 200);
    }

    SimWorld world;
    DayPlayer player{oneVisitor(), world};
    std::unique_ptr<SimServer> server;
    std::unique_ptr<httplib::Client> client;
};

TEST_F(SimServerTest, RefusesAPortThatIsTaken)
{
    const auto second = SimServer::start({server->port()}, world, player);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::DeviceUnavailable);
}

TEST_F(SimServerTest, RefusesWhatItDoesNotUnderstandAndWhomItDoesNotKnow)
{
    const auto scene = client->Post("/scene", "{\"forhead\": 3}", "application/json");
    EXPECT_EQ(scene->status, 400);
    EXPECT_THAT(scene->body, HasSubstr("forhead"));
    EXPECT_EQ(client->Post("/present/v2")->status, 404);
    EXPECT_EQ(client->Get("/nothing")->status, 404);
}

TEST_F(SimServerTest, PresentsPeopleAndTellsItsState)
{
    EXPECT_EQ(state()["person"], "");
    EXPECT_EQ(client->Post("/present/v1")->status, 200);
    world.countGatePulse();
    EXPECT_EQ(state()["person"], "v1");
    EXPECT_EQ(state()["gate_pulses"], 1);
    EXPECT_EQ(state()["scene"]["forehead"], 35.0);
    EXPECT_EQ(client->Post("/scene", "{\"forehead\": 38.5}", "application/json")->status, 200);
    EXPECT_EQ(world.scene().forehead, Celsius{38.5});
    EXPECT_EQ(world.scene().figures.size(), 1U);
    EXPECT_EQ(client->Post("/leave")->status, 200);
    EXPECT_EQ(state()["person"], "");
    EXPECT_EQ(json::parse(client->Get("/day")->body)["people"][0]["name"], "甲");
}

TEST_F(SimServerTest, FirstPictureIsThereWithinASecond)
{
    const auto before = Steady::now();
    cv::VideoCapture capture(cameraUrl(), cv::CAP_FFMPEG);
    cv::Mat picture;
    ASSERT_TRUE(capture.read(picture));
    EXPECT_LT(Steady::now() - before, 1s);
    EXPECT_EQ(picture.size(), cv::Size(640, 480));
}

TEST_F(SimServerTest, TheCamerasFaultsAreSeen)
{
    ASSERT_EQ(client->Post("/present/v1")->status, 200);
    cv::VideoCapture capture(cameraUrl(), cv::CAP_FFMPEG);
    cv::Mat picture;
    const auto within = [&](const auto &seen) {
        for (const auto deadline = Steady::now() + 10s; Steady::now() < deadline;) {
            cv::Mat next;
            const bool got = capture.read(next);
            if (seen(got, next)) {
                return true;
            }
            picture = next;
        }
        return false;
    };
    EXPECT_TRUE(within([](bool got, const cv::Mat &next) { return got && cv::mean(next)[0] > 20; }));
    setCamera("black");
    EXPECT_TRUE(within([](bool got, const cv::Mat &next) { return got && cv::mean(next)[0] < 2; }));
    setCamera("frozen");
    EXPECT_TRUE(within([&](bool got, const cv::Mat &next) {
        return got && cv::mean(next)[0] > 20 && !picture.empty() && cv::norm(next, picture, cv::NORM_INF) == 0;
    }));
    setCamera("disconnect");
    EXPECT_TRUE(within([](bool got, const cv::Mat &) { return !got; }));
    EXPECT_EQ(client->Get("/camera.mjpg")->status, 503);
}

TEST_F(SimServerTest, AStalledCameraSendsNothingAndGoesOn)
{
    setCamera("stall");
    client->set_read_timeout(1);
    std::size_t received = 0;
    const auto countBytes = [&](const char *, std::size_t size) {
        received += size;
        return received < 20'000; // a picture or two
    };
    EXPECT_FALSE(client->Get("/camera.mjpg", countBytes)); // the client lost patience
    EXPECT_EQ(received, 0U);
    setCamera("none");
    EXPECT_FALSE(client->Get("/camera.mjpg", countBytes)); // it had enough
    EXPECT_GE(received, 20'000U);
}

TEST_F(SimServerTest, StopsWhileSomebodyWatches)
{
    cv::VideoCapture capture(cameraUrl(), cv::CAP_FFMPEG);
    ASSERT_TRUE(capture.isOpened());
    const auto before = Steady::now();
    server.reset();
    EXPECT_LT(Steady::now() - before, 3s);
}

} // namespace
} // namespace menshen
