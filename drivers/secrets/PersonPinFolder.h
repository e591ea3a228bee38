// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/secrets/PinRecord.h"
#include "menshen/core/LeadingGroup.h"
#include "menshen/ports/PersonPinKeeper.h"

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace menshen {

/// Personal PINs, each in a file of its own as PinFile has the office's: "<folder>/p3". Throttled per person. Who is not in the
/// leading group, or has no PIN, is refused in the same words and after the same time as a wrong PIN, throttled alike.
class PersonPinFolder final : public PersonPinKeeper {
public:
    using Group = std::function<LeadingGroup()>;                  ///< as it is now; thread-safe
    using Warn = std::function<void(const std::string &problem)>; ///< for the log: ids, never names; thread-safe

    /// `clock` must outlive this.
    PersonPinFolder(
        std::filesystem::path folder, Group group, const Clock &clock, Warn warn = [](const std::string &) {});

    /// Without those whose files cannot be read: each is warned of once, and the others keep their page.

    [[nodiscard]] Result<std::vector<PinHolder>> holders() const override;
    [[nodiscard]] Result<PinHolder> verify(std::string_view id, std::string_view pin) override;
    [[nodiscard]] Result<PinStanding> standing(std::string_view id) const override;
    [[nodiscard]] Result<void> setTemporary(std::string_view id, std::string_view fresh) override;
    [[nodiscard]] Result<void> change(std::string_view id, std::string_view old, std::string_view fresh) override;
    [[nodiscard]] Result<void> remove(std::string_view id) override;

private:
    static constexpr std::size_t kMostDecoys = 1000;

    [[nodiscard]] std::filesystem::path fileOf(std::string_view id) const { return m_folder / std::string(id); }
    [[nodiscard]] Result<void> refuseAlike(std::string_view id, std::string_view pin);

    const std::filesystem::path m_folder;
    const Group m_group;
    const Clock &m_clock;
    const Warn m_warn;
    mutable std::mutex m_mutex;
    mutable std::set<std::string, std::less<>> m_unreadable;            ///< that were warned of
    mutable std::map<std::string, PinHolder, std::less<>> m_readBefore; ///< by id, as they were when they could be read
    std::map<std::string, PinTries, std::less<>> m_tries;
    /// Tries of nobody's PIN, in memory only.
    struct Decoy {
        PinRecord record;
        PinTries tries;
    };
    std::map<std::string, Decoy, std::less<>> m_decoys;
    std::string m_decoyHash; ///< of a PIN that nobody knows
};

} // namespace menshen
