SELECT id, tenant, first_position AS position,
       (document ->> 'unknownSince')::timestamptz AS since,
       NULL::timestamptz AS due,
       (document #>> '{amount,minorUnits}')::bigint AS minor_units,
       coalesce(document ->> 'reason', state) AS detail
FROM query.payout
WHERE state IN ('UNKNOWN', 'NOT_FOUND')
