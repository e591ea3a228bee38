// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/DayScript.h"
#include "drivers/sim/SimWorld.h"
#include "menshen/core/Result.h"

#include <functional>
#include <string>
#include <string_view>

namespace menshen {

// What the simulator says and understands over HTTP. The words are those of the day script.

/// {"figures":[{"face","variant","height","x","y","roll","uniform"}],"forehead","wall","ambient","noise","status_bits","thermometer_fault","camera_fault"}
[[nodiscard]] std::string sceneToJson(const SimScene &scene);

using SceneChange = std::function<void(SimScene &)>;

/// What sets the keys that `json` has and leaves all others; "forehead": null takes the person away from the sensor, "wall": null
/// makes it as warm as the air.
/// BadInput names the key.
[[nodiscard]] Result<SceneChange> sceneChangeFromJson(std::string_view json);

/// {"name","ambient","people":[…]}: each person with what the guard types in and what should become of him.
[[nodiscard]] std::string dayToJson(const DayScript &day);

} // namespace menshen
