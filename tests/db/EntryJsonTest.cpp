// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/EntryJson.h"

#include "menshen/core/Alerts.h"

#include "db/sqlite/EnumNames.h"
#include "tests/db/LedgerFixture.h"

#include <cmath>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace menshen {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr EntrySeq kSeq{17};

/// A visit in which every field differs from its default.
VisitEntry fullVisit()
{
    VisitEntry visit;
    visit.outcome = Outcome::Refused;
    visit.verdict = Verdict::Refuse;
    visit.reasons = {{ReasonCode::Fever, CheckLevel::Hard, std::nullopt, ""},
                     {ReasonCode::TemperatureMissing, CheckLevel::Soft, NoTemperature::Unsteady, ""},
                     {ReasonCode::Answer, CheckLevel::Hard, std::nullopt, "travel"}};
    visit.evidence.infrared = infrared(38.1, Zone::Refer);
    visit.evidence.contact =
        TemperatureReading{Instrument::Contact, {}, BodyTemperature{{37.9}, {0.1}, {"contact"}, false}, {}, Zone::Refer, {}, {}};
    visit.evidence.earlier = {infrared(37.2, Zone::Recheck), infrared(36.9)};
    visit.evidence.attempt.noResult = NoTemperature::BelowFloor;
    visit.evidence.attempt.rawObject = Celsius{32.05};
    visit.evidence.mask = MaskState::Incorrect;
    visit.evidence.maskByGuard = true;
    visit.evidence.faces = 2;
    visit.answers = {{"travel", Answer::Yes}, {"contact", Answer::NotAsked}};
    visit.identity = {"secret-name",  DocumentType::ForeignPassport, "secret-document", "secret-country", "secret-reason",
                      "secret-phone", "secret-phone-note",           "secret-purpose"};
    visit.overrideReason = "secret-override";
    visit.note = "secret-note";
    visit.plan = "peak";
    visit.finding = {12};
    visit.vouchedSame = true;
    visit.afterwards = EnteredAfterwards{kMorning + 90min, "S-7"};
    return visit;
}

StaffPunchEntry fullPunch()
{
    return {"S-7",
            "secret-name",
            "canteen",
            PunchDirection::Out,
            Verdict::Recheck,
            {{ReasonCode::FeverUncertain, CheckLevel::Hard, {}, ""}},
            visitOf("").evidence,
            Outcome::Refused,
            {{"cough", Answer::Yes}, {"contact", Answer::No}},
            {13},
            StaffProof::Guard};
}

EscalationPolicy twoLevels()
{
    EscalationPolicy policy;
    policy.levels = {{"office", {"办公室", "Office"}, {{"secret-name", "13800000000", "a@example.org"}}, {"mail", "robot"}, 3min},
                     {"leader", {"组长", "Leader"}, {}, {}, 10min}};
    policy.beside = {{"cdc", {"疾控", "CDC"}, {}, {"sms"}, 5min}};
    policy.acknowledgedFor = 20min;
    return policy;
}

Entry decoded(const EncodedEntry &encoded)
{
    auto entry = decodedEntry(kSeq, encoded.kind, encoded.body, encoded.personal);
    EXPECT_TRUE(entry) << (entry ? "" : entry.error().detail);
    return entry ? *entry : Entry{StationEntry{}};
}

Error decodingError(const std::string &kind, const std::string &body, std::optional<std::string_view> personal = {})
{
    const auto entry = decodedEntry(kSeq, kind, body, personal);
    EXPECT_FALSE(entry);
    return entry ? Error{} : entry.error();
}

TEST(EntryJson, AnUnknownEnumNameIsAStorageErrorThatNamesTheEntry)
{
    const auto error = decodingError("station", R"({"action": "teleported", "detail": ""})");
    EXPECT_EQ(error.code, ErrorCode::Storage);
    EXPECT_THAT(error.detail, HasSubstr("17"));
    EXPECT_THAT(error.detail, HasSubstr("teleported"));
}

TEST(EntryJson, AnUnknownKindIsAStorageErrorThatNamesTheEntry)
{
    const auto error = decodingError("sealed_head", "{}");
    EXPECT_EQ(error.code, ErrorCode::Storage);
    EXPECT_THAT(error.detail, HasSubstr("entry 17"));
}

