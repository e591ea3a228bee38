// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/Projector.h"

#include "db/sqlite/EntryJson.h"
#include "db/sqlite/PersonMarks.h"
#include "db/sqlite/PersonalText.h"
#include "db/sqlite/RowBinder.h"
#include "db/sqlite/StoredText.h"

#include <optional>

namespace menshen {

IdentityDraft identityOf(PersonalParts &parts, EntrySeq visit, std::optional<EntrySeq> correction)
{
    const auto part = parts.open(correction.value_or(visit));
    if (!part || part->state != PersonalState::Whole)
        return {};
    return correction ? correctedIdentityFrom(part->text) : visitPersonalFrom(part->text).identity;
}

Projector::Projector(SQLite::Database &db, std::shared_ptr<KeyRing> keys)
    : m_db(db), m_keys(std::move(keys)), m_parts(db, m_keys),
      m_visit(db, "INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?)"),
      m_correction(db, "SELECT correction FROM visits WHERE seq = ?"), m_corrected(db, "UPDATE visits SET correction = ? WHERE seq = ?"),
      m_punch(db, "INSERT INTO staff_punches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_day(db, "INSERT INTO days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (day) DO UPDATE SET last_seq = excluded.last_seq, admitted = admitted + excluded.admitted,"
                " refused = refused + excluded.refused, left_door = left_door + excluded.left_door, exits = exits + excluded.exits,"
                " staff_in = staff_in + excluded.staff_in, staff_out = staff_out + excluded.staff_out,"
                " staff_refused = staff_refused + excluded.staff_refused, afterwards = afterwards + excluded.afterwards"),
      m_link(db, "INSERT INTO links VALUES (?, ?)"),
      m_mark(db, "INSERT OR IGNORE INTO person_index SELECT key, ?1, seq FROM journal WHERE seq = ?2"),
      m_unmark(db, "DELETE FROM person_index WHERE key = (SELECT key FROM journal WHERE seq = ?2) AND mark = ?1 AND visit = ?2")
{
}

void Projector::project(EntrySeq seq, const EntryDraft &draft)
{
    if (isLedgersOwn(draft.entry))
        return;
    m_sums[storedDay(draft.day)].count(seq, draft.entry);
    if (const auto about = aboutWhich(draft.entry))
        (RowBinder(m_link) << about->value << seq.value).run();
    if (const auto *visited = std::get_if<VisitEntry>(&draft.entry))
        visit(seq, draft, *visited);
    else if (const auto *punched = std::get_if<StaffPunchEntry>(&draft.entry))
        punch(seq, draft, *punched);
    else if (const auto *correction = std::get_if<CorrectionEntry>(&draft.entry))
        correct(seq, *correction);
}

void Projector::clear()
{
    m_db.exec("DELETE FROM person_index; DELETE FROM links; DELETE FROM visits; DELETE FROM staff_punches; DELETE FROM days");
}

void Projector::visit(EntrySeq seq, const EntryDraft &draft, const VisitEntry &visit)
{
    bindVisitRow(m_visit, seq, draft, visit);
    m_visit.exec();
    mark(seq, visit.identity);
}

void Projector::mark(EntrySeq visit, const IdentityDraft &identity)
{
    if (const auto key = m_parts.keyThatSealed(visit))
        for (const auto mark : personMarks(identity, dayMarkKey(m_keys->index(), *key)))
            (RowBinder(m_mark) << mark << visit.value).run();
}

void Projector::correct(EntrySeq seq, const CorrectionEntry &correction)
{
    m_correction.tryReset();
    m_correction.bind(1, correction.visit.value);
    if (!m_correction.executeStep())
        throw DecodeError("entry " + std::to_string(correction.visit.value) + " is no visit");
    const auto before = m_correction.isColumnNull(0) ? std::nullopt : std::optional(EntrySeq{m_correction.getColumn(0).getInt64()});
    m_correction.reset();
    if (const auto key = m_parts.keyThatSealed(correction.visit))
        for (const auto mark : personMarks(identityOf(m_parts, correction.visit, before), dayMarkKey(m_keys->index(), *key)))
            (RowBinder(m_unmark) << mark << correction.visit.value).run();
    mark(correction.visit, correction.identity);
    (RowBinder(m_corrected) << seq.value << correction.visit.value).run();
}

void Projector::punch(EntrySeq seq, const EntryDraft &draft, const StaffPunchEntry &punch)
{
    bindPunchRow(m_punch, seq, draft, punch);
    m_punch.exec();
}

void Projector::finish()
{
    for (const auto &[day, sums] : m_sums) {
        RowBinder row(m_day);
        row << day << sums.first << sums.last << sums.admitted << sums.refused << sums.left << sums.exits << sums.staffIn << sums.staffOut
            << sums.staffRefused << sums.afterwards;
        row.run();
    }
    m_sums.clear();
}

} // namespace menshen
