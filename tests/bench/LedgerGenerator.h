// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Ledger.h"

#include <cstdint>

namespace menshen::bench {

/// Makes up what a hall's ledger would hold after some days: the same for the same place, whoever asks. No real persons.
///
/// Of a hundred entries 90 are visits, the others staff punches, exits and alerts; nine visits of ten pass, and a person
/// comes five times. Every visit has its measurements, six answers, name, document, phone and purpose.
class LedgerGenerator {
public:
    /// `entries` are spread evenly over `days`, beginning at `first`.
    LedgerGenerator(std::int64_t entries, int days, HallDay first = kFirstDay) noexcept;

    static constexpr HallDay kFirstDay{std::chrono::year{2026}, std::chrono::October, std::chrono::day{1}};
    static constexpr UtcOffset kOffset{};

    /// The `place`th entry, from 0.
    [[nodiscard]] EntryDraft draft(std::int64_t place) const;
    /// Always a visit.
    [[nodiscard]] EntryDraft visit(std::int64_t place) const;
    [[nodiscard]] IdentityDraft person(std::int64_t number) const;
    [[nodiscard]] std::int64_t persons() const noexcept { return m_persons; }
    [[nodiscard]] WallTime timeOf(std::int64_t place) const noexcept;

private:
    std::int64_t m_entries, m_persons;
    int m_days;
    WallTime m_first;
};

/// A visit as a reader would give it back.
[[nodiscard]] VisitRow rowOf(const EntryDraft &visit, EntrySeq seq);

} // namespace menshen::bench
