// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/SceneJson.h"

#include "drivers/sim/DayNames.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace menshen {

namespace {

using nlohmann::json;

json toJson(const std::optional<Celsius> &value) { return value ? json(value->degrees) : json(nullptr); }

json toJson(const std::vector<MannequinLook> &figures)
{
    json list = json::array();
    for (const MannequinLook &look : figures) {
        list.push_back({{"face", nameIn(kFaceNames, look.face)},
                        {"variant", look.variant},
                        {"height", look.height},
                        {"x", look.x},
                        {"y", look.y},
                        {"roll", look.roll},
                        {"uniform", look.uniform ? json(*look.uniform) : json(nullptr)}});
    }
    return list;
}

json toJson(const DayPerson &person)
{
    const IdentityDraft &identity = person.identity;
    json result{{"id", person.id},
                {"story", person.story},
                {"kind", nameIn(kDayKinds, person.staff)},
                {"expect", nameIn(kDayOutcomes, person.expect)},
                {"name", identity.name},
                {"forehead", toJson(person.forehead)},
                {"contact", toJson(person.contact)},
                {"fault", nameIn(kThermometerFaultNames, person.fault)},
                {"arrival", nameIn(kDayArrivals, person.arrival)},
                {"asked", nameIn(kDayAsked, person.asked)},
                {"by_hand", person.byHand},
                {"told", person.told ? json(*person.told) : json(nullptr)},
                {"figures", toJson(person.figures)}};
    result["done"] = json::array();
    for (const DayWork work : person.done) {
        result["done"].push_back(nameIn(kDayWorks, work));
    }
    if (person.staff) {
        result.update({{"staff_number", person.staffNumber}, {"direction", nameIn(kDayDirections, person.direction)}});
    } else {
        result.update({{"document_type", nameIn(kDocumentTypeNames, identity.documentType)},
                       {"document", identity.document},
                       {"country", identity.country},
                       {"unverified_reason", identity.unverifiedReason},
                       {"phone", identity.phone},
                       {"phone_note", identity.phoneNote},
                       {"purpose", identity.purpose},
                       {"yes_to", person.yesTo}});
    }
    result["before_ms"] = std::chrono::duration_cast<std::chrono::milliseconds>(settlesAfter(person)).count();
    return result;
}

/// Wrong words and keys; sceneChangeFromJson translates it as it does nlohmann's own exceptions.
class WrongKey : public std::exception {
public:
    explicit WrongKey(std::string detail) : m_detail(std::move(detail)) {}
    [[nodiscard]] const char *what() const noexcept override { return m_detail.c_str(); }

private:
    std::string m_detail;
};

template <typename E, std::size_t N>
E wordFrom(const json &value, const NameTable<E, N> &table, const char *key)
{
    const auto word = value.get<std::string>();
    const auto found = valueIn(table, word);
    if (!found) {
        throw WrongKey(std::string{key} + ": unknown word " + word);
    }
    return *found;
}

MannequinLook lookFrom(const json &value)
{
    MannequinLook look;
    for (const auto &[key, part] : value.items()) {
        if (key == "face") {
            look.face = wordFrom(part, kFaceNames, "face");
        } else if (key == "variant") {
            look.variant = part.get<std::uint32_t>();
        } else if (key == "height") {
            look.height = part.get<double>();
        } else if (key == "x") {
            look.x = part.get<double>();
        } else if (key == "y") {
            look.y = part.get<double>();
        } else if (key == "roll") {
            look.roll = part.get<double>();
        } else if (key == "uniform") {
            look.uniform = part.is_null() ? std::nullopt : std::optional{part.get<std::uint32_t>()};
        } else {
            throw WrongKey("unknown key " + key + " of a figure");
        }
    }
    return look;
}

SceneChange sceneKeyFrom(const std::string &key, const json &value)
{
    if (key == "figures") {
        std::vector<MannequinLook> figures;
        for (const json &figure : value) {
            figures.push_back(lookFrom(figure));
        }
        return [figures](SimScene &scene) { scene.figures = figures; };
    }
    if (key == "forehead" || key == "wall") {
        const auto target = key == "wall" ? &SimScene::wall : &SimScene::forehead;
        const auto degrees = value.is_null() ? std::nullopt : std::optional{Celsius{value.get<double>()}};
        return [target, degrees](SimScene &scene) { scene.*target = degrees; };
    }
    if (key == "ambient") {
        return [ambient = Celsius{value.get<double>()}](SimScene &scene) { scene.ambient = ambient; };
    }
    if (key == "noise") {
        return [noise = Celsius{value.get<double>()}](SimScene &scene) { scene.noise = noise; };
    }
    if (key == "status_bits") {
        return [bits = value.get<std::uint16_t>()](SimScene &scene) { scene.statusBits = bits; };
    }
    if (key == "thermometer_fault") {
        return [fault = wordFrom(value, kThermometerFaultNames, "thermometer_fault")](SimScene &scene) { scene.thermometerFault = fault; };
    }
    if (key == "camera_fault") {
        return [fault = wordFrom(value, kCameraFaultNames, "camera_fault")](SimScene &scene) { scene.cameraFault = fault; };
    }
    throw WrongKey("unknown key " + key);
}

} // namespace

std::string sceneToJson(const SimScene &scene)
{
    return json{{"figures", toJson(scene.figures)},
                {"forehead", toJson(scene.forehead)},
                {"wall", toJson(scene.wall)},
                {"ambient", scene.ambient.degrees},
                {"noise", scene.noise.degrees},
                {"status_bits", scene.statusBits},
                {"thermometer_fault", nameIn(kThermometerFaultNames, scene.thermometerFault)},
                {"camera_fault", nameIn(kCameraFaultNames, scene.cameraFault)}}
        .dump();
}

Result<SceneChange> sceneChangeFromJson(std::string_view text)
{
    try {
        const json parsed = json::parse(text);
        if (!parsed.is_object()) {
            return Error{ErrorCode::BadInput, "a JSON object is expected"};
        }
        std::vector<SceneChange> changes;
        for (const auto &[key, value] : parsed.items()) {
            changes.push_back(sceneKeyFrom(key, value));
        }
        return SceneChange{[changes](SimScene &scene) {
            for (const SceneChange &change : changes) {
                change(scene);
            }
        }};
    } catch (const std::exception &problem) {
        return Error{ErrorCode::BadInput, problem.what()};
    }
}

std::string dayToJson(const DayScript &day)
{
    json people = json::array();
    for (const DayPerson &person : day.people) {
        people.push_back(toJson(person));
    }
    return json{{"name", day.name}, {"ambient", day.ambient.degrees}, {"people", people}}.dump();
}

} // namespace menshen
