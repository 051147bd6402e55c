-- Orders whose end comes by itself: renew, deduct or let go before it does.
SELECT account.id, account.tenant, (held ->> 'position')::bigint AS position,
       (held ->> 'frozenAt')::timestamptz AS since,
       (held ->> 'expiresAt')::timestamptz AS due,
       (held #>> '{order,amount,minorUnits}')::bigint AS minor_units,
       (held #>> '{order,orderNo}') || ': ' || (held #>> '{order,kind}') AS detail
FROM query.account, jsonb_array_elements(document::jsonb -> 'freezes') AS held
WHERE has_freeze
  AND held ->> 'end' = 'NONE'
  AND held ->> 'expiresAt' IS NOT NULL
