// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Result.h"

#include <string>
#include <string_view>

namespace menshen {

/// A zip file being written part after part, each compressed as it comes. Storage or DiskFull from everything here.
class ZipParts {
public:
    ZipParts() = default;
    ZipParts(const ZipParts &) = delete;
    ZipParts &operator=(const ZipParts &) = delete;
    ~ZipParts(); ///< closes; whether the file is whole only close() says

    /// Into a file that is there already and is emptied.
    [[nodiscard]] Result<void> open(const std::string &path);
    /// A new part; what is written from now on belongs to it.
    [[nodiscard]] Result<void> begin(const std::string &name);
    [[nodiscard]] Result<void> write(std::string_view bytes);
    [[nodiscard]] Result<void> end();
    [[nodiscard]] Result<void> close();

private:
    [[nodiscard]] Result<void> checked(int code) const;

    std::string m_path;
    void *m_zip = nullptr;
};

} // namespace menshen
