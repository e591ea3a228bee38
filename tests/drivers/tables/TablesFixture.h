// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Tables.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace menshen {

/// A folder of its own that goes with the test.
class TablesFixture : public testing::Test {
protected:
    TablesFixture()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "menshen-tables-XXXXXX").string();
        m_folder = ::mkdtemp(pattern.data());
    }
    ~TablesFixture() override
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    [[nodiscard]] std::string path(const std::string &name) const { return (m_folder / name).string(); }
    [[nodiscard]] bool folderIsEmpty() const { return std::filesystem::is_empty(m_folder); }

    [[nodiscard]] static std::string contents(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        EXPECT_TRUE(file) << path;
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static TableWriter::Cell text(std::string value) { return {std::move(value), std::nullopt}; }
    static TableWriter::Cell number(double value) { return {{}, value}; }

    std::filesystem::path m_folder;
};

} // namespace menshen
