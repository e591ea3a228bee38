// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/station/SimRemote.h"

#include <httplib.h>

#include <stdexcept>

namespace menshen {

void SimRemote::post(const std::string &path) const
{
    httplib::Client client(m_url);
    client.set_connection_timeout(2);
    client.set_read_timeout(5);
    const auto answer = client.Post(path);
    if (!answer) {
        throw std::runtime_error("the simulator at " + m_url + " does not answer: " + httplib::to_string(answer.error()));
    }
    if (answer->status != 200) {
        throw std::runtime_error("the simulator refuses " + path + ": " + answer->body);
    }
}

} // namespace menshen
