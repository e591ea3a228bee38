// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of a million visits from a real ledger, unsealing and masking included, beside merely reading and unsealing them.
//   bench_ledger_export [visits]
#include "db/sqlite/SqliteLedgerReader.h"
#include "drivers/tables/CsvTable.h"
#include "drivers/tables/XlsxTable.h"
#include "menshen/app/ExportOffice.h"
#include "tests/bench/Bench.h"
#include "tests/bench/FilledLedger.h"
#include "tests/support/TestFolder.h"

namespace menshen::bench {
namespace {

constexpr double kCsvGoal = 250'000, kXlsxGoal = 50'000; ///< rows a second
constexpr double kMemoryGoal = 64;                       ///< MiB more than before, whatever the number of rows
constexpr int kPage = 2000;

struct Exported {
    double rate = 0;   ///< rows a second
    double memory = 0; ///< MiB at most, beyond what there was
};

template <typename Table>
Exported exported(FilledLedger &ledger, const std::string &file, const VisitFilter &filter)
{
    const auto reader = ledger.reader();
    forgetPeak();
    const auto before = memory("VmRSS");
    const Watch watch;
    auto table = must(Table::create(file), "creating the table");
    ExportRequest request;
    request.filter = filter;
    const auto summary = must(exportLedger(*reader, *table, request, {}, {}), "exporting");
    return {static_cast<double>(summary.visits) / watch.seconds(), memory("VmHWM") - before};
}

double readingRate(FilledLedger &ledger)
{
    const auto reader = ledger.reader();
    const Watch watch;
    std::int64_t rows = 0;
    for (EntrySeq after;;) {
        const auto page = must(reader->visitsAscending({}, after, kPage), "reading");
        if (page.empty())
            return static_cast<double>(rows) / watch.seconds();
        rows += static_cast<std::int64_t>(page.size());
        after = page.back().seq;
    }
}

template <typename Table>
void compare(FilledLedger &ledger, const std::string &what, const std::string &file, double goal)
{
    VisitFilter firstDays;
    firstDays.to = HallDay{std::chrono::sys_days(LedgerGenerator::kFirstDay) + std::chrono::days(2)};
    const auto few = exported<Table>(ledger, file, firstDays);
    const auto reading = readingRate(ledger);
    const auto all = exported<Table>(ledger, file, {});
    say(what, text("%4.0f k rows/s; reading alone %4.0f k rows/s: %.2f", all.rate / 1e3, reading / 1e3, all.rate / reading),
        text("%.0f k rows/s", goal / 1e3), all.rate >= goal);
    say(what + ", memory", text("peak +%.1f MiB for all rows, +%.1f MiB for a tenth", all.memory, few.memory),
        text("%.0f MiB", kMemoryGoal), all.memory < kMemoryGoal);
    std::printf("%-46s %.0f MiB\n", (what + ", file").c_str(), static_cast<double>(std::filesystem::file_size(file)) / (1 << 20));
}

} // namespace
} // namespace menshen::bench

int main(int argc, char **argv)
{
    using namespace menshen;
    const auto visits = argc > 1 ? std::strtoll(argv[1], nullptr, 10) : 1'000'000;
    const test::TestFolder folder;
    bench::FilledLedger ledger(folder / "ledger.db", {visits, bench::Mix::VisitsOnly});
    bench::compare<CsvTable>(ledger, "export, CSV", folder / "out.csv", bench::kCsvGoal);
    bench::compare<XlsxTable>(ledger, "export, XLSX", folder / "out.xlsx", bench::kXlsxGoal);
}
