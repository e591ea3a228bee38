// SPDX-License-Identifier: GPL-3.0-or-later
// People mistype. Source: reference identity rules, "People mistype".
#include "db/sqlite/PersonMarks.h"
#include "tests/db/LedgerFixture.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace menshen {
namespace {

constexpr const char *kDocument = "11010519491231002X";
constexpr const char *kPhone = "13800138000";

TEST(DocumentsOneMistakeAway, HoldEveryMistakeAndNotTheDocumentItself)
{
    const auto near = documentsOneMistakeAway(kDocument);
    const auto holds = [&](const char *text) { return std::find(near.begin(), near.end(), text) != near.end(); };
    EXPECT_TRUE(holds("11010519491231003X")) << "one wrong";
    EXPECT_TRUE(holds("1101051949123102X")) << "one missing";
    EXPECT_TRUE(holds("110105194912310022X")) << "one too many";
    EXPECT_TRUE(holds("11010591491231002X")) << "two exchanged";
    EXPECT_FALSE(holds(kDocument));
    EXPECT_FALSE(holds("11010519491231013X")) << "two wrong";
    EXPECT_LT(near.size(), 600U);
    EXPECT_TRUE(documentsOneMistakeAway("").size() < 20U);
}

class PersonSearchTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_ledger = opened(m_path);
        add("王小明", kDocument, kPhone);
        add("李红", "440524188001010014", "13900139000");
        add("王小明", kDocument, "+86 138-0013-8000");
        auto reader = openReader(m_path);
        ASSERT_TRUE(reader);
        m_reader = std::move(*reader);
    }

    void add(const std::string &name, const std::string &document, const std::string &phone)
    {
        auto visit = visitOf(name);
        visit.identity.document = document;
        visit.identity.phone = phone;
        ASSERT_TRUE(appended(*m_ledger, draftOf(visit)));
    }

    std::vector<PersonMatch> matches(const PersonQuery &query, int limit = 100)
    {
        const auto found = m_reader->person(query, limit);
        EXPECT_TRUE(found);
        std::vector<PersonMatch> all;
        for (const auto &visit : *found)
            all.push_back(visit.match);
        return all;
    }

    const TempFolder m_folder;
    const std::string m_path = m_folder / "ledger.db";
    std::unique_ptr<SqliteLedger> m_ledger;
    std::unique_ptr<SqliteLedgerReader> m_reader;
};

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(PersonSearchTest, NobodyIsFoundByNothing)
{
    EXPECT_THAT(matches({}), IsEmpty());
    EXPECT_THAT(matches({"", "", "王小明"}), IsEmpty()) << "a name alone is no index; the table's search looks for it";
    EXPECT_THAT(matches({"810000199408230021", "", ""}), IsEmpty());
}

TEST_F(PersonSearchTest, TheSameDocumentIsCertainHoweverItIsTyped)
{
    EXPECT_THAT(matches({kDocument, "", ""}), ElementsAre(PersonMatch::Certain, PersonMatch::Certain));
    EXPECT_THAT(matches({"1101 0519 4912 3100 2x", "", ""}), ElementsAre(PersonMatch::Certain, PersonMatch::Certain));
}

TEST_F(PersonSearchTest, AMistypedDocumentIsPossibleAndWithPhoneOrNameLikely)
{
    for (const char *mistyped : {"11010519491231003X", "1101051949123102X", "110105194912310022X", "11010591491231002X"}) {
        EXPECT_THAT(matches({mistyped, "", ""}), ElementsAre(PersonMatch::Possible, PersonMatch::Possible)) << mistyped;
        EXPECT_THAT(matches({mistyped, kPhone, ""}), ElementsAre(PersonMatch::Likely, PersonMatch::Likely)) << mistyped;
        EXPECT_THAT(matches({mistyped, "", "王小明"}), ElementsAre(PersonMatch::Likely, PersonMatch::Likely)) << mistyped;
        EXPECT_THAT(matches({mistyped, "", "王大明"}), ElementsAre(PersonMatch::Possible, PersonMatch::Possible)) << mistyped;
    }
}

TEST_F(PersonSearchTest, ThePhoneAloneIsPossibleAndOneNumberHoweverItIsWritten)
{
    EXPECT_THAT(matches({"", kPhone, ""}), ElementsAre(PersonMatch::Possible, PersonMatch::Possible));
    EXPECT_THAT(matches({"", "+8613800138000", ""}), ElementsAre(PersonMatch::Possible, PersonMatch::Possible));
}

TEST_F(PersonSearchTest, SurestFirstThenNewest)
{
    add("王小明", "11010519491231003X", kPhone);
    const auto found = m_reader->person({kDocument, kPhone, ""}, 100);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 3U);
    EXPECT_GT(found->at(0).visit.seq, found->at(1).visit.seq);
    EXPECT_EQ(found->at(2).match, PersonMatch::Likely);
    EXPECT_THAT(matches({kDocument, kPhone, ""}, 2), ElementsAre(PersonMatch::Certain, PersonMatch::Certain));
}

TEST_F(PersonSearchTest, TheTablesSearchFindsAMistypedDocumentToo)
{
    VisitFilter filter;
    filter.text = "11010519491231003X";
    EXPECT_EQ(*m_reader->countVisits(filter), 2);
    filter.text = kPhone;
    EXPECT_EQ(*m_reader->countVisits(filter), 2);
    filter.text = "1949123"; // a fragment that looks like a number
    EXPECT_EQ(*m_reader->countVisits(filter), 2);
}

} // namespace
} // namespace menshen
