// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/KeyRing.h"
#include "menshen/ports/Registers.h"

#include <filesystem>
#include <memory>
#include <mutex>

namespace menshen {

/// The registers as files of a folder, one a version, readable by their owner only: "roster-12.sealed", and while one is being
/// changed "roster-13.staged". Each is sealed under a key that is derived from the ledger's index key: that one outlives a
/// rotation and a recovery, and copies of the ledger carry it. A file belongs to its station, register and version: none can be put
/// in another's place.
class RegisterFolder final : public Registers {
public:
    static constexpr int kKept = 20; ///< versions; older ones go when a new one is taken

    RegisterFolder(std::filesystem::path folder, std::shared_ptr<const KeyRing> keys);

    [[nodiscard]] Result<std::optional<StoredRegister>> newest(RegisterKind kind) const override;
    [[nodiscard]] Result<StoredRegister> version(RegisterKind kind, int version) const override;
    [[nodiscard]] Result<std::vector<int>> versions(RegisterKind kind) const override;
    [[nodiscard]] Result<RegisterVersion> stage(const RegisterContent &content, WallTime at) override;
    [[nodiscard]] Result<std::optional<StoredRegister>> staged(RegisterKind kind) const override;
    [[nodiscard]] Result<void> take(RegisterKind kind) override;
    [[nodiscard]] Result<void> drop(RegisterKind kind) override;

private:
    [[nodiscard]] std::filesystem::path fileOf(RegisterKind kind, int version, const char *suffix) const;
    [[nodiscard]] Result<std::vector<int>> numbers(RegisterKind kind, std::string_view suffix) const; ///< newest first
    [[nodiscard]] Result<StoredRegister> opened(RegisterKind kind, int version, const char *suffix) const;

    const std::filesystem::path m_folder;
    const std::shared_ptr<const KeyRing> m_keys;
    mutable std::mutex m_mutex;
};

} // namespace menshen
