-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a daily report looks for beyond its own day: few among many, so that neither takes the longer the older the ledger is.

-- Signed reports and who was told of them, and alerts with what was done about them, to sum up from the beginning.
CREATE INDEX journal_of_reports ON journal (kind, seq) WHERE kind = 'report_signed' OR kind = 'report_told';
CREATE INDEX journal_of_alerts ON journal (kind, seq) WHERE kind = 'alert_raised' OR kind = 'alert_action';
-- Whether the station ran and which devices it had.
CREATE INDEX journal_of_station ON journal (kind, seq) WHERE kind = 'station';
CREATE INDEX heads_by_seq ON heads (seq, number);
