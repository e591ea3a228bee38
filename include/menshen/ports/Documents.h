// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// A QR code as squares, row by row, without its quiet zone.
struct QrMatrix {
    int size = 0;           ///< squares along one side
    std::vector<bool> dark; ///< size · size
};

/// What the certificate of a destruction says. Holds no personal data.
struct CertificateFacts {
    std::string stationName;
    StationId station;
    EpochId epoch;
    DestructionEntry destruction;
    std::string actor; ///< as in the entry: "station", "ctl"
    Receipt receipt;   ///< of the entry
    UtcOffset offset;
    /// When the first backup after the destruction was made: it removed the older copies from its folder. Absent: not yet.
    std::optional<WallTime> backupsRemoved;
    std::optional<LedgerHead> head; ///< not older than the entry; printed as QR code
};

} // namespace menshen
