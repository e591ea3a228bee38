// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Tables.h"
#include "tests/support/TestFolder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace menshen {

class TablesFixture : public testing::Test {
protected:
    [[nodiscard]] std::string path(const std::string &name) const { return (m_folder / name).string(); }
    [[nodiscard]] bool folderIsEmpty() const { return std::filesystem::is_empty(m_folder.path()); }

    [[nodiscard]] static std::string contents(const std::string &path)
    {
        std::ifstream file(path, std::ios::binary);
        EXPECT_TRUE(file) << path;
        return {std::istreambuf_iterator<char>(file), {}};
    }

    static TableWriter::Cell text(std::string_view value) { return {value, std::nullopt}; }
    static TableWriter::Cell number(double value) { return {{}, value}; }

    const test::TestFolder m_folder;
};

} // namespace menshen
