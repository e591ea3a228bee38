// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"
#include "menshen/core/Plan.h"

#include <cstdint>
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

/// A line of a printed report: a count, or a text where there is nothing to count.
struct ReportLine {
    LocalText label;
    std::optional<std::int64_t> count, total; ///< of the day, and since the beginning
    LocalText value, totalText;               ///< what is printed of them: the number, 无, or that it is not kept
};

struct ReportSection {
    LocalText title;
    std::vector<ReportLine> lines;
};

/// A daily report in words, for paper, table and screen alike. Holds no personal data.
struct ReportDocument {
    HallDay day{};
    LocalText title;
    std::vector<std::pair<LocalText, LocalText>> facts; ///< unit, day, who signed, version, …
    LocalText verdict;                                  ///< zero, not zero, or the station was off
    bool zero = true;
    bool draft = true; ///< not signed: printed across the top
    std::vector<ReportSection> sections;
    std::vector<LocalText> remarks; ///< lateness, earlier reports, differences from the version before
    std::string digest;             ///< hexadecimal; empty for a draft
    std::optional<LedgerHead> head; ///< printed as QR code
};

/// Forms for people at the door at a time without power, with the fields of the plan; to be typed in later.
struct EmptyForms {
    std::string unit;
    Plan plan;
    int first = 1; ///< the first one's number; they are numbered so that a missing one is noticed
    int count = 50;
};

} // namespace menshen
