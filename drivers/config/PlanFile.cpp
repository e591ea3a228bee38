// SPDX-License-Identifier: GPL-3.0-or-later
#include "drivers/config/ConfigFiles.h"
#include "drivers/config/TomlReader.h"

#include <array>
#include <set>
#include <sstream>

namespace menshen {

namespace {

constexpr std::array<std::pair<std::string_view, CheckLevel>, 3> kLevels{
    {{"hard", CheckLevel::Hard}, {"soft", CheckLevel::Soft}, {"off", CheckLevel::Off}}};
/// Level I is never off: then it would not be level I (S1).
constexpr std::array<std::pair<std::string_view, CheckLevel>, 2> kClosedChecks{{{"soft", CheckLevel::Soft}, {"hard", CheckLevel::Hard}}};
constexpr std::array<std::pair<std::string_view, FieldRule>, 3> kFieldRules{
    {{"required", FieldRule::Required}, {"optional", FieldRule::Optional}, {"off", FieldRule::Off}}};
constexpr std::array<std::pair<std::string_view, StepKind>, 6> kStepKinds{{{"task", StepKind::Task},
                                                                           {"isolation", StepKind::Isolation},
                                                                           {"hand_over", StepKind::HandOver},
                                                                           {"air_conditioning_off", StepKind::AirOff},
                                                                           {"disinfection", StepKind::Disinfection},
                                                                           {"air_conditioning_on", StepKind::AirOn}}};
/// What a step is whose file says no kind: files from before the kinds go on working. The daily report counts by the first.
constexpr std::string_view kIsolationId = "isolation_room";
constexpr std::array<std::pair<std::string_view, StepKind>, 5> kKindsById{{{kIsolationId, StepKind::Isolation},
                                                                           {"handed_over", StepKind::HandOver},
                                                                           {"air_conditioning_off", StepKind::AirOff},
                                                                           {"disinfected", StepKind::Disinfection},
                                                                           {"air_conditioning_on", StepKind::AirOn}}};

void readText(Section section, LocalText &text)
{
    section.text("zh", text.zh, Need::Required);
    section.text("en", text.en, Need::Required);
}

/// A range whose ends stand in two keys.
void checkOrder(Section &section, std::string_view upperKey, double lower, double upper)
{
    std::ostringstream remedy;
    remedy << "a number above its lower end, which is " << lower;
    if (!(lower < upper))
        section.refuse(upperKey, remedy.str());
}

void readTemperature(Section section, Plan &plan)
{
    auto &rules = plan.temperature;
    section.choice("check", plan.temperatureCheck, kLevels);
    section.celsius("fever_line", rules.feverLine, {36.0, 40.0});
    section.flag("fever_at_line", rules.feverAtLine);
    section.celsius("floor", rules.floor, {30.0, 36.5});
    section.celsius("sensor_min", rules.sensorMin, {0.0, 36.0});
    section.celsius("sensor_max", rules.sensorMax, {40.0, 100.0});
    section.celsius("ambient_min", rules.ambientMin, {-40.0, 40.0});
    section.celsius("ambient_max", rules.ambientMax, {0.0, 60.0});
    section.celsius("max_spread", rules.maxSpread, {0.01, 2.0});
    section.duration("window_ms", rules.window, {100, 10'000});
    section.integer("min_samples", rules.minSamples, {2, 1000});
    section.duration("max_age_ms", rules.maxAge, {100, 10'000});
    section.duration("warm_up_s", rules.warmUp, {0, 7200});
    auto days = static_cast<int>(rules.calibrationValidFor.count());
    section.integer("calibration_valid_days", days, {1, 3650});
    rules.calibrationValidFor = std::chrono::days(days);
    section.number("slope_min", rules.slopeMin, {0.1, 1.0});
    section.number("slope_max", rules.slopeMax, {1.0, 10.0});
    section.celsius("offset_limit", rules.offsetLimit, {0.1, 10.0});
    section.flag("manual_allowed", rules.manualAllowed);
    section.celsius("contact_uncertainty", rules.contactUncertainty, {0.0, 1.0});
    section.celsius("contact_min", rules.contactMin, {25.0, 36.0});
    section.celsius("contact_max", rules.contactMax, {38.0, 50.0});
    checkOrder(section, "ambient_max", rules.ambientMin.degrees, rules.ambientMax.degrees);
    checkOrder(section, "fever_line", rules.floor.degrees, rules.feverLine.degrees);
}

void readMask(Section section, Plan &plan)
{
    auto &rules = plan.mask;
    section.choice("check", plan.maskCheck, kLevels);
    section.number("min_score", rules.minScore, {0.05, 1.0});
    section.number("min_face_height", rules.minFaceHeight, {0.02, 1.0});
    section.number("min_probability", rules.minProbability, {0.34, 1.0}); // of three states one always has a third
    section.number("min_sharpness", rules.minSharpness, {0.0, 10'000.0});
    section.number("min_brightness", rules.minBrightness, {0.0, 255.0});
    section.number("max_brightness", rules.maxBrightness, {0.0, 255.0});
    section.duration("window_ms", rules.window, {100, 10'000});
    section.integer("min_frames", rules.minFrames, {2, 1000}); // never a single frame
    section.number("agreement", rules.agreement, {0.51, 1.0});
    checkOrder(section, "max_brightness", rules.minBrightness, rules.maxBrightness);
}

void readIdentity(Section section, Plan &plan)
{
    section.choice("check", plan.identityCheck, kLevels);
    section.choice("name", plan.nameField, kFieldRules);
    section.choice("document", plan.documentField, kFieldRules);
    section.choice("phone", plan.phoneField, kFieldRules);
    section.choice("purpose", plan.purposeField, kFieldRules);
}

/// An id that the ledger will keep: it must be the only one of its kind.
void readId(Section &section, std::string &id, std::set<std::string> &seen)
{
    section.text("id", id, Need::Required);
    if (!id.empty() && !seen.insert(id).second)
        section.refuse("id", "an id that no other one of this file has");
}

std::vector<Question> readQuestions(const std::vector<Section> &sections)
{
    std::vector<Question> questions;
    std::set<std::string> seen;
    for (auto section : sections) {
        auto &question = questions.emplace_back();
        readId(section, question.id, seen);
        readText(section, question.text);
        section.choice("level", question.level, kLevels);
        section.flag("alerts", question.alerts);
    }
    return questions;
}

void readMinutes(Section &section, std::string_view key, std::chrono::minutes &target, Range<int> range)
{
    auto minutes = static_cast<int>(target.count());
    section.integer(key, minutes, range);
    target = std::chrono::minutes(minutes);
}

/// `above`: the ids of the steps before this one. Only they may be waited for, so no two wait for each other.
void readStep(Section section, AlertStep &step, std::set<std::string> &above)
{
    const auto before = above;
    readId(section, step.id, above);
    readText(section, step.text);
    for (const auto &[id, kind] : kKindsById)
        if (step.id == id)
            step.kind = kind;
    section.choice("kind", step.kind, kStepKinds);
    if ((step.kind == StepKind::Isolation) != (step.id == kIsolationId))
        section.refuse("kind", "\"isolation\" for the step \"isolation_room\" and no other: the daily report counts it");
    section.flag("required", step.required);
    section.texts("after", step.after);
    for (const auto &id : step.after)
        if (!before.contains(id))
            section.refuse("after", "ids of steps above this one");
}

void readAlert(Section section, Plan &plan)
{
    section.flag("fever", plan.feverAlerts);
    section.duration("confirm_s", plan.confirmFor, {0, 600});
    section.flag("unmasked", plan.unmaskedTold);
    auto &rules = plan.incident;
    section.integer("isolation_places", rules.isolationPlaces, {0, 100});
    readMinutes(section, "present_before_min", rules.presentBefore, {0, 1440});
    readMinutes(section, "present_after_min", rules.presentAfter, {0, 1440});
    readMinutes(section, "same_person_min", rules.samePersonFor, {0, 120});
    section.flag("door_goes_on", rules.doorGoesOn);
    readText(section.section("calm"), rules.calm);
    std::set<std::string> above;
    for (const auto &step : section.sections("step", Need::Required))
        readStep(step, plan.alertSteps.emplace_back(), above);
}

/// The notice says how long personal data is kept (PIPL 17): "{days}" in it is the plan's own number.
void promiseDays(Section &privacy, Plan &plan)
{
    constexpr std::string_view kDays = "{days}";
    for (auto *text : {&plan.privacyNotice.zh, &plan.privacyNotice.en}) {
        const auto at = text->find(kDays);
        if (at == std::string::npos)
            continue;
        if (plan.retentionDays == 0)
            return privacy.refuse("retention_days", "0 keeps personal data for good; then the notice must not promise {days}");
        text->replace(at, kDays.size(), std::to_string(plan.retentionDays));
    }
}

void readStaff(Section section, StaffRules &rules)
{
    section.choice("mask", rules.mask, kLevels);
    section.choice("temperature", rules.temperature, kLevels);
    section.flag("questions", rules.questions);
    std::string proof = "guard";
    section.text("proof", proof);
    if (proof == "pin" || proof == "badge")
        section.refuse("proof", "\"guard\": PINs and badges of staff are not there yet");
    else if (proof != "guard")
        section.refuse("proof", "\"guard\"");
    else
        rules.proof = StaffProof::Guard;
}

/// Limits within which a person who walks up, turns and stands is one subject, and two who stand side by side are two.
void readSubject(Section section, SubjectRules &rules)
{
    section.duration("max_gap_ms", rules.maxGap, {100, 2'000});
    section.number("min_overlap", rules.minOverlap, {0.1, 0.9});
    section.number("min_overlap_after_gap", rules.minOverlapAfterGap, {0.1, 0.9});
    section.number("max_size_ratio", rules.maxSizeRatio, {1.05, 3.0});
    section.number("max_look_difference", rules.maxLookDifference, {0.05, 1.0});
    section.celsius("max_step", rules.maxStep, {0.2, 2.0});
}

void readTiming(Section section, Plan &plan)
{
    section.duration("face_gone_ms", plan.faceGone, {200, 60'000});
    section.duration("face_not_found_ms", plan.faceNotFound, {1'000, 60'000});
    section.duration("leave_after_ms", plan.leaveAfter, {500, 600'000});
    section.duration("evidence_hold_ms", plan.evidenceHold, {5'000, 600'000});
    section.duration("form_hold_s", plan.formHold, {0, 3'600});
    section.duration("show_result_ms", plan.showResult, {500, 60'000});
    if (plan.subject.maxGap > plan.faceGone)
        section.refuse("face_gone_ms", "at least subject.max_gap_ms, which is " + std::to_string(plan.subject.maxGap / 1ms));
    if (plan.evidenceHold < plan.faceGone)
        section.refuse("evidence_hold_ms", "at least face_gone_ms, which is " + std::to_string(plan.faceGone / 1ms));
}

void readReport(Section section, ReportRules &rules)
{
    section.timeOfDay("due", rules.due);
    readMinutes(section, "nag_before_min", rules.nagBefore, {0, 1440});
}

} // namespace

Result<Plan> parsePlan(std::string_view text, const std::filesystem::path &file)
{
    TomlReader reader(text, file);
    auto root = reader.root();
    Plan plan;
    root.text("id", plan.id, Need::Required);
    readText(root.section("name", Need::Required), plan.name);
    root.integer("response_level", plan.responseLevel, {1, 4});
    root.choice("closed_check", plan.closedCheck, kClosedChecks);
    root.integer("capacity", plan.capacity, {0, 100'000});
    readTemperature(root.section("temperature"), plan);
    readMask(root.section("mask"), plan);
    readIdentity(root.section("identity"), plan);
    plan.questions = readQuestions(root.sections("question"));
    readAlert(root.section("alert", Need::Required), plan);
    readText(root.section("notice", Need::Required), plan.notice);
    auto privacy = root.section("privacy", Need::Required);
    readText(privacy, plan.privacyNotice);
    privacy.integer("retention_days", plan.retentionDays, {0, 3650});
    promiseDays(privacy, plan);

    readStaff(root.section("staff"), plan.staff);
    readReport(root.section("report"), plan.report);
    readSubject(root.section("subject"), plan.subject);
    readTiming(root.section("timing"), plan); // after the subject: a face is not gone before it may be another's

    if (const auto done = reader.finish(); !done)
        return done.error();
    return plan;
}

Result<Plan> loadPlan(const std::filesystem::path &file)
{
    const auto text = readSettingsText(file);
    return text ? parsePlan(*text, file) : text.error();
}

} // namespace menshen
