// SPDX-License-Identifier: GPL-3.0-or-later
// The arrows of the house: ui → app → ports → core; drivers → ports; db → ports; only src/main sees everything.
// And each foreign library lives in one room.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = MENSHEN_SOURCE_DIR;

struct Include {
    fs::path file; ///< relative to the root
    int line = 0;
    std::string target;
};

/// "core", "ports", "app", "drivers/modbus", "db", "ui", "main"
std::string roomOf(const fs::path &file)
{
    std::vector<std::string> parts;
    for (const fs::path &part : file) {
        parts.push_back(part.string());
    }
    if (parts[0] == "include") {
        return parts.at(2);
    }
    if (parts[0] == "src") {
        return parts.at(1);
    }
    if (parts[0] == "drivers") {
        return "drivers/" + parts.at(1);
    }
    return parts[0];
}

std::vector<Include> includesUnder(const std::vector<std::string> &folders)
{
    static const std::regex pattern(R"(^\s*#\s*include\s*[<"]([^">]+)[">])");
    std::vector<Include> found;
    for (const std::string &folder : folders) {
        for (const auto &entry : fs::recursive_directory_iterator(kRoot / folder)) {
            const std::string suffix = entry.path().extension().string();
            if (suffix != ".h" && suffix != ".cpp") {
                continue;
            }
            std::ifstream in(entry.path());
            std::string text;
            for (int line = 1; std::getline(in, text); ++line) {
                std::smatch match;
                if (std::regex_search(text, match, pattern)) {
                    found.push_back({fs::relative(entry.path(), kRoot), line, match[1]});
                }
            }
        }
    }
    return found;
}

/// Room of one of our own headers; empty for a foreign one.
std::string targetRoom(const std::string &target)
{
    if (target.starts_with("menshen/")) {
        return roomOf("include/" + target);
    }
    for (const char *folder : {"src/", "drivers/", "db/", "ui/", "tests/"}) {
        if (target.starts_with(folder)) {
            return roomOf(target);
        }
    }
    return {};
}

const std::map<std::string, std::set<std::string>> kMaySee{
    {"core", {"core"}},
    {"ports", {"ports", "core"}},
    {"app", {"app", "ports", "core"}},
    {"ui", {"ui", "app", "ports", "core"}},
    {"db", {"db", "ports", "core"}},
    // The simulator reads its day by the same TOML reader as the settings are, and speaks the profiles of Modbus.
    {"drivers/sim", {"drivers/sim", "drivers/config", "drivers/modbus", "ports", "core"}},
};

bool allowed(const std::string &from, const std::string &to)
{
    if (from == "main") {
        return true;
    }
    const auto rule = kMaySee.find(from);
    if (rule != kMaySee.end()) {
        return rule->second.contains(to);
    }
    if (to == from || to == "ports" || to == "core") {
        return true;
    }
    // Settings are made of what a station is composed of; camera and detector share one notion of a picture.
    return (from == "drivers/config" && to == "app") ||
           (to == "drivers/pictures" && (from == "drivers/camera" || from == "drivers/vision"));
}

const std::vector<std::string> kProduct{"include", "src", "drivers", "db", "ui"};

std::string at(const Include &include) { return include.file.string() + ":" + std::to_string(include.line) + ": " + include.target; }

} // namespace

TEST(Architecture, ArrowsGoOneWay)
{
    int checked = 0;
    for (const Include &include : includesUnder(kProduct)) {
        const std::string to = targetRoom(include.target);
        if (!to.empty()) {
            ++checked;
            EXPECT_TRUE(allowed(roomOf(include.file), to)) << at(include);
        }
    }
    EXPECT_GT(checked, 100) << "the scan must have found the house";
}

TEST(Architecture, EachForeignLibraryLivesInItsRooms)
{
    const std::vector<std::pair<std::regex, std::set<std::string>>> homes{
        {std::regex("^(sqlite3\\.h|SQLiteCpp/.*)$"), {"db"}},
        {std::regex("^modbus(/modbus)?\\.h$"), {"drivers/modbus", "drivers/sim"}},
        {std::regex("^opencv2/.*"), {"drivers/camera", "drivers/vision", "drivers/pictures", "drivers/sim"}},
        {std::regex("^spdlog/.*"), {"main"}},
        {std::regex("^toml\\+\\+/.*|^toml\\.hpp$"), {"drivers/config"}},
        {std::regex("^sodium\\.h$"), {"drivers/secrets", "drivers/couriers", "drivers/duty", "db"}},
        {std::regex("^curl/.*"), {"drivers/couriers"}},
        {std::regex("^(xlsxwriter|zip|expat|csv|iconv)\\.h$"), {"drivers/tables"}},
        {std::regex("^openssl/.*"), {"drivers/secrets", "drivers/duty"}},
        {std::regex("^httplib\\.h$"), {"drivers/sim", "drivers/duty", "main"}},
        {std::regex("^Q[A-Z].*|^Qt[A-Z].*|^private/q.*"), {"ui", "main", "drivers/documents"}},
        {std::regex("^qrencode\\.h$"), {"drivers/documents"}},
        {std::regex("^CLI/.*"), {"main"}},
    };
    for (const Include &include : includesUnder(kProduct)) {
        for (const auto &[pattern, rooms] : homes) {
            if (std::regex_match(include.target, pattern)) {
                EXPECT_TRUE(rooms.contains(roomOf(include.file))) << at(include);
            }
        }
    }
}

