// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/registers/RegisterFolder.h"

#include "db/registers/RegisterJson.h"
#include "db/seal/Sealing.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/LedgerFile.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace menshen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "menshen-register-1\n";
constexpr std::string_view kKeyMark = "menshen-register-key-1";
constexpr const char *kSealed = ".sealed";
constexpr const char *kStaged = ".staged";
constexpr std::uintmax_t kLargest = 256U * 1024 * 1024;

SecretKey keyFor(const KeyRing &keys)
{
    SecretKey key;
    crypto_generichash(key.data(), SecretKey::kSize, reinterpret_cast<const unsigned char *>(kKeyMark.data()), kKeyMark.size(),
                       keys.index().bytes().data(), SecretKey::kSize);
    return key;
}

std::string placeName(RegisterKind kind) { return "register " + nameOf(kind); }

EntryHash digestOf(std::string_view bytes)
{
    EntryHash digest;
    crypto_generichash(digest.bytes.data(), digest.bytes.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return digest;
}

Error failure(const fs::path &file, const char *what)
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT || code == EFBIG ? ErrorCode::DiskFull : ErrorCode::Storage,
            file.string() + ": " + what + ": " + std::generic_category().message(code)};
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Whole and durable under `file`, or not there.
Result<void> writeWhole(const fs::path &file, std::string_view bytes)
{
    std::string temporary = file.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC); // mode 0600
    if (descriptor < 0)
        return failure(file, "cannot be written");
    const bool written = writeAll(descriptor, bytes) && ::fsync(descriptor) == 0;
    auto failed = failure(file, "cannot be written");
    if (::close(descriptor) == 0 && written && ::rename(temporary.c_str(), file.c_str()) == 0)
        return syncFolderOf(file.string());
    if (written)
        failed = failure(file, "cannot be written");
    ::unlink(temporary.c_str());
    return failed;
}

Result<std::string> readWhole(const fs::path &file)
{
    std::error_code problem;
    const auto size = fs::file_size(file, problem);
    if (problem)
        return Error{problem == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Storage,
                     file.string() + ": " + problem.message()};
    if (size > kLargest)
        return Error{ErrorCode::Damaged, file.string() + ": is larger than any that this program writes"};
    std::string bytes(size, '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return Error{ErrorCode::Storage, file.string() + ": cannot be read"};
    return bytes;
}

} // namespace

RegisterFolder::RegisterFolder(fs::path folder, std::shared_ptr<const KeyRing> keys) : m_folder(std::move(folder)), m_keys(std::move(keys))
{
}

fs::path RegisterFolder::fileOf(RegisterKind kind, int version, const char *suffix) const
{
    return m_folder / (nameOf(kind) + '-' + std::to_string(version) + suffix);
}

Result<std::vector<int>> RegisterFolder::numbers(RegisterKind kind, std::string_view suffix) const
{
    std::vector<int> found;
    std::error_code problem;
    if (!fs::exists(m_folder, problem))
        return problem ? Result<std::vector<int>>(Error{ErrorCode::Storage, m_folder.string() + ": " + problem.message()}) : found;
    const std::string prefix = nameOf(kind) + '-';
    for (fs::directory_iterator entry(m_folder, problem), end; !problem && entry != end; entry.increment(problem)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(prefix) || !name.ends_with(suffix) || name.size() < prefix.size() + suffix.size())
            continue;
        const auto *last = name.data() + (name.size() - suffix.size());
        int number = 0;
        const auto read = std::from_chars(name.data() + prefix.size(), last, number);
        if (read.ec == std::errc() && read.ptr == last && number > 0)
            found.push_back(number);
    }
    if (problem)
        return Error{ErrorCode::Storage, m_folder.string() + ": " + problem.message()};
    std::ranges::sort(found, std::greater());
    return found;
}

Result<StoredRegister> RegisterFolder::opened(RegisterKind kind, int version, const char *suffix) const
{
    const auto file = fileOf(kind, version, suffix);
    const auto bytes = readWhole(file);
    if (!bytes)
        return bytes.error();
    if (!bytes->starts_with(kMagic))
        return Error{ErrorCode::Damaged, file.string() + ": is no register, or was cut"};
    const std::string place = placeName(kind);
    auto plain = unsealed(std::string_view(*bytes).substr(kMagic.size()), keyFor(*m_keys), {m_keys->station(), {}, version, place});
    if (!plain)
        return Error{ErrorCode::WrongKey,
                     file.string() +
                         ": does not open: it was changed, or sealed with another ledger's key. It is left as it is; put back a "
                         "copy of it, or take the version before"};
    auto read = registerFrom(kind, *plain);
    sodium_memzero(plain->data(), plain->size());
    if (!read)
        return Error{read.error().code, file.string() + ": " + read.error().detail};
    StoredRegister stored{{version, read->at, linesOf(read->content), digestOf(*bytes)}, std::move(read->content)};
    return stored;
}

