-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal is the truth; every other table is a projection of it, written in the same transaction and rebuildable.

CREATE TABLE journal (
    seq      INTEGER PRIMARY KEY,
    at_us    INTEGER NOT NULL, -- UTC, microseconds since 1970
    day      TEXT NOT NULL CHECK (length(day) = 10), -- in the hall's zone
    kind     TEXT NOT NULL,
    actor    TEXT NOT NULL,
    body     TEXT NOT NULL CHECK (json_valid(body)), -- no personal data
    personal TEXT CHECK (personal IS NULL OR json_valid(personal))
) STRICT;

CREATE TRIGGER journal_is_gapless BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: entries follow one another without a gap');
END;

CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: entries are never updated');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only: entries are never deleted');
END;

-- What a day amounts to. first_seq and last_seq turn a range of days into a range of seq, so that pages need no sorting.
CREATE TABLE days (
    day       TEXT PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    admitted  INTEGER NOT NULL DEFAULT 0,
    refused   INTEGER NOT NULL DEFAULT 0,
    left_door INTEGER NOT NULL DEFAULT 0,
    exits     INTEGER NOT NULL DEFAULT 0,
    staff_in  INTEGER NOT NULL DEFAULT 0,
    staff_out INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    seq                 INTEGER PRIMARY KEY REFERENCES journal (seq),
    at_us               INTEGER NOT NULL,
    day                 TEXT NOT NULL,
    actor               TEXT NOT NULL,
    outcome             TEXT NOT NULL,
    verdict             TEXT,
    reasons             TEXT NOT NULL, -- JSON
    temperature         REAL, -- °C, corrected, of the deciding reading
    uncertainty         REAL,
    instrument          TEXT,
    default_calibration INTEGER NOT NULL,
    mask                TEXT
) STRICT;

CREATE INDEX visits_by_outcome ON visits (outcome, seq);
CREATE INDEX visits_by_verdict ON visits (verdict, seq);

-- Kept apart from visits: the personal part goes when its time is over, the visit stays.
CREATE TABLE visit_persons (
    seq               INTEGER PRIMARY KEY REFERENCES visits (seq),
    name              TEXT NOT NULL,
    document_type     TEXT NOT NULL,
    document          TEXT NOT NULL,
    country           TEXT NOT NULL,
    unverified_reason TEXT NOT NULL,
    phone             TEXT NOT NULL,
    phone_note        TEXT NOT NULL,
    purpose           TEXT NOT NULL,
    override_reason   TEXT NOT NULL,
    note              TEXT NOT NULL,
    search            TEXT NOT NULL -- name, document and phone as a search sees them, one a line
) STRICT;

CREATE TABLE staff_punches (
    seq         INTEGER PRIMARY KEY REFERENCES journal (seq),
    at_us       INTEGER NOT NULL,
    day         TEXT NOT NULL,
    number      TEXT NOT NULL,
    name        TEXT NOT NULL,
    department  TEXT NOT NULL,
    direction   TEXT NOT NULL,
    verdict     TEXT NOT NULL,
    reasons     TEXT NOT NULL, -- JSON
    temperature REAL,
    mask        TEXT
) STRICT;
