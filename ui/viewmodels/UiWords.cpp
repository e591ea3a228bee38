// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/UiWords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace menshen::uiwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QDateTime hallTime(WallTime at, UtcOffset offset)
{
    const auto local = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch() + offset.value);
    return QDateTime::fromMSecsSinceEpoch(local.count(), Qt::UTC);
}

} // namespace

QString text(const LocalText &text, Language language)
{
    const bool chinese = language == Language::Chinese;
    const std::string &wanted = chinese ? text.zh : text.en;
    return QString::fromStdString(wanted.empty() ? (chinese ? text.en : text.zh) : wanted);
}

QString of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return Words::tr("Pass");
    case Verdict::Recheck:
        return Words::tr("Check again");
    case Verdict::NoResult:
        return Words::tr("No result");
    case Verdict::Refuse:
        return Words::tr("Do not admit");
    }
    return {};
}

QString of(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Admitted:
        return Words::tr("Admitted");
    case Outcome::Refused:
        return Words::tr("Refused");
    case Outcome::Left:
        return Words::tr("Walked away");
    }
    return {};
}

QString of(MaskState state)
{
    switch (state) {
    case MaskState::Mask:
        return Words::tr("Mask worn properly");
    case MaskState::NoMask:
        return Words::tr("No mask");
    case MaskState::Incorrect:
        return Words::tr("Mask not over the nose");
    case MaskState::Unsure:
        return Words::tr("Mask not clearly seen");
    }
    return {};
}

QString of(NoTemperature reason)
{
    switch (reason) {
    case NoTemperature::DeviceDown:
        return Words::tr("the thermometer does not answer");
    case NoTemperature::WarmingUp:
        return Words::tr("the thermometer is warming up");
    case NoTemperature::SensorFault:
        return Words::tr("the thermometer reports a fault");
    case NoTemperature::AmbientOutOfRange:
        return Words::tr("the room is too cold or too warm");
    case NoTemperature::Stale:
        return Words::tr("the last reading is too old");
    case NoTemperature::Nobody:
        return Words::tr("nobody in front");
    case NoTemperature::MoreThanOneFace:
        return Words::tr("more than one person");
    case NoTemperature::TooFewSamples:
        return Words::tr("still measuring");
    case NoTemperature::Unsteady:
        return Words::tr("the reading is unsteady");
    case NoTemperature::SensorOutOfRange:
        return Words::tr("the reading cannot be a forehead");
    case NoTemperature::BelowFloor:
        return Words::tr("cold forehead");
    case NoTemperature::CalibrationOverdue:
        return Words::tr("calibration overdue");
    case NoTemperature::CalibrationOutOfLimits:
        return Words::tr("calibration out of limits");
    }
    return {};
}

QString of(Zone zone)
{
    switch (zone) {
    case Zone::Pass:
        return Words::tr("normal");
    case Zone::Recheck:
        return Words::tr("near the fever line");
    case Zone::Refer:
        return Words::tr("fever");
    }
    return {};
}

QString of(Instrument instrument) { return instrument == Instrument::Infrared ? Words::tr("infrared") : Words::tr("contact"); }

QString of(DocumentType type)
{
    switch (type) {
    case DocumentType::ResidentId:
        return Words::tr("Resident ID card");
    case DocumentType::TravelPermitHkMacau:
        return Words::tr("HK/Macau travel permit");
    case DocumentType::TravelPermitTaiwan:
        return Words::tr("Taiwan travel permit");
    case DocumentType::ChinesePassport:
        return Words::tr("Chinese passport");
    case DocumentType::ForeignResidentCard:
        return Words::tr("Foreigner's residence card");
    case DocumentType::ForeignPassport:
        return Words::tr("Foreign passport");
    case DocumentType::None:
        return Words::tr("No document");
    }
    return {};
}

QString of(PunchDirection direction) { return direction == PunchDirection::In ? Words::tr("Clocked in") : Words::tr("Clocked out"); }

QString wishOf(PunchDirection direction) { return direction == PunchDirection::In ? Words::tr("clock in") : Words::tr("clock out"); }

