// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PersonPinFolder.h"

#include "drivers/secrets/CheckedText.h"
#include "drivers/secrets/PinRules.h"

#include <sodium.h>

namespace menshen {
namespace {

PinHolder holderOf(const GroupPerson &person, const PinRecord &record)
{
    return {person.id, person.name, person.role, std::hash<std::string>{}(record.hash)};
}

/// The CDC's lines are outside of the hall: they have no PIN here.
const GroupPerson *mayHold(const LeadingGroup &group, std::string_view id)
{
    const auto *person = numberOfId(id) ? personOf(group, id) : nullptr;
    return person && person->role != GroupRole::Cdc ? person : nullptr;
}

} // namespace

PersonPinFolder::PersonPinFolder(std::filesystem::path folder, Group group, const Clock &clock, Warn warn)
    : m_folder(std::move(folder)), m_group(std::move(group)), m_clock(clock), m_warn(std::move(warn))
{
}

Result<std::vector<PinHolder>> PersonPinFolder::holders() const
{
    const auto group = m_group();
    const std::scoped_lock lock(m_mutex);
    std::vector<PinHolder> found;
    for (const auto &person : group.people) {
        if (!mayHold(group, person.id))
            continue;
        const auto record = loadPin(fileOf(person.id));
        if (!record) {
            if (m_unreadable.insert(person.id).second)
                m_warn(record.error().detail);
            // A disk or a table of open files that fails for a moment must not end what people are signed in to.
            if (const auto before = m_readBefore.find(person.id); before != m_readBefore.end())
                found.push_back(before->second);
            continue;
        }
        m_unreadable.erase(person.id);
        m_readBefore.erase(person.id);
        if (*record) {
            found.push_back(holderOf(person, **record));
            m_readBefore.emplace(person.id, found.back());
        }
    }
    return found;
}

Result<PinHolder> PersonPinFolder::verify(std::string_view id, std::string_view pin)
{
    const auto group = m_group();
    const auto *person = mayHold(group, id);
    const std::scoped_lock lock(m_mutex);
    const auto record = person ? loadPin(fileOf(id)) : Result<std::optional<PinRecord>>(std::optional<PinRecord>());
    if (!record)
        return record.error();
    if (!*record) {
        const auto refused = refuseAlike(id, pin);
        return refused ? Error{ErrorCode::Denied, "wrong PIN"} : refused.error();
    }
    auto &tries = m_tries.try_emplace(std::string(id), m_clock).first->second;
    const auto checked = tries.check(pin, **record, [&](const PinRecord &changed) { return storePin(fileOf(id), changed); });
    return checked ? Result<PinHolder>(holderOf(*person, **record)) : checked.error();
}

Result<void> PersonPinFolder::refuseAlike(std::string_view id, std::string_view pin)
{
    if (m_decoyHash.empty()) {
        std::string unknown(32, '\0');
        if (!sodiumReady())
            return Error{ErrorCode::Internal, "libsodium cannot be initialised"};
        randombytes_buf(unknown.data(), unknown.size());
        auto hash = hashedPin(unknown);
        if (!hash)
            return hash.error();
        m_decoyHash = *hash;
    }
    // Whoever makes up names without end shares one decoy.
    const std::string_view key = m_decoys.size() < kMostDecoys || m_decoys.contains(id) ? id : std::string_view();
    Decoy &decoy = m_decoys.try_emplace(std::string(key), Decoy{{m_decoyHash, 0, {}, false}, PinTries(m_clock)}).first->second;
    return decoy.tries.check(pin, decoy.record, [&](const PinRecord &changed) {
        decoy.record = changed;
        return storePin(fileOf("nobody"), {m_decoyHash, 0, {}, false}); // as long on the disk as anybody's
    });
}

Result<PinStanding> PersonPinFolder::standing(std::string_view id) const
{
    if (!numberOfId(id))
        return PinStanding::None;
    const std::scoped_lock lock(m_mutex);
    const auto record = loadPin(fileOf(id));
    if (!record)
        return record.error();
    return !*record ? PinStanding::None : (*record)->temporary ? PinStanding::Temporary : PinStanding::Own;
}

Result<void> PersonPinFolder::setTemporary(std::string_view id, std::string_view fresh)
{
    if (const auto problem = pinProblem(fresh); !problem.empty())
        return Error{ErrorCode::BadInput, problem};
    if (!mayHold(m_group(), id))
        return Error{ErrorCode::NotFound, "nobody of the leading group has this id"};
    auto hash = hashedPin(fresh);
    if (!hash)
        return hash.error();
    const std::scoped_lock lock(m_mutex);
    return storePin(fileOf(id), {*hash, 0, {}, true});
}

Result<void> PersonPinFolder::change(std::string_view id, std::string_view old, std::string_view fresh)
{
    if (const auto problem = pinProblem(fresh); !problem.empty())
        return Error{ErrorCode::BadInput, problem};
    if (auto known = verify(id, old); !known)
        return known.error();
    if (old == fresh)
        return Error{ErrorCode::BadInput, "the new PIN is the old one"};
    auto hash = hashedPin(fresh);
    if (!hash)
        return hash.error();
    const std::scoped_lock lock(m_mutex);
    return storePin(fileOf(id), {*hash, 0, {}, false});
}

Result<void> PersonPinFolder::remove(std::string_view id)
{
    if (!numberOfId(id))
        return {};
    const std::scoped_lock lock(m_mutex);
    std::error_code problem;
    std::filesystem::remove(fileOf(id), problem);
    return problem ? Result<void>(Error{ErrorCode::Storage, "a PIN cannot be removed: " + problem.message()}) : Result<void>();
}

} // namespace menshen
