// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Subprocess.h"
#include "tests/support/TestFolder.h"

#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace menshen::test {

/// One of this folder's Python programs. Its first line is where it is, each later one what it got.
class Server {
public:
    explicit Server(const std::string &script, std::vector<std::string> arguments = {})
        : m_process(whole(script, std::move(arguments))), m_place(m_process.line())
    {
    }

    [[nodiscard]] const std::string &place() const { return m_place; }
    [[nodiscard]] std::uint16_t port() const { return static_cast<std::uint16_t>(std::stoi(m_place)); }
    [[nodiscard]] nlohmann::json next() { return nlohmann::json::parse(m_process.line()); }
    [[nodiscard]] Subprocess &process() { return m_process; }

private:
    static std::vector<std::string> whole(const std::string &script, std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"/usr/bin/python3", std::string(MENSHEN_SOURCE_DIR) + "/tests/drivers/couriers/" + script});
        return arguments;
    }

    Subprocess m_process;
    std::string m_place;
};

/// A certificate made for this test by openssl, and its key, in one file; it vouches for itself.
inline std::string certificateFor(const TestFolder &folder, const std::string &name)
{
    const auto file = (folder / (name + ".pem")).string();
    Subprocess openssl({"/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
                        "2", "-subj", "/CN=menshen-test", "-addext", "subjectAltName=" + name, "-keyout", file, "-out", file + ".crt"});
    if (openssl.wait().code != 0)
        throw std::runtime_error("openssl made no certificate");
    std::ofstream(file, std::ios::app) << std::ifstream(file + ".crt").rdbuf();
    return file;
}

} // namespace menshen::test
