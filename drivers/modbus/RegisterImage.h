// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/modbus/ReadPlan.h"
#include "menshen/core/Result.h"

#include <span>
#include <utility>
#include <vector>

namespace menshen {

/// What the requests of one read brought: blocks with their registers, or their inputs as one 0 or 1 each.
class RegisterImage {
public:
    void add(const RegisterBlock &block, std::vector<std::uint16_t> words) { m_parts.emplace_back(block, std::move(words)); }

    /// Empty when no block holds all of them.
    [[nodiscard]] std::span<const std::uint16_t> words(RegisterTable table, int address, int count) const;

    [[nodiscard]] Result<double> value(const RegisterField &field) const;
    /// Bit 0 is the lowest bit of the register, or the first of the inputs.
    [[nodiscard]] std::uint32_t statusBits(const StatusField &field) const;

private:
    std::vector<std::pair<RegisterBlock, std::vector<std::uint16_t>>> m_parts;
};

/// The sample that the image holds, its `at` not set. DeviceProtocol when a value is nonsense.
[[nodiscard]] Result<ThermometerSample> sampleOf(const RegisterImage &image, const ThermometerProfile &profile);

} // namespace menshen
