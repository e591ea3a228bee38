// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/SecretText.h"

#include "drivers/secrets/SmallFile.h"

#include <cstdlib>

namespace menshen {

std::string secretDescription(const KeySource &source)
{
    return (source.kind == KeySource::Kind::Credential ? "systemd credential " : "secret file ") + source.name;
}

Result<Passphrase> secretText(const KeySource &source)
{
    const bool credential = source.kind == KeySource::Kind::Credential;
    const auto where = secretDescription(source);
    std::filesystem::path file = source.name;
    if (credential) {
        const char *folder = ::secure_getenv("CREDENTIALS_DIRECTORY"); // nobody writes to the environment of a running station
        if (folder == nullptr)
            return Error{ErrorCode::NotFound, where + ": not started by systemd with LoadCredentialEncrypted=" + source.name};
        file = std::filesystem::path(folder) / source.name;
    }
    auto content = readSmallFile(file, credential ? Readers::Anybody : Readers::OwnerOnly);
    if (!content)
        return content.error();
    if (!*content)
        return Error{ErrorCode::NotFound, where + ": is not there"};
    auto &text = **content;
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    if (text.empty())
        return Error{ErrorCode::BadInput, where + ": is empty"};
    Passphrase secret(text);
    SecretKey::wipe(text.data(), text.size());
    return secret;
}

} // namespace menshen
