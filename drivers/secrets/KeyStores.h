// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/StationKey.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace menshen {

// The ways to a station's secret. None is thread-safe.

/// A file that its owner alone may read (0600); a symbolic link to one will do. See KeyText.h for what it holds.
class KeyFile final : public StationKeyStore {
public:
    explicit KeyFile(std::filesystem::path file) : m_file(std::move(file)) {}

    [[nodiscard]] Result<StationSecret> load() override;
    /// Makes a random id and key. A file that is there already is loaded, never replaced.
    [[nodiscard]] Result<StationSecret> create() override;
    /// BadInput unless `fresh` is a key that says whose it is.
    [[nodiscard]] Result<void> replace(const StationSecret &fresh) override;
    [[nodiscard]] std::string description() const override { return "key file " + m_file.string(); }

private:
    std::filesystem::path m_file;
};

/// A file in the folder that systemd hands to the service; the same text as a key file. Its rights are systemd's affair.
class KeyCredential final : public StationKeyStore {
public:
    /// `folder`: $CREDENTIALS_DIRECTORY; absent when the program was not started with credentials.
    KeyCredential(std::optional<std::filesystem::path> folder, std::string name) : m_folder(std::move(folder)), m_name(std::move(name)) {}

    [[nodiscard]] Result<StationSecret> load() override;
    [[nodiscard]] Result<StationSecret> create() override { return load(); }
    [[nodiscard]] Result<void> replace(const StationSecret &fresh) override;
    [[nodiscard]] std::string description() const override { return "systemd credential " + m_name; }

private:
    std::optional<std::filesystem::path> m_folder;
    std::string m_name;
};

/// Typed by a person, or the first line of what is piped in. Asked for at most once, then remembered.
class KeyPassphrase final : public StationKeyStore {
public:
    /// `fd` stays the caller's; a terminal is prompted and does not echo.
    explicit KeyPassphrase(int fd) : m_fd(fd) {}

    /// NotFound for an empty line or none at all; Cancelled for Ctrl-C.
    [[nodiscard]] Result<StationSecret> load() override;
    /// Asks a second time on a terminal: nobody sees what he types. BadInput when the two differ. Whether the passphrase is
    /// good enough is for whoever makes a ledger's slot of it to say.
    [[nodiscard]] Result<StationSecret> create() override;
    /// Only remembers a new passphrase: it is kept by the person who made it up. BadInput for a key.
    [[nodiscard]] Result<void> replace(const StationSecret &fresh) override;
    [[nodiscard]] std::string description() const override { return "passphrase"; }

private:
    int m_fd;
    std::optional<Passphrase> m_remembered;
};

/// For a rotation whose new secret a person has to put in place: reads where the station does and writes the new secret to a
/// key file of its own, which must not be there yet.
class KeyHandover final : public StationKeyStore {
public:
    KeyHandover(std::unique_ptr<StationKeyStore> current, std::filesystem::path out) : m_current(std::move(current)), m_out(std::move(out))
    {
    }

    [[nodiscard]] Result<StationSecret> load() override { return m_current->load(); }
    [[nodiscard]] Result<StationSecret> create() override { return m_current->create(); }
    [[nodiscard]] Result<void> replace(const StationSecret &fresh) override;
    [[nodiscard]] std::string description() const override { return m_current->description() + ", new key to " + m_out.string(); }

private:
    std::unique_ptr<StationKeyStore> m_current;
    std::filesystem::path m_out;
};

/// The store that a station is set up for. Reads the environment: call it before there are threads.
[[nodiscard]] std::unique_ptr<StationKeyStore> makeKeyStore(const KeySource &source);

/// One line typed or piped in, without its end; for a passphrase that opens no station, too. See KeyPassphrase for the errors.
/// `twice`: on a terminal it is asked for again, and BadInput says that they differ.
[[nodiscard]] Result<Passphrase> askedPassphrase(int fd, bool twice);

} // namespace menshen
