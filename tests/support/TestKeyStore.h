// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/StationKey.h"

#include <random>

namespace menshen::test {

/// A station's key that lives in memory: the same one in every test of a station, another for another station.
class TestKeyStore final : public StationKeyStore {
public:
    explicit TestKeyStore(std::uint8_t station = 1)
    {
        StationId id;
        std::array<std::uint8_t, SecretKey::kSize> key{};
        std::mt19937 numbers(station);
        for (auto &byte : id.bytes)
            byte = static_cast<std::uint8_t>(numbers());
        for (auto &byte : key)
            byte = static_cast<std::uint8_t>(numbers());
        m_secret = StationSecret{id, SecretKey(key)};
    }

    [[nodiscard]] Result<StationSecret> load() override
    {
        if (!m_secret)
            return Error{ErrorCode::NotFound, "no key"};
        return *m_secret;
    }
    [[nodiscard]] Result<StationSecret> create() override { return load(); }
    [[nodiscard]] Result<void> replace(const StationSecret &fresh) override
    {
        if (m_full)
            return Error{ErrorCode::DiskFull, "no room for a key"};
        m_secret.emplace(fresh);
        return {};
    }
    [[nodiscard]] std::string description() const override { return "test key"; }

    void lose() { m_secret.reset(); }
    void refuseToReplace() { m_full = true; }

private:
    std::optional<StationSecret> m_secret;
    bool m_full = false;
};

} // namespace menshen::test
