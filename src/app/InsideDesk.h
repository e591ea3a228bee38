// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/Station.h"
#include "menshen/core/InsideCount.h"

#include <functional>
#include <string>

namespace menshen {

/// Begins the count of people inside anew with each day, and keeps what was left over until a person has looked. On the engine's
/// thread alone.
class InsideDesk {
public:
    using Then = std::function<void(const Result<Receipt> &)>;
    using Append = std::function<void(Entry, std::string actor, Then)>;
    using Counted = std::function<void(int inside)>; ///< for the door; only ever after the entry is durable

    InsideDesk(Append append, Counted counted) : m_append(std::move(append)), m_counted(std::move(counted)) {}

    /// What the ledger holds.
    void restore(const InsideCount &held) { m_count = held; }
    /// `inside` is what the door counts. An entry that failed is tried again, not at once.
    void tick(MonoTime now, HallDay today, int inside);
    void reviewed(const ReviewInside &command);

    /// Of the day before, while nobody has looked.
    [[nodiscard]] std::optional<int> leftOver() const noexcept { return m_count.leftOver; }

private:
    void began(HallDay day, const StationEntry &entry, const Result<Receipt> &result);

    Append m_append;
    Counted m_counted;
    InsideCount m_count;
    bool m_beginning = false; ///< the entry is on its way to the disk
    bool m_failed = false;
    MonoTime m_again; ///< after a failure
};

} // namespace menshen
