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
    /// One for all tests of the program: Qt makes no second one.
    static void SetUpTestSuite()
    {
        ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
        static int count = 1;
        static char name[] = "documents_test";
        static char *arguments[] = {name, nullptr};
        static const QGuiApplication gui(count, arguments);
    }

    std::string textOfFile()
    {
        const auto ended = Subprocess({"/usr/bin/pdftotext", "-layout", file, "-"}).wait();
        EXPECT_EQ(ended.code, 0) << ended.err;
        // Han characters that look like radicals come out as these; search functions normalise, and so do we.
        return QString::fromStdString(ended.out).normalized(QString::NormalizationForm_KC).toStdString();
    }

    const TestFolder folder;
    const std::string file = (folder / "paper.pdf").string();
};

} // namespace menshen::test
