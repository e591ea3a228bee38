// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"

#include <stop_token>

namespace menshen {

/// Takes a command to a station's engine.
using PostCommand = std::function<void(StationCommand)>;

// For threads that may wait, never the engine's nor the GUI's.

/// Appends through the station and waits until the entry is durable. Storage: the ledger does not answer; the entry may be written all
/// the same.
[[nodiscard]] Result<Receipt> appendAndWait(const PostCommand &post, Entry entry, const std::string &actor);

/// Sends through the station and waits for what becomes of it. Unreachable when nothing is heard for longer than any courier
/// takes, or when asked to stop: it may arrive all the same.
[[nodiscard]] Delivery sendAndWait(const PostCommand &post, const std::string &courier, CourierMessage message,
                                   const std::stop_token &stop);

} // namespace menshen
