// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace menshen {

/// The simulator's remote control. Blocking; throws std::runtime_error when it does not answer as it should.
class SimRemote {
public:
    explicit SimRemote(std::string url) : m_url(std::move(url)) {}

    void present(const std::string &person) const { post("/present/" + person); }
    void leave() const { post("/leave"); }

private:
    void post(const std::string &path) const;

    std::string m_url;
};

} // namespace menshen