QString resultOf(const StaffPunchEntry &punch)
{
    switch (punch.outcome) {
    case Outcome::Admitted:
        return punch.verdict == Verdict::Pass || punch.direction == PunchDirection::Out
                   ? of(punch.direction) // whoever goes home with a fever has gone off duty all the same
                   : Words::tr("%1 · %2").arg(of(punch.direction), of(punch.verdict));
    case Outcome::Refused:
    case Outcome::Left:
        return Words::tr("%1: not on duty").arg(atEntrance(punch.outcome));
    }
    return {};
}

QString atEntrance(Outcome outcome) { return outcome == Outcome::Refused ? Words::tr("Refused at the entrance") : of(outcome); }

QString without(const QString &why) { return Words::tr("No temperature: %1").arg(why); }

QString frozen() { return Words::tr("the thermometer's value does not move"); }

QString of(Prompt prompt)
{
    switch (prompt) {
    case Prompt::None:
        return {};
    case Prompt::ComeCloser:
        return Words::tr("Please come closer");
    case Prompt::OnePerson:
        return Words::tr("One person at a time, please");
    case Prompt::WearMask:
        return Words::tr("Please put on a mask");
    case Prompt::CoverNose:
        return Words::tr("Please pull the mask over your nose");
    case Prompt::HoldStill:
        return Words::tr("Measuring, please hold still");
    case Prompt::WarmUp:
        return Words::tr("Cold forehead: please warm up for a moment");
    case Prompt::MeasureByHand:
        return Words::tr("Please measure with the contact thermometer");
    case Prompt::NotSurelySame:
        return Words::tr("Please stand still: measuring again");
    case Prompt::FaceNotFound:
        return Words::tr("Please look into the camera");
    }
    return {};
}

QString of(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::Thermometer:
        return Words::tr("Thermometer");
    case DeviceKind::Camera:
        return Words::tr("Camera");
    case DeviceKind::Detector:
        return Words::tr("Mask detector");
    case DeviceKind::Gate:
        return Words::tr("Gate");
    case DeviceKind::Ledger:
        return Words::tr("Ledger");
    case DeviceKind::Siren:
        return Words::tr("Siren");
    }
    return {};
}

QString of(DeviceHealth health)
{
    switch (health) {
    case DeviceHealth::Starting:
        return Words::tr("starting");
    case DeviceHealth::Up:
        return Words::tr("ready");
    case DeviceHealth::Down:
        return Words::tr("down");
    case DeviceHealth::Off:
        return Words::tr("not fitted");
    }
    return {};
}

QString of(const Reason &reason, const Plan &plan, Language language)
{
    switch (reason.code) {
    case ReasonCode::Fever:
        return Words::tr("Fever");
    case ReasonCode::FeverUncertain:
        return Words::tr("Temperature near the fever line");
    case ReasonCode::TemperatureMissing:
        return reason.noTemperature ? without(of(*reason.noTemperature)) : Words::tr("No temperature");
    case ReasonCode::NoMask:
        return of(MaskState::NoMask);
    case ReasonCode::MaskIncorrect:
        return of(MaskState::Incorrect);
    case ReasonCode::MaskUnsure:
        return of(MaskState::Unsure);
    case ReasonCode::Answer:
        for (const Question &question : plan.questions) {
            if (question.id == reason.detail) {
                return Words::tr("Yes: %1").arg(text(question.text, language));
            }
        }
        return Words::tr("A question was answered yes");
    case ReasonCode::HallFull:
        return Words::tr("The hall is full");
    case ReasonCode::ClosedToPublic:
        return Words::tr("Closed to the public at this response level");
    case ReasonCode::DocumentUnverified:
        return Words::tr("Document not verified");
    case ReasonCode::NameMissing:
        return Words::tr("Name");
    case ReasonCode::DocumentMissing:
        return Words::tr("Document");
    case ReasonCode::DocumentInvalid:
        return Words::tr("Document number is not right");
    case ReasonCode::PhoneMissing:
        return Words::tr("Phone");
    case ReasonCode::PhoneInvalid:
        return Words::tr("Phone number is not right");
    case ReasonCode::PurposeMissing:
        return Words::tr("Purpose");
    case ReasonCode::QuestionsOpen:
        return Words::tr("Questions");
    }
    return {};
}

