// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/ZipParts.h"

#include "drivers/tables/StagedFile.h"

#include <cerrno>
#include <minizip/zip.h>
#include <utility>

namespace menshen {
namespace {

/// The usual level 6 makes a workbook 7 % smaller and takes half as long again for a row.
constexpr int kLevel = 4;

} // namespace

ZipParts::~ZipParts()
{
    if (m_zip)
        zipClose(m_zip, nullptr);
}

Result<void> ZipParts::open(const std::string &path)
{
    m_path = path;
    m_zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    return m_zip ? Result<void>() : Result<void>(systemError("writing " + m_path));
}

Result<void> ZipParts::begin(const std::string &name)
{
    errno = 0;
    zip_fileinfo info{};
    info.tmz_date.tm_year = 1980; // when it was made says nothing here; a zip has no earlier year
    info.tmz_date.tm_mday = 1;
    return checked(zipOpenNewFileInZip64(m_zip, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, kLevel, 0));
}

Result<void> ZipParts::write(std::string_view bytes)
{
    errno = 0;
    return checked(zipWriteInFileInZip(m_zip, bytes.data(), static_cast<unsigned>(bytes.size())));
}

Result<void> ZipParts::end()
{
    errno = 0;
    return checked(zipCloseFileInZip(m_zip));
}

Result<void> ZipParts::close()
{
    errno = 0;
    return checked(zipClose(std::exchange(m_zip, nullptr), nullptr)); // frees it, whatever it answers
}

Result<void> ZipParts::checked(int code) const
{
    if (code == ZIP_OK)
        return {};
    auto error = systemError("writing " + m_path);
    error.detail += " (minizip " + std::to_string(code) + ')';
    return error;
}

} // namespace menshen
