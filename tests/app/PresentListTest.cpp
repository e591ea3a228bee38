// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/app/PresentList.h"
#include "tests/db/LedgerFixture.h"

#include <gmock/gmock.h>

namespace menshen {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Keeps what was written, in words.
class Rows final : public TableWriter {
public:
    Result<void> sheet(const std::string &, const std::vector<std::string> &) override { return {}; }
    Result<void> row(const std::vector<Cell> &cells) override
    {
        for (const Cell &cell : cells)
            text += std::string(cell.text) + '|';
        text += '\n';
        return {};
    }
    Result<void> commit() override
    {
        committed = true;
        return {};
    }
    std::string text;
    bool committed = false;
};

class PersonsPresent : public testing::Test {
protected:
    EntrySeq come(Micros time, const std::string &name, Outcome outcome = Outcome::Admitted)
    {
        auto visit = visitOf(name, outcome);
        const auto receipt = appended(*m_ledger, draftOf(visit, kMorning + time));
        EXPECT_TRUE(receipt);
        return receipt ? receipt->seq : EntrySeq{};
    }
    std::unique_ptr<SqliteLedgerReader> reader()
    {
        auto found = SqliteLedgerReader::open(m_folder / "ledger.db", keysOf(m_folder / "ledger.db"));
        EXPECT_TRUE(found);
        return found ? std::move(*found) : nullptr;
    }
    std::vector<std::string> names(const PresentList &window, EntrySeq without = {})
    {
        const auto ledger = reader();
        const auto present = personsPresent(*ledger, window, UtcOffset{}, without);
        EXPECT_TRUE(present);
        std::vector<std::string> found;
        for (const VisitRow &row : *present)
            found.push_back(row.identity.name);
        return found;
    }

    TempFolder m_folder;
    std::unique_ptr<SqliteLedger> m_ledger = opened(m_folder / "ledger.db");
};

TEST_F(PersonsPresent, AreThoseWhoCameInWithinTheWindowButNotTheCaseNorTheRefused)
{
    come(0s, "early");
    come(30min, "first");
    come(40min, "refused", Outcome::Refused);
    come(45min, "left", Outcome::Left);
    const EntrySeq ill = come(50min, "ill");
    come(60min, "last");
    come(61min, "late");
    EXPECT_THAT(names({kMorning + 30min, kMorning + 60min, 0}, ill), ElementsAre("first", "left", "last"));
    EXPECT_THAT(names({kMorning - 2h, kMorning - 1h, 0}), ElementsAre());
}

TEST_F(PersonsPresent, AreAllReadHoweverManyTheyAre)
{
    for (int i = 0; i < 1100; ++i)
        m_ledger->append(draftOf(visitOf("one"), kMorning + Micros{i}), [](const Result<Receipt> &) {});
    come(1min, "the last");
    EXPECT_EQ(names({kMorning, kMorning + 1h, 0}).size(), 1101U);
}

TEST_F(PersonsPresent, AreWrittenMaskedUnlessAnOfficerGaveHisReason)
{
    come(0s, "王小明");
    const auto ledger = reader();
    const auto present = personsPresent(*ledger, {kMorning, kMorning + 1h, 0}, UtcOffset{}, {});
    ASSERT_TRUE(present);
    const auto &identity = present->front().identity;
    ASSERT_FALSE(identity.document.empty());
    Rows masked, whole;
    ASSERT_TRUE(exportPresent(*present, masked, Language::English, UtcOffset{}, false));
    EXPECT_THAT(masked.text, Not(HasSubstr(identity.document)));
    EXPECT_THAT(masked.text, HasSubstr(maskedDocument(identity.document, Audience::Office)));
    EXPECT_TRUE(masked.committed);
    ASSERT_TRUE(exportPresent(*present, whole, Language::English, UtcOffset{}, true));
    EXPECT_THAT(whole.text, HasSubstr(identity.document));
}

} // namespace
} // namespace menshen
