// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "drivers/secrets/TlsFiles.h"
#include "drivers/sim/Mannequin.h"
#include "drivers/sim/SimSlave.h"
#include "drivers/sim/SimWorld.h"
#include "tests/e2e/CtlFixture.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <csignal>
#include <sstream>

namespace menshen {
namespace {

using nlohmann::json;
using test::contentOf;
using test::ctl;
using test::kConfig;
using test::stationWith;
using test::Subprocess;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace fs = std::filesystem;

const std::string kProfile = kConfig + "thermometers/omega-os-miniusb.toml";

// ---- the command line itself

TEST(Ctl, EveryHelpTellsTheExitCodesAndSucceeds)
{
    const std::vector<std::vector<std::string>> commands{{},
                                                         {"config"},
                                                         {"config", "check"},
                                                         {"courier", "test"},
                                                         {"devices", "probe"},
                                                         {"ledger", "export"},
                                                         {"eye", "detect"},
                                                         {"eye", "eval"},
                                                         {"ledger"},
                                                         {"ledger", "verify"},
                                                         {"ledger", "head"},
                                                         {"ledger", "state"},
                                                         {"ledger", "backup"},
                                                         {"ledger", "restore"},
                                                         {"ledger", "purge"},
                                                         {"ledger", "certificate"},
                                                         {"ledger", "rebuild"},
                                                         {"keys"},
                                                         {"keys", "status"},
                                                         {"keys", "rotate"},
                                                         {"keys", "recover"},
                                                         {"keys", "set-recovery"}};
    for (auto command : commands) {
        command.emplace_back("--help");
        const auto ended = ctl(command);
        EXPECT_EQ(ended.code, 0);
        EXPECT_THAT(ended.out, AllOf(HasSubstr("Exit codes: 0 done; 1 "), HasSubstr("2 bad arguments or settings"), HasSubstr("3 a device"),
                                     HasSubstr("--config")));
    }
}

TEST(Ctl, BadArgumentsAreAUsageError)
{
    for (const auto &arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"config"},
                                               {"config", "chekc"},
                                               {"config", "check", "--loud"},
                                               {"ledger", "export", "--format", "pdf", "--out", "x"},
                                               {"ledger", "export", "--format", "csv"},
                                               {"ledger", "purge"},
                                               {"ledger", "purge", "--before", "2026-01-01", "--dry-run", "--yes"},
                                               {"ledger", "certificate"},
                                               {"ledger", "restore"},
                                               {"ledger", "backup", "x", "--keep", "0"},
                                               {"keys"},
                                               {"eye", "detect", "--images", "/nowhere/at/all", "--out", "x"},
                                               {"eye", "eval", "--data", "/nowhere/at/all"},
                                               {"eye", "eval", "--data", "/", "--peer", "somebody"},
                                               {"eye", "eval", "--data", "/", "--peer", "aizoo=/nowhere/at/all"},
                                               {"devices", "probe", "--seconds", "-1"},
                                               {"devices", "probe", "--tcp", "localhost:1"},
                                               {"devices", "probe", "--profile", kProfile},
                                               {"devices", "probe", "--profile", kProfile, "--tcp", "a:1", "--serial", "b"},
                                               {"devices", "probe", "--profile", kProfile, "--tcp", "a:99999"}}) {
        const auto ended = ctl(arguments);
        EXPECT_EQ(ended.code, 2) << testing::PrintToString(arguments);
        EXPECT_THAT(ended.err, Not(IsEmpty())) << testing::PrintToString(arguments);
        EXPECT_THAT(ended.out, IsEmpty()) << testing::PrintToString(arguments);
    }
}

// ---- config check

