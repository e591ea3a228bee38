// SPDX-License-Identifier: GPL-3.0-or-later
// Whole documents and phones: only with PIN, reason and receipt, and not for long.
#include "tests/ui/OfficeTest.h"

#include <filesystem>
#include <fstream>

namespace menshen::test {

namespace {

const QString kWholeDocument = QStringLiteral("11010519491231002X");
const QString kWholePhone = QStringLiteral("13800138000");

class Disclosure : public OfficeTest {
protected:
    void askWhole()
    {
        openVisit();
        ASSERT_TRUE(m_stage->click("wholeButton"));
    }
    [[nodiscard]] std::vector<std::filesystem::path> exportedFiles() const
    {
        const auto folder = m_stage->folder() / "export";
        std::vector<std::filesystem::path> files;
        if (std::filesystem::exists(folder)) {
            for (const auto &entry : std::filesystem::directory_iterator(folder)) {
                files.push_back(entry.path());
            }
        }
        return files;
    }
    void askExport()
    {
        ASSERT_TRUE(comes("ledgerRow0"));
        ASSERT_TRUE(m_stage->click("exportButton"));
        ASSERT_TRUE(m_stage->click("exportWhole"));
        ASSERT_TRUE(m_stage->click("exportCsv"));
    }
};

} // namespace

TEST_F(Disclosure, AWrongPinShowsNothingAndIsRecorded)
{
    Stage &stage = start();
    askWhole();
    giveReason("asked by the CDC");
    givePin("135790");
    ASSERT_TRUE(says("disclosureProblem", "Wrong PIN."));
    EXPECT_EQ(recorded().back(), StationAction::OfficeDenied);
    EXPECT_TRUE(appended<DisclosureEntry>().empty());
    ASSERT_TRUE(stage.click("disclosureCancel"));
    EXPECT_FALSE(shows(kWholeDocument));
}

TEST_F(Disclosure, AReasonOfThreeCharactersIsNotEnough)
{
    Stage &stage = start();
    askWhole();
    giveReason("ok ");
    EXPECT_FALSE(stage.enabled("disclosureNext"));
    stage.type(" 12");
    EXPECT_TRUE(stage.enabled("disclosureNext"));
}

TEST_F(Disclosure, NothingIsShownWhenTheLedgerCannotRecordIt)
{
    start({.ledgerSays = [](const Entry &) { return Error{ErrorCode::DiskFull, ""}; }});
    askWhole();
    giveReason("asked by the CDC");
    givePin(kPin);
    ASSERT_TRUE(says("disclosureProblem", "Not recorded, so nothing is shown or written: disk full"));
    EXPECT_FALSE(shows(kWholeDocument));
    EXPECT_FALSE(shows(kWholePhone));
}

TEST_F(Disclosure, NothingIsShownUntilTheReceiptCameAndOneCanGoBackMeanwhile)
{
    Stage &stage = start({.ledgerSilent = true});
    askWhole();
    giveReason("asked by the CDC");
    givePin(kPin);
    ASSERT_TRUE(Stage::eventually([&] { return appended<DisclosureEntry>().size() == 1; }));
    ASSERT_TRUE(says("disclosureBusy", "Recording who looks and why…"));
    EXPECT_FALSE(shows(kWholeDocument));
    ASSERT_TRUE(stage.click("disclosureCancel"));
    // The receipt comes late: nobody waits for it any more.
    stage.posted<AppendEntry>().front().done(Receipt{EntrySeq{500}, {}, {}});
    stage.settle();
    EXPECT_FALSE(shows(kWholeDocument));
}

TEST_F(Disclosure, AfterTheReceiptTheNumbersAreWholeAndTheStorySaysWhoLookedAndWhy)
{
    Stage &stage = start();
    askWhole();
    EXPECT_FALSE(shows(kWholeDocument));
    giveReason("asked by the CDC");
    givePin(kPin);
    ASSERT_TRUE(begins("wholeFor", "Shown whole for another "));
    EXPECT_TRUE(shows(kWholeDocument));
    EXPECT_TRUE(shows(kWholePhone));
    const auto entries = appended<DisclosureEntry>();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].kind, DisclosureKind::Unmasked);
    EXPECT_EQ(entries[0].visit, EntrySeq{130});
    EXPECT_EQ(entries[0].reason, "asked by the CDC");
    ASSERT_TRUE(says("storyTitle1", "Document and phone shown whole"));
    EXPECT_EQ(stage.text("storyReason1"), "\"asked by the CDC\"");
    ASSERT_TRUE(stage.click("wholeButton"));
    EXPECT_FALSE(shows(kWholeDocument));
}