TEST(EntryJson, AMissingKeyIsAStorageErrorThatNamesIt)
{
    const auto error = decodingError("station", R"({"action": "started"})");
    EXPECT_EQ(error.code, ErrorCode::Storage);
    EXPECT_THAT(error.detail, HasSubstr("detail"));
}

TEST(EntryJson, WhatIsNotJsonIsRefusedWithoutQuotingIt)
{
    const auto encoded = encodedEntry(fullVisit());
    const auto error = decodingError("visit", "{\"identity\": secret-name", encoded.personal);
    EXPECT_EQ(error.code, ErrorCode::Storage);
    EXPECT_THAT(error.detail, Not(HasSubstr("secret")));
}

TEST(EntryJson, APersonalPartThatIsCutOrTooLongIsRefusedWithoutQuotingIt)
{
    const auto encoded = encodedEntry(fullVisit());
    const auto &whole = encoded.personal.value();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto error = decodingError("visit", encoded.body, std::string_view(whole).substr(0, length));
        EXPECT_EQ(error.code, ErrorCode::Storage);
        EXPECT_THAT(error.detail, Not(HasSubstr("secret")));
    }
    EXPECT_EQ(decodingError("visit", encoded.body, whole + "x").code, ErrorCode::Storage);
}

TEST(EntryJson, AWrongTypeIsRefusedWithoutQuotingTheValue)
{
    const auto error = decodingError("staff_punch", R"({"number": ["secret-number"]})", encodedEntry(fullPunch()).personal);
    EXPECT_EQ(error.code, ErrorCode::Storage);
    EXPECT_THAT(error.detail, Not(HasSubstr("secret")));
}

TEST(EntryJson, TheBodyHoldsNoPersonalData)
{
    const AlertRaisedEntry raised{{4}, {}, "secret-who"};
    const AlertActionEntry handedOver{{5}, AlertAction::HandedOver, "", "secret-doctor"};
    const CorrectionEntry correction{{4}, fullVisit().identity, "secret-why"};
    const DisclosureEntry disclosure{DisclosureKind::Unmasked, {4}, {}, {}, "secret-asker"};
    const CaptureStartedEntry capture{"20261122T024200Z", 15, "secret-fault"};
    for (const Entry &entry :
         {Entry{fullVisit()}, Entry{fullPunch()}, Entry{raised}, Entry{handedOver}, Entry{correction}, Entry{disclosure}, Entry{capture}}) {
        const auto encoded = encodedEntry(entry);
        EXPECT_THAT(encoded.body, Not(HasSubstr("secret")));
        ASSERT_TRUE(encoded.personal);
        EXPECT_THAT(*encoded.personal, HasSubstr("secret"));
    }
}

TEST(EntryJson, WhomAnAlertIsToldToIsSealed)
{
    const auto encoded = encodedEntry(AlertRaisedEntry{{4}, {}, "王*", twoLevels()});
    EXPECT_THAT(encoded.body, Not(HasSubstr("1380")));
    const auto entry = decoded(encoded);
    EXPECT_EQ(std::get<AlertRaisedEntry>(entry).policy, twoLevels());
}

TEST(EntryJson, AnAlertCarriesTheStepsOfThePlanItWasRaisedUnder)
{
    AlertRaisedEntry raised{{4}, {}, "王*"};
    raised.steps = {{"isolated", {"带到隔离室", "Into the isolation room"}, StepKind::Isolation, true, {}},
                    {"air", {"关闭空调", "Air off"}, StepKind::AirOff, false, {"isolated"}}};
    EXPECT_EQ(std::get<AlertRaisedEntry>(decoded(encodedEntry(raised))).steps, raised.steps);
}

TEST(EntryJson, AnAlertFromBeforeTheEscalationHasNobodyToTell)
{
    const auto entry = decodedEntry(kSeq, "alert_raised", R"({"cause":4,"reasons":[]})",
                                    "\x03"
                                    "A**");
    ASSERT_TRUE(entry) << entry.error().detail;
    EXPECT_EQ(std::get<AlertRaisedEntry>(*entry).who, "A**");
    EXPECT_EQ(std::get<AlertRaisedEntry>(*entry).policy, EscalationPolicy{});
}

