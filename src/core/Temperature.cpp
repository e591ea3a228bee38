// SPDX-License-Identifier: GPL-3.0-or-later
#include "menshen/core/Temperature.h"

#include <algorithm>
#include <cmath>

namespace menshen {

namespace {

// Temperatures are shown with one decimal; a comparison at a line must not hang on the last bit of a double.
constexpr double kTie = 1e-9;

bool within(Celsius value, Celsius low, Celsius high)
{
    return value.degrees >= low.degrees - kTie && value.degrees <= high.degrees + kTie;
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

TemperatureReading failed(NoTemperature why, MonoTime at, const std::optional<ThermometerSample> &newest)
{
    TemperatureReading reading;
    reading.at = at;
    reading.noResult = why;
    if (newest) {
        reading.rawObject = newest->object;
        reading.rawAmbient = newest->ambient;
    }
    return reading;
}

} // namespace

Zone zoneOf(const BodyTemperature &temperature, const TemperatureRules &rules) noexcept
{
    const double line = rules.feverLine.degrees;
    const double high = temperature.value.degrees + temperature.uncertainty.degrees;
    const double low = temperature.value.degrees - temperature.uncertainty.degrees;
    if (rules.feverAtLine ? high < line - kTie : high <= line + kTie) {
        return Zone::Pass;
    }
    if (rules.feverAtLine ? low >= line - kTie : low > line + kTie) {
        return Zone::Refer;
    }
    return Zone::Recheck;
}

BodyTemperature corrected(Celsius object, std::optional<Celsius> ambient, const Calibration &calibration)
{
    Celsius value = calibration.offset + calibration.slope * object;
    if (ambient) {
        value = value + calibration.ambientSlope * (*ambient - calibration.ambientReference);
    }
    return {value, calibration.uncertainty, calibration.id, calibration.isDefault};
}

std::optional<TemperatureReading> contactReading(Celsius typed, MonoTime at, const TemperatureRules &rules)
{
    if (!std::isfinite(typed.degrees) || !within(typed, rules.contactMin, rules.contactMax)) {
        return std::nullopt;
    }
    TemperatureReading reading;
    reading.instrument = Instrument::Contact;
    reading.at = at;
    // A contact thermometer reads the body itself: the site's infrared correction has no part in it.
    reading.body = BodyTemperature{typed, rules.contactUncertainty, CalibrationId{"contact"}, false};
    reading.zone = zoneOf(*reading.body, rules);
    reading.rawObject = typed;
    return reading;
}

std::optional<NoTemperature> calibrationProblem(const Calibration &calibration, WallTime now, const TemperatureRules &rules)
{
    if (calibration.slope < rules.slopeMin || calibration.slope > rules.slopeMax ||
        std::abs(calibration.offset.degrees) > rules.offsetLimit.degrees) {
        return NoTemperature::CalibrationOutOfLimits;
    }
    if (calibration.made && now - *calibration.made > rules.calibrationValidFor) {
        return NoTemperature::CalibrationOverdue;
    }
    return std::nullopt;
}

void TemperatureWindow::add(const ThermometerSample &sample, const TemperatureRules &rules)
{
    if (!m_since) {
        m_since = sample.at;
    }
    m_newest = sample;
    m_samples.push_back(sample);
    std::erase_if(m_samples, [&](const ThermometerSample &old) { return sample.at - old.at > rules.window; });
}

void TemperatureWindow::deviceLost() noexcept
{
    m_samples.clear();
    m_newest.reset();
    m_since.reset();
}

TemperatureReading TemperatureWindow::reading(MonoTime now, WallTime wallNow, int faces, const Calibration &calibration,
                                              const TemperatureRules &rules) const
{
    const auto no = [&](NoTemperature why) { return failed(why, now, m_newest); };
    if (!m_newest || !m_since) {
        return no(NoTemperature::DeviceDown);
    }
    if (const auto problem = calibrationProblem(calibration, wallNow, rules)) {
        return no(*problem);
    }
    if (now - m_newest->at > rules.maxAge) {
        return no(NoTemperature::Stale);
    }
    if (now - *m_since < rules.warmUp) {
        return no(NoTemperature::WarmingUp);
    }
    if (!m_newest->faults.empty()) {
        return no(NoTemperature::SensorFault);
    }
    if (m_newest->ambient && !within(*m_newest->ambient, rules.ambientMin, rules.ambientMax)) {
        return no(NoTemperature::AmbientOutOfRange);
    }
    if (faces != 1) {
        return no(faces == 0 ? NoTemperature::Nobody : NoTemperature::MoreThanOneFace);
    }

    std::vector<double> objects;
    for (const ThermometerSample &sample : m_samples) {
        // The window ends now: samples of a line that slowed down must not stand for the person of this moment.
        if (now - sample.at <= rules.window + rules.maxAge && sample.faults.empty()) {
            objects.push_back(sample.object.degrees);
        }
    }
    if (std::ssize(objects) < rules.minSamples) {
        return no(NoTemperature::TooFewSamples);
    }
    const auto [low, high] = std::minmax_element(objects.begin(), objects.end());
    if (*high - *low > rules.maxSpread.degrees + kTie) {
        return no(NoTemperature::Unsteady);
    }
    const Celsius object{medianOf(objects)};
    if (!within(object, rules.sensorMin, rules.sensorMax)) {
        return no(NoTemperature::SensorOutOfRange);
    }

    const BodyTemperature body = corrected(object, m_newest->ambient, calibration);
    if (body.value.degrees < rules.floor.degrees - kTie) {
        return no(NoTemperature::BelowFloor);
    }
    TemperatureReading reading;
    reading.at = now;
    reading.body = body;
    reading.zone = zoneOf(body, rules);
    reading.rawObject = object;
    reading.rawAmbient = m_newest->ambient;
    return reading;
}

} // namespace menshen
