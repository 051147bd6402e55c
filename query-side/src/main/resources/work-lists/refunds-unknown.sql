-- Refunds that nobody knows the end of, and those of which the channel says two things.
SELECT id, tenant, first_position AS position,
       coalesce(document::jsonb #>> '{contradictions,0,at}', document::jsonb ->> 'unknownSince')::timestamptz AS since,
       NULL::timestamptz AS due,
       (document::jsonb #>> '{facts,amount,minorUnits}')::bigint AS minor_units,
       CASE WHEN document::jsonb #>> '{contradictions,0}' IS NOT NULL THEN 'CONTRADICTED'
            ELSE state || coalesce(': ' || (document::jsonb ->> 'reason'), '') END AS detail
FROM query.refund
WHERE is_doubtful
