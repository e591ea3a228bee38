// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/PersonPins.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace menshen::test {

/// Personal PINs on real Argon2id, cheap enough for tests, in memory; a person is shut out after ten wrong ones in a row.
class SmallPins final : public PersonPins {
public:
    void give(PinHolder holder, std::string_view pin)
    {
        std::array<char, crypto_pwhash_STRBYTES> hash{};
        if (sodium_init() < 0 ||
            crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN) != 0) {
            throw std::runtime_error("no hash");
        }
        holder.pin = std::hash<std::string>{}(hash.data());
        const std::scoped_lock lock(m_mutex);
        m_people.push_back({std::move(holder), hash.data(), 0});
    }

    /// Takes somebody's PIN away; give() gives another.
    void take(const std::string &id)
    {
        const std::scoped_lock lock(m_mutex);
        std::erase_if(m_people, [&](const Person &each) { return each.holder.id == id; });
    }

    [[nodiscard]] Result<std::vector<PinHolder>> holders() const override
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<PinHolder> all;
        for (const Person &person : m_people) {
            all.push_back(person.holder);
        }
        return all;
    }

    [[nodiscard]] Result<PinHolder> verify(std::string_view id, std::string_view pin) override
    {
        const std::scoped_lock lock(m_mutex);
        ++m_checked;
        const auto person = std::find_if(m_people.begin(), m_people.end(), [&](const Person &each) { return each.holder.id == id; });
        const bool known = person != m_people.end();
        const bool right =
            crypto_pwhash_str_verify(known ? person->hash.c_str() : m_people.front().hash.c_str(), pin.data(), pin.size()) == 0;
        if (!known || !right || person->wrong >= 10) {
            if (known) {
                ++person->wrong;
            }
            return Error{ErrorCode::Denied, "wrong PIN"};
        }
        person->wrong = 0;
        return person->holder;
    }

    [[nodiscard]] int checked() const { return m_checked; }

private:
    struct Person {
        PinHolder holder;
        std::string hash;
        int wrong = 0;
    };
    mutable std::mutex m_mutex;
    std::vector<Person> m_people;
    std::atomic<int> m_checked{0};
};

} // namespace menshen::test
