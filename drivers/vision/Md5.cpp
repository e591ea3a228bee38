// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/vision/Md5.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <string>

namespace menshen {
namespace {

constexpr std::size_t kBlock = 64;
using Words = std::array<std::uint32_t, 4>;

constexpr std::array<std::array<int, 4>, 4> kTurns{{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

std::uint32_t wordAt(std::string_view block, std::size_t index)
{
    std::uint32_t word = 0;
    for (std::size_t byte = 0; byte < 4; ++byte)
        word |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(block[index * 4 + byte])) << (8 * byte);
    return word;
}

/// Which word of the block a step takes and how it mixes, by round.
std::pair<std::uint32_t, std::size_t> mixed(std::size_t step, const Words &w)
{
    switch (step / 16) {
    case 0:
        return {(w[1] & w[2]) | (~w[1] & w[3]), step};
    case 1:
        return {(w[3] & w[1]) | (~w[3] & w[2]), (5 * step + 1) % 16};
    case 2:
        return {w[1] ^ w[2] ^ w[3], (3 * step + 5) % 16};
    default:
        return {w[2] ^ (w[1] | ~w[3]), (7 * step) % 16};
    }
}

void add(Words &state, std::string_view block)
{
    Words w = state;
    for (std::size_t step = 0; step < kBlock; ++step) {
        const auto [mix, index] = mixed(step, w);
        const auto sine = static_cast<std::uint32_t>(std::floor(std::abs(std::sin(static_cast<double>(step + 1))) * 4294967296.0));
        const std::uint32_t turned = std::rotl(w[0] + mix + sine + wordAt(block, index), kTurns[step / 16][step % 4]);
        w = {w[3], w[1] + turned, w[1], w[2]};
    }
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += w[i];
}

} // namespace

std::array<std::uint8_t, 16> md5(std::string_view bytes)
{
    std::string padded(bytes);
    padded += '\x80';
    padded.append((2 * kBlock - 8 - padded.size() % kBlock) % kBlock, '\0');
    for (int byte = 0; byte < 8; ++byte)
        padded += static_cast<char>(static_cast<std::uint64_t>(bytes.size()) * 8 >> (8 * byte) & 0xFF);
    Words state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    for (std::size_t at = 0; at < padded.size(); at += kBlock)
        add(state, std::string_view(padded).substr(at, kBlock));
    std::array<std::uint8_t, 16> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (8 * (i % 4)));
    return digest;
}

} // namespace menshen
