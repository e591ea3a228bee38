// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"
#include "menshen/ports/Clock.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// A PIN as it is kept: an Argon2id hash, with the wrong tries beside it.
struct PinRecord {
    std::string hash;
    int failures = 0;
    WallTime lastFailure;
    bool temporary = false; ///< set by somebody else than its owner
};

[[nodiscard]] Result<std::string> hashedPin(std::string_view pin);

/// In a file of its own (0600). Absent when there is none; Storage for a damaged one, which is never "not set".
[[nodiscard]] Result<std::optional<PinRecord>> loadPin(const std::filesystem::path &file);
[[nodiscard]] Result<void> storePin(const std::filesystem::path &file, const PinRecord &record);

/// Tries of one PIN. After five wrong ones each further try waits longer; neither a restart nor a clock set back shortens a
/// wait. Not thread-safe.
class PinTries {
public:
    explicit PinTries(const Clock &clock) : m_clock(clock) {}

    /// Denied when wrong or too early, its detail says how long to wait. Every try goes through `store` before it is checked: a
    /// program killed in between has still spent it.
    [[nodiscard]] Result<void> check(std::string_view pin, PinRecord record, const std::function<Result<void>(const PinRecord &)> &store);

private:
    /// The last failure as this process places it on the monotonic clock.
    struct Anchor {
        WallTime lastFailure;
        MonoTime at;
    };
    [[nodiscard]] Micros remainingWait(const PinRecord &record);

    const Clock &m_clock;
    std::optional<Anchor> m_anchor;
};

} // namespace menshen
