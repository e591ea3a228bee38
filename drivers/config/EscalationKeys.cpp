// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/EscalationKeys.h"

#include <algorithm>
#include <array>
#include <set>

namespace menshen {

namespace {

using namespace std::string_view_literals;

constexpr auto kSources = std::to_array<std::pair<std::string_view, PeopleSource>>({{"roster"sv, PeopleSource::Roster},
                                                                                    {"office"sv, PeopleSource::Office},
                                                                                    {"deputies"sv, PeopleSource::Deputies},
                                                                                    {"leader"sv, PeopleSource::Leader},
                                                                                    {"cdc"sv, PeopleSource::Cdc}});

bool isMobile(const std::string &text)
{
    const std::string_view digits = text.starts_with('+') ? std::string_view(text).substr(1) : std::string_view(text);
    return digits.size() >= 8 && digits.size() <= 15 && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

Recipient personFrom(Section section)
{
    Recipient person;
    section.text("name", person.name, Need::Required);
    section.text("mobile", person.mobile);
    if (!person.mobile.empty() && !isMobile(person.mobile))
        section.refuse("mobile", "digits only, 8 to 15 of them, with a + before a country's code");
    section.text("email", person.email);
    if (!person.email.empty() && (person.email.find('@') == std::string::npos || person.email.find_first_of(" <>\",") != std::string::npos))
        section.refuse("email", "an address alone, such as \"office@example.gov.cn\"");
    return person;
}

EscalationLevel levelFrom(Section section, const std::vector<CourierSettings> &couriers, std::set<std::string> &seen)
{
    EscalationLevel level;
    section.text("id", level.id, Need::Required);
    if (!level.id.empty() && !seen.insert(level.id).second)
        section.refuse("id", "an id that no other level has");
    section.text("zh", level.name.zh, Need::Required);
    section.text("en", level.name.en, Need::Required);
    section.texts("couriers", level.couriers, Need::Required);
    for (const std::string &id : level.couriers)
        if (std::ranges::none_of(couriers, [&](const CourierSettings &courier) { return courier.id == id; }))
            section.refuse("couriers", "ids of [[courier]] sections, best first; there is none called \"" + id + '"');
    section.duration("patience_s", level.patience, {30, 3600});
    if (section.has("from"))
        section.choice("from", level.from.emplace(), kSources);
    for (const Section &person : section.sections("person"))
        level.people.push_back(personFrom(person));
    return level;
}

} // namespace

void readEscalation(Section section, const std::vector<CourierSettings> &couriers, EscalationPolicy &policy)
{
    section.duration("acknowledged_s", policy.acknowledgedFor, {60, 7200});
    std::set<std::string> seen;
    for (const Section &level : section.sections("level"))
        policy.levels.push_back(levelFrom(level, couriers, seen));
    for (const Section &line : section.sections("beside"))
        policy.beside.push_back(levelFrom(line, couriers, seen));
}

} // namespace menshen
