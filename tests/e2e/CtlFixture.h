// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/SqliteLedger.h"
#include "drivers/secrets/KeyStores.h"
#include "menshen/app/Words.h"
#include "tests/support/Subprocess.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestFolder.h"

#include <gmock/gmock.h>

#include <future>
#include <iterator>

namespace menshen::test {

inline const std::string kConfig = std::string(MENSHEN_SOURCE_DIR) + "/config/";

inline Subprocess::Ended ctl(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), MENSHEN_CTL);
    return Subprocess(arguments).wait();
}

inline std::string contentOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// A station without devices whose ledger, key and PIN stand in `folder`.
inline std::filesystem::path stationWith(const TestFolder &folder, const std::string &more = {})
{
    return folder.write("station.toml",
                        "[station]\nname = \"West\"\nplan = \"" + kConfig + "plans/default.toml\"\ndata_folder = \".\"\n" + more);
}

/// A station that has recorded some days of visitors and stands still.
class CtlLedger : public testing::Test {
protected:
    [[nodiscard]] HallDay day(int daysAgo) const
    {
        return HallDay{std::chrono::sys_days{hallDayOf(clock.wall(), UtcOffset{})} - std::chrono::days{daysAgo}};
    }
    [[nodiscard]] std::unique_ptr<SqliteLedger> open()
    {
        KeyFile store(folder / "station.key");
        LedgerSettings settings;
        settings.path = ledger.string();
        settings.ballastBytes = 0;
        auto opened = SqliteLedger::open(settings, store, clock);
        EXPECT_TRUE(opened) << opened.error().detail;
        return opened ? std::move(*opened) : nullptr;
    }
    static void visit(SqliteLedger &into, HallDay day, const std::string &name = "张三")
    {
        VisitEntry entry;
        entry.identity.name = name;
        entry.identity.document = kDocument;
        entry.identity.phone = "13800138000";
        entry.verdict = Verdict::Pass;
        std::promise<bool> durable;
        // Not in a morning that is still to come: a clock behind the ledger is another test's subject.
        const WallTime at = std::min(startOfDay(day, UtcOffset{}) + 9h, RealClock().wall());
        into.append({at, day, "guard", entry}, [&](const Result<Receipt> &receipt) { durable.set_value(receipt.has_value()); });
        ASSERT_TRUE(durable.get_future().get());
    }
    /// Two visitors on each of these days, oldest first.
    void record(const std::vector<int> &daysAgo = {40, 35, 0})
    {
        const auto into = open();
        for (const int ago : daysAgo) {
            visit(*into, day(ago));
            visit(*into, day(ago), "李四");
        }
    }

    [[nodiscard]] Subprocess::Ended run(std::vector<std::string> command) const
    {
        command.insert(command.end(), {"--config", station.string()});
        return ctl(command);
    }
    /// With these lines on standard input.
    [[nodiscard]] Subprocess::Ended answering(const std::string &lines, const std::vector<std::string> &command) const
    {
        const auto input = folder.write("input.txt", lines);
        std::vector<std::string> whole{"/bin/sh", "-c", "input=$1; shift; exec \"$@\" <\"$input\"", "sh", input.string(), MENSHEN_CTL};
        whole.insert(whole.end(), command.begin(), command.end());
        whole.insert(whole.end(), {"--config", station.string()});
        return Subprocess(whole).wait();
    }
    [[nodiscard]] std::vector<std::filesystem::path> backups() const
    {
        std::vector<std::filesystem::path> found;
        if (std::filesystem::exists(folder / "backups"))
            for (const auto &file : std::filesystem::directory_iterator(folder / "backups"))
                found.push_back(file.path());
        return found;
    }

    static constexpr auto kDocument = "11010519491231002X";

    RealClock clock;
    const TestFolder folder;
    const std::filesystem::path station = stationWith(folder);
    const std::filesystem::path ledger = folder / "ledger.db";
};

/// The error's code in both languages, as the command line prints it.
inline auto saysInBothLanguages(ErrorCode code)
{
    return testing::AllOf(testing::HasSubstr(word(code, Language::Chinese)), testing::HasSubstr(word(code, Language::English)));
}

} // namespace menshen::test
