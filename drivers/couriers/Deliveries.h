// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Courier.h"
#include "menshen/ports/StationKey.h"

#include <functional>
#include <string>
#include <string_view>

namespace menshen {

/// Where a courier's secret comes from. Asked for at each delivery: the secret stays in memory no longer than it takes, and a
/// new one needs no restart.
using SecretReader = std::function<Result<Passphrase>()>;

[[nodiscard]] Delivery accepted(std::string provider);
[[nodiscard]] Delivery tryLater(Micros after, Error error, std::string provider = {});
/// What an error that ended the exchange means for the message, by its code.
[[nodiscard]] Delivery failed(Error error, std::string provider = {});

/// What the other side said, fit for one line of the log and for the ledger, where it stays for ever unsealed: cut, without control
/// characters, "…" for mail addresses and for numbers of seven digits and more.
[[nodiscard]] std::string forLog(std::string_view words);

} // namespace menshen