TEST(EntryJson, AnActionFromBeforeTheIncidentWasAReasonAndNothingElse)
{
    const auto entry = decodedEntry(kSeq, "alert_action", R"({"alert":5,"action":"handed_over","step":""})",
                                    "\x03"
                                    "CDC");
    ASSERT_TRUE(entry) << entry.error().detail;
    const auto &done = std::get<AlertActionEntry>(*entry);
    EXPECT_EQ(done.reason, "CDC");
    EXPECT_FALSE(done.when || done.second || done.present);
    EXPECT_TRUE(endsAlert(done)) << "it ended its alert then, and does so still";
}

TEST(EntryJson, AnIncidentsActionsKeepEveryFieldAndSealWhatMayNameSomebody)
{
    AlertActionEntry handOver{{5}, AlertAction::HandedOver, "", "secret-doctor"};
    handOver.vehicle = "secret-plate";
    handOver.when = kMorning + 5min;
    const auto over = std::get<AlertActionEntry>(decoded(encodedEntry(handOver)));
    EXPECT_EQ(over.vehicle, "secret-plate");
    EXPECT_EQ(over.when, kMorning + 5min);
    AlertActionEntry falseAlarm{{5}, AlertAction::FalseAlarm, "", "sun"};
    falseAlarm.checkedBy = "secret-nurse";
    falseAlarm.second = SecondReading{Celsius{36.4}, TakenAt::Ear};
    const auto none = std::get<AlertActionEntry>(decoded(encodedEntry(falseAlarm)));
    EXPECT_EQ(none.checkedBy, "secret-nurse");
    EXPECT_EQ(none.second->value, Celsius{36.4});
    EXPECT_EQ(none.second->where, TakenAt::Ear);
    AlertActionEntry listed{{5}, AlertAction::PresentListed, "", ""};
    listed.present = PresentList{kMorning - 1h, kMorning, 37};
    const auto list = std::get<AlertActionEntry>(decoded(encodedEntry(listed)));
    EXPECT_EQ(list.present->from, kMorning - 1h);
    EXPECT_EQ(list.present->to, kMorning);
    EXPECT_EQ(list.present->count, 37);
    AlertRaisedEntry reported{{}, {}, "A**"};
    reported.origin = AlertOrigin::Guard;
    reported.sign = CaseSign::Contact;
    reported.note = "secret-seat";
    const auto raised = std::get<AlertRaisedEntry>(decoded(encodedEntry(reported)));
    EXPECT_EQ(raised.origin, AlertOrigin::Guard);
    EXPECT_EQ(raised.sign, CaseSign::Contact);
    EXPECT_EQ(raised.note, "secret-seat");
    for (const Entry &entry : {Entry{handOver}, Entry{falseAlarm}, Entry{reported}})
        EXPECT_THAT(encodedEntry(entry).body, Not(HasSubstr("secret")));
}

TEST(EntryJson, AnActionWithAHalfReadingIsRefused)
{
    for (const char *body : {R"({"alert":5,"action":"false_alarm","step":"","second":{"celsius":"warm","at":"ear"}})",
                             R"({"alert":5,"action":"false_alarm","step":"","second":{"celsius":36.4,"at":"toe"}})",
                             R"({"alert":5,"action":"present_listed","step":"","present":{"from_us":1}})",
                             R"({"alert":5,"action":"handed_over","step":"","when_us":"noon"})"})
        EXPECT_FALSE(decodedEntry(kSeq, "alert_action", body, std::nullopt)) << body;
}

