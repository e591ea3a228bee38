-- SPDX-License-Identifier: GPL-3.0-or-later
-- At its start the station goes on telling of every alert that nobody has ended: alerts are few among many entries.
CREATE INDEX journal_of_alerts ON journal (seq) WHERE kind = 'alert_raised';
