// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/ports/Thermometer.h"

#include <cstdint>
#include <vector>

namespace menshen {

/// Registers or inputs that one request fetches.
struct RegisterBlock {
    RegisterTable table = RegisterTable::Holding;
    int address = 0;
    int count = 0;

    [[nodiscard]] bool contains(RegisterTable otherTable, int otherAddress, int otherCount) const noexcept
    {
        return table == otherTable && otherAddress >= address && otherAddress + otherCount <= address + count;
    }
    friend bool operator==(const RegisterBlock &, const RegisterBlock &) = default;
};

/// What a sample needs, or everything that the profile names.
enum class ReadScope : std::uint8_t { Sample, Everything };

/// The requests that fetch `scope`, as few as possible. Only neighbours are joined, the profile's other registers serving
/// as bridges: a gap that the profile does not name may be refused by the instrument as an illegal address.
[[nodiscard]] std::vector<RegisterBlock> readPlan(const ThermometerProfile &profile, ReadScope scope);

} // namespace menshen
