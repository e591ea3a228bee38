// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Subprocess.h"
#include "tests/support/TestFolder.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

namespace menshen::test {

/// The simulator's process, and a station.toml that points at it.
class EmbeddedStation {
public:
    EmbeddedStation()
        : m_simulator({MENSHEN_SIM, "serve", "--day", MENSHEN_SOURCE_DIR "/config/sim/morning.toml", "--profile",
                       MENSHEN_SOURCE_DIR "/config/thermometers/omega-os-miniusb.toml", "--modbus-port", "0", "--http-port", "0"}),
          m_ports(nlohmann::json::parse(m_simulator.line()))
    {
        // These look at the ledger and the wire, not at the window.
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
        ::setenv("QT_QUICK_BACKEND", "software", 1);
        const std::string config = MENSHEN_SOURCE_DIR "/config/";
        const std::string modbus = "127.0.0.1:" + std::to_string(m_ports["modbus"].get<int>());
        std::ofstream out(file());
        out << "[station]\nname = \"e2e\"\nplan = \"" << config << "plans/default.toml\"\ndata_folder = \".\"\n"
            << "[thermometer]\nprofile = \"" << config << "thermometers/omega-os-miniusb.toml\"\ntcp = \"" << modbus
            << "\"\nwarm_up_s = 0\n"
            << "[camera]\nurl = \"" << url() << "/camera.mjpg\"\n"
            << "[detector]\nface_model = \"" << config << "models/face-detector.onnx\"\nstate_model = \"" << config
            << "models/mask-state.onnx\"\n"
            << "[gate]\nprofile = \"" << config << "relays/waveshare-8ch.toml\"\ntcp = \"" << modbus << "\"\n"
            << "[log]\nfile = \"station.log\"\n";
        std::ifstream shipped(config + "station.toml");
        const std::string text((std::istreambuf_iterator<char>(shipped)), {});
        out << text.substr(text.find("[[staff]]"));
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_ports["http"].get<int>()); }
    [[nodiscard]] std::string file() const { return path("station.toml"); }
    [[nodiscard]] std::string path(const std::string &name) const { return (m_folder.path() / name).string(); }

    /// Returns when the station's log says it.
    void waitForLog(const std::string &words) const
    {
        Subprocess tail({"/bin/sh", "-c", R"(tail -n +1 -F "$1" 2>/dev/null)", "sh", path("station.log")});
        while (tail.line().find(words) == std::string::npos) {}
    }

    /// The real station without a display, its guard a robot.
    [[nodiscard]] std::unique_ptr<Subprocess> rehearse(const std::vector<std::string> &more = {}) const
    {
        std::vector<std::string> arguments{MENSHEN_STATION, "--config",
                                           file(),          "--windowed",
                                           "--rehearse",    MENSHEN_SOURCE_DIR "/config/sim/morning.toml",
                                           "--sim",         url(),
                                           "--out",         m_folder.path().string(),
                                           "--no-pictures"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return std::make_unique<Subprocess>(arguments);
    }

private:
    TestFolder m_folder;
    Subprocess m_simulator;
    nlohmann::json m_ports;
};

} // namespace menshen::test
