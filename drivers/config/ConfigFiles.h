// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/app/StationConfig.h"
#include "menshen/core/Result.h"

#include <filesystem>
#include <string_view>

namespace menshen {

// The settings files, read and checked; config/README.md describes their keys. The error is BadConfig: its detail has
// one line for every problem, `file:line: key: value: what would be right`.

/// station.toml and every file that it names.
[[nodiscard]] Result<StationConfig> loadStationConfig(const std::filesystem::path &file);
[[nodiscard]] Result<Plan> loadPlan(const std::filesystem::path &file);
[[nodiscard]] Result<ThermometerProfile> loadThermometerProfile(const std::filesystem::path &file);
[[nodiscard]] Result<RelayProfile> loadRelayProfile(const std::filesystem::path &file);

// The same from a text; `file` names it in problems and is what its relative paths start from.

[[nodiscard]] Result<StationConfig> parseStationConfig(std::string_view text, const std::filesystem::path &file);
[[nodiscard]] Result<Plan> parsePlan(std::string_view text, const std::filesystem::path &file);
[[nodiscard]] Result<ThermometerProfile> parseThermometerProfile(std::string_view text, const std::filesystem::path &file);
[[nodiscard]] Result<RelayProfile> parseRelayProfile(std::string_view text, const std::filesystem::path &file);

/// "host:port", "[::1]:1502" or a host alone (port 502); absent when it is none of these.
[[nodiscard]] std::optional<TcpLine> tcpLineFrom(std::string_view text);

} // namespace menshen