TEST(EntryJson, AMessageThatSaysHowAnAlertEndedComesBackAndOneOfBeforeSaysNothingOfIt)
{
    EscalationEntry told{{5}, EscalationStep::Delivered, 0, 1, 0, 2, "mail", false, {}, {}};
    told.ending = EndingTold{AlertAction::HandedOver, 3};
    const auto encoded = encodedEntry(told);
    EXPECT_FALSE(encoded.personal);
    EXPECT_EQ(std::get<EscalationEntry>(decoded(encoded)).ending, told.ending);
    const auto before = decodedEntry(kSeq, "escalation", R"({"alert":5,"step":"delivered","line":0,"level":1,"round":0,"attempt":2})", {});
    ASSERT_TRUE(before) << before.error().detail;
    EXPECT_FALSE(std::get<EscalationEntry>(*before).ending);
}

TEST(EntryJson, ThatSomebodyUnmaskedWasToldOfNamesNobodyAndPointsToHisVisit)
{
    const TurnedAwayToldEntry told{{4}, EscalationStep::Failed, 3, "mail", true, "535 wrong login", kMorning + 5s};
    const auto encoded = encodedEntry(told);
    EXPECT_EQ(encoded.kind, "turned_away_told");
    EXPECT_FALSE(encoded.personal);
    const auto back = std::get<TurnedAwayToldEntry>(decoded(encoded));
    EXPECT_EQ(back.visit, told.visit);
    EXPECT_EQ(back.step, told.step);
    EXPECT_EQ(back.attempt, told.attempt);
    EXPECT_TRUE(back.forGood);
    EXPECT_EQ(back.next, told.next);
}

TEST(EntryJson, AForeheadReadingThatOnceClosedAnIncidentIsStillRead)
{
    const auto entry = decodedEntry(
        kSeq, "alert_action", R"({"alert":5,"action":"false_alarm","step":"","second":{"celsius":37.2,"at":"forehead"}})", std::nullopt);
    ASSERT_TRUE(entry) << entry.error().detail;
    EXPECT_EQ(std::get<AlertActionEntry>(*entry).second->where, TakenAt::Forehead);
}

TEST(EntryJson, EntriesWithoutPersonsHaveNoPersonalPart)
{
    EXPECT_FALSE(encodedEntry(ExitEntry{}).personal);
    EXPECT_FALSE(encodedEntry(StationEntry{StationAction::DeviceLost, "thermometer"}).personal);
}

TEST(EntryJson, EveryKindOfEntryComesBackAsItWas)
{
    const AlertRaisedEntry raised{{4}, {{ReasonCode::Fever, CheckLevel::Hard, {}, ""}}, "王*", twoLevels()};
    auto stood = raised;
    stood.cause = {};
    stood.evidence = fullVisit().evidence;
    EscalationEntry failed{{5}, EscalationStep::Failed, 1, 2, 3, 4, "mail", true, "535 wrong login", kMorning + 5s};
    const AlertActionEntry step{{5}, AlertAction::StepDone, "isolate", ""};
    const AlertActionEntry falseAlarm{{5}, AlertAction::FalseAlarm, "", "sun on the forehead"};
    const CorrectionEntry correction{{4}, fullVisit().identity, "mistyped"};
    const DisclosureEntry unmasked{DisclosureKind::Unmasked, {4}, {}, {}, "the CDC asked"};
    const DisclosureEntry exported{DisclosureKind::ExportedInClear, {}, kDay, kDay, "the CDC asked"};
    EpochEntry begun;
    begun.station.bytes.fill(1);
    auto restored = begun;
    restored.restored = EpochEntry::Restored{{}, {40}, EntrySeq{45}};
    for (const Entry &entry : {Entry{fullVisit()},
                               Entry{VisitEntry{}},
                               Entry{fullPunch()},
                               Entry{ExitEntry{}},
                               Entry{raised},
                               Entry{stood},
                               Entry{step},
                               Entry{failed},
                               Entry{EscalationEntry{}},
                               Entry{TurnedAwayToldEntry{{4}, EscalationStep::Failed, 3, "mail", true, "535 wrong login", kMorning + 5s}},
                               Entry{TurnedAwayToldEntry{{4}, EscalationStep::Planned, 1, "mail", false, ""}},
                               Entry{falseAlarm},
                               Entry{StationEntry{StationAction::ClockJumped, "+3600 s"}},
                               Entry{correction},
                               Entry{unmasked},
                               Entry{exported},
                               Entry{CaptureStartedEntry{"20261122T024200Z", 15, "masks are not seen"}},
                               Entry{CaptureEndedEntry{"20261122T024200Z", CaptureEnd::NoRoom, 312, 14'000'000}},
                               Entry{CaptureDestroyedEntry{"20261122T024200Z", 312, false}},
                               Entry{begun},
                               Entry{restored},
                               Entry{DayKeyEntry{7, kDay, "ab"}},
                               Entry{KeysRotatedEntry{}},
                               Entry{DestructionEntry{kDay, "plan x: 30 days", {{kDay, 7, 40, 35}}, 70}},
                               Entry{BackupEntry{"menshen.ledger", {40}, 4096, 1}},
                               Entry{VerificationEntry{ChainFault::Missing, {7}, {6}}}}) {
        const auto encoded = encodedEntry(entry);
        const auto again = encodedEntry(decoded(encoded));
        EXPECT_EQ(again.kind, encoded.kind);
        EXPECT_EQ(again.body, encoded.body);
        EXPECT_EQ(again.personal, encoded.personal);
    }
}

