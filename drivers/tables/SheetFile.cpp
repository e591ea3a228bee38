// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/tables/SheetFile.h"

#include <filesystem>
#include <fstream>

namespace menshen {

Result<Sheet> readSheet(const std::string &path)
{
    std::error_code problem;
    const auto status = std::filesystem::status(path, problem);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error{ErrorCode::NotFound, path + ": not found"};
    if (status.type() != std::filesystem::file_type::regular)
        return Error{ErrorCode::Storage, path + ": is not a file"};
    const auto size = std::filesystem::file_size(path, problem);
    if (problem)
        return Error{ErrorCode::Storage, path + ": " + problem.message()};
    if (size > kMostSheetBytes)
        return Sheet{SheetProblem::TooLarge, 0, {}};
    std::string bytes(size, '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
        return Error{ErrorCode::Storage, path + ": cannot be read"};
    return sheetOf(bytes);
}

Sheet sheetOf(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.empty())
        return {SheetProblem::Empty, 0, {}};
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv))
        return sheetOfWorkbook(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
        return {SheetProblem::OldWorkbook, 0, {}};
    return sheetOfText(bytes);
}

} // namespace menshen
