// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"

namespace menshen {

/// What telephones open: "https://192.168.1.10:8443".
[[nodiscard]] inline std::string dutyAddress(const StationConfig::DutyPart &duty)
{
    const std::string host = duty.host.find(':') == std::string::npos ? duty.host : '[' + duty.host + ']';
    return "https://" + host + (duty.publicPort == 443 ? std::string() : ':' + std::to_string(duty.publicPort));
}

} // namespace menshen
