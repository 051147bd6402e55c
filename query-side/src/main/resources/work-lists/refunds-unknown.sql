-- Refunds that nobody knows the end of, those that a channel took a day ago and said nothing of since, and those of which it says
-- two things and nobody decided which is so.
SELECT id, tenant, first_position AS position,
       coalesce(open_claim ->> 'at', document::jsonb ->> 'unknownSince', document::jsonb ->> 'submittedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       (document::jsonb #>> '{facts,amount,minorUnits}')::bigint AS minor_units,
       CASE WHEN open_claim IS NOT NULL THEN 'CONTRADICTED'
            ELSE state || coalesce(': ' || (document::jsonb ->> 'reason'), '') END AS detail
FROM query.refund
CROSS JOIN LATERAL jsonb_path_query_first(document::jsonb, '$.contradictions[*] ? (@.standing == "OPEN")') AS open_claim
WHERE is_doubtful
   OR (state = 'PENDING' AND (document::jsonb ->> 'submittedAt')::timestamptz < now() - interval '1 day')