TEST(EntryJson, AVisitKeepsEveryField)
{
    const auto entry = decoded(encodedEntry(fullVisit()));
    const auto &visit = std::get<VisitEntry>(entry);
    const auto expected = fullVisit();
    EXPECT_EQ(visit.outcome, Outcome::Refused);
    EXPECT_EQ(visit.verdict, Verdict::Refuse);
    EXPECT_EQ(visit.reasons, expected.reasons);
    ASSERT_TRUE(visit.evidence.infrared && visit.evidence.infrared->body);
    EXPECT_EQ(visit.evidence.infrared->body->value, Celsius{38.1});
    EXPECT_EQ(visit.evidence.infrared->body->uncertainty, Celsius{0.3});
    EXPECT_TRUE(visit.evidence.infrared->body->defaultCalibration);
    EXPECT_EQ(visit.evidence.infrared->zone, Zone::Refer);
    EXPECT_EQ(visit.evidence.infrared->rawObject, expected.evidence.infrared->rawObject);
    EXPECT_EQ(visit.evidence.infrared->rawAmbient, Celsius{23.5});
    ASSERT_TRUE(visit.evidence.contact && visit.evidence.contact->body);
    EXPECT_EQ(visit.evidence.contact->instrument, Instrument::Contact);
    EXPECT_EQ(visit.evidence.contact->body->calibration, CalibrationId{"contact"});
    EXPECT_EQ(visit.evidence.earlier.size(), 2U);
    EXPECT_EQ(visit.evidence.attempt.noResult, NoTemperature::BelowFloor);
    EXPECT_FALSE(visit.evidence.attempt.body);
    EXPECT_EQ(visit.evidence.mask, MaskState::Incorrect);
    EXPECT_EQ(visit.evidence.faces, 2);
    EXPECT_EQ(visit.answers, expected.answers);
    EXPECT_EQ(visit.identity, expected.identity);
    EXPECT_EQ(visit.overrideReason, expected.overrideReason);
    EXPECT_EQ(visit.note, expected.note);
    EXPECT_EQ(visit.plan, "peak");
    EXPECT_TRUE(visit.evidence.maskByGuard);
    EXPECT_EQ(visit.finding, EntrySeq{12});
    EXPECT_TRUE(visit.vouchedSame);
    EXPECT_EQ(visit.afterwards, expected.afterwards);
}

TEST(EntryJson, APunchKeepsWhatBecameOfItAndWhoVouched)
{
    const auto entry = decoded(encodedEntry(fullPunch()));
    const auto &punch = std::get<StaffPunchEntry>(entry);
    EXPECT_EQ(punch.outcome, Outcome::Refused);
    EXPECT_EQ(punch.answers, fullPunch().answers);
    EXPECT_EQ(punch.finding, EntrySeq{13});
    EXPECT_EQ(punch.proof, StaffProof::Guard);
}

