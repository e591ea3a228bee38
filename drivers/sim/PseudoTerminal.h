// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/Descriptor.h"
#include "menshen/core/Result.h"

#include <filesystem>
#include <string>

namespace menshen {

/// A pseudo-terminal that stands for a USB serial adapter: its path is a link in a folder of its own, as
/// /dev/serial/by-id has them, and stays the same when the adapter is pulled and put back. One thread at a time.
class PseudoTerminal {
public:
    [[nodiscard]] static Result<PseudoTerminal> create();
    ~PseudoTerminal(); ///< removes link and folder
    PseudoTerminal(PseudoTerminal &&) noexcept;
    PseudoTerminal &operator=(PseudoTerminal &&) = delete;

    [[nodiscard]] std::string path() const { return m_link.string(); }
    [[nodiscard]] int master() const noexcept { return m_master.fd(); } ///< non-blocking; -1 while unplugged

    /// Whoever has it open gets an error; the path vanishes.
    void unplug() noexcept;
    [[nodiscard]] Result<void> plug();

private:
    explicit PseudoTerminal(std::filesystem::path link) : m_link(std::move(link)) {}

    std::filesystem::path m_link; ///< empty once moved from
    Descriptor m_master;
    Descriptor m_slave; ///< kept open, so that the master does not hang up whenever a reader closes
};

} // namespace menshen
