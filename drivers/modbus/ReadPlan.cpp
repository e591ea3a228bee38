// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/modbus/ReadPlan.h"

#include "drivers/modbus/RegisterCodec.h"

#include <algorithm>
#include <tuple>

namespace menshen {

namespace {

/// The longest answer of function 03 and 04.
constexpr int kMaxRegisters = 125;

RegisterBlock blockOf(const RegisterField &field) { return {field.table, field.address, registerCount(field.type)}; }

std::vector<RegisterBlock> sampleBlocks(const ThermometerProfile &profile)
{
    std::vector<RegisterBlock> blocks{blockOf(profile.object)};
    if (profile.ambient) {
        blocks.push_back(blockOf(*profile.ambient));
    }
    if (profile.status) {
        blocks.push_back({profile.status->table, profile.status->address, profile.status->count});
    }
    return blocks;
}

std::vector<RegisterBlock> otherBlocks(const ThermometerProfile &profile)
{
    std::vector<RegisterBlock> blocks;
    for (const auto &field : {profile.rawObject, profile.emissivity}) {
        if (field) {
            blocks.push_back(blockOf(*field));
        }
    }
    return blocks;
}

std::vector<RegisterBlock> joined(std::vector<RegisterBlock> blocks)
{
    std::ranges::sort(blocks, {}, [](const RegisterBlock &b) { return std::tuple{b.table, b.address, b.count}; });
    std::vector<RegisterBlock> result;
    for (const RegisterBlock &block : blocks) {
        const int end = block.address + block.count;
        if (!result.empty() && result.back().table == block.table && block.address <= result.back().address + result.back().count &&
            end - result.back().address <= kMaxRegisters) {
            result.back().count = std::max(result.back().count, end - result.back().address);
        } else {
            result.push_back(block);
        }
    }
    return result;
}

} // namespace

std::vector<RegisterBlock> readPlan(const ThermometerProfile &profile, ReadScope scope)
{
    const auto wanted = sampleBlocks(profile);
    auto all = wanted;
    std::ranges::copy(otherBlocks(profile), std::back_inserter(all));
    auto plan = joined(std::move(all));
    if (scope == ReadScope::Sample) {
        std::erase_if(plan, [&](const RegisterBlock &block) {
            return std::ranges::none_of(wanted, [&](const RegisterBlock &w) { return block.contains(w.table, w.address, w.count); });
        });
    }
    return plan;
}

} // namespace menshen
