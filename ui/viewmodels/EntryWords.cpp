// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/AlertWords.h"

#include "menshen/app/Words.h"
#include "menshen/core/Overloaded.h"

#include <QCoreApplication>

namespace menshen::uiwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString qs(const std::string &text) { return QString::fromStdString(text); }

QString stepText(const std::string &id, const Plan &plan, Language language)
{
    for (const AlertStep &step : plan.alertSteps) {
        if (step.id == id) {
            return text(step.text, language);
        }
    }
    return qs(id);
}

QString days(const DisclosureEntry &entry)
{
    if (!entry.from || !entry.to) {
        return {};
    }
    const QString from = qs(isoDay(*entry.from));
    return *entry.from == *entry.to ? from : Words::tr("%1 to %2").arg(from, qs(isoDay(*entry.to)));
}

EntryText ofVisit(const VisitEntry &entry, const Plan &plan, Language language)
{
    QStringList body;
    if (entry.verdict) {
        body.append(of(*entry.verdict));
    }
    if (!entry.reasons.empty()) {
        body.append(of(entry.reasons, plan, language));
    }
    const std::string &reason = entry.overrideReason.empty() ? entry.note : entry.overrideReason;
    return {Words::tr("Recorded: %1").arg(of(entry.outcome)), body.join(QStringLiteral(" · ")), qs(reason), signOf(entry.outcome)};
}

EntryText ofAlertAction(const AlertActionEntry &entry, const Plan &plan, Language language)
{
    QString body;
    if (!entry.step.empty()) {
        body = stepText(entry.step, plan, language);
    } else if (entry.second) {
        body = Words::tr("second reading %1 °C, %2")
                   .arg(degrees(entry.second->value), placesOfReadings().at(static_cast<int>(entry.second->where)));
    } else if (!entry.checkedBy.empty()) {
        body = Words::tr("looked at again by %1").arg(qs(entry.checkedBy));
    } else if (entry.present) {
        body = Words::tr("%n person(s)", nullptr, entry.present->count);
    } else if (!entry.vehicle.empty()) {
        body = qs(entry.vehicle);
    }
    const bool skipped = entry.action == AlertAction::StepSkipped;
    return {of(entry.action), body, qs(entry.reason), skipped ? SignIcon::Attention : SignIcon::Pass};
}

EntryText ofDisclosure(const DisclosureEntry &entry)
{
    return entry.kind == DisclosureKind::Unmasked
               ? EntryText{Words::tr("Document and phone shown whole"), {}, qs(entry.reason), SignIcon::Attention}
               : EntryText{Words::tr("Exported with whole numbers"), days(entry), qs(entry.reason), SignIcon::Attention};
}

EntryText ofVerification(const VerificationEntry &entry)
{
    return entry.fault == ChainFault::None
               ? EntryText{Words::tr("Chain verified"), Words::tr("whole up to entry %1").arg(entry.checked.value), {}, SignIcon::Pass}
               : EntryText{Words::tr("Chain verified"), of(entry.fault), {}, SignIcon::Refuse};
}

EntryText ofEscalation(const EscalationEntry &entry)
{
    QString which = Words::tr("level %1, %2").arg(entry.level + 1).arg(qs(entry.courier));
    if (entry.ending) {
        which = Words::tr("%1 · %2").arg(which, ofEnding(entry.ending->how));
    }
    const QString detail = qs(entry.detail);
    switch (entry.step) {
    case EscalationStep::Planned:
        return {Words::tr("A message is being sent"), which, detail, SignIcon::None};
    case EscalationStep::Delivered:
        return {Words::tr("A message was delivered"), which, detail, SignIcon::Pass};
    case EscalationStep::Failed:
        return {Words::tr("A message failed"), which, detail, SignIcon::Attention};
    case EscalationStep::Silenced:
        return {Words::tr("Messages silenced"), {}, detail, SignIcon::Attention};
    case EscalationStep::Hidden:
        return {Words::tr("A message was kept back by a silence"), {}, detail, SignIcon::Attention};
    case EscalationStep::AcknowledgementExpired:
        return {Words::tr("The acknowledgement expired: people are told again"), {}, detail, SignIcon::Attention};
    case EscalationStep::Seen:
        return {Words::tr("Seen"), {}, detail, SignIcon::None};
    case EscalationStep::Withdrawn:
        return {Words::tr("A message was not sent any more: somebody had answered"), which, detail, SignIcon::None};
    }
    return {};
}

