// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/JsonFields.h"
#include "menshen/core/Entries.h"

namespace menshen {

// What the ledger writes about itself, as bodies of entries. Reading throws DecodeError and nlohmann's exceptions.

[[nodiscard]] Json toJson(const EpochEntry &entry);
[[nodiscard]] Json toJson(const DayKeyEntry &entry);
[[nodiscard]] Json toJson(const DestructionEntry &entry);
[[nodiscard]] Json toJson(const BackupEntry &entry);
[[nodiscard]] Json toJson(const VerificationEntry &entry);

[[nodiscard]] EpochEntry epochFrom(const Json &from);
[[nodiscard]] DayKeyEntry dayKeyFrom(const Json &from);
[[nodiscard]] DestructionEntry destructionFrom(const Json &from);
[[nodiscard]] BackupEntry backupFrom(const Json &from);
[[nodiscard]] VerificationEntry verificationFrom(const Json &from);

} // namespace menshen
