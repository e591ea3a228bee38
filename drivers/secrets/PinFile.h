// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/secrets/PinRecord.h"
#include "menshen/ports/Clock.h"
#include "menshen/ports/PinVault.h"

#include <filesystem>
#include <mutex>

namespace menshen {

/// The PIN as an Argon2id hash in a file of its own (0600), with the wrong tries in a row beside it, so that neither a
/// restart nor a clock set back shortens a wait. Every try is written down before it is checked: a program killed in
/// between has still spent it. A damaged file is an error (Storage), never "not set". Thread-safe.
class PinFile final : public PinVault {
public:
    /// `clock` must outlive this.
    PinFile(std::filesystem::path file, const Clock &clock);
    ~PinFile() override;

    [[nodiscard]] Result<bool> isSet() const override;
    /// BadInput with the broken rule, Denied when `old` is wrong; `old` is not looked at while no PIN is set.
    [[nodiscard]] Result<void> set(std::string_view old, std::string_view fresh) override;
    /// NotFound while no PIN is set.
    [[nodiscard]] Result<void> verify(std::string_view pin) override;

private:
    [[nodiscard]] Result<void> check(std::string_view pin, const PinRecord &record);

    const std::filesystem::path m_file;
    mutable std::mutex m_mutex;
    PinTries m_tries;
};

} // namespace menshen
