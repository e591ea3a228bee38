// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Projector.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/EnumNames.h"
#include "db/sqlite/PersonMarks.h"
#include "db/sqlite/PersonalText.h"
#include "db/sqlite/StoredText.h"

#include <optional>

namespace menshen {
namespace {

/// Binds one value after the other and runs the statement.
class Row {
public:
    explicit Row(SQLite::Statement &statement) : m_statement(statement)
    {
        m_statement.tryReset(); // reset() would throw what an earlier run of it met
        m_statement.clearBindings();
    }

    Row &operator<<(const std::string &text)
    {
        m_statement.bind(++m_index, text);
        return *this;
    }
    Row &operator<<(const std::optional<std::string> &text)
    {
        ++m_index;
        if (text)
            m_statement.bind(m_index, *text);
        return *this;
    }
    Row &operator<<(std::int64_t value)
    {
        m_statement.bind(++m_index, value);
        return *this;
    }
    Row &operator<<(std::optional<Celsius> value)
    {
        ++m_index;
        if (value)
            m_statement.bind(m_index, value->degrees);
        return *this;
    }
    template <typename E>
    Row &operator<<(const std::optional<E> &value)
    {
        ++m_index;
        if (value)
            m_statement.bind(m_index, nameOf(*value));
        return *this;
    }
    void run() { m_statement.exec(); }

private:
    SQLite::Statement &m_statement;
    int m_index = 0;
};

std::int64_t micros(WallTime at) { return at.time_since_epoch().count(); }

} // namespace

IdentityDraft identityOf(PersonalParts &parts, EntrySeq visit, std::optional<EntrySeq> correction)
{
    const auto part = parts.open(correction.value_or(visit));
    if (!part || part->state != PersonalState::Whole)
        return {};
    return correction ? correctedIdentityFrom(part->text) : visitPersonalFrom(part->text).identity;
}

Projector::Projector(SQLite::Database &db, std::shared_ptr<KeyRing> keys)
    : m_db(db), m_keys(std::move(keys)), m_parts(db, m_keys),
      m_visit(db, "INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)"),
      m_correction(db, "SELECT correction FROM visits WHERE seq = ?"), m_corrected(db, "UPDATE visits SET correction = ? WHERE seq = ?"),
      m_punch(db, "INSERT INTO staff_punches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_day(db, "INSERT INTO days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (day) DO UPDATE SET last_seq = excluded.last_seq, admitted = admitted + excluded.admitted,"
                " refused = refused + excluded.refused, left_door = left_door + excluded.left_door, exits = exits + excluded.exits,"
                " staff_in = staff_in + excluded.staff_in, staff_out = staff_out + excluded.staff_out"),
      m_link(db, "INSERT INTO links VALUES (?, ?)"),
      m_mark(db, "INSERT OR IGNORE INTO person_index SELECT key, ?1, seq FROM journal WHERE seq = ?2"),
      m_unmark(db, "DELETE FROM person_index WHERE key = (SELECT key FROM journal WHERE seq = ?2) AND mark = ?1 AND visit = ?2")
{
}

void Projector::project(EntrySeq seq, const EntryDraft &draft)
{
    if (isLedgersOwn(draft.entry))
        return;
    day(seq, draft);
    if (const auto *visited = std::get_if<VisitEntry>(&draft.entry))
        visit(seq, draft, *visited);
    else if (const auto *punched = std::get_if<StaffPunchEntry>(&draft.entry))
        punch(seq, draft, *punched);
    else if (const auto *alert = std::get_if<AlertRaisedEntry>(&draft.entry))
        link(alert->cause, seq);
    else if (const auto *action = std::get_if<AlertActionEntry>(&draft.entry))
        link(action->alert, seq);
    else if (const auto *correction = std::get_if<CorrectionEntry>(&draft.entry))
        correct(seq, *correction);
    else if (const auto *disclosure = std::get_if<DisclosureEntry>(&draft.entry); disclosure && disclosure->visit > EntrySeq{})
        link(disclosure->visit, seq);
}

void Projector::clear()
{
    m_db.exec("DELETE FROM person_index; DELETE FROM links; DELETE FROM visits; DELETE FROM staff_punches; DELETE FROM days");
}

void Projector::visit(EntrySeq seq, const EntryDraft &draft, const VisitEntry &visit)
{
    const auto *reading = decidingReading(visit.evidence);
    const auto *body = reading && reading->body ? &*reading->body : nullptr;
    Row row(m_visit);
    row << seq.value << micros(draft.at) << storedDay(draft.day) << draft.actor << nameOf(visit.outcome) << visit.verdict
        << encodedReasons(visit.reasons);
    row << (body ? std::optional(body->value) : std::nullopt) << (body ? std::optional(body->uncertainty) : std::nullopt)
        << (reading ? std::optional(reading->instrument) : std::nullopt) << std::int64_t{body && body->defaultCalibration}
        << visit.evidence.mask;
    row.run();
    mark(seq, visit.identity);
}

void Projector::mark(EntrySeq visit, const IdentityDraft &identity)
{
    if (const auto key = m_parts.keyThatSealed(visit))
        for (const auto mark : personMarks(identity, dayMarkKey(m_keys->index(), *key)))
            (Row(m_mark) << mark << visit.value).run();
}

void Projector::correct(EntrySeq seq, const CorrectionEntry &correction)
{
    link(correction.visit, seq);
    m_correction.tryReset();
    m_correction.bind(1, correction.visit.value);
    if (!m_correction.executeStep())
        throw DecodeError("entry " + std::to_string(correction.visit.value) + " is no visit");
    const auto before = m_correction.isColumnNull(0) ? std::nullopt : std::optional(EntrySeq{m_correction.getColumn(0).getInt64()});
    m_correction.reset();
    if (const auto key = m_parts.keyThatSealed(correction.visit))
        for (const auto mark : personMarks(identityOf(m_parts, correction.visit, before), dayMarkKey(m_keys->index(), *key)))
            (Row(m_unmark) << mark << correction.visit.value).run();
    mark(correction.visit, correction.identity);
    (Row(m_corrected) << seq.value << correction.visit.value).run();
}

void Projector::link(EntrySeq about, EntrySeq seq) { (Row(m_link) << about.value << seq.value).run(); }

void Projector::punch(EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch)
{
    const auto *reading = decidingReading(punch.evidence);
    Row row(m_punch);
    row << seq.value << micros(draft.at) << storedDay(draft.day) << cleanUtf8(punch.number) << cleanUtf8(punch.department)
        << nameOf(punch.direction) << nameOf(punch.verdict) << encodedReasons(punch.reasons);
    row << (reading && reading->body ? std::optional(reading->body->value) : std::nullopt) << punch.evidence.mask;
    row.run();
}

void Projector::DaySums::count(const Entry &entry)
{
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

void Projector::day(EntrySeq seq, const EntryDraft &draft)
{
    auto &sums = m_sums.try_emplace(storedDay(draft.day), DaySums{seq.value, seq.value}).first->second;
    sums.last = seq.value;
    sums.count(draft.entry);
}

void Projector::finish()
{
    for (const auto &[day, sums] : m_sums) {
        Row row(m_day);
        row << day << sums.first << sums.last << sums.admitted << sums.refused << sums.left << sums.exits << sums.staffIn << sums.staffOut;
        row.run();
    }
    m_sums.clear();
}

} // namespace menshen
