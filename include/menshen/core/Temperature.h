// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace menshen {

/// What a thermometer says of itself, whatever bit its maker chose for it. A profile maps bits to these.
enum class SensorFault : std::uint8_t {
    Measurement,
    AmbientLow,
    AmbientHigh,
    ObjectLow,
    ObjectHigh,
    ObjectOutOfRange,
    AmbientOutOfRange,
    Parameter,
    SelfTest
};

/// One raw answer of an infrared thermometer.
struct ThermometerSample {
    MonoTime at;                     ///< when the answer arrived; its age is counted from here
    Celsius object;                  ///< surface temperature as the sensor reports it
    std::optional<Celsius> ambient;  ///< the sensor's own temperature, where the instrument has one
    std::vector<SensorFault> faults; ///< status bits that are set
};

/// Why there is no temperature result. Source: reference measurement rules 3 and 4. None of these is ever a pass.
enum class NoTemperature : std::uint8_t {
    DeviceDown,        ///< no thermometer answers
    WarmingUp,         ///< the instrument was switched on too recently
    SensorFault,       ///< a status bit is set
    AmbientOutOfRange, ///< the sensor's own temperature is outside the plan's limits
    Stale,             ///< the newest sample is older than its age limit
    Nobody,            ///< no face in front
    MoreThanOneFace,
    TooFewSamples,    ///< still collecting
    Unsteady,         ///< spread over the window above the limit
    SensorOutOfRange, ///< raw object temperature outside 32–43 °C
    BelowFloor,       ///< corrected value below the floor: cold skin; wait, warm up, measure again
    CalibrationOverdue,
    CalibrationOutOfLimits
};

/// The id of the correction that was applied; printed on every report.
struct CalibrationId {
    std::string value;
    friend auto operator<=>(const CalibrationId &, const CalibrationId &) = default;
};

/// Site correction t = offset + slope·To + ambientSlope·(Ta − reference). Source: measurement rule 7.
struct Calibration {
    CalibrationId id{"default"};
    double slope = 1.0;
    /// Default: middle of the forehead-against-tympanic range −1.7 … −0.6 °C (IJPH 20542).
    Celsius offset{1.15};
    double ambientSlope = 0.0;
    Celsius ambientReference{23.0};
    /// Expanded (k = 2). Default: the maximum permissible error of a forehead thermometer (JJF 1107-2003).
    Celsius uncertainty{0.3};
    bool isDefault = true;                     ///< nobody has calibrated this site: shown wherever a value is
    std::optional<std::chrono::sys_days> made; ///< absent for the default
};

/// A body temperature that may be compared with the fever line.
///
/// `value` is corrected for site and ambient; `uncertainty` is expanded (k = 2). Both in °C.
struct BodyTemperature {
    Celsius value;
    Celsius uncertainty;
    CalibrationId calibration;
    bool defaultCalibration = true;
};

/// Source: measurement rule 2.
enum class Zone : std::uint8_t { Pass, Recheck, Refer };

enum class Instrument : std::uint8_t { Infrared, Contact };

/// A finished measurement, with or without a result; what the ledger keeps of it.
struct TemperatureReading {
    Instrument instrument = Instrument::Infrared;
    MonoTime at;
    std::optional<BodyTemperature> body;
    std::optional<NoTemperature> noResult; ///< set exactly when `body` is not
    std::optional<Zone> zone;              ///< set exactly when `body` is
    std::optional<Celsius> rawObject;
    std::optional<Celsius> rawAmbient;
    MonoTime from{}; ///< of the first sample in it; not stored
};

