// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/config/TomlReader.h"
#include "menshen/ports/CourierSettings.h"

#include <vector>

namespace menshen {

/// Each [[courier]]; the keys depend on its kind. No secret is read here.
void readCouriers(const std::vector<Section> &sections, std::vector<CourierSettings> &couriers);

} // namespace menshen
