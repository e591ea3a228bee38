-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal is the truth: chained, its personal parts sealed. Every table below `Projections` follows from it, is
-- written in the same transaction and can be rebuilt. Schema 1 was that of the trial versions: neither sealed nor chained.
-- Days are counted from 1970-01-01 in the hall's zone; SQL's date(day * 86400, 'unixepoch') shows them.

-- ---- Which ledger this is ----------------------------------------------------------------------------------------

CREATE TABLE ledger (
    only        INTEGER PRIMARY KEY CHECK (only = 1),
    station     BLOB NOT NULL CHECK (length(station) = 16),
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32), -- Ed25519, public
    made_us     INTEGER NOT NULL
) STRICT;

-- Each life of the ledger: 1 when it was made, one more with each restoration.
CREATE TABLE epochs (
    number    INTEGER PRIMARY KEY,
    epoch     BLOB NOT NULL CHECK (length(epoch) = 16),
    first_seq INTEGER NOT NULL -- its EpochEntry
) STRICT;

-- ---- Keys: the station's secret opens the root key, the root key opens the others --------------------------------

CREATE TABLE key_slots (
    name    TEXT PRIMARY KEY CHECK (name IN ('station', 'station-next', 'recovery')),
    kind    TEXT NOT NULL CHECK (kind IN ('key', 'passphrase')),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE wrapped_keys (
    name    TEXT PRIMARY KEY CHECK (name IN ('index', 'signing')),
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE day_keys (
    id           INTEGER PRIMARY KEY, -- in the order of their making; a clock that jumps makes two for one day
    day          INTEGER NOT NULL,
    made_seq     INTEGER NOT NULL, -- its DayKeyEntry
    key_check    TEXT NOT NULL,
    wrapped      BLOB, -- NULL: destroyed, and with it all that it sealed
    destroyed_us INTEGER,
    CHECK ((wrapped IS NULL) = (destroyed_us IS NOT NULL))
) STRICT;

-- ---- The journal and its signed heads ----------------------------------------------------------------------------

CREATE TABLE journal (
    seq    INTEGER PRIMARY KEY,
    epoch  INTEGER NOT NULL,
    at_us  INTEGER NOT NULL, -- UTC, microseconds since 1970
    day    INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    actor  TEXT NOT NULL,
    body   TEXT NOT NULL, -- JSON, no personal data
    key    INTEGER, -- the day key that sealed the personal part
    sealed BLOB,
    prev   BLOB NOT NULL CHECK (length(prev) = 32),
    hash   BLOB NOT NULL CHECK (length(hash) = 32),
    CHECK ((key IS NULL) = (sealed IS NULL))
) STRICT;

CREATE TABLE heads (
    number    INTEGER PRIMARY KEY,
    epoch     INTEGER NOT NULL,
    seq       INTEGER NOT NULL,
    at_us     INTEGER NOT NULL,
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64)
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

CREATE TRIGGER heads_are_never_updated BEFORE UPDATE ON heads
BEGIN
    SELECT RAISE(ABORT, 'heads are append-only');
END;

CREATE TRIGGER heads_are_never_deleted BEFORE DELETE ON heads
BEGIN
    SELECT RAISE(ABORT, 'heads are append-only');
END;

-- Corrections are sealed with the key of an earlier day: a purge looks for them.
CREATE INDEX journal_of_corrections ON journal (key, seq) WHERE kind = 'correction';
-- What the ledger wrote about itself is few among many.
CREATE INDEX journal_of_upkeep ON journal (kind, seq) 
    WHERE kind = 'backup' OR kind = 'verification' OR kind = 'destruction' OR kind = 'epoch';

-- ---- Projections -------------------------------------------------------------------------------------------------

-- What a day amounts to. first_seq and last_seq turn a range of days into a range of seq, so that pages need no sorting.
CREATE TABLE days (
    day       INTEGER PRIMARY KEY,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    admitted  INTEGER NOT NULL DEFAULT 0,
    refused   INTEGER NOT NULL DEFAULT 0,
    left_door INTEGER NOT NULL DEFAULT 0,
    exits     INTEGER NOT NULL DEFAULT 0,
    staff_in  INTEGER NOT NULL DEFAULT 0,
    staff_out INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE visits (
    seq                 INTEGER PRIMARY KEY,
    at_us               INTEGER NOT NULL,
    day                 INTEGER NOT NULL,
    actor               TEXT NOT NULL,
    outcome             TEXT NOT NULL,
    verdict             TEXT,
    reasons             TEXT, -- JSON; NULL: none
    temperature         REAL, -- °C, corrected, of the deciding reading
    uncertainty         REAL,
    instrument          TEXT,
    default_calibration INTEGER NOT NULL,
    mask                TEXT,
    correction          INTEGER -- the newest one; NULL: none
) STRICT;

-- The usual outcome and verdict are most of the table and need no index.
CREATE INDEX visits_by_outcome ON visits (outcome, seq) WHERE outcome <> 'admitted';
CREATE INDEX visits_by_verdict ON visits (verdict, seq) WHERE verdict <> 'pass';

-- Keyed marks of documents and phones: equality can be seen, nothing else. They stand with the day key that sealed their
-- visit: a day's marks lie together, so that writing touches few pages and forgetting is one deletion.
CREATE TABLE person_index (
    key   INTEGER NOT NULL,
    mark  INTEGER NOT NULL,
    visit INTEGER NOT NULL,
    PRIMARY KEY (key, mark, visit)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_punches (
    seq         INTEGER PRIMARY KEY,
    at_us       INTEGER NOT NULL,
    day         INTEGER NOT NULL,
    number      TEXT NOT NULL,
    department  TEXT NOT NULL,
    direction   TEXT NOT NULL,
    verdict     TEXT NOT NULL,
    reasons     TEXT, -- JSON; NULL: none
    temperature REAL,
    mask        TEXT
) STRICT;

-- Which entries tell of an earlier one: alerts of a visit, actions on an alert, corrections, disclosures.
CREATE TABLE links (
    about INTEGER NOT NULL,
    seq   INTEGER NOT NULL,
    PRIMARY KEY (about, seq)
) STRICT, WITHOUT ROWID;