/// That somebody was turned away for the mask.
EntryText ofTurnedAway(const TurnedAwayToldEntry &told)
{
    EscalationEntry message;
    message.step = told.step;
    message.courier = told.courier;
    message.detail = told.detail;
    return ofEscalation(message);
}

EntryText ofRegister(const RegisterChangedEntry &entry)
{
    const QString which = entry.which == RegisterKind::LeadingGroup ? Words::tr("Leading group") : Words::tr("Duty roster");
    const QString how = entry.how == RegisterChange::Imported     ? Words::tr("imported")
                        : entry.how == RegisterChange::HandedOver ? Words::tr("duty handed over")
                        : entry.how == RegisterChange::Undone     ? Words::tr("undone")
                                                                  : Words::tr("edited");
    const QString counts =
        Words::tr("version %1: %2 added, %3 changed, %4 removed").arg(entry.version).arg(entry.added).arg(entry.changed).arg(entry.removed);
    return {Words::tr("%1: %2").arg(which, how), counts, {}, SignIcon::None};
}

EntryText plain(const QString &title, const QString &body = {}) { return {title, body, {}, SignIcon::None}; }

EntryText ofReportTold(const ReportToldEntry &told)
{
    const QString what = told.news == ReportNews::Signed     ? Words::tr("The daily report was sent")
                         : told.news == ReportNews::Reminder ? Words::tr("Reminded of a daily report")
                                                             : Words::tr("Told that a daily report is overdue");
    const QString which = QStringLiteral("%1 · %2").arg(qs(isoDay(told.day)), qs(told.courier));
    return {told.delivered ? what : Words::tr("Not delivered: %1").arg(what), which, qs(told.detail),
            told.delivered ? SignIcon::Pass : SignIcon::Attention};
}

/// One field of two drafts. A difference that the mask hides is still told.
class Comparison {
public:
    void field(const QString &label, const QString &before, const QString &after, bool differs)
    {
        if (differs) {
            const QString line = Words::tr("%1: %2 → %3").arg(label, orNothing(before), orNothing(after));
            m_lines.append(before == after ? Words::tr("%1 (differs in the hidden part)").arg(line) : line);
        }
    }
    void field(const QString &label, const std::string &before, const std::string &after)
    {
        field(label, qs(before), qs(after), before != after);
    }
    [[nodiscard]] QStringList lines() const { return m_lines; }

private:
    [[nodiscard]] static QString orNothing(const QString &value) { return value.isEmpty() ? Words::tr("(empty)") : value; }
    QStringList m_lines;
};

} // namespace

QString of(StationAction action)
{
    switch (action) {
    case StationAction::Started:
        return Words::tr("Station started");
    case StationAction::Stopped:
        return Words::tr("Station stopped");
    case StationAction::ClockJumped:
        return Words::tr("The clock jumped");
    case StationAction::DeviceLost:
        return Words::tr("A device was lost");
    case StationAction::DeviceBack:
        return Words::tr("A device came back");
    case StationAction::LedgerRecovered:
        return Words::tr("The ledger was recovered");
    case StationAction::DiskFull:
        return Words::tr("The disk is full: nobody is admitted until there is room");
    case StationAction::PurgeHeld:
        return Words::tr("Destruction was due and was held back");
    case StationAction::Exported:
        return Words::tr("Exported");
    case StationAction::OfficeOpened:
        return Words::tr("Office opened");
    case StationAction::DayBegan:
        return Words::tr("A new day: the count of people inside begins anew");
    case StationAction::InsideReviewed:
        return Words::tr("The people inside were counted by hand");
    case StationAction::EscalationStuck:
        return Words::tr("Telling people was stuck and was begun anew");
    case StationAction::OfficeDenied:
        return Words::tr("Wrong PIN at the office");
    }
    return {};
}

QString of(AlertAction action)
{
    switch (action) {
    case AlertAction::StepDone:
        return Words::tr("Step done");
    case AlertAction::Acknowledged:
        return Words::tr("Alert acknowledged");
    case AlertAction::HandedOver:
        return Words::tr("Handed over");
    case AlertAction::FalseAlarm:
        return Words::tr("Recorded as a false alarm");
    case AlertAction::StepSkipped:
        return Words::tr("Step skipped");
    case AlertAction::PresentListed:
        return Words::tr("Persons present were listed");
    case AlertAction::Closed:
        return Words::tr("Incident closed");
    }
    return {};
}

