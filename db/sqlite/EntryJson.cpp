// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/EntryJson.h"

#include "db/sqlite/EscalationJson.h"
#include "db/sqlite/EvidenceJson.h"
#include "db/sqlite/PersonalText.h"
#include "db/sqlite/ReportJson.h"
#include "db/sqlite/UpkeepJson.h"

namespace menshen {
namespace {

void put(PersonalWriter &to, const IdentityDraft &identity)
{
    to << identity.name << static_cast<std::uint8_t>(identity.documentType) << identity.document << identity.country
       << identity.unverifiedReason << identity.phone << identity.phoneNote << identity.purpose;
}

IdentityDraft identityFrom(PersonalReader &from)
{
    IdentityDraft identity;
    std::uint8_t type = 0;
    from >> identity.name >> type >> identity.document >> identity.country >> identity.unverifiedReason >> identity.phone >>
        identity.phoneNote >> identity.purpose;
    if (type > static_cast<std::uint8_t>(DocumentType::None))
        throw DecodeError("unknown document type");
    identity.documentType = static_cast<DocumentType>(type);
    return identity;
}

/// A personal part that is one text.
std::string packed(std::string_view text) { return (PersonalWriter() << text).take(); }

std::string onlyText(const std::optional<std::string_view> &personal) { return personal ? onlyTextFrom(*personal) : std::string(); }

Json toJson(const std::vector<std::pair<std::string, Answer>> &answers)
{
    auto to = Json::object();
    for (const auto &[question, answer] : answers)
        to[question] = nameOf(answer);
    return to;
}

std::vector<std::pair<std::string, Answer>> answersFrom(const Json &from)
{
    std::vector<std::pair<std::string, Answer>> answers;
    for (const auto &[question, answer] : from.items())
        answers.emplace_back(question, enumNamed<Answer>(answer.get_ref<const std::string &>()));
    return answers;
}

/// The alert that a person was told by; nobody was told of most.
void putFinding(Json &to, EntrySeq finding)
{
    if (finding != EntrySeq{})
        to["finding"] = finding.value;
}

EntrySeq findingIn(const Json &from) { return {from.value("finding", std::int64_t{0})}; }

WallTime time(const Json &from, const char *key) { return WallTime{Micros{whole(from, key)}}; }

// ---- One pair for each kind of entry. `personal` is absent when an entry has no such part or it is gone. ------------

EncodedEntry encode(const VisitEntry &visit)
{
    Json body{{"outcome", nameOf(visit.outcome)}};
    putNamed(body, "verdict", visit.verdict);
    putReasons(body, visit.reasons);
    putEvidence(body, visit.evidence);
    body["answers"] = toJson(visit.answers);
    body["plan"] = visit.plan;
    putFinding(body, visit.finding);
    if (visit.vouchedSame)
        body["vouched_same"] = true;
    if (visit.afterwards)
        body["afterwards"] = {{"happened_us", visit.afterwards->happened.time_since_epoch().count()}, {"by", visit.afterwards->by}};
    PersonalWriter personal;
    put(personal, visit.identity);
    personal << visit.overrideReason << visit.note;
    return {"visit", dumped(body), personal.take()};
}

VisitEntry visitFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    VisitEntry visit;
    visit.outcome = named<Outcome>(body, "outcome");
    visit.verdict = optionalNamed<Verdict>(body, "verdict");
    visit.reasons = reasonsIn(body);
    visit.evidence = evidenceIn(body);
    visit.answers = answersFrom(body.at("answers"));
    visit.plan = text(body, "plan");
    visit.finding = findingIn(body);
    visit.vouchedSame = body.value("vouched_same", false);
    if (body.contains("afterwards")) {
        const Json &afterwards = body.at("afterwards");
        visit.afterwards = EnteredAfterwards{time(afterwards, "happened_us"), text(afterwards, "by")};
    }
    if (personal) {
        auto part = visitPersonalFrom(*personal);
        visit.identity = std::move(part.identity);
        visit.overrideReason = std::move(part.overrideReason);
        visit.note = std::move(part.note);
    }
    return visit;
}

EncodedEntry encode(const StaffPunchEntry &punch)
{
    Json body{{"number", punch.number},
              {"department", punch.department},
              {"direction", nameOf(punch.direction)},
              {"verdict", nameOf(punch.verdict)}};
    putReasons(body, punch.reasons);
    putEvidence(body, punch.evidence);
    if (punch.outcome != Outcome::Admitted)
        body["outcome"] = nameOf(punch.outcome);
    if (!punch.answers.empty())
        body["answers"] = toJson(punch.answers);
    putFinding(body, punch.finding);
    putNamed(body, "proof", punch.proof);
    return {"staff_punch", dumped(body), packed(punch.name)};
}

StaffPunchEntry punchFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    StaffPunchEntry punch;
    punch.number = text(body, "number");
    punch.department = text(body, "department");
    punch.direction = named<PunchDirection>(body, "direction");
    punch.verdict = named<Verdict>(body, "verdict");
    punch.reasons = reasonsIn(body);
    punch.evidence = evidenceIn(body);
    punch.outcome = optionalNamed<Outcome>(body, "outcome").value_or(Outcome::Admitted);
    if (body.contains("answers"))
        punch.answers = answersFrom(body.at("answers"));
    punch.finding = findingIn(body);
    punch.proof = optionalNamed<StaffProof>(body, "proof");
    punch.name = onlyText(personal);
    return punch;
}

