// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/Program.h"

#include <iostream>
#include <sstream>

namespace menshen::ctl {

int fail(const Error &error, Exit code)
{
    std::istringstream lines(error.detail);
    for (std::string line; std::getline(lines, line);)
        std::cerr << "menshenctl: " << line << '\n';
    return code;
}

} // namespace menshen::ctl
