// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace menshen {

/// Room on the disk that is kept beside the ledger (`<ledger>.reserve`) and given up when the disk is full, so that the end can
/// still be written: refusals, alarms, the stop. One writer; `isThere` from any thread.
class Reserve {
public:
    /// `bytes` 0: none is wanted, and none is ever missed.
    Reserve(std::string path, std::int64_t bytes);

    /// Makes it if it is missing and the disk has room for it and as much again. False when it is still missing.
    bool ensure();
    /// False when there is none to give up.
    bool giveUp();
    [[nodiscard]] bool isThere() const noexcept { return m_there; }

private:
    [[nodiscard]] bool make() const;

    const std::string m_path;
    const std::int64_t m_bytes;
    std::atomic<bool> m_there = false;
};

} // namespace menshen
