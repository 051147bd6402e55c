SELECT id, tenant, first_position AS position,
       (document ->> 'proposedAt')::timestamptz AS since,
       (document ->> 'expiresAt')::timestamptz AS due,
       (document #>> '{subject,amount,minorUnits}')::bigint AS minor_units,
       document #>> '{subject,kind}' AS detail
FROM query.approval
WHERE state = 'PROPOSED'
