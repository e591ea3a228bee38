// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/PinFile.h"

#include "drivers/secrets/PinRules.h"

namespace menshen {

PinFile::PinFile(std::filesystem::path file, const Clock &clock) : m_file(std::move(file)), m_tries(clock) {}

PinFile::~PinFile() = default;

Result<void> PinFile::check(std::string_view pin, const PinRecord &record)
{
    return m_tries.check(pin, record, [this](const PinRecord &changed) { return storePin(m_file, changed); });
}

Result<bool> PinFile::isSet() const
{
    const std::scoped_lock lock(m_mutex);
    const auto record = loadPin(m_file);
    if (!record)
        return record.error();
    return record->has_value();
}

Result<void> PinFile::set(std::string_view old, std::string_view fresh)
{
    if (const auto problem = pinProblem(fresh); !problem.empty())
        return Error{ErrorCode::BadInput, problem};
    const std::scoped_lock lock(m_mutex);
    const auto record = loadPin(m_file);
    if (!record)
        return record.error();
    if (*record) {
        if (auto allowed = check(old, **record); !allowed)
            return allowed;
    }
    auto hash = hashedPin(fresh);
    if (!hash)
        return hash.error();
    return storePin(m_file, {*hash, 0, {}});
}

Result<void> PinFile::verify(std::string_view pin)
{
    const std::scoped_lock lock(m_mutex);
    const auto record = loadPin(m_file);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorCode::NotFound, "no PIN is set"};
    return check(pin, **record);
}

} // namespace menshen
