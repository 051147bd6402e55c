-- Contracts that ended before their time and whose balance is not divided and paid yet.
SELECT id, tenant, (document::jsonb #>> '{termination,position}')::bigint AS position,
       (document::jsonb #>> '{termination,requestedAt}')::timestamptz AS since,
       NULL::timestamptz AS due,
       (document::jsonb #>> '{buckets,available,minorUnits}')::bigint
           + (document::jsonb #>> '{buckets,holdback,minorUnits}')::bigint AS minor_units,
       (document::jsonb #>> '{termination,reason}')
           || CASE WHEN document::jsonb #>> '{termination,pending}' IS NOT NULL THEN ': PLAN_UNDECIDED'
                   WHEN has_returned THEN ': RETURN_UNDECIDED'
                   WHEN EXISTS (SELECT FROM jsonb_array_elements(document::jsonb -> 'releases') part
                                WHERE part ->> 'state' IN ('APPROVED', 'REISSUED') AND part ->> 'refund' IS NOT NULL)
                       THEN ': REFUND_IN_TRANSIT'
                   WHEN document::jsonb @> '{"releases": [{"state": "APPROVED"}]}'
                     OR document::jsonb @> '{"releases": [{"state": "REISSUED"}]}' THEN ': PAYOUT_IN_TRANSIT'
                   ELSE ': PLAN_MISSING' END AS detail
FROM query.account
WHERE state = 'TERMINATING'
