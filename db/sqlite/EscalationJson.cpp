// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/EscalationJson.h"

namespace menshen {
namespace {

Micros duration(const Json &from, const char *key) { return Micros{whole(from, key)}; }

Json toJson(const EscalationLevel &level)
{
    Json people = Json::array();
    for (const Recipient &person : level.people) {
        Json &json = people.emplace_back(Json{{"name", person.name}, {"mobile", person.mobile}, {"email", person.email}});
        if (!person.id.empty())
            json["id"] = person.id;
    }
    return {{"id", level.id},   {"zh", level.name.zh},        {"en", level.name.en},
            {"people", people}, {"couriers", level.couriers}, {"patience_us", level.patience.count()}};
}

EscalationLevel levelFrom(const Json &from)
{
    EscalationLevel level{text(from, "id"), {text(from, "zh"), text(from, "en")}, {}, {}, duration(from, "patience_us")};
    for (const Json &person : from.at("people"))
        level.people.push_back({text(person, "name"), text(person, "mobile"), text(person, "email"), person.value("id", "")});
    level.couriers = from.at("couriers").get<std::vector<std::string>>();
    return level;
}

Json levelsJson(const std::vector<EscalationLevel> &levels)
{
    Json json = Json::array();
    for (const EscalationLevel &level : levels)
        json.push_back(toJson(level));
    return json;
}

std::vector<EscalationLevel> levelsFrom(const Json &from)
{
    std::vector<EscalationLevel> levels;
    for (const Json &level : from)
        levels.push_back(levelFrom(level));
    return levels;
}

} // namespace

Json toJson(const EscalationPolicy &policy)
{
    return {{"levels", levelsJson(policy.levels)},
            {"beside", levelsJson(policy.beside)},
            {"acknowledged_us", policy.acknowledgedFor.count()},
            {"first_pause_us", policy.firstPause.count()},
            {"longest_pause_us", policy.longestPause.count()}};
}

EscalationPolicy policyFrom(const Json &from)
{
    return {levelsFrom(from.at("levels")), levelsFrom(from.at("beside")), duration(from, "acknowledged_us"),
            duration(from, "first_pause_us"), duration(from, "longest_pause_us")};
}

Json toJson(const std::vector<AlertStep> &steps)
{
    Json json = Json::array();
    for (const AlertStep &step : steps) {
        json.push_back({{"id", step.id},
                        {"zh", step.text.zh},
                        {"en", step.text.en},
                        {"kind", nameOf(step.kind)},
                        {"required", step.required},
                        {"after", step.after}});
    }
    return json;
}

std::vector<AlertStep> alertStepsFrom(const Json &from)
{
    std::vector<AlertStep> steps;
    for (const Json &step : from) {
        steps.push_back({text(step, "id"),
                         {text(step, "zh"), text(step, "en")},
                         named<StepKind>(step, "kind"),
                         step.at("required").get<bool>(),
                         step.at("after").get<std::vector<std::string>>()});
    }
    return steps;
}

Json toJson(const EscalationEntry &entry)
{
    Json json{{"alert", entry.alert.value}, {"step", nameOf(entry.step)}, {"line", entry.line},
              {"level", entry.level},       {"round", entry.round},       {"attempt", entry.attempt}};
    if (!entry.courier.empty())
        json["courier"] = entry.courier;
    if (entry.forGood)
        json["for_good"] = true;
    if (!entry.detail.empty())
        json["detail"] = entry.detail;
    if (entry.next)
        json["next_us"] = entry.next->time_since_epoch().count();
    if (entry.ending)
        json["ending"] = {{"how", nameOf(entry.ending->how)}, {"who", entry.ending->who}};
    return json;
}

EscalationEntry escalationFrom(const Json &from)
{
    const auto number = [&](const char *key) { return static_cast<int>(whole(from, key)); };
    EscalationEntry entry;
    entry.alert = {whole(from, "alert")};
    entry.step = named<EscalationStep>(from, "step");
    entry.line = number("line");
    entry.level = number("level");
    entry.round = number("round");
    entry.attempt = number("attempt");
    entry.courier = from.value("courier", "");
    entry.forGood = from.value("for_good", false);
    entry.detail = from.value("detail", "");
    if (from.contains("next_us"))
        entry.next = WallTime{Micros{whole(from, "next_us")}};
    if (const auto ending = from.find("ending"); ending != from.end())
        entry.ending = EndingTold{named<AlertAction>(*ending, "how"), static_cast<int>(whole(*ending, "who"))};
    return entry;
}

Json toJson(const TurnedAwayToldEntry &entry)
{
    Json json{{"visit", entry.visit.value}, {"step", nameOf(entry.step)}, {"attempt", entry.attempt}, {"courier", entry.courier}};
    if (entry.forGood)
        json["for_good"] = true;
    if (!entry.detail.empty())
        json["detail"] = entry.detail;
    if (entry.next)
        json["next_us"] = entry.next->time_since_epoch().count();
    return json;
}

TurnedAwayToldEntry turnedAwayToldFrom(const Json &from)
{
    TurnedAwayToldEntry entry;
    entry.visit = {whole(from, "visit")};
    entry.step = named<EscalationStep>(from, "step");
    entry.attempt = static_cast<int>(whole(from, "attempt"));
    entry.courier = text(from, "courier");
    entry.forGood = from.value("for_good", false);
    entry.detail = from.value("detail", "");
    if (from.contains("next_us"))
        entry.next = WallTime{Micros{whole(from, "next_us")}};
    return entry;
}

} // namespace menshen
