// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/KeyStores.h"

#include "drivers/secrets/KeyText.h"
#include "drivers/secrets/SmallFile.h"

#include <cstdlib>
#include <unistd.h>

namespace menshen {

namespace fs = std::filesystem;

namespace {

/// Where a symbolic link leads: the link itself is not to be replaced.
fs::path target(const fs::path &file)
{
    std::error_code error;
    const auto resolved = fs::weakly_canonical(file, error);
    return error ? file : resolved;
}

Result<StationSecret> loadedFrom(const fs::path &file, Readers readers, const std::string &where)
{
    auto content = readSmallFile(file, readers);
    if (!content)
        return content.error();
    if (!*content)
        return Error{ErrorCode::NotFound, where + ": is not there"};
    return secretFromText(std::move(**content), where);
}

/// Calls `write` with the text of `secret`, which is nowhere afterwards.
template <typename Write>
auto written(const StationSecret &secret, Write write)
{
    const Passphrase text(keyText(secret));
    return write(text.text());
}

bool isWholeKey(const StationSecret &secret) { return secret.station && std::holds_alternative<SecretKey>(secret.secret); }

const Error kNoKey{ErrorCode::BadInput, "a key file holds a key and the id of its station, not a passphrase"};

} // namespace

Result<StationSecret> KeyFile::load() { return loadedFrom(m_file, Readers::OwnerOnly, description()); }

Result<StationSecret> KeyFile::create()
{
    auto fresh = randomSecret();
    if (!fresh)
        return fresh;
    const auto made = written(*fresh, [&](const std::string &text) { return createSmallFile(m_file, text); });
    if (!made)
        return made.error();
    return *made ? fresh : load();
}

Result<void> KeyFile::replace(const StationSecret &fresh)
{
    if (!isWholeKey(fresh))
        return kNoKey;
    return written(fresh, [&](const std::string &text) { return replaceSmallFile(target(m_file), text); });
}

Result<StationSecret> KeyCredential::load()
{
    if (!m_folder)
        return Error{ErrorCode::NotFound, description() + ": not started by systemd with LoadCredentialEncrypted=" + m_name};
    return loadedFrom(*m_folder / m_name, Readers::Anybody, description());
}

Result<void> KeyCredential::replace(const StationSecret & /*fresh*/)
{
    return Error{ErrorCode::BadInput, description() +
                                          ": only an administrator can put a new one in place: have it written to a file (--out FILE), "
                                          "encrypt that with systemd-creds encrypt --name=" +
                                          m_name + ", and remove the file"};
}

Result<StationSecret> KeyPassphrase::load()
{
    if (!m_remembered) {
        auto asked = askedPassphrase(m_fd, false);
        if (!asked)
            return asked.error();
        m_remembered.emplace(std::move(*asked));
    }
    return StationSecret{std::nullopt, *m_remembered};
}

Result<StationSecret> KeyPassphrase::create()
{
    if (!m_remembered) {
        auto asked = askedPassphrase(m_fd, true);
        if (!asked)
            return asked.error();
        m_remembered.emplace(std::move(*asked));
    } else if (::isatty(m_fd) != 0) {
        auto again = askedPassphrase(m_fd, false);
        if (!again)
            return again.error();
        if (again->text() != m_remembered->text())
            return Error{ErrorCode::BadInput, "the two passphrases differ"};
    }
    return StationSecret{std::nullopt, *m_remembered};
}

Result<void> KeyPassphrase::replace(const StationSecret &fresh)
{
    const auto *passphrase = std::get_if<Passphrase>(&fresh.secret);
    if (!passphrase)
        return Error{ErrorCode::BadInput, "this station is opened by a passphrase: a key cannot be put in its place"};
    m_remembered.reset();
    m_remembered.emplace(*passphrase);
    return {};
}

Result<void> KeyHandover::replace(const StationSecret &fresh)
{
    if (!isWholeKey(fresh))
        return kNoKey;
    const auto made = written(fresh, [&](const std::string &text) { return createSmallFile(m_out, text); });
    if (!made)
        return made.error();
    if (!*made)
        return Error{ErrorCode::BadInput, m_out.string() + ": is there already, and a key is never written over"};
    return {};
}

std::unique_ptr<StationKeyStore> makeKeyStore(const KeySource &source)
{
    switch (source.kind) {
    case KeySource::Kind::Credential: {
        const char *folder = ::secure_getenv("CREDENTIALS_DIRECTORY");
        return std::make_unique<KeyCredential>(folder ? std::optional<fs::path>(folder) : std::nullopt, source.name);
    }
    case KeySource::Kind::Passphrase:
        return std::make_unique<KeyPassphrase>(STDIN_FILENO);
    case KeySource::Kind::File:
        break;
    }
    return std::make_unique<KeyFile>(source.name);
}

} // namespace menshen
