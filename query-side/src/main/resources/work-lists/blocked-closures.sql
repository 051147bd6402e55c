-- Accounts with nothing left to do that something undecided keeps open.
SELECT id, tenant, position,
       (document::jsonb ->> 'changedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       nullif(excess_units, 0) AS minor_units,
       blockers AS detail
FROM query.account
WHERE blockers IS NOT NULL