TEST_F(Disclosure, TheNumbersAreMaskedAgainByThemselves)
{
    start({.showWhole = 400ms});
    askWhole();
    giveReason("asked by the CDC");
    givePin(kPin);
    ASSERT_TRUE(Stage::eventually([&] { return shows(kWholeDocument); }));
    ASSERT_TRUE(Stage::eventually([&] { return !shows(kWholeDocument); }));
    EXPECT_FALSE(shows(kWholePhone));
    EXPECT_TRUE(comes("wholeButton"));
}

TEST_F(Disclosure, LeavingThePageTheVisitOrTheOfficeMasksThem)
{
    const std::vector<std::vector<QString>> ways{
        {"tabDoor", "tabOffice"}, {"ledgerRow1"}, {"sectionPerson", "sectionVisits"}, {"detailClose", "ledgerRow0"}};
    Stage &stage = start();
    for (const auto &way : ways) {
        askWhole();
        giveReason("asked by the CDC");
        givePin(kPin);
        ASSERT_TRUE(Stage::eventually([&] { return shows(kWholeDocument); }));
        for (const QString &step : way) {
            ASSERT_TRUE(stage.click(step));
        }
        EXPECT_FALSE(shows(kWholeDocument)) << way.front().toStdString();
        EXPECT_FALSE(shows(kWholePhone)) << way.front().toStdString();
        if (stage.item("detailClose")) {
            ASSERT_TRUE(stage.click("detailClose"));
        }
    }
}

TEST_F(Disclosure, AnExportOfWholeNumbersWritesNoFileWithoutAReceipt)
{
    Stage &stage = start({.ledgerSays = [](const Entry &) { return Error{ErrorCode::Storage, ""}; }});
    askExport();
    giveReason("monthly report to the CDC");
    givePin(kPin);
    ASSERT_TRUE(says("disclosureProblem", "Not recorded, so nothing is shown or written: file error"));
    ASSERT_TRUE(stage.click("disclosureCancel"));
    EXPECT_TRUE(exportedFiles().empty());
}

TEST_F(Disclosure, AnExportOfWholeNumbersIsRecordedWithItsDaysBeforeItIsWritten)
{
    Stage &stage = start();
    askExport();
    EXPECT_TRUE(exportedFiles().empty());
    giveReason("monthly report to the CDC");
    givePin(kPin);
    ASSERT_TRUE(comes("exportPath"));
    const auto entries = appended<DisclosureEntry>();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].kind, DisclosureKind::ExportedInClear);
    EXPECT_EQ(entries[0].from, kToday);
    EXPECT_EQ(entries[0].to, kToday);
    EXPECT_TRUE(stage.text("exportPath").endsWith("-whole.csv"));
    std::ifstream file(stage.text("exportPath").toStdString());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_NE(text.find(kWholeDocument.toStdString()), std::string::npos);
    EXPECT_NE(text.find(kWholePhone.toStdString()), std::string::npos);
}

TEST_F(Disclosure, TheSwitchOfTheExportIsOffAgainTheNextTime)
{
    Stage &stage = start();
    ASSERT_TRUE(comes("ledgerRow0"));
    ASSERT_TRUE(stage.click("exportButton"));
    ASSERT_TRUE(stage.click("exportWhole"));
    ASSERT_TRUE(stage.click("exportClose"));
    ASSERT_TRUE(stage.click("exportButton"));
    ASSERT_TRUE(stage.click("exportCsv"));
    ASSERT_TRUE(comes("exportPath"));
    EXPECT_TRUE(appended<DisclosureEntry>().empty());
    std::ifstream file(stage.text("exportPath").toStdString());
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(text.find(kWholeDocument.toStdString()), std::string::npos);
}

} // namespace menshen::test