TEST(Architecture, CoreKnowsNoClockNoThreadNoFile)
{
    const std::set<std::string> forbidden{"thread", "mutex",  "fstream", "iostream", "filesystem", "condition_variable",
                                          "ctime",  "atomic", "random"};
    for (const Include &include : includesUnder({"include/menshen/core", "src/core"})) {
        EXPECT_FALSE(forbidden.contains(include.target)) << at(include);
    }
    for (const char *folder : {"include/menshen/core", "src/core"}) {
        for (const auto &entry : fs::directory_iterator(kRoot / folder)) {
            std::ifstream in(entry.path());
            const std::string text((std::istreambuf_iterator<char>(in)), {});
            EXPECT_EQ(text.find("::now("), std::string::npos) << entry.path();
        }
    }
}

TEST(Architecture, TestsDoNotSleep)
{
    // Assembled, so that this very file does not hold the words.
    const std::vector<std::string> words{std::string("sleep") + "_for", std::string("u") + "sleep(", std::string("qWait") + "("};
    for (const auto &entry : fs::recursive_directory_iterator(kRoot / "tests")) {
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") {
            std::ifstream in(entry.path());
            const std::string text((std::istreambuf_iterator<char>(in)), {});
            for (const std::string &word : words) {
                EXPECT_EQ(text.find(word), std::string::npos) << entry.path() << ": " << word;
            }
        }
    }
}

TEST(Architecture, EverySourceNamesItsLicence)
{
    for (const std::string &folder : kProduct) {
        for (const auto &entry : fs::recursive_directory_iterator(kRoot / folder)) {
            const std::string suffix = entry.path().extension().string();
            if (suffix == ".h" || suffix == ".cpp" || suffix == ".qml") {
                std::ifstream in(entry.path());
                std::string first;
                std::getline(in, first);
                EXPECT_NE(first.find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos) << entry.path();
            }
        }
    }
}

TEST(Architecture, PicturesAreWrittenByTheCaptureStoreAloneAndByDevelopersTools)
{
    // Whoever packs or writes a picture; the simulator's are drawn, and what it packs it sends.
    static const std::regex write(
        R"(\b(imwrite|imwritemulti|imencode|savePicture|VideoWriter|QImageWriter|grabWindow|grabToImage)\b|\.save\s*\()");
    const std::set<std::string> store{"drivers/pictures/CaptureFolder.cpp"};
    const std::set<std::string> tools{
        "drivers/pictures/Pictures.h",      "drivers/pictures/Pictures.cpp", // savePicture() itself
        "drivers/vision/FailureReport.cpp",                                  // menshenctl eye eval, on a folder of pictures
        "drivers/sim/SimCamera.cpp",        "src/main/sim/DrawCommand.cpp",  // mannequins
        "src/main/station/UiRobot.cpp",                                      // the rehearsal's pictures of the screens
        "drivers/documents/QrCode.cpp",                                      // a head as QR code
    };
    std::set<std::string> found;
    for (const std::string &folder : kProduct) {
        for (const auto &entry : fs::recursive_directory_iterator(kRoot / folder)) {
            const std::string suffix = entry.path().extension().string();
            if (suffix != ".h" && suffix != ".cpp" && suffix != ".qml") {
                continue;
            }
            const std::string file = fs::relative(entry.path(), kRoot).string();
            std::ifstream in(entry.path());
            std::string text;
            for (int line = 1; std::getline(in, text); ++line) {
                if (std::regex_search(text, write)) {
                    found.insert(file);
                    EXPECT_TRUE(store.contains(file) || tools.contains(file)) << file << ":" << line << ": " << text;
                }
            }
        }
    }
    EXPECT_TRUE(found.contains(*store.begin())) << "the scan must have found the house";
    // And who may call the store: what the station is made of, nobody else.
    for (const Include &include : includesUnder(kProduct)) {
        if (include.target == "drivers/pictures/CaptureFolder.h" || include.target == "drivers/pictures/Pictures.h") {
            const std::string room = roomOf(include.file);
            EXPECT_TRUE(room == "main" || room == "drivers/pictures" || room == "drivers/vision" || room == "drivers/camera")
                << at(include);
        }
    }
}

TEST(Architecture, TheEnvironmentIsWrittenOnlyBeforeTheFirstThread)
{
    // A write beside a thread that reads it, OpenCV's and Qt's own among them, crashes the program once in some hundred starts.
    static const std::regex write(R"(\b(setenv|putenv|unsetenv|qputenv|qunsetenv)\s*\()");
    int writes = 0;
    for (const std::string &folder : kProduct) {
        for (const auto &entry : fs::recursive_directory_iterator(kRoot / folder)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") {
                continue;
            }
            std::ifstream in(entry.path());
            std::string text, function;
            while (std::getline(in, text)) {
                if (!text.empty() && text.front() != ' ' && text.find('(') != std::string::npos) {
                    function = text;
                }
                if (std::regex_search(text, write)) {
                    ++writes;
                    EXPECT_NE(function.find("::prepareEnvironment()"), std::string::npos)
                        << fs::relative(entry.path(), kRoot) << ": " << text;
                }
            }
        }
    }
    EXPECT_GT(writes, 0) << "the scan must have found the house";
}
