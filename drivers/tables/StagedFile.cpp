// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/StagedFile.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace menshen {
namespace {

Result<void> synced(const std::string &path, int flags)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    if (descriptor < 0)
        return systemError("opening " + path);
    const bool done = ::fsync(descriptor) == 0;
    const auto error = systemError("syncing " + path);
    ::close(descriptor);
    return done ? Result<void>() : Result<void>(error);
}

} // namespace

Error systemError(const std::string &what)
{
    const int problem = errno;
    return {problem == ENOSPC || problem == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Storage,
            what + ": " + std::generic_category().message(problem)};
}

Result<StagedFile> StagedFile::create(const std::string &target)
{
    std::string temporary = target + ".part-XXXXXX";
    const int descriptor = ::mkstemp(temporary.data());
    if (descriptor < 0)
        return systemError("creating a file beside " + target);
    ::close(descriptor);
    return StagedFile(target, std::move(temporary));
}

StagedFile::StagedFile(std::string target, std::string temporary) : m_target(std::move(target)), m_temporary(std::move(temporary)) {}

StagedFile::StagedFile(StagedFile &&other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, std::string()))
{
}

StagedFile::~StagedFile()
{
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

std::string StagedFile::folder() const { return std::filesystem::absolute(m_target).parent_path().string(); }

Result<void> StagedFile::commit()
{
    if (auto written = synced(m_temporary, 0); !written)
        return written;
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return systemError("renaming to " + m_target);
    m_temporary.clear();
    return synced(folder(), O_DIRECTORY);
}

} // namespace menshen
