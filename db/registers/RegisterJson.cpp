// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/registers/RegisterJson.h"

#include "db/sqlite/JsonFields.h"

namespace menshen {

template <>
struct EnumNames<GroupRole> {
    static constexpr std::string_view kWhat = "role";
    static constexpr auto kAll = std::to_array<NameOf<GroupRole>>({{GroupRole::Leader, "leader"},
                                                                   {GroupRole::Deputy, "deputy"},
                                                                   {GroupRole::Member, "member"},
                                                                   {GroupRole::OfficeDirector, "office_director"},
                                                                   {GroupRole::Office, "office"},
                                                                   {GroupRole::Cdc, "cdc"}});
};

namespace {

std::chrono::minutes minutes(const Json &from, const char *key)
{
    const auto value = whole(from, key);
    if (value < 0 || value >= 24 * 60)
        throw DecodeError("a time of day that is none");
    return std::chrono::minutes{value};
}

Json toJson(const LeadingGroup &group)
{
    Json people = Json::array();
    for (const GroupPerson &person : group.people) {
        Json json{{"id", person.id}, {"name", person.name}, {"role", nameOf(person.role)}};
        for (const auto &[key, value] : {std::pair{"mobile", &person.mobile}, {"email", &person.email}, {"substitute", &person.substitute}})
            if (!value->empty())
                json[key] = *value;
        if (person.awayUntil)
            json["away_until"] = dayText(*person.awayUntil);
        people.push_back(std::move(json));
    }
    return {{"last_id", group.lastId}, {"people", std::move(people)}};
}

LeadingGroup groupFrom(const Json &from)
{
    LeadingGroup group;
    group.lastId = static_cast<int>(whole(from, "last_id"));
    for (const Json &json : from.at("people")) {
        GroupPerson &person = group.people.emplace_back();
        person.id = text(json, "id");
        person.name = text(json, "name");
        person.role = named<GroupRole>(json, "role");
        person.mobile = json.value("mobile", "");
        person.email = json.value("email", "");
        person.substitute = json.value("substitute", "");
        if (json.contains("away_until"))
            person.awayUntil = day(json, "away_until");
    }
    return group;
}

Json toJson(const Roster &roster)
{
    Json json{{"shifts", Json::array()}, {"duties", Json::array()}, {"closed", Json::array()}, {"hand_overs", Json::array()}};
    for (const Shift &shift : roster.shifts)
        json["shifts"].push_back({{"name", shift.name}, {"start", shift.start.count()}, {"end", shift.end.count()}});
    for (const Duty &duty : roster.duties)
        json["duties"].push_back({{"day", dayText(duty.day)}, {"shift", duty.shift}, {"person", duty.person}});
    for (const ClosedDay &closed : roster.closed)
        json["closed"].push_back({{"day", dayText(closed.day)}, {"why", closed.why}});
    for (const ShiftHandOver &handOver : roster.handOvers)
        json["hand_overs"].push_back({{"day", dayText(handOver.day)},
                                      {"shift", handOver.shift},
                                      {"at_us", handOver.at.time_since_epoch().count()},
                                      {"to", handOver.to}});
    return json;
}

Roster rosterFrom(const Json &from)
{
    Roster roster;
    for (const Json &json : from.at("shifts"))
        roster.shifts.push_back({text(json, "name"), minutes(json, "start"), minutes(json, "end")});
    for (const Json &json : from.at("duties"))
        roster.duties.push_back({day(json, "day"), text(json, "shift"), text(json, "person")});
    for (const Json &json : from.at("closed"))
        roster.closed.push_back({day(json, "day"), text(json, "why")});
    for (const Json &json : from.at("hand_overs"))
        roster.handOvers.push_back({day(json, "day"), text(json, "shift"), WallTime{Micros{whole(json, "at_us")}}, text(json, "to")});
    return roster;
}

RegisterContent contentFrom(RegisterKind kind, const Json &from)
{
    return kind == RegisterKind::LeadingGroup ? RegisterContent(groupFrom(from)) : RegisterContent(rosterFrom(from));
}

} // namespace

std::string registerText(const RegisterContent &content, WallTime at)
{
    Json json = std::visit([](const auto &known) { return toJson(known); }, content);
    json["at_us"] = at.time_since_epoch().count();
    return dumped(json);
}

Result<ReadRegister> registerFrom(RegisterKind kind, std::string_view text)
{
    try {
        const Json json = parsed(text);
        return ReadRegister{WallTime{Micros{whole(json, "at_us")}}, contentFrom(kind, json)};
    } catch (const DecodeError &error) {
        return Error{ErrorCode::Damaged, error.what()};
    } catch (const Json::exception &) { // its message may quote
        return Error{ErrorCode::Damaged, "a register that is not understood"};
    }
}

} // namespace menshen