/// What a measurement must satisfy; part of a plan.
struct TemperatureRules {
    Celsius feverLine{37.3};
    bool feverAtLine = true; ///< `>=` the line is fever; false: only above it (rule 8)
    Celsius floor{35.0};     ///< corrected; below it there is no result (rule 3)
    Celsius sensorMin{32.0};
    Celsius sensorMax{43.0};
    Celsius ambientMin{16.0};
    Celsius ambientMax{35.0};
    Celsius maxSpread{0.2}; ///< over the window (rule 4)
    Micros window = 500ms;
    int minSamples = 5;
    Micros maxAge = 1s;    ///< a sample older than this is stale
    Micros warmUp = 15min; ///< after the instrument first answers
    std::chrono::days calibrationValidFor{365};
    double slopeMin = 0.8, slopeMax = 1.25;
    Celsius offsetLimit{3.0};
    bool manualAllowed = true;                  ///< a contact thermometer may be typed in when the infrared one gives no result
    Celsius contactUncertainty{0.1};            ///< clinical contact thermometer; shown beside its value, decides nothing
    Celsius contactMin{34.0}, contactMax{43.0}; ///< what a contact thermometer can show; anything else is a typing error
};

/// The one definition of fever, of a value as a clinical contact thermometer shows it: at or above the line, or only above it,
/// by the plan. Source: measurement rules 2 and 8.
[[nodiscard]] bool isFever(Celsius shown, const TemperatureRules &rules) noexcept;

/// Which of the three zones an infrared temperature falls in: fever or none only where its uncertainty leaves no doubt.
/// Source: measurement rules 2 and 8.
[[nodiscard]] Zone zoneOf(const BodyTemperature &temperature, const TemperatureRules &rules) noexcept;

/// Applies `calibration` to a raw pair; without an ambient value the ambient term is left out.
[[nodiscard]] BodyTemperature corrected(Celsius object, std::optional<Celsius> ambient, const Calibration &calibration);

/// A reading typed in from a contact thermometer, which decides: its zone is Pass or Refer. Absent when it cannot be one (outside contactMin…contactMax).
[[nodiscard]] std::optional<TemperatureReading> contactReading(Celsius typed, MonoTime at, const TemperatureRules &rules);

/// Why `calibration` must not be used at `now`, if so.
[[nodiscard]] std::optional<NoTemperature> calibrationProblem(const Calibration &calibration, WallTime now, const TemperatureRules &rules);

/// Catches a register that does not move: an instrument resolves 0.1 °C, so equal values for seconds are normal; the same value
/// before and after a face came or went are not.
struct FrozenWatch {
    std::optional<ThermometerSample> first; ///< of the equal ones
    std::optional<MonoTime> cameOrWent;     ///< when the first face came or the last one went, if it stood still long before
    Micros patience{0};                     ///< how long after that it may stand still yet
    bool stuck = false;

    void sample(const ThermometerSample &sample);
    /// The first face came into the picture at `at`, or the last one went.
    void facesChanged(MonoTime at, bool came) noexcept;
};

/// The samples of the person in front, and what they amount to. A value: copyable, no clock of its own.
class TemperatureWindow {
public:
    void add(const ThermometerSample &sample, const TemperatureRules &rules);
    /// The instrument answers; whose sample it is nobody knows yet.
    void heard(const ThermometerSample &sample);
    /// Forgets the person's samples; the instrument's warm-up goes on.
    void clearPerson() noexcept { m_samples.clear(); }
    /// The instrument stopped answering: it warms up anew when it comes back.
    void deviceLost() noexcept;

    /// What stands in the way of a result, or a result of samples later than `after`. `faces` is how many the camera sees.
    [[nodiscard]] TemperatureReading reading(MonoTime now, WallTime wallNow, int faces, const Calibration &calibration,
                                             const TemperatureRules &rules, MonoTime after = MonoTime::min()) const;

    [[nodiscard]] const std::optional<ThermometerSample> &newest() const noexcept { return m_newest; }

private:
    std::vector<ThermometerSample> m_samples; ///< within the window, oldest first
    std::optional<ThermometerSample> m_newest;
    std::optional<MonoTime> m_since; ///< first answer since the instrument came up
};

} // namespace menshen
