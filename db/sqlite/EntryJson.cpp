// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/EntryJson.h"

#include "db/sqlite/EnumNames.h"

#include <limits>
#include <nlohmann/json.hpp>

namespace menshen {
namespace {

using nlohmann::json;

std::string dumped(const json &value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

/// Without the parser's own message: it quotes what it stumbled over, which may be personal data.
json parsed(std::string_view text)
{
    auto value = json::parse(text, nullptr, false);
    if (value.is_discarded())
        throw DecodeError("not JSON");
    return value;
}

std::string text(const json &from, const char *key) { return from.at(key).get<std::string>(); }

template <typename E>
E named(const json &from, const char *key)
{
    return enumNamed<E>(from.at(key).get_ref<const std::string &>());
}

template <typename E>
std::optional<E> optionalNamed(const json &from, const char *key)
{
    if (!from.contains(key))
        return std::nullopt;
    return named<E>(from, key);
}

template <typename E>
void putNamed(json &to, const char *key, const std::optional<E> &value)
{
    if (value)
        to[key] = nameOf(*value);
}

/// JSON has no NaN: it is stored as null. A broken value is kept as broken, the entry is not lost for it.
Celsius celsius(const json &value) { return {value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>()}; }

std::optional<Celsius> optionalCelsius(const json &from, const char *key)
{
    if (!from.contains(key))
        return std::nullopt;
    return celsius(from.at(key));
}

void putCelsius(json &to, const char *key, const std::optional<Celsius> &value)
{
    if (value)
        to[key] = value->degrees;
}

json toJson(const Reason &reason)
{
    json to{{"code", nameOf(reason.code)}, {"level", nameOf(reason.level)}};
    putNamed(to, "no_temperature", reason.noTemperature);
    if (!reason.detail.empty())
        to["detail"] = reason.detail;
    return to;
}

Reason reasonFrom(const json &from)
{
    return {named<ReasonCode>(from, "code"), named<CheckLevel>(from, "level"), optionalNamed<NoTemperature>(from, "no_temperature"),
            from.value("detail", "")};
}

json toJson(const std::vector<Reason> &reasons)
{
    auto to = json::array();
    for (const auto &reason : reasons)
        to.push_back(toJson(reason));
    return to;
}

std::vector<Reason> reasonsFrom(const json &from)
{
    std::vector<Reason> reasons;
    for (const auto &item : from)
        reasons.push_back(reasonFrom(item));
    return reasons;
}

json toJson(const TemperatureReading &reading)
{
    json to{{"instrument", nameOf(reading.instrument)}};
    if (reading.body) {
        to["value"] = reading.body->value.degrees;
        to["uncertainty"] = reading.body->uncertainty.degrees;
        to["calibration"] = reading.body->calibration.value;
        to["default_calibration"] = reading.body->defaultCalibration;
    }
    putNamed(to, "no_result", reading.noResult);
    putNamed(to, "zone", reading.zone);
    putCelsius(to, "raw_object", reading.rawObject);
    putCelsius(to, "raw_ambient", reading.rawAmbient);
    return to;
}

TemperatureReading readingFrom(const json &from)
{
    TemperatureReading reading;
    reading.instrument = named<Instrument>(from, "instrument");
    if (from.contains("value"))
        reading.body = BodyTemperature{celsius(from.at("value")),
                                       celsius(from.at("uncertainty")),
                                       {text(from, "calibration")},
                                       from.at("default_calibration").get<bool>()};
    reading.noResult = optionalNamed<NoTemperature>(from, "no_result");
    reading.zone = optionalNamed<Zone>(from, "zone");
    reading.rawObject = optionalCelsius(from, "raw_object");
    reading.rawAmbient = optionalCelsius(from, "raw_ambient");
    return reading;
}

json toJson(const Evidence &evidence)
{
    json to{{"attempt", toJson(evidence.attempt)}, {"faces", evidence.faces}};
    if (evidence.infrared)
        to["infrared"] = toJson(*evidence.infrared);
    if (evidence.contact)
        to["contact"] = toJson(*evidence.contact);
    for (const auto &reading : evidence.earlier)
        to["earlier"].push_back(toJson(reading));
    putNamed(to, "mask", evidence.mask);
    return to;
}

Evidence evidenceFrom(const json &from)
{
    Evidence evidence;
    evidence.attempt = readingFrom(from.at("attempt"));
    evidence.faces = from.at("faces").get<int>();
    if (from.contains("infrared"))
        evidence.infrared = readingFrom(from.at("infrared"));
    if (from.contains("contact"))
        evidence.contact = readingFrom(from.at("contact"));
    if (from.contains("earlier"))
        for (const auto &item : from.at("earlier"))
            evidence.earlier.push_back(readingFrom(item));
    evidence.mask = optionalNamed<MaskState>(from, "mask");
    return evidence;
}

json toJson(const IdentityDraft &identity)
{
    return {{"name", identity.name},
            {"document_type", nameOf(identity.documentType)},
            {"document", identity.document},
            {"country", identity.country},
            {"unverified_reason", identity.unverifiedReason},
            {"phone", identity.phone},
            {"phone_note", identity.phoneNote},
            {"purpose", identity.purpose}};
}

IdentityDraft identityFrom(const json &from)
{
    return {text(from, "name"),
            named<DocumentType>(from, "document_type"),
            text(from, "document"),
            text(from, "country"),
            text(from, "unverified_reason"),
            text(from, "phone"),
            text(from, "phone_note"),
            text(from, "purpose")};
}

// ---- One pair for each kind of entry. `personal` is null when an entry has no such part or it is gone. --------------

EncodedEntry encode(const VisitEntry &visit)
{
    json body{{"outcome", nameOf(visit.outcome)},
              {"reasons", toJson(visit.reasons)},
              {"evidence", toJson(visit.evidence)},
              {"answers", json::array()},
              {"plan", visit.plan}};
    putNamed(body, "verdict", visit.verdict);
    for (const auto &[question, answer] : visit.answers)
        body["answers"].push_back({{"question", question}, {"answer", nameOf(answer)}});
    const json personal{{"identity", toJson(visit.identity)}, {"override_reason", visit.overrideReason}, {"note", visit.note}};
    return {"visit", dumped(body), dumped(personal)};
}

VisitEntry visitFrom(const json &body, const json &personal)
{
    VisitEntry visit;
    visit.outcome = named<Outcome>(body, "outcome");
    visit.verdict = optionalNamed<Verdict>(body, "verdict");
    visit.reasons = reasonsFrom(body.at("reasons"));
    visit.evidence = evidenceFrom(body.at("evidence"));
    for (const auto &item : body.at("answers"))
        visit.answers.emplace_back(text(item, "question"), named<Answer>(item, "answer"));
    visit.plan = text(body, "plan");
    if (!personal.is_null()) {
        visit.identity = identityFrom(personal.at("identity"));
        visit.overrideReason = text(personal, "override_reason");
        visit.note = text(personal, "note");
    }
    return visit;
}

EncodedEntry encode(const StaffPunchEntry &punch)
{
    const json body{{"number", punch.number},           {"department", punch.department},   {"direction", nameOf(punch.direction)},
                    {"verdict", nameOf(punch.verdict)}, {"reasons", toJson(punch.reasons)}, {"evidence", toJson(punch.evidence)}};
    return {"staff_punch", dumped(body), dumped({{"name", punch.name}})};
}

StaffPunchEntry punchFrom(const json &body, const json &personal)
{
    StaffPunchEntry punch;
    punch.number = text(body, "number");
    punch.department = text(body, "department");
    punch.direction = named<PunchDirection>(body, "direction");
    punch.verdict = named<Verdict>(body, "verdict");
    punch.reasons = reasonsFrom(body.at("reasons"));
    punch.evidence = evidenceFrom(body.at("evidence"));
    if (!personal.is_null())
        punch.name = text(personal, "name");
    return punch;
}

EncodedEntry encode(const ExitEntry &) { return {"exit", "{}", std::nullopt}; }

EncodedEntry encode(const AlertRaisedEntry &alert)
{
    const json body{{"cause", alert.cause.value}, {"reasons", toJson(alert.reasons)}};
    return {"alert_raised", dumped(body), dumped({{"who", alert.who}})};
}

AlertRaisedEntry alertRaisedFrom(const json &body, const json &personal)
{
    return {EntrySeq{body.at("cause").get<std::int64_t>()}, reasonsFrom(body.at("reasons")),
            personal.is_null() ? std::string() : text(personal, "who")};
}

EncodedEntry encode(const AlertActionEntry &done)
{
    const json body{{"alert", done.alert.value}, {"action", nameOf(done.action)}, {"step", done.step}};
    return {"alert_action", dumped(body), dumped({{"reason", done.reason}})}; // free text: may name somebody
}

AlertActionEntry alertActionFrom(const json &body, const json &personal)
{
    return {EntrySeq{body.at("alert").get<std::int64_t>()}, named<AlertAction>(body, "action"), text(body, "step"),
            personal.is_null() ? std::string() : text(personal, "reason")};
}

EncodedEntry encode(const StationEntry &station)
{
    return {"station", dumped({{"action", nameOf(station.action)}, {"detail", station.detail}}), std::nullopt};
}

StationEntry stationFrom(const json &body) { return {named<StationAction>(body, "action"), text(body, "detail")}; }

Entry entryFrom(std::string_view kind, const json &body, const json &personal)
{
    if (kind == "visit")
        return visitFrom(body, personal);
    if (kind == "staff_punch")
        return punchFrom(body, personal);
    if (kind == "exit")
        return ExitEntry{};
    if (kind == "alert_raised")
        return alertRaisedFrom(body, personal);
    if (kind == "alert_action")
        return alertActionFrom(body, personal);
    if (kind == "station")
        return stationFrom(body);
    throw DecodeError("unknown kind \"" + std::string(kind) + '"');
}

} // namespace

EncodedEntry encodedEntry(const Entry &entry)
{
    return std::visit([](const auto &known) { return encode(known); }, entry);
}

Result<Entry> decodedEntry(EntrySeq seq, std::string_view kind, std::string_view body, const std::optional<std::string> &personal)
{
    const auto failed = [seq](const char *why) {
        return Error{ErrorCode::Storage, "journal entry " + std::to_string(seq.value) + ": " + why};
    };
    try {
        return entryFrom(kind, parsed(body), personal ? parsed(*personal) : json());
    } catch (const DecodeError &error) {
        return failed(error.what());
    } catch (const json::exception &error) { // a missing key or a wrong type; names keys and types, never values
        return failed(error.what());
    }
}

std::string encodedReasons(const std::vector<Reason> &reasons) { return dumped(toJson(reasons)); }

std::vector<Reason> decodedReasons(std::string_view stored)
{
    try {
        return reasonsFrom(parsed(stored));
    } catch (const json::exception &error) {
        throw DecodeError(error.what());
    }
}

} // namespace menshen
