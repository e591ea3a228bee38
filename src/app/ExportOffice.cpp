// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/ExportOffice.h"
