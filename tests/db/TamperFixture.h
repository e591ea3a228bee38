// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/db/HandmadeLedger.h"

#include <string>
#include <vector>

namespace menshen {

/// Two days: entries 1 (epoch), 2 (key), 3 … with heads on 1, 13, 25, 27 and so on.
class Tampering : public testing::Test {
protected:
    Tampering() : m_ledger(m_folder / "ledger.db")
    {
        EXPECT_TRUE(sealingReady());
        m_ledger.day(0, 21);
        m_ledger.day(1, 35);
        m_exported = m_ledger.head();
        SQLite::Statement heads(m_ledger.db(), "SELECT seq FROM heads ORDER BY number");
        while (heads.executeStep())
            m_heads.push_back(heads.getColumn(0).getInt64());
    }

    void sql(const std::string &statement) { m_ledger.db().exec(statement); }
    [[nodiscard]] std::string path() const { return m_ledger.path(); }

    /// With everything that one who looks for tampering may have: station's keys and an exported head.
    [[nodiscard]] ChainVerdict verdict(bool withKeys = false, bool withHead = false)
    {
        ChainWalk::Options options;
        if (withKeys)
            options.keys = m_ledger.ring();
        if (withHead)
            options.knownHeads = {m_exported};
        return walked(path(), options);
    }

    void expect(ChainFault fault, std::int64_t at) { expect(verdict(), fault, at); }
    static void expect(const ChainVerdict &verdict, ChainFault fault, std::int64_t at)
    {
        EXPECT_EQ(static_cast<int>(verdict.fault), static_cast<int>(fault)) << verdict.detail;
        EXPECT_EQ(verdict.at.value, at) << verdict.detail;
        if (at > 0) {
            EXPECT_EQ(verdict.checked.value, at - 1) << verdict.detail;
        }
    }
    [[nodiscard]] std::int64_t newest() { return m_ledger.newest().value; }
    /// The last entry with a signed head before `seq`.
    [[nodiscard]] std::int64_t headBefore(std::int64_t seq) const
    {
        std::int64_t found = 0;
        for (const auto head : m_heads)
            if (head < seq)
                found = head;
        return found;
    }

    const test::TestFolder m_folder;
    HandmadeLedger m_ledger;
    LedgerHead m_exported;
    std::vector<std::int64_t> m_heads;
};

} // namespace menshen
