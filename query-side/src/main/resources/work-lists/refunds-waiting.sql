-- Refunds that go on when somebody brings money, sees why a channel puts them off, or names another account of the payer's.
SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'since')::timestamptz AS since,
       NULL::timestamptz AS due,
       CASE state WHEN 'FUNDING_REQUIRED'
                  THEN (document::jsonb #>> '{funding,lacks,minorUnits}')::bigint
                       + (document::jsonb #>> '{funding,lacksFee,minorUnits}')::bigint
                  ELSE (document::jsonb #>> '{facts,amount,minorUnits}')::bigint END AS minor_units,
       state || coalesce(': ' || (document::jsonb #>> '{failure,code}'), '') AS detail
FROM query.refund
WHERE state IN ('FUNDING_REQUIRED', 'RETRIES_EXHAUSTED', 'FAILED_FINAL', 'REROUTE_PENDING')
