// SPDX-License-Identifier: GPL-3.0-or-later
// A forger, or a failing disk, that changes the file byte by byte.
#include "tests/db/TamperFixture.h"

#include <fstream>

namespace menshen {
namespace {

/// Changes a copy of the file without SQLite's help.
class RawBytes : public Tampering {
protected:
    static constexpr std::size_t kPage = 4096;

    RawBytes()
    {
        std::ifstream in(path(), std::ios::binary);
        m_bytes.assign(std::istreambuf_iterator<char>(in), {});
        EXPECT_EQ(m_bytes.size() % kPage, 0U);
    }

    [[nodiscard]] std::string written(const std::string &bytes) const { return m_folder.write("copy.db", bytes); }
    /// Of a row's prev, hash and what stands directly before them.
    [[nodiscard]] std::size_t placeOf(std::int64_t seq, const std::string &column)
    {
        SQLite::Statement query(m_ledger.db(), "SELECT " + column + " FROM journal WHERE seq = ?");
        query.bind(1, seq);
        query.executeStep();
        const auto at = m_bytes.find(storedBytes(query, 0));
        EXPECT_NE(at, std::string::npos);
        return at;
    }
    [[nodiscard]] std::size_t pageOf(const std::string &table)
    {
        return static_cast<std::size_t>(m_ledger.number("SELECT rootpage FROM sqlite_master WHERE name = '" + table + "'") - 1) * kPage;
    }
    [[nodiscard]] ChainVerdict verdictOfFlip(std::size_t at, char mask = 0x10)
    {
        auto bytes = m_bytes;
        bytes[at] = static_cast<char>(bytes[at] ^ mask);
        return walked(written(bytes));
    }

    std::string m_bytes;
};

TEST_F(RawBytes, AFlippedByteInAnEntryIsAChangedEntry)
{
    const auto seal = placeOf(17, "sealed");
    expect(verdictOfFlip(seal + 30), ChainFault::Changed, 17);
    expect(verdictOfFlip(seal - 3, 0x01), ChainFault::Changed, 17); // the end of its body
    expect(verdictOfFlip(placeOf(17, "prev || hash") + 40), ChainFault::Changed, 17);
    expect(verdictOfFlip(placeOf(17, "prev || hash") + 5), ChainFault::Changed, 17);
}

TEST_F(RawBytes, AFlippedByteInAHeadIsAChangedHead)
{
    SQLite::Statement query(m_ledger.db(), "SELECT signature FROM heads WHERE number = 3");
    query.executeStep();
    expect(verdictOfFlip(m_bytes.find(storedBytes(query, 0)) + 3), ChainFault::HeadMissing, 0);
}

TEST_F(RawBytes, ABrokenInteriorPageIsUnreadable)
{
    const auto root = pageOf("journal");
    ASSERT_EQ(m_bytes[root], 5) << "an interior page of a table";
    expect(verdictOfFlip(root), ChainFault::Unreadable, 1);
    expect(verdictOfFlip(root + 3), ChainFault::Unreadable, 1); // how many pages it points at
}

TEST_F(RawBytes, ABrokenLeafIsUnreadableFromItsFirstEntryOn)
{
    const auto leaf = placeOf(40, "prev || hash") / kPage * kPage;
    ASSERT_EQ(m_bytes[leaf], 13) << "a leaf of a table";
    const auto found = verdictOfFlip(leaf);
    EXPECT_EQ(found.fault, ChainFault::Unreadable) << found.detail;
    EXPECT_GT(found.at.value, 30);
    EXPECT_LE(found.at.value, 40);
    EXPECT_EQ(found.checked.value, found.at.value - 1);
}

TEST_F(RawBytes, SwappedPagesAreUnreadable)
{
    const auto one = placeOf(20, "prev || hash") / kPage * kPage, other = placeOf(50, "prev || hash") / kPage * kPage;
    ASSERT_NE(one, other);
    auto bytes = m_bytes;
    std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one), bytes.begin() + static_cast<std::ptrdiff_t>(one + kPage),
                     bytes.begin() + static_cast<std::ptrdiff_t>(other));
    const auto found = walked(written(bytes));
    EXPECT_EQ(found.fault, ChainFault::Unreadable) << found.detail;
    EXPECT_LE(found.at.value, 20);
    EXPECT_GT(found.at.value, 1);
}

TEST_F(RawBytes, ATruncatedFileIsNeverSound)
{
    for (std::size_t pages = 0; pages < m_bytes.size() / kPage; ++pages) {
        auto walk = ChainWalk::open(written(m_bytes.substr(0, pages * kPage)), {});
        if (!walk) {
            EXPECT_EQ(walk.error().code, ErrorCode::Damaged) << pages << " pages: " << walk.error().detail;
            continue;
        }
        const auto found = (*walk)->run({}, {});
        ASSERT_TRUE(found) << found.error().detail;
        EXPECT_EQ(found->fault, ChainFault::Unreadable) << pages << " pages: " << found->detail;
    }
}

/// All that a walk looks at.
std::string contentOf(const std::string &path)
{
    const SQLite::Database db(path, SQLite::OPEN_READONLY);
    std::string all;
    for (const char *what : {"station, signing_key FROM ledger", "* FROM epochs", "* FROM day_keys", "* FROM journal", "* FROM heads"})
        for (SQLite::Statement query(db, std::string("SELECT ") + what + " ORDER BY 1"); query.executeStep();)
            for (int i = 0; i < query.getColumnCount(); ++i)
                all += std::string(storedBytes(query, i)) + '|';
    return all;
}

TEST_F(RawBytes, NoFlippedByteAnywhereThatChangesWhatIsReadPassesAsSound)
{
    const auto before = contentOf(path());
    int found = 0;
    for (std::size_t at = 7; at < m_bytes.size(); at += 331) {
        auto bytes = m_bytes;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x41);
        const auto copy = written(bytes);
        ChainWalk::Options options;
        options.keys = m_ledger.ring();
        const auto walk = ChainWalk::open(copy, options);
        const auto verdict = walk ? (*walk)->run({}, {}) : Result<ChainVerdict>(walk.error());
        if (!verdict || !verdict->sound()) {
            ++found;
            continue;
        }
        std::string after;
        EXPECT_NO_THROW(after = contentOf(copy)) << "byte " << at;
        EXPECT_TRUE(after == before) << "byte " << at;
    }
    EXPECT_GT(found, 50);
}

} // namespace
} // namespace menshen
