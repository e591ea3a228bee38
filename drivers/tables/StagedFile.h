// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <string>

namespace menshen {

/// A file that appears under its name only when it is whole: written under a temporary name beside it, synced, renamed.
/// The destructor removes what was not committed.
class StagedFile {
public:
    /// Makes the temporary file, readable by its owner only. Storage or DiskFull.
    [[nodiscard]] static Result<StagedFile> create(const std::string &target);
    StagedFile(StagedFile &&other) noexcept;
    StagedFile &operator=(StagedFile &&) = delete;
    ~StagedFile();

    [[nodiscard]] const std::string &temporaryPath() const noexcept { return m_temporary; }
    [[nodiscard]] std::string folder() const;

    /// Syncs what was written (and closed) under the temporary name and renames it to the target, replacing a file there.
    [[nodiscard]] Result<void> commit();

private:
    StagedFile(std::string target, std::string temporary);
    std::string m_target;
    std::string m_temporary; ///< empty: committed or moved from
};

/// The Error for `errno`: DiskFull or Storage.
[[nodiscard]] Error systemError(const std::string &what);

} // namespace menshen
