// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/config/ConfigFiles.h"

#include <stdexcept>
#include <string>

namespace menshen::test {

/// The maps as they ship: what is tested is what is used.
inline ThermometerProfile shippedThermometer(const std::string &id)
{
    auto profile = loadThermometerProfile(std::string{MENSHEN_SOURCE_DIR} + "/config/thermometers/" + id + ".toml");
    if (!profile)
        throw std::runtime_error(profile.error().detail);
    return std::move(profile).value();
}

inline RelayProfile shippedRelay(const std::string &id)
{
    auto profile = loadRelayProfile(std::string{MENSHEN_SOURCE_DIR} + "/config/relays/" + id + ".toml");
    if (!profile)
        throw std::runtime_error(profile.error().detail);
    return std::move(profile).value();
}

} // namespace menshen::test