TEST(CtlConfigCheck, AMissingFileIsABadConfig)
{
    const auto ended = ctl({"config", "check", "--config", "/nowhere/station.toml"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("/nowhere/station.toml:1: (file): No such file"));
}

TEST(CtlConfigCheck, EveryProblemIsPrintedOnALineOfItsOwn)
{
    const test::TestFolder folder;
    const auto file =
        stationWith(folder, "langauge = \"zh\"\n[thermometer]\nprofile = \"" + kProfile + "\"\ntcp = \"a:1\"\ninterval_ms = 5\n");
    const auto ended = ctl({"--config", file.string(), "config", "check"});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_EQ(ended.err, file.string() + ":5: station.langauge: 'zh': no such key; did you mean \"language\"?\n" + file.string() +
                             ":9: thermometer.interval_ms: 5: a whole number from 20 to 10000\n");
}

TEST(CtlConfigCheck, TheShippedSettingsAreGoodWhereverTheOptionStands)
{
    for (const auto &arguments : std::vector<std::vector<std::string>>{{"--config", kConfig + "station.toml", "config", "check"},
                                                                       {"config", "--config", kConfig + "station.toml", "check"},
                                                                       {"config", "check", "--config", kConfig + "station.toml"}}) {
        const auto ended = ctl(arguments);
        EXPECT_EQ(ended.code, 0) << ended.err;
        EXPECT_THAT(ended.out,
                    AllOf(HasSubstr("OK\n"), HasSubstr("plan:        default"), HasSubstr("omega-os-miniusb at 127.0.0.1:1502")));
    }
}

TEST(CtlConfigCheck, TellsTheFingerprintOfTheDutyPageAndMakesNoCertificate)
{
    const test::TestFolder folder;
    const auto file = stationWith(folder, "[duty]\naddress = \"https://192.168.1.10:8443\"\n");
    const auto before = ctl({"config", "check", "--config", file.string()});
    EXPECT_EQ(before.code, 0) << before.err;
    EXPECT_THAT(before.out, HasSubstr("duty page:   https://192.168.1.10:8443, certificate made by the station's first start\n"));
    EXPECT_FALSE(fs::exists(folder / "duty.pem"));

    const auto made = ownTlsIdentity(folder / "duty.pem", "192.168.1.10", test::RealClock().wall());
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_THAT(ctl({"config", "check", "--config", file.string()}).out, HasSubstr("certificate SHA-256 " + made->fingerprint + '\n'));
    folder.write("duty.pem", "no certificate");
    EXPECT_THAT(ctl({"config", "check", "--config", file.string()}).out, HasSubstr("8443, NO certificate: "));
}

TEST(CtlConfigCheck, SaysWhenAnSmsHasNoRoomForALink)
{
    const test::TestFolder folder;
    const std::string sms = "[[courier]]\nid = \"sms\"\nkind = \"sms\"\nserial = \"/dev/no-such-modem\"\n";
    for (const auto &[address, courier, words] :
         {std::tuple{"https://192.168.100.100:8443", sms, ""},
          {"https://192.168.100.100:18443", sms, "menshenctl: duty.address is too long by 1: an SMS has no room for its links\n"},
          {"https://192.168.100.100:18443", std::string(), ""}}) {
        const auto file = stationWith(folder, "[duty]\naddress = \"" + std::string(address) + "\"\n" + courier);
        const auto ended = ctl({"config", "check", "--config", file.string()});
        EXPECT_EQ(ended.code, 0);
        EXPECT_EQ(ended.err, words) << address;
    }
}

// ---- devices probe

/// A simulated thermometer with somebody of 35.0 °C (raw) in front of it.
class CtlDevicesProbe : public testing::Test {
protected:
    void SetUp() override
    {
        SimScene scene;
        scene.forehead = Celsius{35.0};
        scene.ambient = Celsius{22.5};
        scene.noise = Celsius{0.0};
        world.set(scene);
        SimSlaveSettings settings;
        settings.profile = loadThermometerProfile(kProfile).value();
        settings.tcpPort = 0;
        slave = SimSlave::start(settings, world).value();
    }
    [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(slave->tcpPort()); }

    SimWorld world;
    std::unique_ptr<SimSlave> slave;
};

TEST_F(CtlDevicesProbe, AThermometerThatIsNotThereIsUnavailable)
{
    const auto gone = address();
    slave.reset();
    const auto ended = ctl({"devices", "probe", "--profile", kProfile, "--tcp", gone, "--seconds", "0.3", "--json"});
    EXPECT_EQ(ended.code, 3) << ended.err;
    const auto line = json::parse(ended.out);
    EXPECT_EQ(line.at("per_second"), 0.0);
    EXPECT_GT(line.at("failures"), 0);
    EXPECT_THAT(line.at("error").get<std::string>(), Not(IsEmpty()));
    EXPECT_FALSE(line.contains("object"));
}

TEST_F(CtlDevicesProbe, AProfileWithAProblemIsABadConfig)
{
    const test::TestFolder folder;
    const auto profile = folder.write("t.toml", "id = \"t\"\nname = \"T\"\n");
    const auto ended = ctl({"devices", "probe", "--profile", profile.string(), "--tcp", address()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("t.toml:1: object: (missing)"));
}

TEST_F(CtlDevicesProbe, RawAndCorrectedValuesOfAnyProfileAreShown)
{
    const auto ended = ctl({"devices", "probe", "--profile", kProfile, "--tcp", address(), "--seconds", "0.5", "--json"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    const auto line = json::parse(ended.out);
    EXPECT_EQ(line.at("device"), "thermometer");
    EXPECT_EQ(line.at("profile"), "omega-os-miniusb");
    EXPECT_NEAR(line.at("object").get<double>(), 35.0, 0.051);
    EXPECT_NEAR(line.at("ambient").get<double>(), 22.5, 0.051);
    EXPECT_NEAR(line.at("corrected").get<double>(), 35.0 + Calibration{}.offset.degrees, 0.051);
    EXPECT_EQ(line.at("calibration"), "default");
    EXPECT_TRUE(line.contains("raw_object"));
    EXPECT_GT(line.at("per_second"), 1.0);
    EXPECT_FALSE(line.contains("error"));
}

TEST_F(CtlDevicesProbe, TheStationsOwnCalibrationIsApplied)
{
    const test::TestFolder folder;
    const auto station =
        stationWith(folder, "[thermometer]\nprofile = \"" + kProfile + "\"\ntcp = \"" + address() +
                                "\"\n[calibration]\nid = \"c7\"\nslope = 1.0\noffset = 2.0\nuncertainty = 0.2\nmade = 2026-01-01\n");
    const auto ended = ctl({"devices", "probe", "--config", station.string(), "--seconds", "0.5"});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("thermometer  profile omega-os-miniusb  object 35.0"), HasSubstr("corrected 37.0"),
                                 HasSubstr("calibration c7")));
}

TEST_F(CtlDevicesProbe, CtrlCEndsAProbeThatWouldGoOnForEver)
{
    Subprocess probe({MENSHEN_CTL, "devices", "probe", "--profile", kProfile, "--tcp", address(), "--seconds", "0", "--json"});
    EXPECT_EQ(json::parse(probe.line()).at("device"), "thermometer");
    probe.signal(SIGINT);
    const auto ended = probe.wait();
    EXPECT_EQ(ended.code, 0) << ended.err;
}

TEST_F(CtlDevicesProbe, TheCamerasRateAndFacesAreShown)
{
    const test::TestFolder folder;
    fs::create_directory(folder / "pictures");
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(cv::imwrite(folder / ("pictures/" + std::to_string(i) + ".png"), drawScene({MannequinLook{}}, {640, 480}, i * 0.1)));
    const auto station = stationWith(folder, "[camera]\nfolder = \"pictures\"\n[detector]\nface_model = \"" + kConfig +
                                                 "models/face-detector.onnx\"\nstate_model = \"" + kConfig + "models/mask-state.onnx\"\n");
    Subprocess probe({MENSHEN_CTL, "devices", "probe", "--config", station.string(), "--seconds", "0", "--json"});
    json line;
    do // the models take a moment to load
        line = json::parse(probe.line());
    while (!line.contains("faces"));
    probe.signal(SIGTERM);
    EXPECT_EQ(probe.wait().code, 0);
    EXPECT_EQ(line.at("device"), "camera");
    EXPECT_EQ(line.at("size"), json::array({640, 480}));
    EXPECT_GT(line.at("per_second"), 0.0);
    ASSERT_EQ(line.at("faces").size(), 1U);
    EXPECT_EQ(line.at("faces")[0].at("state"), "mask");
}

// ---- ledger export

/// One visitor of 22 November 2026 in a ledger of its own.
class CtlLedgerExport : public test::CtlLedger {
protected:
    void record() { visit(*open(), std::chrono::year{2026} / 11 / 22); }
    [[nodiscard]] Subprocess::Ended exported(const std::string &format, const std::string &from, const std::string &to) const
    {
        return ctl(
            {"ledger", "export", "--config", station.string(), "--format", format, "--from", from, "--to", to, "--out", out.string()});
    }

    const fs::path out = folder / "exported";
};

TEST_F(CtlLedgerExport, WithoutALedgerItIsUnavailableAndNothingIsMade)
{
    EXPECT_EQ(exported("csv", "2026-11-22", "2026-11-22").code, 3);
    EXPECT_FALSE(fs::exists(out));
    EXPECT_FALSE(fs::exists(folder / "ledger.db"));
}

TEST_F(CtlLedgerExport, DaysThatAreNoneOrTheWrongWayRoundAreAUsageError)
{
    record();
    EXPECT_THAT(exported("csv", "2026-02-30", "2026-11-22").err, HasSubstr("--from: 2026-02-30: a day such as"));
    EXPECT_EQ(exported("csv", "2026-02-30", "2026-11-22").code, 2);
    EXPECT_EQ(exported("csv", "2026-11-22", "today").code, 2);
    EXPECT_EQ(exported("csv", "2026-11-22", "2026-11-21").code, 2);
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(CtlLedgerExport, AFileThatCannotBeWrittenIsAFailure)
{
    record();
    const auto ended =
        ctl({"ledger", "export", "--config", station.string(), "--format", "csv", "--from", "2026-11-22", "--out", "/nowhere/at/all.csv"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.err, HasSubstr("/nowhere/at"));
}

TEST_F(CtlLedgerExport, VisitsAreWrittenMasked)
{
    record();
    const auto ended = exported("csv", "2026-11-22", "2026-11-22");
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, HasSubstr("1 visits"));
    EXPECT_THAT(contentOf(out), AllOf(HasSubstr("110105"), Not(HasSubstr("11010519491231002X")), Not(HasSubstr("13800138000"))));
}

TEST_F(CtlLedgerExport, AWorkbookIsAZipFile)
{
    record();
    const auto ended = exported("xlsx", "2026-11-22", "2026-11-22");
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_EQ(contentOf(out).substr(0, 2), "PK");
}

// ---- eye detect

TEST(CtlEyeDetect, WithoutAModelItIsABadConfig)
{
    const test::TestFolder folder;
    const auto model = folder.write("no.onnx", "not a model");
    const auto ended =
        ctl({"eye", "detect", "--images", folder.path().string(), "--out", (folder / "o").string(), "--face-model", model.string()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_FALSE(fs::exists(folder / "o"));
}

TEST(CtlEyeDetect, AFileThatCannotBeWrittenIsAFailure)
{
    const test::TestFolder folder;
    const auto ended = ctl({"eye", "detect", "--images", folder.path().string(), "--out", "/nowhere/at/all.jsonl"});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.err, HasSubstr("/nowhere/at/all.jsonl: cannot be written"));
}

TEST(CtlEyeDetect, EveryPictureIsALineAndTheMedianIsTold)
{
    const test::TestFolder folder;
    fs::create_directory(folder / "in");
    MannequinLook masked, bare;
    bare.face = MannequinFace::NoMask;
    ASSERT_TRUE(cv::imwrite(folder / "in/a.png", drawScene({masked}, {640, 480}, 0)));
    ASSERT_TRUE(cv::imwrite(folder / "in/b.png", drawScene({bare}, {640, 480}, 0)));
    folder.write("in/c.png", "no picture");
    const auto out = folder / "out.jsonl";
    const auto ended = ctl({"eye", "detect", "--images", (folder / "in").string(), "--out", out.string()});
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, testing::MatchesRegex("pictures: 3, unreadable: 1, median: [0-9.]+ ms\n"));
    EXPECT_THAT(ended.out, IsEmpty());
    std::istringstream lines(contentOf(out));
    std::vector<json> parsed;
    for (std::string line; std::getline(lines, line);)
        parsed.push_back(json::parse(line));
    ASSERT_EQ(parsed.size(), 3U);
    EXPECT_EQ(parsed[0].at("file"), "a.png");
    ASSERT_EQ(parsed[0].at("faces").size(), 1U);
    EXPECT_EQ(parsed[0].at("faces")[0].at("state"), "mask");
    EXPECT_EQ(parsed[0].at("faces")[0].at("box").size(), 4U);
    EXPECT_EQ(parsed[1].at("faces")[0].at("state"), "no_mask");
    EXPECT_THAT(parsed[2].at("faces"), IsEmpty());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 2) << "nothing unfinished is left";
}

// ---- eye eval

class CtlEyeEval : public testing::Test {
protected:
    void SetUp() override
    {
        MannequinLook masked, bare;
        bare.face = MannequinFace::NoMask;
        ASSERT_TRUE(cv::imwrite(folder / "a.png", drawScene({masked}, {640, 480}, 0)));
        ASSERT_TRUE(cv::imwrite(folder / "b.png", drawScene({bare}, {640, 480}, 0)));
    }
    /// The mannequin stands in the middle; `more` comes behind the two good lines.
    void label(const std::string &state, const std::string &more = {}) const
    {
        const auto line = [](const char *file, const std::string &told) {
            return std::string(R"({"file": ")") + file +
                   R"(", "source": "drawn", "group": "a", "faces": [{"box": [250, 120, 140, 210], "state": ")" + told + "\"}]}\n";
        };
        folder.write("faces.jsonl", line("a.png", state) + line("b.png", "no_mask") + more);
    }

    const test::TestFolder folder;
    const std::string data = folder.path().string();
};

TEST_F(CtlEyeEval, AFolderWithoutLabelsIsAUsageError)
{
    const auto ended = ctl({"eye", "eval", "--data", data});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr("faces.jsonl: cannot be read"));
}

TEST_F(CtlEyeEval, ABadLineAndALostPictureAreToldAndTheRestIsMeasured)
{
    label("mask", "{\"file\": 1}\n"
                  R"({"file": "c.png", "source": "drawn", "group": "a", "faces": []})"
                  "\n");
    const auto ended = ctl({"eye", "eval", "--data", data});
    EXPECT_EQ(ended.code, 1);
    EXPECT_THAT(ended.err, AllOf(HasSubstr("faces.jsonl:3: file: 1: a text"), HasSubstr("no such picture"), HasSubstr("c.png")));
    EXPECT_THAT(ended.out, HasSubstr("== drawn: 2 pictures"));
}

TEST_F(CtlEyeEval, FiguresAndFailuresAreTold)
{
    label("incorrect"); // which it is not
    const auto report = folder / "report";
    const auto ended = ctl({"eye", "eval", "--data", data, "--report", report.string()});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, testing::ContainsRegex("2 pictures\n"));
    EXPECT_THAT(ended.out, testing::ContainsRegex("no_mask, 1 +menshen +0 +1 +0 +0 +0 +100.0 %"));
    EXPECT_THAT(ended.out, testing::ContainsRegex("incorrect, 1 +menshen +1 +0 +0 +0 +0 +0.0 %"));
    EXPECT_THAT(ended.out, AllOf(HasSubstr("false faces 0.0000 a picture"), HasSubstr("0.9 to 1.0"), HasSubstr("median ")));
    EXPECT_THAT(contentOf(report / "index.html"), HasSubstr("is <b>incorrect</b>, told <b>mask</b>"));
    EXPECT_TRUE(fs::exists(report / "00001.jpg"));
}

} // namespace
} // namespace menshen