QString of(CaptureEnd end)
{
    switch (end) {
    case CaptureEnd::Stopped:
        return Words::tr("stopped by a person");
    case CaptureEnd::TimeUp:
        return Words::tr("ended at its time");
    case CaptureEnd::Full:
        return Words::tr("ended because it was full");
    case CaptureEnd::NoRoom:
        return Words::tr("ended because the disk has little room");
    case CaptureEnd::Failed:
        return Words::tr("ended because a picture could not be looked at or written");
    case CaptureEnd::LedgerDown:
        return Words::tr("ended because the ledger cannot be written");
    case CaptureEnd::StationStopped:
        return Words::tr("ended with the station");
    case CaptureEnd::Interrupted:
        return Words::tr("was broken off");
    }
    return {};
}

QString of(PersonMatch match)
{
    switch (match) {
    case PersonMatch::Certain:
        return Words::tr("Certain");
    case PersonMatch::Likely:
        return Words::tr("Likely");
    case PersonMatch::Possible:
        return Words::tr("Possible");
    }
    return {};
}

QString why(PersonMatch match)
{
    switch (match) {
    case PersonMatch::Certain:
        return Words::tr("the same document");
    case PersonMatch::Likely:
        return Words::tr("a document one mistake away, and the same phone or name");
    case PersonMatch::Possible:
        return Words::tr("only the phone agrees, or only a document one mistake away");
    }
    return {};
}

QString of(PersonalState state)
{
    switch (state) {
    case PersonalState::Whole:
        return {};
    case PersonalState::Destroyed:
        return Words::tr("destroyed on schedule");
    case PersonalState::Unreadable:
        return Words::tr("cannot be opened");
    }
    return {};
}

QString of(ChainFault fault)
{
    switch (fault) {
    case ChainFault::None:
        return Words::tr("Sound");
    case ChainFault::Changed:
        return Words::tr("An entry was changed");
    case ChainFault::Missing:
        return Words::tr("Entries are missing");
    case ChainFault::Inserted:
        return Words::tr("An entry was slipped in");
    case ChainFault::Reordered:
        return Words::tr("Entries stand in another order");
    case ChainFault::TailCut:
        return Words::tr("The end was cut off");
    case ChainFault::HeadMissing:
        return Words::tr("A signed head is gone or was changed");
    case ChainFault::ForeignKey:
        return Words::tr("Signed or sealed with a foreign key");
    case ChainFault::Unreadable:
        return Words::tr("The file is damaged there");
    case ChainFault::TablesDiffer:
        return Words::tr("The lists do not show what the journal says");
    }
    return {};
}

QString adviceFor(ChainFault fault)
{
    switch (fault) {
    case ChainFault::None:
        return {};
    case ChainFault::Unreadable:
        return Words::tr(
            "The disk may be failing. Back up now, keep the old file, and have the technician restore the newest good backup.");
    case ChainFault::TablesDiffer:
        return Words::tr(
            "The entries themselves are whole. Somebody may have changed what is shown of them: keep a copy of the file, have the "
            "technician run menshenctl ledger rebuild, and do not rely on today's lists until then.");
    case ChainFault::TailCut:
        return Words::tr("Somebody may have put an older copy in place. Keep the file, tell the head of the office, compare with the heads "
                         "that were kept, and look for the newer file.");
    default:
        return Words::tr(
            "Somebody may have touched the file. Do not delete or mend it: keep it, tell the head of the office, and compare it "
            "with the newest backup. The station goes on recording.");
    }
}

QString ofActor(const std::string &actor)
{
    static const std::string staff = "staff:";
    if (actor.starts_with(staff)) {
        return Words::tr("Staff %1").arg(qs(actor.substr(staff.size())));
    }
    static const std::string leader = "leader:";
    if (actor.starts_with(leader)) {
        return Words::tr("Leading group, %1").arg(qs(actor.substr(leader.size())));
    }
    if (actor == "guard") {
        return Words::tr("Guard");
    }
    if (actor == "office") {
        return Words::tr("Office");
    }
    if (actor == "station") {
        return Words::tr("The station");
    }
    return actor == "ctl" ? Words::tr("The technician") : qs(actor);
}

