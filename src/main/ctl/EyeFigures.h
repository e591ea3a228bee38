// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/vision/EvaluateFolder.h"

#include <ostream>

namespace menshen::ctl {

/// Prints what the detectors came to, each beside the others: tables of what was told, false faces, how far a probability
/// can be trusted, times. The first is compared with the others.
void printFigures(std::ostream &out, const std::vector<Measured> &measured);

} // namespace menshen::ctl
