SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'proposedAt')::timestamptz AS since,
       (document::jsonb ->> 'expiresAt')::timestamptz AS due,
       (document::jsonb #>> '{subject,amount,minorUnits}')::bigint AS minor_units,
       document::jsonb #>> '{subject,kind}' AS detail
FROM query.approval
WHERE state = 'PROPOSED'
