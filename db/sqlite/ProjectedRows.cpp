// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/ProjectedRows.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/PersonalText.h"
#include "db/sqlite/RowBinder.h"
#include "db/sqlite/StoredText.h"

namespace menshen {
namespace {

std::int64_t micros(WallTime at) { return at.time_since_epoch().count(); }

std::optional<EntrySeq> unlessNone(EntrySeq seq) { return seq > EntrySeq{} ? std::optional(seq) : std::nullopt; }

std::optional<std::int64_t> stored(std::optional<EntrySeq> seq) { return seq ? std::optional(seq->value) : std::nullopt; }

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
    const auto &afterwards = visit.afterwards;
    row << stored(unlessNone(visit.finding)) << (afterwards ? std::optional(micros(afterwards->happened)) : std::nullopt)
        << (afterwards ? std::optional(cleanUtf8(afterwards->by)) : std::nullopt);
}

void bindPunchRow(SQLite::Statement &statement, EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch)
{
    const auto *reading = decidingReading(punch.evidence);
    RowBinder row(statement);
    row << seq.value << micros(draft.at) << storedDay(draft.day) << cleanUtf8(punch.number) << cleanUtf8(punch.department)
        << nameOf(punch.direction) << nameOf(punch.verdict) << encodedReasons(punch.reasons);
    row << (reading && reading->body ? std::optional(reading->body->value) : std::nullopt) << punch.evidence.mask;
    row << nameOf(punch.outcome) << stored(unlessNone(punch.finding));
}

void DaySums::count(EntrySeq seq, const Entry &entry)
{
    first = first == 0 ? seq.value : first;
    last = seq.value;
    if (const auto *visit = std::get_if<VisitEntry>(&entry)) {
        if (visit->afterwards) {
            ++afterwards;
            return;
        }
        admitted += visit->outcome == Outcome::Admitted;
        refused += visit->outcome == Outcome::Refused;
        left += visit->outcome == Outcome::Left;
    } else if (const auto *punch = std::get_if<StaffPunchEntry>(&entry)) {
        if (punch->outcome != Outcome::Admitted) {
            ++staffRefused;
            return;
        }
        staffIn += punch->direction == PunchDirection::In;
        staffOut += punch->direction == PunchDirection::Out;
    } else if (std::holds_alternative<ExitEntry>(entry)) {
        ++exits;
    }
}

std::optional<EntrySeq> aboutWhich(const Entry &entry)
{
    if (const auto *visit = std::get_if<VisitEntry>(&entry))
        return unlessNone(visit->finding);
    if (const auto *punch = std::get_if<StaffPunchEntry>(&entry))
        return unlessNone(punch->finding);
    if (const auto *alert = std::get_if<AlertRaisedEntry>(&entry))
        return unlessNone(alert->cause);
    if (const auto *action = std::get_if<AlertActionEntry>(&entry))
        return action->alert;
    if (const auto *step = std::get_if<EscalationEntry>(&entry))
        return step->alert;
    if (const auto *told = std::get_if<TurnedAwayToldEntry>(&entry))
        return told->visit;
    if (const auto *correction = std::get_if<CorrectionEntry>(&entry))
        return correction->visit;
    if (const auto *disclosure = std::get_if<DisclosureEntry>(&entry))
        return unlessNone(std::max(disclosure->visit, disclosure->alert)); // only ever one of them
    return std::nullopt;
}

} // namespace menshen
