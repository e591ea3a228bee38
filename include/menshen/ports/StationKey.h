// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Chain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>

namespace menshen {

/// 32 secret bytes, wiped when they go.
class SecretKey {
public:
    static constexpr std::size_t kSize = 32;

    SecretKey() = default;
    explicit SecretKey(std::span<const std::uint8_t, kSize> bytes) { std::copy(bytes.begin(), bytes.end(), m_bytes.begin()); }
    SecretKey(const SecretKey &) = default;
    SecretKey &operator=(const SecretKey &) = default;
    ~SecretKey() { wipe(m_bytes.data(), m_bytes.size()); }

    [[nodiscard]] std::span<const std::uint8_t, kSize> bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::uint8_t *data() noexcept { return m_bytes.data(); }

    /// Overwrites in a way that the compiler keeps.
    static void wipe(void *memory, std::size_t size) noexcept
    {
        for (volatile auto *byte = static_cast<volatile unsigned char *>(memory); size > 0; --size)
            *byte++ = 0;
    }

private:
    std::array<std::uint8_t, kSize> m_bytes{};
};

/// Typed by a person; wiped when it goes.
class Passphrase {
public:
    explicit Passphrase(std::string text) : m_text(std::move(text)) {}
    Passphrase(const Passphrase &) = default;
    Passphrase(Passphrase &&other) noexcept : m_text(other.m_text) { SecretKey::wipe(other.m_text.data(), other.m_text.size()); }
    Passphrase &operator=(Passphrase other) noexcept
    {
        m_text.swap(other.m_text); // the old one is wiped with `other`
        return *this;
    }
    ~Passphrase() { SecretKey::wipe(m_text.data(), m_text.size()); }

    [[nodiscard]] const std::string &text() const noexcept { return m_text; }

private:
    std::string m_text;
};

/// Which of the ways a station is set up for.
struct KeySource {
    enum class Kind : std::uint8_t {
        File,       ///< `name` is its path; readable by its owner only
        Credential, ///< `name` of a systemd credential (LoadCredentialEncrypted=)
        Passphrase  ///< read from standard input when the program starts
    };
    Kind kind = Kind::File;
    std::string name;
};

/// What opens a station's ledger.
struct StationSecret {
    std::optional<StationId> station; ///< whose key it is; a passphrase does not say
    std::variant<SecretKey, Passphrase> secret;
};

/// Where a station's secret comes from: a file of its own (0600), a systemd credential, or a person who types it.
class StationKeyStore {
public:
    virtual ~StationKeyStore() = default;

    /// NotFound when there is none; Denied when others may read the file; Storage when it is damaged.
    [[nodiscard]] virtual Result<StationSecret> load() = 0;
    /// Makes the secret of a new station (a file), or loads the one that an administrator has put there. Never replaces.
    [[nodiscard]] virtual Result<StationSecret> create() = 0;
    /// Puts `fresh` in place of the old one, whole or not at all; for a rotation. BadInput where a person must do it.
    [[nodiscard]] virtual Result<void> replace(const StationSecret &fresh) = 0;
    /// For messages: "key file /var/lib/menshen/station.key", "systemd credential menshen.key", "passphrase".
    [[nodiscard]] virtual std::string description() const = 0;
};

} // namespace menshen
