-- Claims on a hold-back that nobody gave up or paid.
SELECT account.id, account.tenant, (claim ->> 'position')::bigint AS position,
       (claim ->> 'claimedAt')::timestamptz AS since,
       CASE WHEN claim ->> 'state' = 'CLAIMED' THEN (claim ->> 'objectionUntil')::timestamptz END AS due,
       (claim #>> '{amount,minorUnits}')::bigint AS minor_units,
       (claim ->> 'claimNo') || ': ' || (claim ->> 'state') AS detail
FROM query.account, jsonb_array_elements(document::jsonb #> '{holdback,claims}') AS claim
WHERE has_claim
  AND claim ->> 'state' <> 'WITHDRAWN'
  AND NOT EXISTS (SELECT 1
                  FROM jsonb_array_elements(document::jsonb -> 'releases') AS leg
                  WHERE leg ->> 'releaseNo' = claim ->> 'leg'
                    AND leg ->> 'state' <> 'FAILED')
