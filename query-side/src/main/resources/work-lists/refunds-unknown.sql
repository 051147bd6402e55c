-- Refunds that nobody knows the end of, and those of which the channel says two things and nobody decided which is so.
SELECT id, tenant, first_position AS position,
       coalesce(open_claim ->> 'at', document::jsonb ->> 'unknownSince')::timestamptz AS since,
       NULL::timestamptz AS due,
       (document::jsonb #>> '{facts,amount,minorUnits}')::bigint AS minor_units,
       CASE WHEN open_claim IS NOT NULL THEN 'CONTRADICTED'
            ELSE state || coalesce(': ' || (document::jsonb ->> 'reason'), '') END AS detail
FROM query.refund
CROSS JOIN LATERAL jsonb_path_query_first(document::jsonb, '$.contradictions[*] ? (@.standing == "OPEN")') AS open_claim
WHERE is_doubtful
