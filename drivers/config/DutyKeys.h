// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/config/TomlReader.h"
#include "menshen/app/StationConfig.h"

#include <filesystem>
#include <optional>

namespace menshen {

/// [duty]; `data`: the folder for the station's own certificate.
void readDuty(Section section, std::optional<StationConfig::DutyPart> &duty, const std::filesystem::path &data);

} // namespace menshen
