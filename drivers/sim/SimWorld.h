// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drivers/sim/Mannequin.h"
#include "menshen/core/Units.h"

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace menshen {

/// Faults that a test or a day script can switch on while the simulator runs.
enum class ThermometerFault : std::uint8_t { None, Silence, ExceptionCode, WrongTransactionId, HalfFrame, StuckValue, Disconnect, Garbage };
enum class CameraFault : std::uint8_t { None, Black, Frozen, Stall, Disconnect };

/// What stands before the simulated devices right now.
struct SimScene {
    std::vector<MannequinLook> figures; ///< empty: nobody
    std::optional<Celsius> forehead;    ///< raw surface temperature in front of the sensor; absent: the wall
    std::optional<Celsius> wall;        ///< behind; absent: it is as warm as the air
    Celsius ambient{23.0};
    Celsius noise{0.02}; ///< standard deviation
    std::uint16_t statusBits = 0;
    ThermometerFault thermometerFault = ThermometerFault::None;
    CameraFault cameraFault = CameraFault::None;
};

/// The scene that the simulated thermometer and camera share, so that both play in step. Thread-safe.
class SimWorld {
public:
    [[nodiscard]] SimScene scene() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_scene;
    }
    void set(SimScene scene)
    {
        const std::scoped_lock lock(m_mutex);
        m_scene = std::move(scene);
    }
    /// Changes the scene in one go, so that two threads never undo each other's change. `change` gets a SimScene &.
    template <typename Change>
    void update(const Change &change)
    {
        const std::scoped_lock lock(m_mutex);
        change(m_scene);
    }
    void countGatePulse()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_gatePulses;
    }
    /// A relay that somebody switches on and off; what hangs on it is not ours to know.
    void switchRelay(int channel, bool on)
    {
        const std::scoped_lock lock(m_mutex);
        on ? (void)m_relaysOn.insert(channel) : (void)m_relaysOn.erase(channel);
    }
    [[nodiscard]] bool relayIsOn(int channel) const
    {
        const std::scoped_lock lock(m_mutex);
        return m_relaysOn.contains(channel);
    }
    [[nodiscard]] int gatePulses() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_gatePulses;
    }

private:
    mutable std::mutex m_mutex;
    SimScene m_scene;
    int m_gatePulses = 0;
    std::set<int> m_relaysOn;
};

} // namespace menshen
