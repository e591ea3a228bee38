// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ProjectedRows.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/PersonalText.h"
#include "db/sqlite/RowBinder.h"
#include "db/sqlite/StoredText.h"

namespace menshen {
namespace {

std::int64_t micros(WallTime at) { return at.time_since_epoch().count(); }

} // namespace

void bindVisitRow(SQLite::Statement &statement, EntrySeq seq, const EntryDraft &draft, const VisitEntry &visit)
{
    const auto *reading = decidingReading(visit.evidence);
    const auto *body = reading && reading->body ? &*reading->body : nullptr;
    RowBinder row(statement);
    row << seq.value << micros(draft.at) << storedDay(draft.day) << draft.actor << nameOf(visit.outcome) << visit.verdict
        << encodedReasons(visit.reasons);
    row << (body ? std::optional(body->value) : std::nullopt) << (body ? std::optional(body->uncertainty) : std::nullopt)
        << (reading ? std::optional(reading->instrument) : std::nullopt) << std::int64_t{body && body->defaultCalibration}
        << visit.evidence.mask;
}

void bindPunchRow(SQLite::Statement &statement, EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch)
{
    const auto *reading = decidingReading(punch.evidence);
    RowBinder row(statement);
    row << seq.value << micros(draft.at) << storedDay(draft.day) << cleanUtf8(punch.number) << cleanUtf8(punch.department)
        << nameOf(punch.direction) << nameOf(punch.verdict) << encodedReasons(punch.reasons);
    row << (reading && reading->body ? std::optional(reading->body->value) : std::nullopt) << punch.evidence.mask;
}

void DaySums::count(EntrySeq seq, const Entry &entry)
{
    first = first == 0 ? seq.value : first;
    last = seq.value;
    if (const auto *visit = std::get_if<VisitEntry>(&entry)) {
        admitted += visit->outcome == Outcome::Admitted;
        refused += visit->outcome == Outcome::Refused;
        left += visit->outcome == Outcome::Left;
    } else if (const auto *punch = std::get_if<StaffPunchEntry>(&entry)) {
        staffIn += punch->direction == PunchDirection::In;
        staffOut += punch->direction == PunchDirection::Out;
    } else if (std::holds_alternative<ExitEntry>(entry)) {
        ++exits;
    }
}

std::optional<EntrySeq> aboutWhich(const Entry &entry)
{
    if (const auto *alert = std::get_if<AlertRaisedEntry>(&entry))
        return alert->cause > EntrySeq{} ? std::optional(alert->cause) : std::nullopt;
    if (const auto *action = std::get_if<AlertActionEntry>(&entry))
        return action->alert;
    if (const auto *step = std::get_if<EscalationEntry>(&entry))
        return step->alert;
    if (const auto *told = std::get_if<TurnedAwayToldEntry>(&entry))
        return told->visit;
    if (const auto *correction = std::get_if<CorrectionEntry>(&entry))
        return correction->visit;
    if (const auto *disclosure = std::get_if<DisclosureEntry>(&entry)) {
        const EntrySeq about = std::max(disclosure->visit, disclosure->alert); // only ever one of them
        return about > EntrySeq{} ? std::optional(about) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace menshen