EncodedEntry encode(const ExitEntry &) { return {"exit", "{}", std::nullopt}; }

EncodedEntry encode(const AlertRaisedEntry &alert)
{
    Json body{{"cause", alert.cause.value}};
    putReasons(body, alert.reasons);
    if (alert.origin != AlertOrigin::Verdict)
        body["origin"] = nameOf(alert.origin);
    putNamed(body, "sign", alert.sign);
    if (!alert.steps.empty())
        body["steps"] = toJson(alert.steps);
    if (alert.evidence)
        putEvidence(body["evidence"], *alert.evidence);
    PersonalWriter personal;
    personal << alert.who << dumped(toJson(alert.policy));
    if (!alert.note.empty())
        personal << alert.note;
    return {"alert_raised", dumped(body), personal.take()};
}

AlertRaisedEntry alertRaisedFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    AlertRaisedEntry alert{EntrySeq{whole(body, "cause")}, reasonsIn(body), {}, {}};
    alert.origin = optionalNamed<AlertOrigin>(body, "origin").value_or(AlertOrigin::Verdict);
    alert.sign = optionalNamed<CaseSign>(body, "sign");
    if (body.contains("steps"))
        alert.steps = alertStepsFrom(body.at("steps"));
    if (body.contains("evidence"))
        alert.evidence = evidenceIn(body.at("evidence"));
    if (personal) {
        PersonalReader from(*personal);
        from >> alert.who;
        if (!from.atEnd()) { // alerts from before the escalation carried nobody to tell
            std::string policy;
            from >> policy;
            alert.policy = policyFrom(parsed(policy));
        }
        if (!from.atEnd())
            from >> alert.note;
        from.finish();
    }
    return alert;
}

EncodedEntry encode(const AlertActionEntry &done)
{
    Json body{{"alert", done.alert.value}, {"action", nameOf(done.action)}, {"step", done.step}};
    if (done.when)
        body["when_us"] = done.when->time_since_epoch().count();
    if (done.second)
        body["second"] = {{"celsius", done.second->value.degrees}, {"at", nameOf(done.second->where)}};
    if (done.present)
        body["present"] = {{"from_us", done.present->from.time_since_epoch().count()},
                           {"to_us", done.present->to.time_since_epoch().count()},
                           {"count", done.present->count}};
    PersonalWriter personal; // free text: may name somebody
    personal << done.reason;
    if (!done.vehicle.empty() || !done.checkedBy.empty())
        personal << done.vehicle << done.checkedBy;
    return {"alert_action", dumped(body), personal.take()};
}

AlertActionEntry alertActionFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    AlertActionEntry done{EntrySeq{whole(body, "alert")}, named<AlertAction>(body, "action"), text(body, "step"), {}};
    if (body.contains("when_us"))
        done.when = time(body, "when_us");
    if (body.contains("second")) {
        const Json &second = body.at("second");
        done.second = SecondReading{Celsius{second.at("celsius").get<double>()}, named<TakenAt>(second, "at")};
    }
    if (body.contains("present")) {
        const Json &present = body.at("present");
        done.present = PresentList{time(present, "from_us"), time(present, "to_us"), static_cast<int>(whole(present, "count"))};
    }
    if (personal) {
        PersonalReader from(*personal);
        from >> done.reason;
        if (!from.atEnd()) // actions of before the incident were a reason and nothing else
            from >> done.vehicle >> done.checkedBy;
        from.finish();
    }
    return done;
}

EncodedEntry encode(const EscalationEntry &step) { return {"escalation", dumped(toJson(step)), std::nullopt}; }

EncodedEntry encode(const TurnedAwayToldEntry &told) { return {"turned_away_told", dumped(toJson(told)), std::nullopt}; }

