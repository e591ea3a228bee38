// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/SimWorld.h"
#include "menshen/core/Entries.h"
#include "menshen/core/Result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace menshen {

/// What becomes of a person, if the guard does his work.
enum class DayOutcome : std::uint8_t {
    Admitted,
    Refused,
    Left, ///< walks off by himself before a decision
    In,   ///< staff, punched in
    Out
};

/// What stands before the devices for a while before the person stands as he should: too far, no mask yet, a second
/// person beside, a cold forehead that warms up.
struct DayAct {
    Micros lasts{};
    std::vector<MannequinLook> figures;
    std::optional<Celsius> forehead; ///< absent: the sensor sees the wall
};

/// One simulated person: how he looks to the devices, and what the guard types in.
struct DayPerson {
    std::string id;
    std::string story; ///< what is special about him; no personal data
    bool staff = false;
    DayOutcome expect = DayOutcome::Admitted;

    IdentityDraft identity;         ///< visitors
    std::vector<std::string> yesTo; ///< ids of the questions answered yes; all others no
    std::string staffNumber;        ///< staff
    PunchDirection direction = PunchDirection::In;

    std::vector<DayAct> before;         ///< in this order, then what follows
    std::vector<MannequinLook> figures; ///< himself first, then whoever stands beside
    std::optional<Celsius> forehead;    ///< surface, as an ideal sensor sees it
    std::optional<Celsius> ambient;     ///< absent: the day's
    std::optional<Celsius> contact;     ///< what the guard's contact thermometer shows, where it comes to that
    ThermometerFault fault = ThermometerFault::None;
};

/// A day of people in the order of their coming. config/sim/morning.toml explains the keys.
struct DayScript {
    std::string name;
    Celsius ambient{23.0};
    std::vector<DayPerson> people;

    [[nodiscard]] const DayPerson *find(std::string_view id) const noexcept;
};

/// BadConfig with one line for each problem: `file:line: key: value: what would be right`.
[[nodiscard]] Result<DayScript> loadDayScript(const std::filesystem::path &file);
[[nodiscard]] Result<DayScript> parseDayScript(std::string_view text, const std::filesystem::path &file);

/// What the devices see of `person`: act by act, after the last one the person as he stays.
[[nodiscard]] SimScene sceneOf(const DayScript &day, const DayPerson &person, std::size_t act);

} // namespace menshen
