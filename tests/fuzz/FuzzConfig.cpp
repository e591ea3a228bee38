// SPDX-License-Identifier: GPL-3.0-or-later
// Arbitrary bytes as every kind of settings file: they are read or refused with a line for each problem, nothing else.
#include "drivers/config/ConfigFiles.h"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace {

/// A refusal names the file in every line: that is its promise to whoever mends it.
template <typename T>
void expectReadOrExplained(const menshen::Result<T> &result, std::string_view file)
{
    if (result)
        return;
    std::istringstream lines(result.error().detail);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        if (line.find(file) == std::string::npos)
            std::abort();
    }
    if (count == 0 || result.error().code != menshen::ErrorCode::BadConfig)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    // A folder that does not exist: files that the bytes happen to name relatively are not there.
    constexpr auto kFile = "no-such-folder/fuzzed.toml";
    expectReadOrExplained(menshen::parsePlan(text, kFile), kFile);
    expectReadOrExplained(menshen::parseThermometerProfile(text, kFile), kFile);
    expectReadOrExplained(menshen::parseRelayProfile(text, kFile), kFile);
    expectReadOrExplained(menshen::parseStationConfig(text, kFile), kFile);
    return 0;
}
