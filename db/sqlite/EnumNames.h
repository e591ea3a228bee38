// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "menshen/core/Entries.h"

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace menshen {

/// A stored row does not say what this program understands. Caught at the room's edge; holds no personal data.
class DecodeError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The names under which an enumeration is stored. They are in people's ledgers: add, never change or reuse.
template <typename E>
struct EnumNames;

template <typename E>
using NameOf = std::pair<E, std::string_view>;

template <>
struct EnumNames<Outcome> {
    static constexpr std::string_view kWhat = "outcome";
    static constexpr auto kAll =
        std::to_array<NameOf<Outcome>>({{Outcome::Admitted, "admitted"}, {Outcome::Refused, "refused"}, {Outcome::Left, "left"}});
};

template <>
struct EnumNames<Verdict> {
    static constexpr std::string_view kWhat = "verdict";
    static constexpr auto kAll = std::to_array<NameOf<Verdict>>(
        {{Verdict::Pass, "pass"}, {Verdict::Recheck, "recheck"}, {Verdict::NoResult, "no_result"}, {Verdict::Refuse, "refuse"}});
};

template <>
struct EnumNames<ReasonCode> {
    static constexpr std::string_view kWhat = "reason";
    static constexpr auto kAll = std::to_array<NameOf<ReasonCode>>({{ReasonCode::Fever, "fever"},
                                                                    {ReasonCode::FeverUncertain, "fever_uncertain"},
                                                                    {ReasonCode::TemperatureMissing, "temperature_missing"},
                                                                    {ReasonCode::NoMask, "no_mask"},
                                                                    {ReasonCode::MaskIncorrect, "mask_incorrect"},
                                                                    {ReasonCode::MaskUnsure, "mask_unsure"},
                                                                    {ReasonCode::Answer, "answer"},
                                                                    {ReasonCode::HallFull, "hall_full"},
                                                                    {ReasonCode::ClosedToPublic, "closed_to_public"},
                                                                    {ReasonCode::DocumentUnverified, "document_unverified"},
                                                                    {ReasonCode::NameMissing, "name_missing"},
                                                                    {ReasonCode::DocumentMissing, "document_missing"},
                                                                    {ReasonCode::DocumentInvalid, "document_invalid"},
                                                                    {ReasonCode::PhoneMissing, "phone_missing"},
                                                                    {ReasonCode::PhoneInvalid, "phone_invalid"},
                                                                    {ReasonCode::PurposeMissing, "purpose_missing"},
                                                                    {ReasonCode::QuestionsOpen, "questions_open"}});
};

template <>
struct EnumNames<CheckLevel> {
    static constexpr std::string_view kWhat = "level";
    static constexpr auto kAll =
        std::to_array<NameOf<CheckLevel>>({{CheckLevel::Off, "off"}, {CheckLevel::Soft, "soft"}, {CheckLevel::Hard, "hard"}});
};

template <>
struct EnumNames<NoTemperature> {
    static constexpr std::string_view kWhat = "no-result reason";
    static constexpr auto kAll =
        std::to_array<NameOf<NoTemperature>>({{NoTemperature::DeviceDown, "device_down"},
                                              {NoTemperature::WarmingUp, "warming_up"},
                                              {NoTemperature::SensorFault, "sensor_fault"},
                                              {NoTemperature::AmbientOutOfRange, "ambient_out_of_range"},
                                              {NoTemperature::Stale, "stale"},
                                              {NoTemperature::Nobody, "nobody"},
                                              {NoTemperature::MoreThanOneFace, "more_than_one_face"},
                                              {NoTemperature::TooFewSamples, "too_few_samples"},
                                              {NoTemperature::Unsteady, "unsteady"},
                                              {NoTemperature::SensorOutOfRange, "sensor_out_of_range"},
                                              {NoTemperature::BelowFloor, "below_floor"},
                                              {NoTemperature::CalibrationOverdue, "calibration_overdue"},
                                              {NoTemperature::CalibrationOutOfLimits, "calibration_out_of_limits"}});
};

template <>
struct EnumNames<Instrument> {
    static constexpr std::string_view kWhat = "instrument";
    static constexpr auto kAll = std::to_array<NameOf<Instrument>>({{Instrument::Infrared, "infrared"}, {Instrument::Contact, "contact"}});
};

template <>
struct EnumNames<Zone> {
    static constexpr std::string_view kWhat = "zone";
    static constexpr auto kAll = std::to_array<NameOf<Zone>>({{Zone::Pass, "pass"}, {Zone::Recheck, "recheck"}, {Zone::Refer, "refer"}});
};

template <>
struct EnumNames<MaskState> {
    static constexpr std::string_view kWhat = "mask state";
    static constexpr auto kAll = std::to_array<NameOf<MaskState>>(
        {{MaskState::Mask, "mask"}, {MaskState::NoMask, "no_mask"}, {MaskState::Incorrect, "incorrect"}, {MaskState::Unsure, "unsure"}});
};

template <>
struct EnumNames<Answer> {
    static constexpr std::string_view kWhat = "answer";
    static constexpr auto kAll = std::to_array<NameOf<Answer>>({{Answer::NotAsked, "not_asked"}, {Answer::No, "no"}, {Answer::Yes, "yes"}});
};

template <>
struct EnumNames<DocumentType> {
    static constexpr std::string_view kWhat = "document type";
    static constexpr auto kAll = std::to_array<NameOf<DocumentType>>({{DocumentType::ResidentId, "resident_id"},
                                                                      {DocumentType::TravelPermitHkMacau, "travel_permit_hk_macau"},
                                                                      {DocumentType::TravelPermitTaiwan, "travel_permit_taiwan"},
                                                                      {DocumentType::ChinesePassport, "chinese_passport"},
                                                                      {DocumentType::ForeignResidentCard, "foreign_resident_card"},
                                                                      {DocumentType::ForeignPassport, "foreign_passport"},
                                                                      {DocumentType::None, "none"}});
};

template <>
struct EnumNames<PunchDirection> {
    static constexpr std::string_view kWhat = "direction";
    static constexpr auto kAll = std::to_array<NameOf<PunchDirection>>({{PunchDirection::In, "in"}, {PunchDirection::Out, "out"}});
};

template <>
struct EnumNames<StaffProof> {
    static constexpr std::string_view kWhat = "proof of a member of staff";
    static constexpr auto kAll = std::to_array<NameOf<StaffProof>>({{StaffProof::Guard, "guard"}});
};

template <>
struct EnumNames<AlertAction> {
    static constexpr std::string_view kWhat = "alert action";
    static constexpr auto kAll = std::to_array<NameOf<AlertAction>>({{AlertAction::StepDone, "step_done"},
                                                                     {AlertAction::Acknowledged, "acknowledged"},
                                                                     {AlertAction::HandedOver, "handed_over"},
                                                                     {AlertAction::FalseAlarm, "false_alarm"},
                                                                     {AlertAction::StepSkipped, "step_skipped"},
                                                                     {AlertAction::PresentListed, "present_listed"},
                                                                     {AlertAction::Closed, "closed"}});
};

template <>
struct EnumNames<AlertOrigin> {
    static constexpr std::string_view kWhat = "origin of an alert";
    static constexpr auto kAll = std::to_array<NameOf<AlertOrigin>>(
        {{AlertOrigin::Verdict, "verdict"}, {AlertOrigin::Guard, "guard"}, {AlertOrigin::Office, "office"}});
};

template <>
struct EnumNames<CaseSign> {
    static constexpr std::string_view kWhat = "sign of a case";
    static constexpr auto kAll = std::to_array<NameOf<CaseSign>>({{CaseSign::Fever, "fever"},
                                                                  {CaseSign::Symptoms, "symptoms"},
                                                                  {CaseSign::FellIll, "fell_ill"},
                                                                  {CaseSign::Contact, "contact"},
                                                                  {CaseSign::Other, "other"}});
};

template <>
struct EnumNames<TakenAt> {
    static constexpr std::string_view kWhat = "place of a reading";
    static constexpr auto kAll = std::to_array<NameOf<TakenAt>>(
        {{TakenAt::Armpit, "armpit"}, {TakenAt::Ear, "ear"}, {TakenAt::Mouth, "mouth"}, {TakenAt::Forehead, "forehead"}});
};

template <>
struct EnumNames<StepKind> {
    static constexpr std::string_view kWhat = "kind of a step";
    static constexpr auto kAll = std::to_array<NameOf<StepKind>>({{StepKind::Task, "task"},
                                                                  {StepKind::Isolation, "isolation"},
                                                                  {StepKind::HandOver, "hand_over"},
                                                                  {StepKind::AirOff, "air_conditioning_off"},
                                                                  {StepKind::Disinfection, "disinfection"},
                                                                  {StepKind::AirOn, "air_conditioning_on"}});
};

template <>
struct EnumNames<EscalationStep> {
    static constexpr std::string_view kWhat = "escalation step";
    static constexpr auto kAll = std::to_array<NameOf<EscalationStep>>({{EscalationStep::Planned, "planned"},
                                                                        {EscalationStep::Delivered, "delivered"},
                                                                        {EscalationStep::Failed, "failed"},
                                                                        {EscalationStep::Silenced, "silenced"},
                                                                        {EscalationStep::Hidden, "hidden"},
                                                                        {EscalationStep::AcknowledgementExpired, "acknowledgement_expired"},
                                                                        {EscalationStep::Seen, "seen"},
                                                                        {EscalationStep::Withdrawn, "withdrawn"}});
};

template <>
struct EnumNames<StationAction> {
    static constexpr std::string_view kWhat = "station action";
    static constexpr auto kAll = std::to_array<NameOf<StationAction>>({{StationAction::Started, "started"},
                                                                       {StationAction::Stopped, "stopped"},
                                                                       {StationAction::ClockJumped, "clock_jumped"},
                                                                       {StationAction::DeviceLost, "device_lost"},
                                                                       {StationAction::DeviceBack, "device_back"},
                                                                       {StationAction::LedgerRecovered, "ledger_recovered"},
                                                                       {StationAction::DiskFull, "disk_full"},
                                                                       {StationAction::PurgeHeld, "purge_held"},
                                                                       {StationAction::Exported, "exported"},
                                                                       {StationAction::OfficeOpened, "office_opened"},
                                                                       {StationAction::OfficeDenied, "office_denied"},
                                                                       {StationAction::DayBegan, "day_began"},
                                                                       {StationAction::InsideReviewed, "inside_reviewed"},
                                                                       {StationAction::EscalationStuck, "escalation_stuck"}});
};

template <>
struct EnumNames<ReportNews> {
    static constexpr std::string_view kWhat = "news of a report";
    static constexpr auto kAll = std::to_array<NameOf<ReportNews>>(
        {{ReportNews::Signed, "signed"}, {ReportNews::Reminder, "reminder"}, {ReportNews::Overdue, "overdue"}});
};

template <>
struct EnumNames<DisclosureKind> {
    static constexpr std::string_view kWhat = "disclosure";
    static constexpr auto kAll = std::to_array<NameOf<DisclosureKind>>(
        {{DisclosureKind::Unmasked, "unmasked"}, {DisclosureKind::ExportedInClear, "exported_in_clear"}});
};

template <>
struct EnumNames<CaptureEnd> {
    static constexpr std::string_view kWhat = "end of a capture";
    static constexpr auto kAll = std::to_array<NameOf<CaptureEnd>>({{CaptureEnd::Stopped, "stopped"},
                                                                    {CaptureEnd::TimeUp, "time_up"},
                                                                    {CaptureEnd::Full, "full"},
                                                                    {CaptureEnd::NoRoom, "no_room"},
                                                                    {CaptureEnd::Failed, "failed"},
                                                                    {CaptureEnd::LedgerDown, "ledger_down"},
                                                                    {CaptureEnd::StationStopped, "station_stopped"},
                                                                    {CaptureEnd::Interrupted, "interrupted"}});
};

template <>
struct EnumNames<RegisterKind> {
    static constexpr std::string_view kWhat = "register";
    static constexpr auto kAll =
        std::to_array<NameOf<RegisterKind>>({{RegisterKind::LeadingGroup, "leading_group"}, {RegisterKind::Roster, "roster"}});
};

template <>
struct EnumNames<RegisterChange> {
    static constexpr std::string_view kWhat = "change of a register";
    static constexpr auto kAll = std::to_array<NameOf<RegisterChange>>({{RegisterChange::Edited, "edited"},
                                                                        {RegisterChange::Imported, "imported"},
                                                                        {RegisterChange::HandedOver, "handed_over"},
                                                                        {RegisterChange::Undone, "undone"}});
};

template <>
struct EnumNames<ChainFault> {
    static constexpr std::string_view kWhat = "fault of the chain";
    static constexpr auto kAll = std::to_array<NameOf<ChainFault>>({{ChainFault::None, "none"},
                                                                    {ChainFault::Changed, "changed"},
                                                                    {ChainFault::Missing, "missing"},
                                                                    {ChainFault::Inserted, "inserted"},
                                                                    {ChainFault::Reordered, "reordered"},
                                                                    {ChainFault::TailCut, "tail_cut"},
                                                                    {ChainFault::HeadMissing, "head_missing"},
                                                                    {ChainFault::ForeignKey, "foreign_key"},
                                                                    {ChainFault::Unreadable, "unreadable"},
                                                                    {ChainFault::TablesDiffer, "tables_differ"}});
};

template <typename E>
[[nodiscard]] std::string nameOf(E value)
{
    for (const auto &[known, name] : EnumNames<E>::kAll)
        if (known == value)
            return std::string(name);
    throw DecodeError("no stored name for a value of " + std::string(EnumNames<E>::kWhat));
}

template <typename E>
[[nodiscard]] E enumNamed(std::string_view stored)
{
    for (const auto &[value, name] : EnumNames<E>::kAll)
        if (name == stored)
            return value;
    throw DecodeError("unknown " + std::string(EnumNames<E>::kWhat) + " \"" + std::string(stored) + '"');
}

} // namespace menshen
