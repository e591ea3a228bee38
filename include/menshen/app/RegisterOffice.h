// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Clock.h"
#include "menshen/ports/Registers.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace menshen {

/// The registers as they hold now. A register that cannot be read is empty here, and says why.
struct RegistersNow {
    LeadingGroup group;
    Roster roster;
    int groupVersion = 0; ///< 0: never saved
    int rosterVersion = 0;
    std::optional<Error> groupError;
    std::optional<Error> rosterError;

    [[nodiscard]] int versionOf(RegisterKind kind) const noexcept
    {
        return kind == RegisterKind::LeadingGroup ? groupVersion : rosterVersion;
    }
    [[nodiscard]] const std::optional<Error> &errorOf(RegisterKind kind) const noexcept
    {
        return kind == RegisterKind::LeadingGroup ? groupError : rosterError;
    }
    [[nodiscard]] RegisterContent contentOf(RegisterKind kind) const;
};

/// Keeps the leading group and the roster: what holds, and every change of it, in the ledger before it counts. Thread-safe; what
/// reads or writes is slow, now() and policyAt() are not.
class RegisterOffice {
public:
    /// Blocks until the entry is durable.
    using Append = std::function<Result<Receipt>(Entry entry, const std::string &actor)>;
    /// What the ledger says of a register last.
    using LastChange = std::function<Result<std::optional<RegisterChangedEntry>>(RegisterKind)>;

    /// Both must outlive this.
    RegisterOffice(Registers &registers, const Clock &clock, UtcOffset offset);

    /// Loads both; a change that was cut short is ended by what the ledger says. An error here is one of the ledger; a register
    /// that cannot be read is in now().
    [[nodiscard]] Result<void> open(const LastChange &lastChange);

    /// Loads both and touches nothing: for whoever only reads, while a station runs.
    [[nodiscard]] Result<void> look();

    [[nodiscard]] std::shared_ptr<const RegistersNow> now() const;
    /// For StationOptions::escalation.
    [[nodiscard]] EscalationPolicy policyAt(const EscalationPolicy &policy, WallTime at) const;
    [[nodiscard]] OnDuty onDutyAt(WallTime at) const;

    /// `content` was made from version `base`: BadInput when another one holds by now. Staged, appended, taken, in this order.
    [[nodiscard]] Result<void> change(RegisterContent content, int base, RegisterChange how, const std::string &actor,
                                      const Append &append);
    /// The version before becomes a new one. NotFound when there is none; also mends a register whose newest file cannot be read.
    [[nodiscard]] Result<void> undo(RegisterKind kind, const std::string &actor, const Append &append);
    /// Whether undo() has something to go back to.
    [[nodiscard]] Result<bool> mayUndo(RegisterKind kind) const;
    /// `to` has what is left of the shift that runs now. NotFound when none runs or nobody has this id.
    [[nodiscard]] Result<void> handOver(const std::string &to, const std::string &actor, const Append &append);

private:
    [[nodiscard]] Result<void> settle(RegisterKind kind, const LastChange &lastChange);
    void load(RegisterKind kind);
    [[nodiscard]] Result<void> save(const RegisterContent &content, RegisterChange how, const std::string &actor, const Append &append);
    void publish(RegistersNow now);

    Registers &m_registers;
    const Clock &m_clock;
    const UtcOffset m_offset;
    std::mutex m_changing; ///< one change at a time
    mutable std::mutex m_mutex;
    std::shared_ptr<const RegistersNow> m_now = std::make_shared<const RegistersNow>();
};

} // namespace menshen