TEST(EntryJson, AnAlertKeepsWhatTheFindingStandsOnApartFromItsOwnFields)
{
    AlertRaisedEntry raised;
    raised.evidence = fullVisit().evidence;
    const auto entry = decoded(encodedEntry(raised));
    const auto &evidence = std::get<AlertRaisedEntry>(entry).evidence;
    ASSERT_TRUE(evidence && evidence->contact && evidence->contact->body);
    EXPECT_EQ(evidence->contact->body->value, Celsius{37.9});
    EXPECT_EQ(evidence->earlier.size(), 2U);
    EXPECT_TRUE(evidence->maskByGuard);
    const auto body = nlohmann::json::parse(encodedEntry(raised).body);
    EXPECT_FALSE(body.contains("contact"));
    EXPECT_TRUE(body.at("evidence").contains("contact"));
}

// ---- what bodies look like: a ledger is read for years, by programs older and younger than the one that wrote it

TEST(EntryJson, NewFieldsStandInTheBodyUnderNamesThatStay)
{
    VisitEntry visit;
    visit.evidence.mask = MaskState::Mask;
    visit.evidence.maskByGuard = true;
    visit.finding = {12};
    visit.vouchedSame = true;
    visit.afterwards = EnteredAfterwards{WallTime{1s}, "guard"};
    EXPECT_EQ(encodedEntry(visit).body,
              R"({"outcome":"admitted","attempt":{},"mask":"mask","mask_by":"guard","faces":0,"answers":{},"plan":"","finding":12,)"
              R"("vouched_same":true,"afterwards":{"happened_us":1000000,"by":"guard"}})");
    StaffPunchEntry punch;
    punch.outcome = Outcome::Left;
    punch.answers = {{"cough", Answer::Yes}};
    punch.finding = {13};
    punch.proof = StaffProof::Guard;
    EXPECT_EQ(encodedEntry(punch).body,
              R"({"number":"","department":"","direction":"in","verdict":"pass","attempt":{},"faces":0,"outcome":"left",)"
              R"("answers":{"cough":"yes"},"finding":13,"proof":"guard"})");
    AlertRaisedEntry alert;
    alert.evidence.emplace();
    EXPECT_EQ(encodedEntry(alert).body, R"({"cause":0,"evidence":{"attempt":{},"faces":0}})");
    EXPECT_EQ(encodedEntry(StationEntry{StationAction::DayBegan, "7"}).body, R"({"action":"day_began","detail":"7"})");
    EXPECT_EQ(encodedEntry(StationEntry{StationAction::InsideReviewed, "0"}).body, R"({"action":"inside_reviewed","detail":"0"})");
}

TEST(EntryJson, WhatIsUsualIsLeftOutSoThatBodiesAreWhatTheyWereBefore)
{
    EXPECT_EQ(encodedEntry(VisitEntry{}).body, R"({"outcome":"admitted","attempt":{},"faces":0,"answers":{},"plan":""})");
    EXPECT_EQ(encodedEntry(StaffPunchEntry{}).body,
              R"({"number":"","department":"","direction":"in","verdict":"pass","attempt":{},"faces":0})");
    EXPECT_EQ(encodedEntry(AlertRaisedEntry{}).body, R"({"cause":0})");
}

TEST(EntryJson, APunchOfBeforeOutcomesWereKeptIsAnAdmission)
{
    const auto entry = decodedEntry(
        kSeq, "staff_punch", R"({"number":"1","department":"","direction":"in","verdict":"refuse","attempt":{},"faces":0})", std::nullopt);
    ASSERT_TRUE(entry) << entry.error().detail;
    const auto &punch = std::get<StaffPunchEntry>(*entry);
    EXPECT_EQ(punch.outcome, Outcome::Admitted);
    EXPECT_TRUE(punch.answers.empty());
    EXPECT_EQ(punch.finding, EntrySeq{});
    EXPECT_FALSE(punch.proof);
}

TEST(EntryJson, AMaskThatNobodyKnownHasJudgedIsNotReadAsTheCameras)
{
    const auto error = decodingError("staff_punch", R"({"number":"1","department":"","direction":"in","verdict":"pass","attempt":{},)"
                                                    R"("mask":"mask","mask_by":"dog","faces":0})");
    EXPECT_EQ(error.code, ErrorCode::Storage);
}

