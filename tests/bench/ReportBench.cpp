// SPDX-License-Identifier: GPL-3.0-or-later
// A day's report from a ledger of thirty such days, beside merely reading that day's entries out of the journal.
//   bench_report [entries of a day]
#include "db/sqlite/JournalReader.h"
#include "db/sqlite/SqliteReportReader.h"
#include "menshen/app/ReportOffice.h"
#include "tests/bench/Bench.h"
#include "tests/bench/FilledLedger.h"
#include "tests/support/TestFolder.h"

namespace menshen::bench {
namespace {

constexpr int kDays = 30; ///< of FilledLedger
constexpr int kRuns = 9;
constexpr double kGoal = 1, kMemoryGoal = 16; ///< s; MiB

double readingSeconds(const std::string &path, std::int64_t entriesOfADay)
{
    const auto reader = must(JournalReader::open(path, nullptr), "reading the journal");
    const Watch watch;
    std::int64_t rows = 0;
    for (EntrySeq after{14 * entriesOfADay}; rows < entriesOfADay;) {
        const auto page = must(reader->entries(after, 1000), "reading");
        rows += static_cast<std::int64_t>(page.size());
        after = page.back().receipt.seq;
    }
    return watch.seconds();
}

void measure(FilledLedger &ledger, std::int64_t entriesOfADay)
{
    const auto reader = must(SqliteReportReader::open(ledger.path(), nullptr), "reading the ledger");
    ReportOffice office(*reader, {});
    const HallDay day{std::chrono::sys_days{LedgerGenerator::kFirstDay} + std::chrono::days{14}};
    const auto now = startOfDay(LedgerGenerator::kFirstDay, {}) + std::chrono::days{kDays + 1};
    Sample report, reading;
    forgetPeak();
    const auto before = memory("VmRSS");
    std::int64_t visitors = 0;
    for (int i = 0; i < kRuns; ++i) {
        const Watch watch;
        visitors = must(office.preview(day, now), "computing").report.figures.of(ReportItem::Visitors);
        report.add(watch.seconds());
    }
    const auto peak = memory("VmHWM") - before;
    for (int i = 0; i < kRuns; ++i)
        reading.add(readingSeconds(ledger.path(), entriesOfADay));
    say(text("a report of %lld visitors", static_cast<long long>(visitors)),
        text("median %.0f ms, worst %.0f ms; reading alone %.0f ms", report.at(0.5) * 1e3, report.at(1) * 1e3, reading.at(0.5) * 1e3),
        text("%.0f s", kGoal), report.at(1) <= kGoal);
    say("a report, memory", text("peak +%.1f MiB", peak), text("%.0f MiB", kMemoryGoal), peak < kMemoryGoal);
}

} // namespace
} // namespace menshen::bench

int main(int argc, char **argv)
{
    using namespace menshen;
    const auto entries = argc > 1 ? std::strtoll(argv[1], nullptr, 10) : 20'000;
    const test::TestFolder folder;
    bench::FilledLedger ledger(folder / "ledger.db", {entries * bench::kDays, bench::Mix::WholeHall});
    bench::measure(ledger, entries);
}
