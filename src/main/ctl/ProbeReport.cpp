// SPDX-License-Identifier: GPL-3.0-or-later
#include "src/main/ctl/ProbeReport.h"

#include "drivers/vision/StateWords.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <sstream>

namespace menshen::ctl {

namespace {

using nlohmann::ordered_json;

const char *nameOf(SensorFault fault)
{
    switch (fault) {
    case SensorFault::Measurement:
        return "measurement";
    case SensorFault::AmbientLow:
        return "ambient_low";
    case SensorFault::AmbientHigh:
        return "ambient_high";
    case SensorFault::ObjectLow:
        return "object_low";
    case SensorFault::ObjectHigh:
        return "object_high";
    case SensorFault::ObjectOutOfRange:
        return "object_out_of_range";
    case SensorFault::AmbientOutOfRange:
        return "ambient_out_of_range";
    case SensorFault::Parameter:
        return "parameter";
    case SensorFault::SelfTest:
        return "self_test";
    }
    return "";
}

double rounded(double value, double step) { return std::round(value / step) * step; }

/// A line for a person, of the object that a machine gets: one source, two forms.
std::string forPerson(const ordered_json &object)
{
    std::ostringstream line;
    for (const auto &[key, value] : object.items()) {
        const auto text = value.is_string() ? value.get<std::string>() : value.dump();
        line << (line.tellp() > 0 ? "  " : "") << (key == "device" ? text : key + ' ' + text);
    }
    return line.str();
}

std::string inForm(const ordered_json &object, bool json)
{
    // An error's text may quote bytes that are no UTF-8.
    return json ? object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) : forPerson(object);
}

} // namespace

std::string thermometerLine(const ThermometerHeard &heard, const std::string &profile, const Calibration &calibration, double seconds,
                            bool json)
{
    ordered_json object{{"device", "thermometer"}, {"profile", profile}};
    if (heard.newest) {
        const auto &[sample, rawObject, emissivity] = *heard.newest;
        const auto body = corrected(sample.object, sample.ambient, calibration);
        object["object"] = rounded(sample.object.degrees, 0.001);
        if (rawObject)
            object["raw_object"] = rounded(rawObject->degrees, 0.001);
        if (sample.ambient)
            object["ambient"] = rounded(sample.ambient->degrees, 0.001);
        object["corrected"] = rounded(body.value.degrees, 0.001);
        object["uncertainty"] = body.uncertainty.degrees;
        object["calibration"] = body.calibration.value;
        if (emissivity)
            object["emissivity"] = rounded(*emissivity, 0.0001);
        object["faults"] = ordered_json::array();
        for (const auto fault : sample.faults)
            object["faults"].push_back(nameOf(fault));
    }
    object["per_second"] = rounded(heard.answers / seconds, 0.1);
    if (heard.failures > 0) {
        object["failures"] = heard.failures;
        object["error"] = heard.lastFailure.detail;
    }
    return inForm(object, json);
}

std::string cameraLine(const CameraHeard &heard, const MaskRules &rules, double seconds, bool json)
{
    ordered_json object{{"device", "camera"}, {"per_second", rounded(heard.frames / seconds, 0.1)}};
    if (heard.frames > 0)
        object["size"] = {heard.size.width, heard.size.height};
    if (heard.faces) {
        object["faces"] = ordered_json::array();
        for (const auto &face : *heard.faces)
            object["faces"].push_back(
                {{"box", {rounded(face.box.x, 0.1), rounded(face.box.y, 0.1), rounded(face.box.w, 0.1), rounded(face.box.h, 0.1)}},
                 {"score", rounded(face.score, 0.001)},
                 {"state", wordOf(stateOf(face, rules))}});
    }
    if (!heard.lastFailure.detail.empty()) {
        object["failures"] = heard.failures;
        object["error"] = heard.lastFailure.detail;
    }
    return inForm(object, json);
}

} // namespace menshen::ctl
