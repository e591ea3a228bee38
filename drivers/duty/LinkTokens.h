// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/DutyDesk.h"
#include "menshen/ports/StationKey.h"

#include <optional>
#include <string>
#include <string_view>

namespace menshen {

/// The tokens of links: what they stand for and a seal over it, 35 characters of an address. No table is kept, so they outlive a
/// restart; whether one has been used is what the ledger says. Thread-safe.
class LinkTokens {
public:
    static constexpr std::size_t kLength = 35; ///< with the address of a hall's network around it, what one SMS has room for

    /// The tokens' own key is derived from `stationKey`; it opens nothing else.
    explicit LinkTokens(const SecretKey &stationKey);

    /// Empty when the numbers do not fit: larger than a ledger will ever hold.
    [[nodiscard]] std::string tokenOf(const DutyLink &link) const;
    /// Absent unless this station has sealed it, in the same time whatever is wrong; also when it has expired by `now`.
    [[nodiscard]] std::optional<DutyLink> linkOf(std::string_view token, WallTime now) const;

private:
    SecretKey m_key;
};

} // namespace menshen
