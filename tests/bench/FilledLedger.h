// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/SqliteLedger.h"
#include "db/sqlite/SqliteLedgerReader.h"
#include "tests/bench/LedgerGenerator.h"
#include "tests/support/TestClocks.h"
#include "tests/support/TestKeyStore.h"

#include <memory>
#include <string>

namespace menshen::bench {

enum class Mix { VisitsOnly, WholeHall };

struct Filling {
    std::int64_t entries = 0;
    Mix mix = Mix::WholeHall;
};

/// A ledger with made-up entries in it, written by the real writer.
class FilledLedger {
public:
    /// Fills it up to `filling`, going on from what is there; tells of its progress when it takes long.
    FilledLedger(std::string path, const Filling &filling);

    [[nodiscard]] std::unique_ptr<SqliteLedger> open();
    [[nodiscard]] std::unique_ptr<SqliteLedgerReader> reader();
    [[nodiscard]] const std::string &path() const noexcept { return m_path; }
    [[nodiscard]] const LedgerGenerator &generator() const noexcept { return m_generator; }
    [[nodiscard]] double fillingSeconds() const noexcept { return m_seconds; }

private:
    void fill(SqliteLedger &ledger, std::int64_t from, const Filling &filling);

    const std::string m_path;
    const LedgerGenerator m_generator;
    test::TestKeyStore m_store;
    test::RealClock m_clock;
    std::shared_ptr<KeyRing> m_keys;
    double m_seconds = 0;
};

} // namespace menshen::bench
