// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/sim/DayScript.h"

#include "drivers/config/TomlReader.h"
#include "drivers/sim/DayNames.h"

#include <algorithm>
#include <iterator>
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
    section.number("y", look.y, {-0.5, 0.8});
    section.number("roll", look.roll, {-360.0, 360.0});
    if (section.has("uniform")) {
        section.integer<std::uint32_t>("uniform", look.uniform.emplace(), {0, 100'000});
    }
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
    act.fault = person.fault;
    MannequinLook self = person.figures.front();
    bool nobody = false;
    bool sensed = true;
    section.duration("lasts_ms", act.lasts, {1, 600'000}, Need::Required);
    section.flag("nobody", nobody);
    section.flag("sensed", sensed);
    readOptional(section, "forehead", act.forehead, kForehead);
    section.choice("fault", act.fault, kThermometerFaultNames);
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

/// The words of `key`, with blanks between.
std::vector<std::string> wordsOf(Section &section, std::string_view key)
{
    std::string text;
    section.text(key, text);
    std::istringstream stream{text};
    return {std::istream_iterator<std::string>{stream}, {}};
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
    person.yesTo = wordsOf(section, "yes_to");
}

void readArrival(Section &section, DayPerson &person, bool first)
{
    constexpr Range<std::int64_t> kLong{0, 600'000};
    section.choice("arrival", person.arrival, kDayArrivals);
    section.duration("gap_ms", person.gap, kLong);
    section.duration("beside_ms", person.beside, {1, kLong.most}, person.arrival == DayArrival::Joins ? Need::Required : Need::Optional);
    section.choice("asked", person.asked, kDayAsked);
    if (first && person.arrival != DayArrival::Alone) {
        section.refuse("arrival", "\"alone\": there is nobody before the first of a day");
    }
    if (section.has("gap_ms") && person.arrival != DayArrival::Swap) {
        section.refuse("gap_ms", "only with arrival = \"swap\"");
    }
    if (!person.before.empty() && person.arrival == DayArrival::Stays) {
        section.refuse("before", "no acts with arrival = \"stays\": it is the one before who stands there");
    }
    if (section.has("beside_ms") && person.arrival != DayArrival::Joins) {
        section.refuse("beside_ms", "only with arrival = \"joins\"");
    }
}

void readGuard(Section &section, DayPerson &person)
{
    if (section.has("stays_ms")) {
        section.duration("stays_ms", person.stays.emplace(), {1, 600'000});
    }
    for (const std::string &word : wordsOf(section, "done")) {
        if (const auto work = valueIn(kDayWorks, word)) {
            person.done.push_back(*work);
        } else {
            section.refuse("done", "words of \"identity\", \"answers\", \"contact\", with blanks between");
        }
    }
    section.flag("by_hand", person.byHand);
    if (section.has("told")) {
        section.flag("told", person.told.emplace(false));
    }
    if (!person.contact && std::ranges::count(person.done, DayWork::Contact) > 0) {
        section.refuse("done", "no \"contact\" without a value for contact");
    }
}

DayPerson readPerson(Section section, bool first)
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
    readOptional(section, "wall", person.wall, kForehead);
    readOptional(section, "contact", person.contact, kForehead);
    section.choice("fault", person.fault, kThermometerFaultNames);
    readLook(section.section("look"), person.figures.emplace_back());
    std::ranges::copy(readCompanions(section), std::back_inserter(person.figures));
    for (const Section &act : section.sections("before")) {
        person.before.push_back(readAct(act, person));
    }
    readArrival(section, person, first);
    readGuard(section, person);
    const bool punched = person.expect == DayOutcome::In || person.expect == DayOutcome::Out;
    if (person.staff ? person.expect == DayOutcome::Admitted || person.expect == DayOutcome::Left : punched) {
        section.refuse("expect",
                       "staff are \"in\", \"out\", \"refused\" or \"gone\", visitors \"admitted\", \"refused\", \"left\" or \"gone\"");
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
    readOptional(root, "wall", day.wall, kForehead);
    std::set<std::string> ids;
    for (Section &section : root.sections("person", Need::Required)) {
        day.people.push_back(readPerson(section, day.people.empty()));
        if (!ids.insert(day.people.back().id).second) {
            section.refuse("id", "an id that nobody else of the day has");
        }
    }
    if (auto finished = reader.finish(); !finished) {
        return finished.error();
    }
    return day;
}

std::vector<DayAct> actsOf(const DayPerson &person, const DayPerson *former)
{
    std::vector<DayAct> acts;
    if (former != nullptr && person.arrival == DayArrival::Stays) {
        return acts;
    }
    if (former != nullptr && person.arrival == DayArrival::Swap && person.gap > Micros{0}) {
        acts.push_back({person.gap, {}, std::nullopt, person.fault});
    }
    if (former != nullptr && person.arrival == DayArrival::Joins) {
        DayAct both{person.beside, former->figures, former->forehead, former->fault};
        std::ranges::copy(person.figures, std::back_inserter(both.figures));
        acts.push_back(std::move(both));
    }
    std::ranges::copy(person.before, std::back_inserter(acts));
    return acts;
}

Micros settlesAfter(const DayPerson &person) noexcept
{
    Micros time = person.gap + person.beside;
    for (const DayAct &act : person.before) {
        time += act.lasts;
    }
    return time;
}

SimScene emptyScene(const DayScript &day)
{
    SimScene scene;
    scene.ambient = day.ambient;
    scene.wall = day.wall;
    return scene;
}

SimScene sceneOf(const DayScript &day, const DayPerson &person, const DayAct *act)
{
    SimScene scene = emptyScene(day);
    scene.ambient = person.ambient.value_or(day.ambient);
    scene.wall = person.wall ? person.wall : day.wall;
    scene.thermometerFault = act != nullptr ? act->fault : person.fault;
    scene.figures = act != nullptr ? act->figures : person.figures;
    scene.forehead = act != nullptr ? act->forehead : person.forehead;
    return scene;
}

} // namespace menshen
