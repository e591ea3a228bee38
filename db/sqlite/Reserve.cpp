// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Reserve.h"

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace menshen {

namespace fs = std::filesystem;

Reserve::Reserve(std::string path, std::int64_t bytes) : m_path(std::move(path)), m_bytes(bytes)
{
    std::error_code problem;
    const auto size = fs::file_size(m_path, problem);
    m_there = m_bytes == 0 || (!problem && size == static_cast<std::uintmax_t>(m_bytes));
}

bool Reserve::ensure()
{
    if (!m_there)
        m_there = make();
    return m_there;
}

bool Reserve::make() const
{
    std::error_code problem;
    const auto room = fs::space(fs::absolute(m_path).parent_path(), problem);
    if (problem || room.available < static_cast<std::uintmax_t>(2 * m_bytes))
        return false;
    const int descriptor = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return false;
    const bool allocated = ::posix_fallocate(descriptor, 0, m_bytes) == 0 && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!allocated)
        fs::remove(m_path, problem);
    return allocated;
}

bool Reserve::giveUp()
{
    if (m_bytes == 0 || !m_there)
        return false;
    std::error_code ignored;
    fs::remove(m_path, ignored);
    m_there = false;
    return true;
}

} // namespace menshen
