// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/RegisterOffice.h"

#include "menshen/core/Overloaded.h"

#include <algorithm>

namespace menshen {

namespace {

constexpr int kIdsOfALostVersion = 1000; ///< more than one version gives
constexpr std::array kKinds{RegisterKind::LeadingGroup, RegisterKind::Roster};

/// Hand-overs of shifts that are long over say nothing any more.
void forgetOldHandOvers(Roster &roster, HallDay today)
{
    const auto oldest = HallDay{std::chrono::sys_days{today} - std::chrono::days{31}};
    std::erase_if(roster.handOvers, [&](const ShiftHandOver &handOver) { return handOver.day < oldest; });
}

} // namespace

RegisterContent RegistersNow::contentOf(RegisterKind kind) const
{
    return kind == RegisterKind::LeadingGroup ? RegisterContent(group) : RegisterContent(roster);
}

RegisterOffice::RegisterOffice(Registers &registers, const Clock &clock, UtcOffset offset)
    : m_registers(registers), m_clock(clock), m_offset(offset)
{
}

Result<void> RegisterOffice::open(const LastChange &lastChange)
{
    const std::scoped_lock changing(m_changing);
    for (const RegisterKind kind : kKinds) {
        if (auto settled = settle(kind, lastChange); !settled) {
            return settled;
        }
        load(kind);
    }
    return {};
}

Result<void> RegisterOffice::look()
{
    const std::scoped_lock changing(m_changing);
    for (const RegisterKind kind : kKinds) {
        load(kind);
    }
    return {};
}

Result<void> RegisterOffice::settle(RegisterKind kind, const LastChange &lastChange)
{
    const auto staged = m_registers.staged(kind);
    if (!staged && staged.error().code != ErrorCode::WrongKey && staged.error().code != ErrorCode::Damaged) {
        return {}; // said by load()
    }
    if (staged && !*staged) {
        return {};
    }
    const auto last = lastChange(kind);
    if (!last) {
        return last.error();
    }
    const bool entered = staged && *last && (*last)->version == (*staged)->version.version && (*last)->digest == (*staged)->version.digest;
    return entered ? m_registers.take(kind) : m_registers.drop(kind);
}

void RegisterOffice::load(RegisterKind kind)
{
    RegistersNow fresh = *now();
    auto &error = kind == RegisterKind::LeadingGroup ? fresh.groupError : fresh.rosterError;
    auto &version = kind == RegisterKind::LeadingGroup ? fresh.groupVersion : fresh.rosterVersion;
    error.reset();
    version = 0;
    auto newest = m_registers.newest(kind);
    if (!newest) {
        error = newest.error();
    } else if (*newest) {
        version = (*newest)->version.version;
        std::visit(Overloaded{[&](LeadingGroup &group) { fresh.group = std::move(group); },
                              [&](Roster &roster) { fresh.roster = std::move(roster); }},
                   (*newest)->content);
    }
    publish(std::move(fresh));
}

void RegisterOffice::publish(RegistersNow fresh)
{
    auto shared = std::make_shared<const RegistersNow>(std::move(fresh));
    const std::scoped_lock lock(m_mutex);
    m_now = std::move(shared);
}

std::shared_ptr<const RegistersNow> RegisterOffice::now() const
{
    const std::scoped_lock lock(m_mutex);
    return m_now;
}

EscalationPolicy RegisterOffice::policyAt(const EscalationPolicy &policy, WallTime at) const
{
    const auto holds = now();
    return menshen::policyAt(policy, holds->group, holds->roster, at, m_offset);
}

OnDuty RegisterOffice::onDutyAt(WallTime at) const
{
    const auto holds = now();
    return menshen::onDutyAt(holds->roster, holds->group, at, m_offset);
}

Result<void> RegisterOffice::change(RegisterContent content, int base, RegisterChange how, const std::string &actor, const Append &append)
{
    const std::scoped_lock changing(m_changing);
    const auto holds = now();
    const RegisterKind kind = kindOf(content);
    if (const auto &error = holds->errorOf(kind)) {
        return *error; // what nobody could read must not be written over
    }
    if (holds->versionOf(kind) != base) {
        return Error{ErrorCode::BadInput, "the register was changed meanwhile"};
    }
    if (auto *roster = std::get_if<Roster>(&content)) {
        forgetOldHandOvers(*roster, hallDayOf(m_clock.wall(), m_offset));
    }
    return save(content, how, actor, append);
}

Result<void> RegisterOffice::save(const RegisterContent &content, RegisterChange how, const std::string &actor, const Append &append)
{
    const RegisterKind kind = kindOf(content);
    const auto staged = m_registers.stage(content, m_clock.wall());
    if (!staged) {
        return staged.error();
    }
    const auto difference = differenceOf(now()->contentOf(kind), content);
    RegisterChangedEntry entry{kind,          staged->version,  staged->digest,     how,
                               staged->lines, difference.added, difference.changed, difference.removed};
    const auto receipt = append(entry, actor);
    if (!receipt) {
        // It may be in the ledger all the same (no answer in time): the next start compares, so the staged file stays.
        return receipt.error();
    }
    if (auto taken = m_registers.take(kind); !taken) {
        return taken;
    }
    load(kind);
    return {};
}

Result<bool> RegisterOffice::mayUndo(RegisterKind kind) const
{
    const auto versions = m_registers.versions(kind);
    return versions ? Result<bool>(versions->size() > 1) : versions.error();
}

Result<void> RegisterOffice::undo(RegisterKind kind, const std::string &actor, const Append &append)
{
    const std::scoped_lock changing(m_changing);
    const auto versions = m_registers.versions(kind);
    if (!versions) {
        return versions.error();
    }
    if (versions->size() < 2) {
        return Error{ErrorCode::NotFound, "there is no version before this one"};
    }
    auto before = m_registers.version(kind, (*versions)[1]);
    if (!before) {
        return before.error();
    }
    // An id that was given meanwhile is not given again, nor one that a version gave which does not open.
    if (auto *group = std::get_if<LeadingGroup>(&before->content)) {
        const auto holds = now();
        group->lastId = std::max(group->lastId, holds->group.lastId) + (holds->groupError ? kIdsOfALostVersion : 0);
    }
    return save(before->content, RegisterChange::Undone, actor, append);
}

Result<void> RegisterOffice::handOver(const std::string &to, const std::string &actor, const Append &append)
{
    const std::scoped_lock changing(m_changing);
    const auto holds = now();
    if (holds->rosterError) {
        return *holds->rosterError;
    }
    const WallTime at = m_clock.wall();
    const OnDuty duty = menshen::onDutyAt(holds->roster, holds->group, at, m_offset);
    if (duty.shift.empty() || personOf(holds->group, to) == nullptr) {
        return Error{ErrorCode::NotFound, duty.shift.empty() ? "no shift runs now" : "nobody of the leading group has this id"};
    }
    Roster roster = holds->roster;
    forgetOldHandOvers(roster, duty.day);
    roster.handOvers.push_back({duty.day, duty.shift, at, to});
    return save(roster, RegisterChange::HandedOver, actor, append);
}

} // namespace menshen
