-- SPDX-License-Identifier: GPL-3.0-or-later
-- A day's figures counted anew, straight from the journal and by nothing that the station itself uses: to be run by hand,
--   sqlite3 -readonly ledger.db ".param set :day '2026-11-16'" ".read recount.sql"
-- and by a test. One row a figure, called as in the report. Minutes hold for days on which start and stop, lost and back go in
-- pairs, and only one device at a time is down.
WITH today AS (SELECT seq, at_us, kind, body FROM journal WHERE day = CAST(strftime('%s', :day) AS INTEGER) / 86400),
     ever AS (SELECT kind, body, body ->> '$.outcome' AS outcome, body ->> '$.afterwards' IS NOT NULL AS afterwards FROM journal
              WHERE day <= CAST(strftime('%s', :day) AS INTEGER) / 86400),
     person AS (SELECT kind, body ->> '$.outcome' AS outcome, body ->> '$.verdict' AS verdict, body ->> '$.direction' AS direction,
                       body ->> '$.contact.zone' AS contact, body ->> '$.infrared.zone' AS infrared,
                       coalesce(json_array_length(body, '$.earlier'), 0) AS earlier,
                       (SELECT count(*) FROM json_each(body, '$.earlier') WHERE value ->> '$.zone' = 'refer') AS earlier_fevers,
                       (SELECT count(*) FROM json_each(body, '$.earlier') WHERE value ->> '$.zone' <> 'pass') AS earlier_abnormal,
                       (SELECT count(*) FROM json_each(body, '$.reasons') WHERE value ->> '$.code' = 'answer') > 0 AS symptom,
                       coalesce(json_array_length(body, '$.reasons'), 0) AS reasons
                FROM today WHERE kind IN ('visit', 'staff_punch') AND body ->> '$.afterwards' IS NULL),
     judged AS (SELECT *, earlier_abnormal > 0 OR coalesce(infrared <> 'pass', 0) AS by_infrared,
                       earlier_abnormal > 0 OR coalesce(infrared <> 'pass', 0) OR coalesce(contact <> 'pass', 0) AS abnormal
                FROM person),
     action AS (SELECT body ->> '$.action' AS action, body ->> '$.step' AS step, body ->> '$.alert' AS alert FROM today
                WHERE kind = 'alert_action'),
     action_ever AS (SELECT body ->> '$.action' AS action, body ->> '$.step' AS step, body ->> '$.alert' AS alert FROM ever
                     WHERE kind = 'alert_action'),
     station AS (SELECT at_us, body ->> '$.action' AS action, body ->> '$.detail' AS detail FROM today WHERE kind = 'station'),
     refusal AS (SELECT DISTINCT t.seq, r.value ->> '$.code' AS code FROM today t, json_each(t.body, '$.reasons') r
                 WHERE t.kind = 'visit' AND t.body ->> '$.outcome' = 'refused' AND t.body ->> '$.afterwards' IS NULL)
SELECT 'figures.visitors' AS name, count(*) AS number FROM person WHERE kind = 'visit'
UNION ALL SELECT 'figures.admitted', count(*) FROM person WHERE kind = 'visit' AND outcome = 'admitted'
UNION ALL SELECT 'figures.refused', count(*) FROM person WHERE kind = 'visit' AND outcome = 'refused'
UNION ALL SELECT 'figures.left', count(*) FROM person WHERE kind = 'visit' AND outcome = 'left'
UNION ALL SELECT 'figures.overridden', count(*) FROM person WHERE kind = 'visit' AND outcome = 'admitted' AND verdict IS NOT 'pass'
UNION ALL SELECT 'figures.staff_in', count(*) FROM person WHERE direction = 'in' AND outcome IS NULL
UNION ALL SELECT 'figures.staff_out', count(*) FROM person WHERE direction = 'out' AND outcome IS NULL
UNION ALL SELECT 'figures.staff_refused', count(*) FROM person WHERE kind = 'staff_punch' AND outcome IS NOT NULL
UNION ALL SELECT 'figures.afterwards', count(*) FROM today WHERE kind = 'visit' AND body ->> '$.afterwards' IS NOT NULL
UNION ALL SELECT 'figures.exits', count(*) FROM today WHERE kind = 'exit'
UNION ALL SELECT 'figures.inside', max(0, (SELECT count(*) FROM person WHERE kind = 'visit' AND outcome = 'admitted')
                                          - (SELECT count(*) FROM today WHERE kind = 'exit'))
