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

bool isFever(Celsius shown, const TemperatureRules &rules) noexcept
{
    const double line = rules.feverLine.degrees;
    return rules.feverAtLine ? shown.degrees >= line - kTie : shown.degrees > line + kTie;
}

Zone zoneOf(const BodyTemperature &temperature, const TemperatureRules &rules) noexcept
{
    if (!isFever(temperature.value + temperature.uncertainty, rules)) {
        return Zone::Pass;
    }
    return isFever(temperature.value - temperature.uncertainty, rules) ? Zone::Refer : Zone::Recheck;
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
    reading.zone = isFever(typed, rules) ? Zone::Refer : Zone::Pass;
    reading.from = at;
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

void FrozenWatch::sample(const ThermometerSample &sample)
{
    constexpr double kResolution = 0.05; // half of what an instrument resolves
    if (!first || std::abs(sample.object.degrees - first->object.degrees) > kResolution) {
        first = sample;
        cameOrWent.reset();
        stuck = false;
    } else if (cameOrWent && sample.at - *cameOrWent >= patience) {
        stuck = true;
    }
}

void FrozenWatch::facesChanged(MonoTime at, bool came) noexcept
{
    constexpr Micros kStill = 1s;       // so long it stood still before
    constexpr Micros kSensor = 300ms;   // an infrared sensor follows within
    constexpr Micros kSlowToLeave = 1s; // who goes out of the picture may stand before the sensor a while yet
    if (!cameOrWent && first && at - first->at >= kStill) {
        cameOrWent = at;
        patience = came ? kSensor : kSlowToLeave;
    }
}

void TemperatureWindow::heard(const ThermometerSample &sample)
{
    m_since = m_since.value_or(sample.at);
    if (!m_newest || sample.at >= m_newest->at) {
        m_newest = sample;
    }
}

void TemperatureWindow::add(const ThermometerSample &sample, const TemperatureRules &rules)
{
    heard(sample);
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
                                              const TemperatureRules &rules, MonoTime after) const
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
    std::optional<MonoTime> from, to;
    for (const ThermometerSample &sample : m_samples) {
        // The window ends now: samples of a line that slowed down must not stand for the person of this moment.
        if (now - sample.at <= rules.window + rules.maxAge && sample.at > after && sample.faults.empty()) {
            objects.push_back(sample.object.degrees);
            from = from.value_or(sample.at);
            to = sample.at;
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
    reading.at = *to;
    reading.from = *from;
    reading.body = body;
    reading.zone = zoneOf(body, rules);
    reading.rawObject = object;
    reading.rawAmbient = m_newest->ambient;
    return reading;
}

} // namespace menshen
