-- SPDX-License-Identifier: GPL-3.0-or-later
-- An alert stands before its visit or punch, which names it; staff who were turned away are not on duty; visits can be entered
-- afterwards from paper forms. Entries of before tell of none of this: their rows are right as they are.

ALTER TABLE days ADD COLUMN staff_refused INTEGER NOT NULL DEFAULT 0; -- or left: at the door, not on duty
ALTER TABLE days ADD COLUMN afterwards INTEGER NOT NULL DEFAULT 0; -- visits; counted nowhere else

ALTER TABLE visits ADD COLUMN finding INTEGER; -- the alert that the person was told by; NULL: none
ALTER TABLE visits ADD COLUMN happened_us INTEGER; -- entered afterwards: as the paper form says
ALTER TABLE visits ADD COLUMN filled_in_by TEXT; -- entered afterwards: who filled the form in

ALTER TABLE staff_punches ADD COLUMN outcome TEXT NOT NULL DEFAULT 'admitted';
ALTER TABLE staff_punches ADD COLUMN finding INTEGER;
