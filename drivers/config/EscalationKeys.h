// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/config/TomlReader.h"
#include "menshen/core/EscalationPolicy.h"
#include "menshen/ports/CourierSettings.h"

namespace menshen {

/// [escalation], [[escalation.level]] and [[escalation.beside]]: whom to tell, in which order, by which of `couriers`.
void readEscalation(Section section, const std::vector<CourierSettings> &couriers, EscalationPolicy &policy);

} // namespace menshen
