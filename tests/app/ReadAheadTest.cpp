// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/app/ReadAhead.h"

#include <atomic>
#include <gtest/gtest.h>

namespace menshen {
namespace {

struct Row {
    EntrySeq seq;
};
using Pages = ReadAhead<Row>;

/// Pages of one row each: 1, 2, … `last`.
Pages::Read countingTo(std::int64_t last)
{
    return
        [last](EntrySeq after) -> Pages::Page { return after.value < last ? std::vector<Row>{{{after.value + 1}}} : std::vector<Row>{}; };
}

TEST(ReadAhead, AnErrorComesAfterThePagesBeforeIt)
{
    Pages pages([](EntrySeq after) -> Pages::Page {
        if (after.value == 2)
            return Error{ErrorCode::Storage, "broken"};
        return std::vector<Row>{{{after.value + 1}}};
    });
    EXPECT_EQ(pages.next()->back().seq.value, 1);
    EXPECT_EQ(pages.next()->back().seq.value, 2);
    const auto broken = pages.next();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().detail, "broken");
}

TEST(ReadAhead, AnEndlessReaderEndsWithIt)
{
    std::atomic<bool> gone = false;
    std::atomic<int> late = 0;
    {
        Pages pages([&](EntrySeq after) -> Pages::Page {
            late += gone;
            return std::vector<Row>{{{after.value + 1}}};
        });
        EXPECT_TRUE(pages.next());
    }
    gone = true;
    EXPECT_EQ(late, 0);
}

TEST(ReadAhead, IsNeverMoreThanItsPagesAheadOfWhatWasAskedFor)
{
    std::atomic<std::int64_t> taken = 0;
    std::atomic<std::int64_t> farthest = 0;
    Pages pages([&](EntrySeq after) -> Pages::Page {
        const auto ahead = after.value + 1 - taken;
        if (ahead > farthest)
            farthest = ahead;
        return after.value < 5000 ? std::vector<Row>{{{after.value + 1}}} : std::vector<Row>{};
    });
    for (auto page = pages.next(); page && !page->empty(); page = pages.next())
        ++taken;
    EXPECT_EQ(taken, 5000);
    // waiting in line, one that was just taken and is not counted yet, and the one being read
    EXPECT_LE(farthest, static_cast<std::int64_t>(Pages::kPages) + 2);
}

TEST(ReadAhead, PagesComeInOrderAndEndWithAnEmptyOne)
{
    Pages pages(countingTo(1000));
    for (std::int64_t i = 1; i <= 1000; ++i) {
        const auto page = pages.next();
        ASSERT_TRUE(page);
        ASSERT_EQ(page->back().seq.value, i);
    }
    EXPECT_TRUE(pages.next()->empty());
}

} // namespace
} // namespace menshen