EntryText ofEntry(const Entry &entry, const Plan &plan, Language language)
{
    return std::visit(
        Overloaded{
            [&](const VisitEntry &visit) { return ofVisit(visit, plan, language); },
            [&](const StaffPunchEntry &punch) {
                return plain(punch.outcome == Outcome::Admitted ? of(punch.direction) : atEntrance(punch.outcome), qs(punch.department));
            },
            [](const ExitEntry &) { return plain(Words::tr("Somebody left the hall")); },
            [&](const AlertRaisedEntry &alert) {
                return EntryText{Words::tr("Alert raised"), alert.sign ? of(*alert.sign) : of(alert.reasons, plan, language),
                                 qs(alert.note), SignIcon::Refuse};
            },
            [&](const AlertActionEntry &action) { return ofAlertAction(action, plan, language); },
            [](const EscalationEntry &step) { return ofEscalation(step); },
            [](const TurnedAwayToldEntry &told) { return ofTurnedAway(told); },
            [](const StationEntry &station) { return plain(of(station.action), qs(station.detail)); },
            [](const CorrectionEntry &correction) {
                return EntryText{Words::tr("Corrected"), {}, qs(correction.reason), SignIcon::Attention};
            },
            [](const DisclosureEntry &disclosure) { return ofDisclosure(disclosure); },
            [](const CaptureStartedEntry &capture) {
                return EntryText{Words::tr("Diagnostics capture turned on"), Words::tr("for %n minute(s)", nullptr, capture.minutes),
                                 qs(capture.reason), SignIcon::Attention};
            },
            [](const CaptureEndedEntry &capture) {
                return plain(Words::tr("Diagnostics capture ended"),
                             Words::tr("%1; %n picture(s)", nullptr, static_cast<int>(capture.pictures)).arg(of(capture.end)));
            },
            [](const CaptureDestroyedEntry &capture) {
                return plain(Words::tr("Pictures of a diagnostics capture destroyed"),
                             Words::tr("%n picture(s)", nullptr, static_cast<int>(capture.pictures)));
            },
            [](const EpochEntry &epoch) {
                return plain(epoch.restored ? Words::tr("The ledger was restored from a backup") : Words::tr("The ledger begins"));
            },
            [](const DayKeyEntry &key) { return plain(Words::tr("A day's key was made"), qs(isoDay(key.day))); },
            [](const KeysRotatedEntry &) { return plain(Words::tr("The keys were changed")); },
            [](const DestructionEntry &destruction) {
                return plain(Words::tr("Personal data destroyed"), Words::tr("days before %1").arg(qs(isoDay(destruction.before))));
            },
            [](const BackupEntry &backup) { return plain(Words::tr("Backed up"), qs(backup.file)); },
            [](const VerificationEntry &verification) { return ofVerification(verification); },
            [](const ReportSignedEntry &report) {
                return plain(Words::tr("Daily report signed"),
                             Words::tr("%1, version %2").arg(qs(isoDay(report.report.day))).arg(report.version));
            },
            [](const ReportToldEntry &told) { return ofReportTold(told); },
            [](const RegisterChangedEntry &change) { return ofRegister(change); },
        },
        entry);
}

QStringList changes(const IdentityDraft &before, const IdentityDraft &after)
{
    const auto document = [](const IdentityDraft &draft) { return qs(maskedDocument(draft.document, Audience::Office)); };
    const auto phone = [](const IdentityDraft &draft) { return qs(maskedPhone(draft.phone, Audience::Office)); };
    Comparison compared;
    compared.field(Words::tr("Name"), before.name, after.name);
    compared.field(Words::tr("Kind of document"), of(before.documentType), of(after.documentType),
                   before.documentType != after.documentType);
    compared.field(Words::tr("Document"), document(before), document(after), before.document != after.document);
    compared.field(Words::tr("Issued by"), before.country, after.country);
    compared.field(Words::tr("Kept as unverified because"), before.unverifiedReason, after.unverifiedReason);
    compared.field(Words::tr("Phone"), phone(before), phone(after), before.phone != after.phone);
    compared.field(Words::tr("No phone because"), before.phoneNote, after.phoneNote);
    compared.field(Words::tr("Purpose"), before.purpose, after.purpose);
    return compared.lines();
}

} // namespace menshen::uiwords
