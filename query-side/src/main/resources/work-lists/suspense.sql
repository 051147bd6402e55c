-- Money that belongs to nobody yet: receipts that wait for an account, and what an account did not expect of one.
SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'changedAt')::timestamptz AS since,
       (document::jsonb ->> 'returnDue')::timestamptz AS due,
       CASE WHEN state = 'CONSUMED' THEN excess_units ELSE minor_units END AS minor_units,
       CASE WHEN state = 'CONSUMED' THEN 'EXCESS' ELSE reason END
           || coalesce(': ' || (document::jsonb #>> '{standing,wish,verdict}') || ' asked for', '') AS detail
FROM query.receipt
WHERE state = 'SUSPENDED' OR (state = 'CONSUMED' AND excess_units > 0)
