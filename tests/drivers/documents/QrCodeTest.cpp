// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/documents/QrCode.h"

#include "menshen/core/Chain.h"
#include "tests/support/TestFolder.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/wechat_qrcode.hpp>

#include <algorithm>

namespace menshen {
namespace {

constexpr std::size_t kMostBytes = 2331; ///< version 40, level M

/// What another program's eye reads in the picture.
std::string readFrom(const std::string &png)
{
    const auto texts = cv::wechat_qrcode::WeChatQRCode().detectAndDecode(cv::imread(png));
    return texts.size() == 1 ? texts.front() : std::to_string(texts.size()) + " codes found";
}

TEST(QrCode, NothingAndTooMuchAreBadInput)
{
    for (const auto &text : {std::string(), std::string(kMostBytes + 1, 'a')}) {
        const auto matrix = qrOf(text);
        ASSERT_FALSE(matrix) << text.size();
        EXPECT_EQ(matrix.error().code, ErrorCode::BadInput);
    }
    EXPECT_TRUE(qrOf(std::string(kMostBytes, 'a')));
}

TEST(QrCode, AFileThatCannotBeWrittenIsAStorageError)
{
    const auto written = writeQrPng("/nowhere/at/all.png", "text");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Storage);
}

TEST(QrCode, TheMatrixIsSquareAndHasItsThreeFinders)
{
    const auto matrix = qrOf("menshen");
    ASSERT_TRUE(matrix);
    EXPECT_EQ(matrix->size, 21) << "seven bytes fit the smallest one";
    ASSERT_EQ(matrix->dark.size(), 21U * 21U);
    const auto dark = [&](int x, int y) { return matrix->dark[static_cast<std::size_t>(y * matrix->size + x)]; };
    for (const auto &[left, top] : {std::pair{0, 0}, {14, 0}, {0, 14}})
        for (int i = 0; i < 7; ++i) {
            EXPECT_TRUE(dark(left + i, top) && dark(left, top + i)) << left << ',' << top;
            EXPECT_EQ(dark(left + i, top + 1), i == 0 || i == 6) << left << ',' << top;
        }
}

TEST(QrCode, ASignedHeadIsReadBackByAnotherProgram)
{
    LedgerHead head;
    std::fill(head.hash.bytes.begin(), head.hash.bytes.end(), std::uint8_t{0xA7});
    std::fill(head.signature.bytes.begin(), head.signature.bytes.end(), std::uint8_t{0x3C});
    head.number = 4711;
    head.seq = EntrySeq{1'000'000};
    const test::TestFolder folder;
    const auto png = (folder / "head.png").string();
    const auto written = writeQrPng(png, headText(head));
    ASSERT_TRUE(written) << written.error().detail;
    EXPECT_EQ(readFrom(png), headText(head));
}

} // namespace
} // namespace menshen