Result<std::optional<StoredRegister>> RegisterFolder::newest(RegisterKind kind) const
{
    const std::lock_guard guard(m_mutex);
    const auto known = numbers(kind, kSealed);
    if (!known)
        return known.error();
    if (known->empty())
        return std::optional<StoredRegister>();
    auto stored = opened(kind, known->front(), kSealed);
    return stored ? Result<std::optional<StoredRegister>>(std::move(*stored)) : stored.error();
}

Result<StoredRegister> RegisterFolder::version(RegisterKind kind, int version) const
{
    const std::lock_guard guard(m_mutex);
    return opened(kind, version, kSealed);
}

Result<std::vector<int>> RegisterFolder::versions(RegisterKind kind) const
{
    const std::lock_guard guard(m_mutex);
    return numbers(kind, kSealed);
}

Result<RegisterVersion> RegisterFolder::stage(const RegisterContent &content, WallTime at)
{
    const std::lock_guard guard(m_mutex);
    std::error_code problem;
    fs::create_directories(m_folder, problem);
    if (problem)
        return Error{ErrorCode::Storage, m_folder.string() + ": cannot be made: " + problem.message()};
    fs::permissions(m_folder, fs::perms::owner_all, problem);
    const auto kind = kindOf(content);
    const auto known = numbers(kind, kSealed);
    const auto before = numbers(kind, kStaged);
    if (!known || !before)
        return known ? before.error() : known.error();
    // A number is used once, also one whose staged file is about to go: the ledger may know it.
    int version = known->empty() ? 1 : known->front() + 1;
    if (!before->empty())
        version = std::max(version, before->front() + 1);
    std::string plain = registerText(content, at);
    const std::string place = placeName(kind);
    const std::string bytes = std::string(kMagic) + sealed(plain, keyFor(*m_keys), {m_keys->station(), {}, version, place});
    sodium_memzero(plain.data(), plain.size());
    if (auto written = writeWhole(fileOf(kind, version, kStaged), bytes); !written)
        return written.error();
    for (const int old : *before)
        ::unlink(fileOf(kind, old, kStaged).c_str());
    return RegisterVersion{version, at, linesOf(content), digestOf(bytes)};
}

Result<std::optional<StoredRegister>> RegisterFolder::staged(RegisterKind kind) const
{
    const std::lock_guard guard(m_mutex);
    const auto known = numbers(kind, kStaged);
    if (!known)
        return known.error();
    if (known->empty())
        return std::optional<StoredRegister>();
    auto stored = opened(kind, known->front(), kStaged);
    return stored ? Result<std::optional<StoredRegister>>(std::move(*stored)) : stored.error();
}

Result<void> RegisterFolder::take(RegisterKind kind)
{
    const std::lock_guard guard(m_mutex);
    const auto known = numbers(kind, kStaged);
    if (!known)
        return known.error();
    if (known->empty())
        return Error{ErrorCode::NotFound, "nothing is staged"};
    const auto file = fileOf(kind, known->front(), kSealed);
    if (::rename(fileOf(kind, known->front(), kStaged).c_str(), file.c_str()) != 0)
        return failure(file, "cannot be put in place");
    if (auto synced = syncFolderOf(file.string()); !synced)
        return synced;
    if (const auto all = numbers(kind, kSealed); all && all->size() > kKept)
        for (auto old = all->begin() + kKept; old != all->end(); ++old)
            ::unlink(fileOf(kind, *old, kSealed).c_str());
    return {};
}

Result<void> RegisterFolder::drop(RegisterKind kind)
{
    const std::lock_guard guard(m_mutex);
    const auto known = numbers(kind, kStaged);
    if (!known)
        return known.error();
    for (const int version : *known)
        if (::unlink(fileOf(kind, version, kStaged).c_str()) != 0)
            return failure(fileOf(kind, version, kStaged), "cannot be removed");
    return {};
}

} // namespace menshen