UNION ALL SELECT 'figures.screened', count(*) FROM person WHERE contact IS NOT NULL OR infrared IS NOT NULL OR earlier > 0
UNION ALL SELECT 'figures.unmeasured', count(*) FROM person WHERE contact IS NULL AND infrared IS NULL AND earlier = 0
UNION ALL SELECT 'figures.rechecked', count(*) FROM person WHERE earlier + (infrared IS NOT NULL) + (contact IS NOT NULL) > 1
UNION ALL SELECT 'figures.abnormal_first', count(*) FROM judged WHERE abnormal
UNION ALL SELECT 'figures.abnormal_confirmed', count(*) FROM judged
          WHERE abnormal AND CASE WHEN contact IS NULL THEN earlier_fevers + coalesce(infrared = 'refer', 0) > 1 ELSE contact = 'refer' END
UNION ALL SELECT 'figures.abnormal_cleared', count(*) FROM judged WHERE by_infrared AND contact = 'pass'
UNION ALL SELECT 'figures.symptoms', count(*) FROM person WHERE symptom
UNION ALL SELECT 'figures.staff_abnormal', count(*) FROM judged WHERE kind = 'staff_punch' AND abnormal
UNION ALL SELECT 'figures.alerts', count(*) FROM today WHERE kind = 'alert_raised'
UNION ALL SELECT 'figures.isolated', count(DISTINCT alert) FROM action WHERE action = 'step_done' AND step = 'isolation_room'
UNION ALL SELECT 'figures.handed_over', count(*) FROM action WHERE action = 'handed_over'
UNION ALL SELECT 'figures.false_alarms', count(*) FROM action WHERE action = 'false_alarm'
UNION ALL SELECT 'figures.alerts_open', (SELECT count(*) FROM ever WHERE kind = 'alert_raised')
                 - (SELECT count(DISTINCT alert) FROM action_ever WHERE action IN ('handed_over', 'false_alarm', 'closed'))
UNION ALL SELECT 'figures.device_faults', count(*) FROM station WHERE action = 'device_lost'
UNION ALL SELECT 'figures.minutes_on',
                 coalesce(sum(CASE action WHEN 'stopped' THEN at_us WHEN 'started' THEN -at_us END), 0) / 60000000 FROM station
UNION ALL SELECT 'figures.minutes_unscreened',
                 coalesce(sum(CASE action WHEN 'device_back' THEN at_us WHEN 'device_lost' THEN -at_us END), 0) / 60000000 FROM station
          WHERE detail IN ('thermometer', 'camera', 'detector')
UNION ALL SELECT 'figures.clock_changes', count(*) FROM station WHERE action = 'clock_jumped'
UNION ALL SELECT 'refused_by.' || code, count(*) FROM refusal GROUP BY code
UNION ALL SELECT 'refused_by.guard', count(*) FROM person WHERE kind = 'visit' AND outcome = 'refused' AND reasons = 0
UNION ALL SELECT 'since_beginning.visitors', count(*) FROM ever WHERE kind = 'visit' AND NOT afterwards
UNION ALL SELECT 'since_beginning.admitted', count(*) FROM ever WHERE kind = 'visit' AND NOT afterwards AND outcome = 'admitted'
UNION ALL SELECT 'since_beginning.refused', count(*) FROM ever WHERE kind = 'visit' AND NOT afterwards AND outcome = 'refused'
UNION ALL SELECT 'since_beginning.left', count(*) FROM ever WHERE kind = 'visit' AND NOT afterwards AND outcome = 'left'
UNION ALL SELECT 'since_beginning.staff_in', count(*) FROM ever WHERE kind = 'staff_punch' AND outcome IS NULL AND body ->> '$.direction' = 'in'
UNION ALL SELECT 'since_beginning.staff_out', count(*) FROM ever WHERE kind = 'staff_punch' AND outcome IS NULL AND body ->> '$.direction' = 'out'
UNION ALL SELECT 'since_beginning.staff_refused', count(*) FROM ever WHERE kind = 'staff_punch' AND outcome IS NOT NULL
UNION ALL SELECT 'since_beginning.afterwards', count(*) FROM ever WHERE kind = 'visit' AND afterwards
UNION ALL SELECT 'since_beginning.exits', count(*) FROM ever WHERE kind = 'exit'
UNION ALL SELECT 'since_beginning.alerts', count(*) FROM ever WHERE kind = 'alert_raised'
UNION ALL SELECT 'since_beginning.isolated', count(DISTINCT alert) FROM action_ever WHERE action = 'step_done' AND step = 'isolation_room'
UNION ALL SELECT 'since_beginning.handed_over', count(*) FROM action_ever WHERE action = 'handed_over'
UNION ALL SELECT 'since_beginning.false_alarms', count(*) FROM action_ever WHERE action = 'false_alarm';
