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
    Left, ///< walks off by himself before a decision, and something was found
    Gone, ///< the same, and nothing was: there is no entry of him
    In,   ///< staff, punched in
    Out
};

/// How a person comes, seen from the one before him.
enum class DayArrival : std::uint8_t {
    Alone, ///< that one has left, and nobody was there for a while
    Swap,  ///< in that one's place, from one picture to the next or after a gap
    Joins, ///< stands beside him for a while, then that one leaves: there is a face at all times
    Stays  ///< he does not come at all: his name is tapped while that one goes on standing there
};

/// What the door asks when something of an earlier person is kept aside, and what the guard answers.
enum class DayAsked : std::uint8_t { No, SamePerson, NextPerson };

/// What the guard does for somebody before the next one stands there.
enum class DayWork : std::uint8_t { Identity, Answers, Contact };

/// What stands before the devices for a while before the person stands as he should: too far, no mask yet, a second
/// person beside, a cold forehead that warms up.
struct DayAct {
    Micros lasts{};
    std::vector<MannequinLook> figures;
    std::optional<Celsius> forehead; ///< absent: the sensor sees the wall
    ThermometerFault fault = ThermometerFault::None;
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

    DayArrival arrival = DayArrival::Alone;
    Micros gap{0};                 ///< of a swap: so long nobody is there
    Micros beside{0};              ///< of one who joins
    std::optional<Micros> stays{}; ///< at most, in a day that plays by itself; absent: as long as that day's pace says
    std::vector<DayWork> done{};   ///< for one who goes, or whom the next one displaces, undecided
    DayAsked asked = DayAsked::No; ///< when he stands there
    bool byHand = false;           ///< the camera finds no face of his: the guard judges the mask
    std::optional<bool> told{};    ///< whether the leading group is to be told of him; absent: not looked at

    std::vector<DayAct> before;         ///< in this order, then what follows
    std::vector<MannequinLook> figures; ///< himself first, then whoever stands beside
    std::optional<Celsius> forehead;    ///< surface, as an ideal sensor sees it
    std::optional<Celsius> ambient;     ///< absent: the day's
    std::optional<Celsius> wall{};      ///< behind him; absent: the day's
    std::optional<Celsius> contact;     ///< what the guard's contact thermometer shows, where it comes to that
    ThermometerFault fault = ThermometerFault::None;
};

/// A day of people in the order of their coming. config/sim/morning.toml explains the keys.
struct DayScript {
    std::string name;
    Celsius ambient{23.0};
    std::optional<Celsius> wall{}; ///< what the sensor sees when nobody is there; absent: it is as warm as the air
    std::vector<DayPerson> people;

    [[nodiscard]] const DayPerson *find(std::string_view id) const noexcept;
};

/// BadConfig with one line for each problem: `file:line: key: value: what would be right`.
[[nodiscard]] Result<DayScript> loadDayScript(const std::filesystem::path &file);
[[nodiscard]] Result<DayScript> parseDayScript(std::string_view text, const std::filesystem::path &file);

/// What the devices see of `person` from the moment he comes, act by act; `former` stood there as `person` came, null: nobody.
/// After the last act he stays as he is.
[[nodiscard]] std::vector<DayAct> actsOf(const DayPerson &person, const DayPerson *former);

/// How long it takes until he stands as he stays.
[[nodiscard]] Micros settlesAfter(const DayPerson &person) noexcept;

/// What the devices see during one of actsOf() or, with no act, as he stays.
[[nodiscard]] SimScene sceneOf(const DayScript &day, const DayPerson &person, const DayAct *act);

/// An empty picture and the wall.
[[nodiscard]] SimScene emptyScene(const DayScript &day);

} // namespace menshen
