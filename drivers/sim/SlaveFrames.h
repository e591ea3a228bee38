// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimDevice.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace menshen {

enum class SlaveLine : std::uint8_t { Tcp, Rtu };

/// A request as it came off a line.
struct SlaveRequest {
    std::uint16_t transaction = 0; ///< TCP only
    std::uint8_t slave = 0;
    Pdu pdu;
};

/// The checksum of serial frames; its low byte goes first.
[[nodiscard]] std::uint16_t rtuChecksum(std::span<const std::uint8_t> bytes) noexcept;

/// Takes the first whole request out of what has arrived. Absent while more bytes are needed; what cannot become a
/// request (wrong checksum, wrong protocol) is thrown away.
[[nodiscard]] std::optional<SlaveRequest> takeRequest(SlaveLine line, std::vector<std::uint8_t> &arrived);

/// The bytes that go back, spoilt as `fault` wants it: empty for Silence and Disconnect.
/// WrongTransactionId answers for another slave on a serial line, which has no transactions.
[[nodiscard]] std::vector<std::uint8_t> answerFrame(SlaveLine line, const SlaveRequest &request, Pdu answer, ThermometerFault fault);

} // namespace menshen
