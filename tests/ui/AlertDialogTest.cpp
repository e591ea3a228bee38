// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/Stage.h"

#include <gtest/gtest.h>