TEST(EntryJson, APersonOfTheRegisterKeepsHisIdAndOldAlertsAreStillRead)
{
    AlertRaisedEntry alert;
    alert.policy = twoLevels();
    alert.policy.levels[0].people[0].id = "p3";
    const auto entry = decoded(encodedEntry(alert));
    EXPECT_EQ(std::get<AlertRaisedEntry>(entry).policy, alert.policy);
    alert.policy.levels[0].people[0].id.clear();
    const auto encoded = encodedEntry(alert);
    EXPECT_THAT(*encoded.personal, Not(HasSubstr("\"id\":\"\""))) << "as it was stored before";
    EXPECT_EQ(std::get<AlertRaisedEntry>(decoded(encoded)).policy, alert.policy);
}

TEST(EntryJson, AVisitWhosePersonalPartIsGoneIsStillRead)
{
    const auto encoded = encodedEntry(fullVisit());
    const auto entry = decodedEntry(kSeq, encoded.kind, encoded.body, std::nullopt);
    ASSERT_TRUE(entry);
    EXPECT_EQ(std::get<VisitEntry>(*entry).identity, IdentityDraft{});
    EXPECT_EQ(std::get<VisitEntry>(*entry).reasons.size(), 3U);
}

TEST(EntryJson, TextThatIsNoUtf8IsKeptReadableInsteadOfLosingTheEntry)
{
    auto visit = fullVisit();
    visit.identity.name = "a\xFF"
                          "b";
    const auto entry = decoded(encodedEntry(visit));
    EXPECT_EQ(std::get<VisitEntry>(entry).identity.name, "a\xEF\xBF\xBD"
                                                         "b");
}

TEST(EntryJson, AValueThatIsNoNumberIsKeptAsSuch)
{
    auto visit = fullVisit();
    visit.evidence.infrared->body->value = {std::nan("")};
    const auto entry = decoded(encodedEntry(visit));
    EXPECT_TRUE(std::isnan(std::get<VisitEntry>(entry).evidence.infrared->body->value.degrees));
}

/// Every enumerator has a name, and every name leads back to it; the last enumerator shows that none is missing.
template <typename E>
void expectNamesUpTo(E last)
{
    ASSERT_EQ(EnumNames<E>::kAll.size(), static_cast<std::size_t>(last) + 1);
    for (int i = 0; i <= static_cast<int>(last); ++i)
        EXPECT_EQ(enumNamed<E>(nameOf(static_cast<E>(i))), static_cast<E>(i));
}

TEST(EnumNames, EveryEnumeratorHasANameOfItsOwn)
{
    expectNamesUpTo(Outcome::Left);
    expectNamesUpTo(Verdict::Refuse);
    expectNamesUpTo(ReasonCode::QuestionsOpen);
    expectNamesUpTo(CheckLevel::Hard);
    expectNamesUpTo(NoTemperature::CalibrationOutOfLimits);
    expectNamesUpTo(Instrument::Contact);
    expectNamesUpTo(Zone::Refer);
    expectNamesUpTo(MaskState::Unsure);
    expectNamesUpTo(Answer::Yes);
    expectNamesUpTo(DocumentType::None);
    expectNamesUpTo(PunchDirection::Out);
    expectNamesUpTo(StaffProof::Guard);
    expectNamesUpTo(AlertAction::Closed);
    expectNamesUpTo(AlertOrigin::Office);
    expectNamesUpTo(CaseSign::Other);
    expectNamesUpTo(TakenAt::Forehead);
    expectNamesUpTo(StationAction::EscalationStuck);
    expectNamesUpTo(DisclosureKind::ExportedInClear);
    expectNamesUpTo(CaptureEnd::Interrupted);
    expectNamesUpTo(ReportNews::Overdue);
    expectNamesUpTo(EscalationStep::Withdrawn);
    expectNamesUpTo(StepKind::AirOn);
    expectNamesUpTo(RegisterKind::Roster);
    expectNamesUpTo(RegisterChange::Undone);
    expectNamesUpTo(ChainFault::TablesDiffer);
}

} // namespace
} // namespace menshen
