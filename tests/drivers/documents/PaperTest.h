// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Subprocess.h"
#include "tests/support/TestFolder.h"

#include <QGuiApplication>
#include <gmock/gmock.h>

#include <memory>

namespace menshen::test {

/// A PDF in a folder of its own, and what a reader finds in it.
class PaperTest : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
        static int count = 1;
        static char name[] = "documents_test";
        static char *arguments[] = {name, nullptr};
        s_gui = std::make_unique<QGuiApplication>(count, arguments);
    }
    static void TearDownTestSuite() { s_gui.reset(); }

    std::string textOfFile()
    {
        const auto ended = Subprocess({"/usr/bin/pdftotext", "-layout", file, "-"}).wait();
        EXPECT_EQ(ended.code, 0) << ended.err;
        // Han characters that look like radicals come out as these; search functions normalise, and so do we.
        return QString::fromStdString(ended.out).normalized(QString::NormalizationForm_KC).toStdString();
    }

    const TestFolder folder;
    const std::string file = (folder / "paper.pdf").string();
    static inline std::unique_ptr<QGuiApplication> s_gui;
};

} // namespace menshen::test
