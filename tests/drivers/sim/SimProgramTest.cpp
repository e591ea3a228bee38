// SPDX-License-Identifier: GPL-3.0-or-later
// menshen-sim as a person starts it, and mbpoll, which knows nothing of us, before it.
#include "tests/support/Subprocess.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <csignal>
#include <fstream>

namespace menshen {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using test::Subprocess;
using testing::HasSubstr;

const std::string kProgram = std::string{MENSHEN_BINARY_DIR} + "/bin/menshen-sim";
const std::string kConfig = std::string{MENSHEN_SOURCE_DIR} + "/config/";

Subprocess::Ended run(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), kProgram);
    Subprocess program(arguments);
    return program.wait();
}

TEST(SimProgram, ExitsWith2WhenItIsCalledWrongly)
{
    EXPECT_EQ(run({}).code, 2);
    EXPECT_EQ(run({"thermometer"}).code, 2);
    EXPECT_EQ(run({"thermometer", "--profile", "x", "--fault", "tired"}).code, 2);
    EXPECT_EQ(run({"draw", "--out", "x", "--variants", "0"}).code, 2);
}

TEST(SimProgram, ExitsWith1AndSaysWhyWhenItCannotStart)
{
    const auto noProfile = run({"thermometer", "--profile", "no-such-profile.toml"});
    EXPECT_EQ(noProfile.code, 1);
    EXPECT_THAT(noProfile.err, HasSubstr("no-such-profile.toml"));
    const auto noDay = run({"serve", "--day", "no-such-day.toml", "--profile", kConfig + "thermometers/mq485a.toml"});
    EXPECT_EQ(noDay.code, 1);
    EXPECT_THAT(noDay.err, HasSubstr("no-such-day.toml"));
    EXPECT_EQ(run({"draw", "--out", "/dev/null/folder"}).code, 1);
}

TEST(SimProgram, ExplainsItself)
{
    const auto help = run({"--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.out, HasSubstr("Exit codes"));
}

struct MbpollCase {
    const char *profile;
    std::vector<std::string> what;
    const char *expected;
};

void PrintTo(const MbpollCase &mbpoll, std::ostream *out) { *out << mbpoll.profile; }

class Mbpoll : public testing::TestWithParam<MbpollCase> {};
INSTANTIATE_TEST_SUITE_P(
    Profiles, Mbpoll,
    testing::Values(MbpollCase{"omega-os-miniusb", {"-t", "4", "-r", "14", "-c", "3"}, "[14]: \t366\n[15]: \t366\n[16]: \t230"},
                    MbpollCase{"raytek-mi3", {"-t", "3:float", "-B", "-r", "1080", "-c", "1"}, "[1080]: \t36.6"},
                    MbpollCase{"mq485a", {"-t", "4:hex", "-r", "0", "-c", "2"}, "[0]: \t0x0E4C\n[1]: \t0x08FC"}));

TEST_P(Mbpoll, ReadsTheSimulatorOverTcpAndOverASerialLine)
{
    const test::TestFolder folder;
    Subprocess simulator({kProgram, "thermometer", "--profile", kConfig + "thermometers/" + GetParam().profile + ".toml", "--rtu",
                          "--object", "36.6", "--ambient", "23", "--noise", "0", "--ports-file", (folder / "ports.json").string()});
    const json said = json::parse(simulator.line());
    std::ifstream file(folder / "ports.json");
    ASSERT_TRUE(file);
    EXPECT_EQ(json::parse(file), said);

    const auto poll = [&](std::vector<std::string> where, const std::string &target) {
        std::vector<std::string> arguments{"/usr/bin/mbpoll", "-0", "-1", "-q", "-a", "1"};
        arguments.insert(arguments.end(), where.begin(), where.end());
        arguments.insert(arguments.end(), GetParam().what.begin(), GetParam().what.end());
        arguments.push_back(target);
        Subprocess mbpoll(arguments);
        return mbpoll.wait().out;
    };
    EXPECT_THAT(poll({"-m", "tcp", "-p", std::to_string(said["modbus"].get<int>())}, "127.0.0.1"), HasSubstr(GetParam().expected));
    EXPECT_THAT(poll({"-m", "rtu", "-b", "9600", "-P", "none"}, said["rtu"].get<std::string>()), HasSubstr(GetParam().expected));

    simulator.signal(SIGTERM);
    EXPECT_EQ(simulator.wait(10s).code, 0);
    EXPECT_FALSE(std::filesystem::exists(said["rtu"].get<std::string>()));
}

TEST(SimProgram, PlaysADayByItselfUntilItIsStopped)
{
    const test::TestFolder folder;
    const auto day = folder.write("day.toml", "name = \"d\"\n"
                                              "[[person]]\nid = \"a\"\nname = \"甲\"\nstory = \"first\"\nexpect = \"admitted\"\n"
                                              "[[person]]\nid = \"b\"\nname = \"乙\"\nstory = \"second\"\nexpect = \"admitted\"\n");
    Subprocess simulator({kProgram, "serve", "--day", day.string(), "--profile", kConfig + "thermometers/mq485a.toml", "--auto", "--dwell",
                          "0.1", "--pause", "0"});
    EXPECT_TRUE(json::parse(simulator.line()).contains("http"));
    EXPECT_EQ(simulator.line(), "a: first");
    EXPECT_EQ(simulator.line(), "b: second");
    simulator.signal(SIGINT);
    EXPECT_EQ(simulator.wait(10s).code, 0);
}

TEST(SimProgram, DrawsEveryKindWithLabels)
{
    const test::TestFolder folder;
    ASSERT_EQ(run({"draw", "--out", folder.path().string(), "--variants", "2"}).code, 0);
    std::ifstream labels(folder / "labels.jsonl");
    int count = 0;
    for (std::string line; std::getline(labels, line); ++count) {
        const json label = json::parse(line);
        EXPECT_EQ(cv::imread((folder / label["file"].get<std::string>()).string()).size(), cv::Size(640, 480));
        EXPECT_EQ(label["state"] == "mask", label["face"] == "mask");
    }
    EXPECT_EQ(count, 10);
}

} // namespace
} // namespace menshen
