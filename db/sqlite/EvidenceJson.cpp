// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/EvidenceJson.h"

namespace menshen {
namespace {

/// Who judged the mask where the camera could not.
constexpr auto kGuard = "guard";

/// JSON has no NaN: it is stored as null. A broken value is kept as broken, the entry is not lost for it.
Celsius celsius(const Json &value) { return {value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>()}; }

std::optional<Celsius> optionalCelsius(const Json &from, const char *key)
{
    if (!from.contains(key))
        return std::nullopt;
    return celsius(from.at(key));
}

void putCelsius(Json &to, const char *key, const std::optional<Celsius> &value)
{
    if (value)
        to[key] = value->degrees;
}

Json toJson(const Reason &reason)
{
    Json to{{"code", nameOf(reason.code)}, {"level", nameOf(reason.level)}};
    putNamed(to, "no_temperature", reason.noTemperature);
    if (!reason.detail.empty())
        to["detail"] = reason.detail;
    return to;
}

Reason reasonFrom(const Json &from)
{
    return {named<ReasonCode>(from, "code"), named<CheckLevel>(from, "level"), optionalNamed<NoTemperature>(from, "no_temperature"),
            from.value("detail", "")};
}

/// `usual`: what reads this place if nothing is said.
Json toJson(const TemperatureReading &reading, Instrument usual)
{
    Json to = Json::object();
    if (reading.instrument != usual)
        to["instrument"] = nameOf(reading.instrument);
    if (reading.body) {
        to["value"] = reading.body->value.degrees;
        to["uncertainty"] = reading.body->uncertainty.degrees;
        to["calibration"] = reading.body->calibration.value;
        if (reading.body->defaultCalibration)
            to["default_calibration"] = true;
    }
    putNamed(to, "no_result", reading.noResult);
    putNamed(to, "zone", reading.zone);
    putCelsius(to, "raw_object", reading.rawObject);
    putCelsius(to, "raw_ambient", reading.rawAmbient);
    return to;
}

TemperatureReading readingFrom(const Json &from, Instrument usual)
{
    TemperatureReading reading;
    reading.instrument = optionalNamed<Instrument>(from, "instrument").value_or(usual);
    if (from.contains("value"))
        reading.body = BodyTemperature{celsius(from.at("value")),
                                       celsius(from.at("uncertainty")),
                                       {text(from, "calibration")},
                                       from.value("default_calibration", false)};
    reading.noResult = optionalNamed<NoTemperature>(from, "no_result");
    reading.zone = optionalNamed<Zone>(from, "zone");
    reading.rawObject = optionalCelsius(from, "raw_object");
    reading.rawAmbient = optionalCelsius(from, "raw_ambient");
    return reading;
}

} // namespace

Json toJson(const std::vector<Reason> &reasons)
{
    auto to = Json::array();
    for (const auto &reason : reasons)
        to.push_back(toJson(reason));
    return to;
}

std::vector<Reason> reasonsFrom(const Json &from)
{
    std::vector<Reason> reasons;
    for (const auto &item : from)
        reasons.push_back(reasonFrom(item));
    return reasons;
}

void putReasons(Json &to, const std::vector<Reason> &reasons)
{
    if (!reasons.empty())
        to["reasons"] = toJson(reasons);
}

std::vector<Reason> reasonsIn(const Json &from)
{
    return from.contains("reasons") ? reasonsFrom(from.at("reasons")) : std::vector<Reason>();
}

void putEvidence(Json &to, const Evidence &evidence)
{
    const auto attempt = toJson(evidence.attempt, Instrument::Infrared);
    std::optional<Json> infrared;
    if (evidence.infrared)
        to["infrared"] = infrared.emplace(toJson(*evidence.infrared, Instrument::Infrared));
    if (evidence.contact)
        to["contact"] = toJson(*evidence.contact, Instrument::Contact);
    for (const auto &reading : evidence.earlier)
        to["earlier"].push_back(toJson(reading, Instrument::Infrared));
    if (attempt != infrared) // the usual: the last try is the one that counts
        to["attempt"] = attempt;
    putNamed(to, "mask", evidence.mask);
    if (evidence.maskByGuard)
        to["mask_by"] = kGuard;
    to["faces"] = evidence.faces;
}

Evidence evidenceIn(const Json &from)
{
    Evidence evidence;
    if (from.contains("infrared"))
        evidence.infrared = readingFrom(from.at("infrared"), Instrument::Infrared);
    if (from.contains("contact"))
        evidence.contact = readingFrom(from.at("contact"), Instrument::Contact);
    if (from.contains("earlier"))
        for (const auto &item : from.at("earlier"))
            evidence.earlier.push_back(readingFrom(item, Instrument::Infrared));
    if (from.contains("attempt"))
        evidence.attempt = readingFrom(from.at("attempt"), Instrument::Infrared);
    else if (evidence.infrared)
        evidence.attempt = *evidence.infrared;
    evidence.mask = optionalNamed<MaskState>(from, "mask");
    if (from.contains("mask_by")) {
        if (text(from, "mask_by") != kGuard)
            throw DecodeError("a mask judged by somebody unknown");
        evidence.maskByGuard = true;
    }
    evidence.faces = from.at("faces").get<int>();
    return evidence;
}

} // namespace menshen
