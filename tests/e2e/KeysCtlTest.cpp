// SPDX-License-Identifier: GPL-3.0-or-later
// menshenctl keys …, and exports in clear: what asks a person for a secret.
#include "db/sqlite/JournalReader.h"
#include "drivers/secrets/PinFile.h"
#include "tests/e2e/CtlFixture.h"

namespace menshen::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace fs = std::filesystem;

constexpr auto kRecovery = "correct horse battery";
constexpr auto kPin = "270918";

class CtlKeys : public CtlLedger {
protected:
    [[nodiscard]] Subprocess::Ended setRecovery() { return answering(std::string(kRecovery) + "\n", {"keys", "set-recovery"}); }
};

TEST_F(CtlKeys, AShortRecoveryPassphraseIsRefused)
{
    record({0});
    const auto ended = answering("short\n", {"keys", "set-recovery"});
    EXPECT_EQ(ended.code, 2) << ended.err;
    EXPECT_THAT(run({"keys", "status"}).out, HasSubstr("NO passphrase is set"));
    EXPECT_EQ(answering("", {"keys", "set-recovery"}).code, 2) << "none at all";
}

TEST_F(CtlKeys, AWrongRecoveryPassphraseMakesNoKey)
{
    record({0});
    ASSERT_EQ(setRecovery().code, 0);
    fs::remove(folder / "station.key");
    const auto ended = answering("incorrect horse battery\n", {"keys", "recover"});
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.err, saysInBothLanguages(ErrorCode::WrongKey));
    EXPECT_FALSE(fs::exists(folder / "station.key"));
}

TEST_F(CtlKeys, ALostKeyIsRecoveredAndTheLedgerIsWhole)
{
    record({0});
    const auto set = setRecovery();
    ASSERT_EQ(set.code, 0) << set.err;
    fs::remove(folder / "station.key");
    EXPECT_EQ(run({"keys", "status"}).code, 3);
    const auto recovered = answering(std::string(kRecovery) + "\n", {"keys", "recover"});
    ASSERT_EQ(recovered.code, 0) << recovered.err;
    const auto status = run({"keys", "status"});
    EXPECT_EQ(status.code, 0) << status.err;
    EXPECT_THAT(status.out, AllOf(HasSubstr("which opens it"), HasSubstr("a passphrase is set")));
    const auto verified = run({"ledger", "verify"});
    EXPECT_EQ(verified.code, 0) << verified.out;
    EXPECT_THAT(verified.out, Not(HasSubstr("without the key")));
}

TEST_F(CtlKeys, AfterARotationTheOldKeyOpensNothing)
{
    record({0});
    fs::copy_file(folder / "station.key", folder / "old.key");
    const auto rotated = run({"keys", "rotate"});
    ASSERT_EQ(rotated.code, 0) << rotated.err;
    EXPECT_EQ(run({"keys", "status"}).code, 0);
    EXPECT_EQ(run({"ledger", "verify"}).code, 0);
    fs::rename(folder / "old.key", folder / "station.key");
    const auto status = run({"keys", "status"});
    EXPECT_EQ(status.code, 3);
    EXPECT_THAT(status.out, HasSubstr("does NOT open it"));
    EXPECT_THAT(status.err, saysInBothLanguages(ErrorCode::WrongKey));
}

TEST_F(CtlKeys, APassphraseIsNeverAnArgument)
{
    for (const auto &command :
         std::vector<std::vector<std::string>>{{"keys", "recover", "--passphrase", "x"}, {"keys", "set-recovery", "correct horse battery"}})
        EXPECT_EQ(run(command).code, 2);
}

// ---- export in clear

class CtlInClear : public CtlLedger {
protected:
    void SetUp() override
    {
        record({0});
        ASSERT_TRUE(PinFile(folder / "pin", clock).set("", kPin));
    }
    [[nodiscard]] std::vector<std::string> exported() const
    {
        return {"ledger", "export", "--format", "csv", "--out", out.string(), "--in-clear", "--reason", "asked by the centre"};
    }
    [[nodiscard]] std::vector<DisclosureEntry> disclosures()
    {
        KeyFile store(folder / "station.key");
        const auto keys = KeyRing::open(ledger.string(), store);
        const auto reader = JournalReader::open(ledger.string(), keys.value());
        const auto records = (*reader)->entries({}, 100);
        EXPECT_TRUE(records && !records->empty());
        std::vector<DisclosureEntry> found;
        for (const auto &record : *records)
            if (const auto *entry = std::get_if<DisclosureEntry>(&record.entry))
                found.push_back(*entry);
        return found;
    }
    const fs::path out = folder / "clear.csv";
};

TEST_F(CtlInClear, WithoutTheRightPinNothingIsWrittenOrRecorded)
{
    EXPECT_EQ(answering("111222\n", exported()).code, 1);
    EXPECT_EQ(answering("", exported()).code, 1);
    EXPECT_FALSE(fs::exists(out));
    EXPECT_TRUE(disclosures().empty());
}

TEST_F(CtlInClear, WithoutAReasonItIsAUsageError)
{
    EXPECT_EQ(answering(std::string(kPin) + "\n", {"ledger", "export", "--format", "csv", "--out", out.string(), "--in-clear"}).code, 2);
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(CtlInClear, BesideARunningStationItIsRefusedBecauseItCannotBeRecorded)
{
    const auto running = open();
    const auto ended = answering(std::string(kPin) + "\n", exported());
    EXPECT_EQ(ended.code, 3);
    EXPECT_THAT(ended.err, HasSubstr("another program"));
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(CtlInClear, WhoeverKnowsThePinGetsThemWholeAndTheLedgerKeepsWhy)
{
    const auto ended = answering(std::string(kPin) + "\n", exported());
    ASSERT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(contentOf(out), HasSubstr(kDocument));
    ASSERT_EQ(disclosures().size(), 1U);
    EXPECT_EQ(disclosures()[0].kind, DisclosureKind::ExportedInClear);
    EXPECT_EQ(disclosures()[0].reason, "asked by the centre");
    EXPECT_EQ(disclosures()[0].from, day(0));
}

} // namespace
} // namespace menshen::test
