// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/FilledLedger.h"

#include "tests/bench/Bench.h"

#include <atomic>
#include <semaphore>

namespace menshen::bench {
namespace {

constexpr int kDays = 30;
constexpr std::ptrdiff_t kWaiting = 2048; ///< entries without a receipt yet: enough for the largest groups, few enough for memory
constexpr std::int64_t kTellEvery = 500'000;

} // namespace

FilledLedger::FilledLedger(std::string path, const Filling &filling) : m_path(std::move(path)), m_generator(filling.entries, kDays)
{
    const auto ledger = open();
    m_keys = ledger->keys();
    const auto there = ledger->head().value;
    if (there < filling.entries)
        fill(*ledger, there, filling);
}

std::unique_ptr<SqliteLedger> FilledLedger::open()
{
    LedgerSettings settings;
    settings.path = m_path;
    return must(SqliteLedger::open(settings, m_store, m_clock), "opening the ledger");
}

std::unique_ptr<SqliteLedgerReader> FilledLedger::reader() { return must(SqliteLedgerReader::open(m_path, m_keys), "reading the ledger"); }

void FilledLedger::fill(SqliteLedger &ledger, std::int64_t from, const Filling &filling)
{
    const Watch watch;
    std::counting_semaphore<> room(kWaiting);
    std::atomic<std::int64_t> lost = 0;
    for (auto place = from; place < filling.entries; ++place) {
        room.acquire();
        auto draft = filling.mix == Mix::VisitsOnly ? m_generator.visit(place) : m_generator.draft(place);
        ledger.append(std::move(draft), [&](const Result<Receipt> &result) {
            lost += !result;
            room.release();
        });
        if ((place + 1) % kTellEvery == 0)
            std::fprintf(stderr, "%lld entries, %.0f s\n", static_cast<long long>(place + 1), watch.seconds());
    }
    ledger.stop();
    m_seconds = watch.seconds();
    if (lost > 0)
        giveUp("entries were refused while the ledger was filled");
}

} // namespace menshen::bench