EncodedEntry encode(const StationEntry &station)
{
    return {"station", dumped({{"action", nameOf(station.action)}, {"detail", station.detail}}), std::nullopt};
}

StationEntry stationFrom(const Json &body) { return {named<StationAction>(body, "action"), text(body, "detail")}; }

EncodedEntry encode(const CorrectionEntry &correction)
{
    PersonalWriter personal;
    put(personal, correction.identity);
    personal << correction.reason;
    return {"correction", dumped({{"visit", correction.visit.value}}), personal.take()};
}

CorrectionEntry correctionFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    CorrectionEntry correction{EntrySeq{whole(body, "visit")}, {}, {}};
    if (personal) {
        PersonalReader from(*personal);
        correction.identity = identityFrom(from);
        from >> correction.reason;
        from.finish();
    }
    return correction;
}

EncodedEntry encode(const DisclosureEntry &disclosure)
{
    Json body{{"kind", nameOf(disclosure.kind)}};
    if (disclosure.kind == DisclosureKind::Unmasked)
        body["visit"] = disclosure.visit.value;
    if (disclosure.from)
        body["from"] = dayText(*disclosure.from);
    if (disclosure.to)
        body["to"] = dayText(*disclosure.to);
    if (disclosure.alert > EntrySeq{})
        body["alert"] = disclosure.alert.value;
    return {"disclosure", dumped(body), packed(disclosure.reason)};
}

DisclosureEntry disclosureFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    DisclosureEntry disclosure;
    disclosure.kind = named<DisclosureKind>(body, "kind");
    if (disclosure.kind == DisclosureKind::Unmasked)
        disclosure.visit = {whole(body, "visit")};
    if (body.contains("from"))
        disclosure.from = day(body, "from");
    if (body.contains("to"))
        disclosure.to = day(body, "to");
    if (body.contains("alert"))
        disclosure.alert = {whole(body, "alert")};
    disclosure.reason = onlyText(personal);
    return disclosure;
}

EncodedEntry encode(const CaptureStartedEntry &capture)
{
    return {"capture_started", dumped({{"id", capture.id}, {"minutes", capture.minutes}}), packed(capture.reason)};
}

CaptureStartedEntry captureStartedFrom(const Json &body, const std::optional<std::string_view> &personal)
{
    return {text(body, "id"), static_cast<int>(whole(body, "minutes")), onlyText(personal)};
}

EncodedEntry encode(const CaptureEndedEntry &capture)
{
    const Json body{{"id", capture.id}, {"end", nameOf(capture.end)}, {"pictures", capture.pictures}, {"bytes", capture.bytes}};
    return {"capture_ended", dumped(body), std::nullopt};
}

CaptureEndedEntry captureEndedFrom(const Json &body)
{
    return {text(body, "id"), named<CaptureEnd>(body, "end"), whole(body, "pictures"), whole(body, "bytes")};
}

EncodedEntry encode(const CaptureDestroyedEntry &capture)
{
    const Json body{{"id", capture.id}, {"pictures", capture.pictures}, {"expired", capture.expired}};
    return {"capture_destroyed", dumped(body), std::nullopt};
}

CaptureDestroyedEntry captureDestroyedFrom(const Json &body)
{
    return {text(body, "id"), whole(body, "pictures"), body.at("expired").get<bool>()};
}

EncodedEntry encode(const EpochEntry &entry) { return {"epoch", dumped(toJson(entry)), std::nullopt}; }
EncodedEntry encode(const DayKeyEntry &entry) { return {"day_key", dumped(toJson(entry)), std::nullopt}; }
EncodedEntry encode(const KeysRotatedEntry &) { return {"keys_rotated", "{}", std::nullopt}; }
EncodedEntry encode(const DestructionEntry &entry) { return {"destruction", dumped(toJson(entry)), std::nullopt}; }
EncodedEntry encode(const BackupEntry &entry) { return {"backup", dumped(toJson(entry)), std::nullopt}; }
EncodedEntry encode(const VerificationEntry &entry) { return {"verification", dumped(toJson(entry)), std::nullopt}; }

EncodedEntry encode(const ReportSignedEntry &entry)
{
    return {"report_signed", encodedBody(entry), entry.reason.empty() ? std::nullopt : std::optional(packed(entry.reason))};
}

EncodedEntry encode(const ReportToldEntry &entry) { return {"report_told", encodedBody(entry), std::nullopt}; }

EncodedEntry encode(const RegisterChangedEntry &entry)
{
    const Json body{{"register", nameOf(entry.which)}, {"version", entry.version}, {"digest", hexOf(entry.digest)},
                    {"how", nameOf(entry.how)},        {"lines", entry.lines},     {"added", entry.added},
                    {"changed", entry.changed},        {"removed", entry.removed}};
    return {"register_changed", dumped(body), std::nullopt};
}