QString of(const std::vector<Reason> &reasons, const Plan &plan, Language language)
{
    QStringList words;
    for (const Reason &reason : reasons) {
        words.append(of(reason, plan, language));
    }
    return words.join(QStringLiteral(" · "));
}

QString of(DocumentProblem problem, DocumentType type, qsizetype length)
{
    constexpr int kIdLength = 18;
    switch (problem) {
    case DocumentProblem::Empty:
        return {};
    case DocumentProblem::BadLength:
        return type == DocumentType::ResidentId && length < kIdLength
                   ? Words::tr("%n more character(s)", nullptr, static_cast<int>(kIdLength - length))
                   : Words::tr("The number does not have the right length");
    case DocumentProblem::BadCharacter:
        return Words::tr("A character that such a number cannot have");
    case DocumentProblem::BadForm:
        return Words::tr("This document's number looks different");
    case DocumentProblem::BadCheckCharacter:
        return Words::tr("Wrong check character: compare with the card");
    case DocumentProblem::NoSuchDate:
        return Words::tr("No such birth date");
    case DocumentProblem::FutureDate:
        return Words::tr("The birth date lies in the future");
    case DocumentProblem::CountryMissing:
        return Words::tr("Which country issued it?");
    }
    return {};
}

QString of(IdentityWarning warning)
{
    return warning == IdentityWarning::UnknownRegion ? Words::tr("Region code not known; that may be right")
                                                     : Words::tr("The number of a machine SIM");
}

QString of(PhoneProblem problem) { return problem == PhoneProblem::Empty ? QString() : Words::tr("Not a phone number yet"); }

SignIcon::Kind signOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return SignIcon::Pass;
    case Verdict::Recheck:
        return SignIcon::Attention;
    case Verdict::NoResult:
        return SignIcon::Unknown;
    case Verdict::Refuse:
        return SignIcon::Refuse;
    }
    return SignIcon::Unknown;
}

SignIcon::Kind signOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Admitted:
        return SignIcon::Pass;
    case Outcome::Refused:
        return SignIcon::Refuse;
    case Outcome::Left:
        return SignIcon::Attention;
    }
    return SignIcon::Unknown;
}

SignIcon::Kind signOf(MaskState state)
{
    switch (state) {
    case MaskState::Mask:
        return SignIcon::Pass;
    case MaskState::NoMask:
        return SignIcon::Refuse;
    case MaskState::Incorrect:
        return SignIcon::Attention;
    case MaskState::Unsure:
        return SignIcon::Unknown;
    }
    return SignIcon::Unknown;
}

SignIcon::Kind signOf(Zone zone)
{
    switch (zone) {
    case Zone::Pass:
        return SignIcon::Pass;
    case Zone::Recheck:
        return SignIcon::Attention;
    case Zone::Refer:
        return SignIcon::Refuse;
    }
    return SignIcon::Unknown;
}

SignIcon::Kind signOf(DeviceHealth health)
{
    switch (health) {
    case DeviceHealth::Starting:
        return SignIcon::Measuring;
    case DeviceHealth::Up:
        return SignIcon::Pass;
    case DeviceHealth::Down:
        return SignIcon::Refuse;
    case DeviceHealth::Off:
        return SignIcon::None;
    }
    return SignIcon::None;
}

QString degrees(Celsius value) { return QString::number(value.degrees, 'f', 1); }

QString clock(WallTime at, UtcOffset offset) { return hallTime(at, offset).toString(QStringLiteral("HH:mm:ss")); }

QString dayAndClock(WallTime at, UtcOffset offset) { return hallTime(at, offset).toString(QStringLiteral("yyyy-MM-dd HH:mm")); }

QString elapsed(Micros duration)
{
    const auto seconds = std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(duration).count());
    const QString rest = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds >= 3600 ? QStringLiteral("%1:%2").arg(seconds / 3600).arg(rest) : rest;
}

} // namespace menshen::uiwords
