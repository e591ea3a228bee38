// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/StationFixture.h"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

using namespace menshen::test;

TEST(SelfTest, PassesOnAFreshInstallation)
{
    const EmbeddedStation station;
    const auto ended = Subprocess({MENSHEN_STATION, "--config", station.file(), "--self-test"}).wait();
    EXPECT_EQ(ended.code, 0) << ended.out << ended.err;
    EXPECT_NE(ended.out.find("models     ok"), std::string::npos) << ended.out;
}

TEST(SelfTest, FailsWhenTheLedgerIsNone)
{
    const EmbeddedStation station;
    std::ofstream(station.path("ledger.db")) << "this is no ledger, and must stay as it is";
    const auto ended = Subprocess({MENSHEN_STATION, "--config", station.file(), "--self-test"}).wait();
    EXPECT_EQ(ended.code, 1);
    EXPECT_NE(ended.out.find("ledger     FAILED"), std::string::npos) << ended.out;
    std::ifstream kept(station.path("ledger.db"));
    EXPECT_EQ(std::string((std::istreambuf_iterator<char>(kept)), {}), "this is no ledger, and must stay as it is");
}

TEST(Station, RefusesAWrongKeyWithFileLineAndRemedy)
{
    const EmbeddedStation station;
    std::ofstream(station.file(), std::ios::app) << "\n[camra]\nurl = \"x\"\n";
    const auto ended = Subprocess({MENSHEN_STATION, "--config", station.file()}).wait();
    EXPECT_EQ(ended.code, 2);
    EXPECT_NE(ended.err.find("station.toml:"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("camera"), std::string::npos) << "says what would be right: " << ended.err;
}

/// The station opens its ledger once, is stopped, and loses its key.
TEST(Station, WithoutItsKeyItRefusesInBothLanguagesShowsItAndMakesNone)
{
    const EmbeddedStation station;
    ASSERT_EQ(Subprocess({MENSHEN_STATION, "--config", station.file(), "--self-test"}).wait().code, 0);
    std::filesystem::remove(station.path("station.key"));
    auto program = Subprocess({MENSHEN_STATION, "--config", station.file(), "--windowed"});
    station.waitForLog("refused to start");
    program.signal(SIGTERM); // it stands there with its window until somebody closes it
    const auto ended = program.wait();
    EXPECT_EQ(ended.code, 3);
    EXPECT_NE(ended.err.find("menshenctl keys recover"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("恢复口令"), std::string::npos) << ended.err;
    EXPECT_FALSE(std::filesystem::exists(station.path("station.key")));
}

/// What a running station leaves: people were seen, screened and recorded, and no file holds a picture.
TEST(Station, WritesNoPictureUnlessAnOfficerWantsIt)
{
    const EmbeddedStation station;
    auto program = station.rehearse();
    (void)program->line(std::chrono::seconds(60));
    (void)program->line(std::chrono::seconds(60));
    program->signal(SIGTERM);
    EXPECT_EQ(program->wait().code, 0);
    int files = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(station.path("."))) {
        if (!entry.is_regular_file()) {
            continue;
        }
        ++files;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), {});
        for (const std::string &begin : {std::string("JFIF\0", 5), std::string("\x89PNG\r\n\x1a\n"), std::string("WEBPVP8")}) {
            EXPECT_EQ(bytes.find(begin), std::string::npos) << entry.path();
        }
    }
    EXPECT_GE(files, 4) << "settings, ledger, key, log";
    EXPECT_FALSE(std::filesystem::exists(station.path("diagnostics")));
}

TEST(Station, EndsOnASignalAndRecordsIt)
{
    const EmbeddedStation station;
    auto program =
        Subprocess({MENSHEN_STATION, "--config", station.file(), "--windowed", "--rehearse", MENSHEN_SOURCE_DIR "/config/sim/morning.toml",
                    "--sim", station.url(), "--out", station.path("."), "--no-pictures"});
    (void)program.line(std::chrono::seconds(60)); // the first person is through: everything runs
    program.signal(SIGTERM);
    EXPECT_EQ(program.wait().code, 0);
}
