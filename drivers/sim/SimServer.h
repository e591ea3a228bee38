// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/DayPlayer.h"
#include "drivers/sim/SimWorld.h"
#include "menshen/core/Mask.h"
#include "menshen/core/Result.h"

#include <cstdint>
#include <memory>

namespace menshen {

struct SimServerSettings {
    std::uint16_t port = 0; ///< on 127.0.0.1; 0 takes a free one
    FrameSize picture{640, 480};
    double framesPerSecond = 15;
};

/// The simulated camera and the simulator's remote control, on 127.0.0.1 over HTTP:
///   GET  /camera.mjpg   the picture, multipart/x-mixed-replace; CameraFault is honoured
///   GET  /state         {"person","gate_pulses","finished","scene"}
///   GET  /day           the people, with what the guard types in (dayToJson)
///   POST /scene, /fault keys of sceneToJson, those that are there replace; answers with the scene
///   POST /present/{id}  that person comes; 404 for an id that is not in the day
///   POST /leave         nobody is there
/// 400 with a line of text for a body that is not understood. Every POST needs a Content-Length, be it 0.
class SimServer {
public:
    /// Listening when it returns. `world` and `player` must outlive the server.
    [[nodiscard]] static Result<std::unique_ptr<SimServer>> start(const SimServerSettings &settings, SimWorld &world, DayPlayer &player);
    /// Ends the streams and stops within about a second, even when a viewer does not read.
    ~SimServer();
    SimServer(const SimServer &) = delete;
    SimServer &operator=(const SimServer &) = delete;

    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    class Http;
    explicit SimServer(std::unique_ptr<Http> http);
    std::unique_ptr<Http> m_http;
};

} // namespace menshen