RegisterChangedEntry registerChangedFrom(const Json &body)
{
    const auto number = [&](const char *key) { return static_cast<int>(whole(body, key)); };
    RegisterChangedEntry entry;
    entry.which = named<RegisterKind>(body, "register");
    entry.version = number("version");
    const auto digest = fromHex<EntryHash>(text(body, "digest"));
    if (!digest)
        throw DecodeError("a digest that is none");
    entry.digest = *digest;
    entry.how = named<RegisterChange>(body, "how");
    entry.lines = number("lines");
    entry.added = number("added");
    entry.changed = number("changed");
    entry.removed = number("removed");
    return entry;
}

Entry upkeepFrom(std::string_view kind, const Json &body)
{
    if (kind == "epoch")
        return epochFrom(body);
    if (kind == "day_key")
        return dayKeyFrom(body);
    if (kind == "keys_rotated")
        return KeysRotatedEntry{};
    if (kind == "destruction")
        return destructionFrom(body);
    if (kind == "backup")
        return backupFrom(body);
    if (kind == "verification")
        return verificationFrom(body);
    throw DecodeError("unknown kind \"" + std::string(kind) + '"');
}

Entry entryFrom(std::string_view kind, const Json &body, const std::optional<std::string_view> &personal)
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
    if (kind == "escalation")
        return escalationFrom(body);
    if (kind == "turned_away_told")
        return turnedAwayToldFrom(body);
    if (kind == "station")
        return stationFrom(body);
    if (kind == "correction")
        return correctionFrom(body, personal);
    if (kind == "disclosure")
        return disclosureFrom(body, personal);
    if (kind == "capture_started")
        return captureStartedFrom(body, personal);
    if (kind == "capture_ended")
        return captureEndedFrom(body);
    if (kind == "capture_destroyed")
        return captureDestroyedFrom(body);
    if (kind == "report_signed")
        return reportSignedFrom(body, onlyText(personal));
    if (kind == "report_told")
        return reportToldFrom(body);
    if (kind == "register_changed")
        return registerChangedFrom(body);
    return upkeepFrom(kind, body);
}

template <typename Seq, typename AnyEntry>
Seq *referenceIn(AnyEntry &entry)
{
    if (auto *visit = std::get_if<VisitEntry>(&entry))
        return &visit->finding;
    if (auto *punch = std::get_if<StaffPunchEntry>(&entry))
        return &punch->finding;
    auto *alert = std::get_if<AlertRaisedEntry>(&entry);
    return alert ? &alert->cause : nullptr;
}

} // namespace

EncodedEntry encodedEntry(const Entry &entry)
{
    return std::visit([](const auto &known) { return encode(known); }, entry);
}

Result<Entry> decodedEntry(EntrySeq seq, std::string_view kind, std::string_view body, std::optional<std::string_view> personal)
{
    const auto failed = [seq](const char *why) {
        return Error{ErrorCode::Storage, "journal entry " + std::to_string(seq.value) + ": " + why};
    };
    try {
        return entryFrom(kind, parsed(body), personal);
    } catch (const DecodeError &error) {
        return failed(error.what());
    } catch (const Json::exception &error) { // a missing key or a wrong type; names keys and types, never values
        return failed(error.what());
    }
}

const EntrySeq *referenceOf(const Entry &entry) { return referenceIn<const EntrySeq>(entry); }
EntrySeq *referenceOf(Entry &entry) { return referenceIn<EntrySeq>(entry); }

VisitPersonal visitPersonalFrom(std::string_view personal)
{
    PersonalReader from(personal);
    VisitPersonal part;
    part.identity = identityFrom(from);
    from >> part.overrideReason >> part.note;
    from.finish();
    return part;
}

IdentityDraft correctedIdentityFrom(std::string_view personal)
{
    PersonalReader from(personal);
    auto identity = identityFrom(from);
    std::string reason;
    from >> reason;
    from.finish();
    return identity;
}

std::string onlyTextFrom(std::string_view personal)
{
    PersonalReader from(personal);
    std::string text;
    from >> text;
    from.finish();
    return text;
}

std::optional<std::string> encodedReasons(const std::vector<Reason> &reasons)
{
    return reasons.empty() ? std::nullopt : std::optional(dumped(toJson(reasons)));
}

std::vector<Reason> decodedReasons(std::string_view stored)
{
    try {
        return reasonsFrom(parsed(stored));
    } catch (const Json::exception &error) {
        throw DecodeError(error.what());
    }
}

} // namespace menshen
