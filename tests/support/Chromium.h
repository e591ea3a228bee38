// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Subprocess.h"
#include "tests/support/TestFolder.h"

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace menshen::test {

/// A headless Chromium, driven by its chromedriver over plain HTTP (the WebDriver protocol).
class Chromium {
public:
    struct Screen {
        int width = 390, height = 844;
        bool phone = true;
        bool dark = false;
    };

    /// `language` as the browser asks for it: "zh-CN", "en-GB".
    Chromium(const std::string &language, Screen screen)
        : m_driver({"/usr/bin/chromedriver", "--port=0"}), m_client("127.0.0.1", listening())
    {
        m_client.set_read_timeout(120);
        using nlohmann::json;
        json options{{"args",
                      {"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                       "--user-data-dir=" + (m_folder / "profile").string(), "--lang=" + language, "--accept-lang=" + language,
                       "--window-size=" + std::to_string(screen.width) + "," + std::to_string(screen.height)}}};
        if (screen.dark) {
            options["args"].push_back("--force-dark-mode");
            options["args"].push_back("--blink-settings=preferredColorScheme=0");
        }
        options["prefs"] = {{"intl.accept_languages", language}};
        if (screen.phone) {
            options["mobileEmulation"] = {
                {"deviceMetrics", {{"width", screen.width}, {"height", screen.height}, {"pixelRatio", 2.0}, {"touch", true}}}};
        }
        // The page's own certificate is what a person accepts once on a telephone.
        const json made = post("/session", {{"capabilities",
                                             {{"alwaysMatch",
                                               {{"acceptInsecureCerts", true},
                                                {"timeouts", {{"implicit", 20000}, {"pageLoad", 60000}}},
                                                {"goog:chromeOptions", options}}}}}});
        m_session = "/session/" + made["sessionId"].get<std::string>();
    }
    ~Chromium()
    {
        m_client.Delete(m_session);
        m_driver.signal(SIGTERM);
        (void)m_driver.wait(std::chrono::seconds(10));
    }

    void open(const std::string &url) { post(m_session + "/url", {{"url", url}}); }
    [[nodiscard]] std::string url() { return get(m_session + "/url"); }
    [[nodiscard]] std::string title() { return get(m_session + "/title"); }
    /// The one element of a CSS selector; waited for.
    [[nodiscard]] std::string find(const std::string &selector)
    {
        const auto found = post(m_session + "/element", {{"using", "css selector"}, {"value", selector}});
        return m_session + "/element/" + found.begin()->get<std::string>();
    }
    void click(const std::string &selector) { post(find(selector) + "/click", nlohmann::json::object()); }
    void type(const std::string &selector, const std::string &text) { post(find(selector) + "/value", {{"text", text}}); }
    [[nodiscard]] std::string text(const std::string &selector) { return get(find(selector) + "/text"); }
    nlohmann::json run(const std::string &script)
    {
        return post(m_session + "/execute/sync", {{"script", script}, {"args", nlohmann::json::array()}});
    }
    /// Asks the page again and again until a script says true, also while it is being replaced by another.
    void until(const std::string &script)
    {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (std::chrono::steady_clock::now() < end) {
            const auto answer = run("try { return (() => {" + script + "})() === true; } catch (e) { return false; }");
            if (answer.is_boolean() && answer.get<bool>()) {
                return;
            }
        }
        throw std::runtime_error("the page did not come to: " + script);
    }
    void picture(const std::filesystem::path &file)
    {
        std::filesystem::create_directories(file.parent_path());
        const std::string coded = get(m_session + "/screenshot");
        std::string bytes;
        unsigned held = 0;
        int bits = 0;
        for (const char c : coded) {
            constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
            const auto digit = kDigits.find(c);
            if (digit == std::string_view::npos) {
                continue;
            }
            held = held << 6 | static_cast<unsigned>(digit);
            if ((bits += 6) >= 8) {
                bits -= 8;
                bytes += static_cast<char>(held >> bits & 0xFF);
            }
        }
        std::ofstream(file, std::ios::binary) << bytes;
    }
    /// What the browser itself complained of: a policy that was broken, a script that failed. A status that is no 200 is no fault.
    [[nodiscard]] nlohmann::json complaints()
    {
        nlohmann::json all = nlohmann::json::array();
        for (const auto &each : post(m_session + "/se/log", {{"type", "browser"}})) {
            if (each["source"] != "network") {
                all.push_back(each);
            }
        }
        return all;
    }

private:
    int listening()
    {
        constexpr std::string_view kSays = "on port ";
        for (std::string line = m_driver.line();; line = m_driver.line()) {
            if (const auto at = line.find(kSays); line.find("started successfully") != std::string::npos && at != std::string::npos) {
                return std::stoi(line.substr(at + kSays.size()));
            }
        }
    }
    static nlohmann::json valueOf(const httplib::Result &answer, const std::string &what)
    {
        if (!answer) {
            throw std::runtime_error("chromedriver: " + what + ": no answer");
        }
        const auto parsed = nlohmann::json::parse(answer->body, nullptr, false);
        if (answer->status != 200) {
            throw std::runtime_error("chromedriver: " + what + ": " + answer->body.substr(0, 500));
        }
        return parsed["value"];
    }
    nlohmann::json post(const std::string &path, const nlohmann::json &body)
    {
        return valueOf(m_client.Post(path, body.dump(), "application/json"), path + " " + body.dump().substr(0, 200));
    }
    std::string get(const std::string &path) { return valueOf(m_client.Get(path), path).get<std::string>(); }

    TestFolder m_folder;
    Subprocess m_driver;
    httplib::Client m_client;
    std::string m_session;
};

} // namespace menshen::test
