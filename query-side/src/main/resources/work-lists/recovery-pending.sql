-- Refunds that go on when payees have what they give back; the amount is what all of them lack now.
SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'since')::timestamptz AS since,
       NULL::timestamptz AS due,
       lacking.units AS minor_units,
       lacking.payees AS detail
FROM query.refund,
     LATERAL (SELECT sum((part #>> '{gap,minorUnits}')::bigint)::bigint AS units,
                     string_agg(part #>> '{leg,payee}', ', ' ORDER BY part #>> '{leg,payee}') AS payees
              FROM jsonb_array_elements(document::jsonb -> 'recovery') part
              WHERE part ->> 'state' = 'PENDING') lacking
WHERE state = 'RECOVERY_PENDING'
