// SPDX-License-Identifier: GPL-3.0-or-later
// tools/demo as a user runs it (tools/run without a display): the real window, the real instruments' protocols.
#include "tests/support/Subprocess.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

using namespace menshen::test;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path &file)
{
    std::ifstream in(file);
    return {(std::istreambuf_iterator<char>(in)), {}};
}

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// Rows of a CSV whose third column (the outcome) is `word`; no cell of ours holds a line break.
long rowsWith(const std::string &csv, const std::string &word)
{
    long rows = 0;
    for (const std::string &line : linesOf(csv)) {
        rows += line.find("," + word + ",") != std::string::npos ? 1 : 0;
    }
    return rows;
}

} // namespace

TEST(Rehearsal, AMorningComesInAndWhatItLeavesAgrees)
{
    ::unsetenv("QT_QPA_PLATFORM"); // a real window: tools/demo starts a virtual display where there is none
    const fs::path out = fs::path(MENSHEN_BINARY_DIR) / "rehearsal";
    Subprocess demo({MENSHEN_SOURCE_DIR "/tools/demo", MENSHEN_BINARY_DIR, "yes", out.string()});
    const auto ended = demo.wait(std::chrono::minutes(8));
    ASSERT_EQ(ended.code, 0) << ended.out << ended.err;

    const std::string lines = read(out / "lines.txt");
    std::smatch sums;
    ASSERT_TRUE(
        std::regex_search(lines, sums, std::regex(R"(admitted (\d+), refused (\d+), left (\d+), staff in (\d+), staff out (\d+))")));
    EXPECT_EQ(lines.find("FAILED"), std::string::npos) << lines;
    EXPECT_GE(linesOf(lines).size(), 31U) << "at least 30 people and the sums";

    const std::string csv = read(out / "ledger.csv");
    EXPECT_EQ(rowsWith(csv, "已放行"), std::stol(sums[1]));
    EXPECT_EQ(rowsWith(csv, "已劝返"), std::stol(sums[2]));
    EXPECT_EQ(rowsWith(csv, "自行离开"), std::stol(sums[3]));

    EXPECT_NE(ended.out.find("sound: entries 1 to "), std::string::npos) << ended.out;
    for (const char *name : {"station.toml", "ledger.db", "ledger.xlsx", "lines.txt", "head.txt", "head.png", "station.key"}) {
        EXPECT_GT(fs::file_size(out / name), 0U) << name;
    }
    EXPECT_TRUE(fs::is_empty(out / "diagnostics")) << "the officer had the pictures destroyed";
    for (const char *name :
         {"door-pass", "door-recheck", "door-refuse", "alert", "staff", "office", "office-ledger", "office-diagnostics", "door-capture"}) {
        for (const char *language : {"-zh.png", "-en.png"}) {
            EXPECT_TRUE(fs::exists(out / "screens" / (std::string(name) + language))) << name << language;
        }
    }
    const std::string log = read(out / "station.log");
    EXPECT_EQ(log.find("李秀兰"), std::string::npos) << "no name in the log";
    EXPECT_EQ(std::regex_search(log, std::regex(R"(\d{17}[\dX])")), false) << "no document in the log";
    const std::string ledger = read(out / "ledger.db");
    EXPECT_EQ(ledger.find("李秀兰"), std::string::npos) << "no name in the ledger's file";
    EXPECT_EQ(std::regex_search(csv, std::regex(R"(\d{17}[\dX])")), false) << "no whole document in the export";
}

TEST(Rehearsal, NoProgramLoadsASecondQt)
{
    for (const char *program : {MENSHEN_STATION, MENSHEN_CTL, MENSHEN_SIM}) {
        Subprocess ldd({"/usr/bin/ldd", program});
        const auto ended = ldd.wait();
        ASSERT_EQ(ended.code, 0) << ended.err;
        EXPECT_EQ(ended.out.find("libQt5"), std::string::npos) << program << "\n" << ended.out;
    }
}
