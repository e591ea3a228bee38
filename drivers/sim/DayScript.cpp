// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/DayScript.h"

#include "drivers/config/TomlReader.h"
#include "drivers/sim/DayNames.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace menshen {

namespace {

constexpr Range<double> kForehead{20.0, 45.0};
constexpr Range<double> kAmbient{-20.0, 50.0};

void readOptional(Section &section, std::string_view key, std::optional<Celsius> &target, Range<double> range)
{
    if (section.has(key)) {
        section.celsius(key, target.emplace(), range);
    }
}

void readLook(Section section, MannequinLook &look)
{
    section.choice("face", look.face, kFaceNames);
    section.integer<std::uint32_t>("variant", look.variant, {0, 100'000});
    section.number("height", look.height, {0.02, 0.9});
    section.number("x", look.x, {-0.5, 1.5});
}

std::vector<MannequinLook> readCompanions(Section &section)
{
    std::vector<MannequinLook> companions;
    for (Section &each : section.sections("companion")) {
        readLook(each, companions.emplace_back());
    }
    return companions;
}

/// An act differs from how the person stays in what it names.
DayAct readAct(Section section, const DayPerson &person)
{
    DayAct act;
    act.forehead = person.forehead;
    MannequinLook self = person.figures.front();
    bool nobody = false;
    bool sensed = true;
    section.duration("lasts_ms", act.lasts, {1, 600'000}, Need::Required);
    section.flag("nobody", nobody);
    section.flag("sensed", sensed);
    readOptional(section, "forehead", act.forehead, kForehead);
    readLook(section.section("look"), self);
    act.figures = readCompanions(section);
    if (!nobody) {
        act.figures.insert(act.figures.begin(), self);
    }
    if (nobody || !sensed) {
        act.forehead.reset();
    }
    return act;
}

void readVisitor(Section &section, DayPerson &person)
{
    IdentityDraft &identity = person.identity;
    section.choice("document_type", identity.documentType, kDocumentTypeNames);
    section.text("document", identity.document);
    section.text("country", identity.country);
    section.text("unverified_reason", identity.unverifiedReason);
    section.text("phone", identity.phone);
    section.text("phone_note", identity.phoneNote);
    section.text("purpose", identity.purpose);
    std::string yesTo;
    section.text("yes_to", yesTo);
    std::istringstream ids{yesTo};
    for (std::string id; ids >> id;) {
        person.yesTo.push_back(id);
    }
}

DayPerson readPerson(Section section)
{
    DayPerson person;
    section.text("id", person.id, Need::Required);
    section.text("story", person.story);
    section.text("name", person.identity.name, Need::Required);
    section.choice("kind", person.staff, kDayKinds);
    section.choice("expect", person.expect, kDayOutcomes, Need::Required);
    if (person.staff) {
        section.text("staff_number", person.staffNumber, Need::Required);
        section.choice("direction", person.direction, kDayDirections, Need::Required);
    } else {
        readVisitor(section, person);
    }
    readOptional(section, "forehead", person.forehead, kForehead);
    readOptional(section, "ambient", person.ambient, kAmbient);
    readOptional(section, "contact", person.contact, kForehead);
    section.choice("fault", person.fault, kThermometerFaultNames);
    readLook(section.section("look"), person.figures.emplace_back());
    std::ranges::copy(readCompanions(section), std::back_inserter(person.figures));
    for (const Section &act : section.sections("before")) {
        person.before.push_back(readAct(act, person));
    }
    const bool punched = person.expect == DayOutcome::In || person.expect == DayOutcome::Out;
    if (person.staff ? person.expect == DayOutcome::Admitted || person.expect == DayOutcome::Left : punched) {
        section.refuse("expect", "staff are \"in\", \"out\" or \"refused\", visitors \"admitted\", \"refused\" or \"left\"");
    }
    return person;
}

} // namespace

const DayPerson *DayScript::find(std::string_view id) const noexcept
{
    const auto found = std::ranges::find(people, id, &DayPerson::id);
    return found == people.end() ? nullptr : &*found;
}

Result<DayScript> loadDayScript(const std::filesystem::path &file)
{
    const auto text = readSettingsText(file);
    return text ? parseDayScript(*text, file) : Result<DayScript>{text.error()};
}

Result<DayScript> parseDayScript(std::string_view text, const std::filesystem::path &file)
{
    TomlReader reader(text, file);
    Section root = reader.root();
    DayScript day;
    root.text("name", day.name, Need::Required);
    root.celsius("ambient", day.ambient, kAmbient);
    std::set<std::string> ids;
    for (Section &section : root.sections("person", Need::Required)) {
        day.people.push_back(readPerson(section));
        if (!ids.insert(day.people.back().id).second) {
            section.refuse("id", "an id that nobody else of the day has");
        }
    }
    if (auto finished = reader.finish(); !finished) {
        return finished.error();
    }
    return day;
}

SimScene sceneOf(const DayScript &day, const DayPerson &person, std::size_t act)
{
    SimScene scene;
    scene.ambient = person.ambient.value_or(day.ambient);
    scene.thermometerFault = person.fault;
    const bool settled = act >= person.before.size();
    scene.figures = settled ? person.figures : person.before[act].figures;
    scene.forehead = settled ? person.forehead : person.before[act].forehead;
    return scene;
}

} // namespace menshen
