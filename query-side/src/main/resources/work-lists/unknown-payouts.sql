SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'unknownSince')::timestamptz AS since,
       NULL::timestamptz AS due,
       (document::jsonb #>> '{amount,minorUnits}')::bigint AS minor_units,
       coalesce(document::jsonb ->> 'reason', state) AS detail
FROM query.payout
WHERE state IN ('UNKNOWN', 'NOT_FOUND')
