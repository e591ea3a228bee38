// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/secrets/SmallFile.h"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace menshen {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargest = 4096;

Error failure(const fs::path &file, const char *what)
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::Storage,
            file.string() + ": " + what + ": " + std::generic_category().message(code)};
}

/// A file descriptor and its end.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    explicit operator bool() const noexcept { return m_fd >= 0; }
    [[nodiscard]] int fd() const noexcept { return m_fd; }

private:
    int m_fd;
};

bool writeAll(int fd, std::string_view content)
{
    while (!content.empty()) {
        const auto written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Writes `content` durably to a fresh file beside `file`; the name is in `temporary`, which mkostemp completes.
Result<void> writeBeside(const fs::path &file, std::string &temporary, std::string_view content)
{
    const Descriptor out(::mkostemp(temporary.data(), O_CLOEXEC)); // mode 0600
    if (!out)
        return failure(file, "cannot be written");
    if (!writeAll(out.fd(), content) || ::fsync(out.fd()) != 0) {
        const auto error = failure(file, "cannot be written");
        ::unlink(temporary.c_str());
        return error;
    }
    return {};
}

fs::path folderOf(const fs::path &file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

Result<void> madeFolder(const fs::path &folder)
{
    std::error_code error;
    if (fs::create_directories(folder, error); error)
        return Error{ErrorCode::Storage, folder.string() + ": cannot be made: " + error.message()};
    return {};
}

/// A new name must be durable itself.
Result<void> syncedFolder(const fs::path &folder)
{
    const Descriptor holder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!holder || ::fsync(holder.fd()) != 0)
        return failure(folder, "cannot be synced");
    return {};
}

Result<void> believable(int fd, const fs::path &file, Readers readers)
{
    struct stat status {};
    if (::fstat(fd, &status) != 0)
        return failure(file, "cannot be read");
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::Storage, file.string() + ": is not a file"};
    if (readers == Readers::OwnerOnly && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Error{ErrorCode::Denied, file.string() + ": others than its owner may read or change it; run: chmod 600 " + file.string()};
    return {};
}

} // namespace

Result<std::optional<std::string>> readSmallFile(const fs::path &file, Readers readers)
{
    const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); // a pipe in its place must not hold us up
    if (!in && errno == ENOENT)
        return std::optional<std::string>{};
    if (!in)
        return failure(file, "cannot be read");
    if (auto believed = believable(in.fd(), file, readers); !believed)
        return believed.error();
    std::string content;
    content.reserve(kLargest + 1);
    std::array<char, kLargest + 1> buffer{};
    while (content.size() <= kLargest) {
        const auto count = ::read(in.fd(), buffer.data(), buffer.size() - content.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(file, "cannot be read");
        content.append(buffer.data(), static_cast<std::size_t>(count));
        sodium_memzero(buffer.data(), buffer.size());
        if (count == 0)
            return std::optional(std::move(content));
    }
    return Error{ErrorCode::Storage, file.string() + ": is larger than any that this program writes"};
}

Result<void> replaceSmallFile(const fs::path &file, std::string_view content)
{
    if (auto made = madeFolder(folderOf(file)); !made)
        return made;
    std::string temporary = file.string() + ".XXXXXX";
    if (auto written = writeBeside(file, temporary, content); !written)
        return written;
    if (::rename(temporary.c_str(), file.c_str()) != 0) {
        const auto failed = failure(file, "cannot be replaced");
        ::unlink(temporary.c_str());
        return failed;
    }
    return syncedFolder(folderOf(file));
}

Result<bool> createSmallFile(const fs::path &file, std::string_view content)
{
    if (auto made = madeFolder(folderOf(file)); !made)
        return made.error();
    std::string temporary = file.string() + ".XXXXXX";
    if (auto written = writeBeside(file, temporary, content); !written)
        return written.error();
    const bool linked = ::link(temporary.c_str(), file.c_str()) == 0; // unlike rename() it never replaces
    const bool taken = !linked && errno == EEXIST;
    const auto failed = failure(file, "cannot be made");
    ::unlink(temporary.c_str());
    if (!linked)
        return taken ? Result<bool>(false) : Result<bool>(failed);
    if (auto synced = syncedFolder(folderOf(file)); !synced)
        return synced.error();
    return true;
}

} // namespace menshen
