SELECT account.id, account.tenant, (release #>> '{returned,position}')::bigint AS position,
       (release #>> '{returned,at}')::timestamptz AS since,
       NULL::timestamptz AS due,
       (release #>> '{amount,minorUnits}')::bigint AS minor_units,
       (release ->> 'releaseNo') || ': ' || (release ->> 'state') AS detail
FROM query.account, jsonb_array_elements(document::jsonb -> 'releases') AS release
WHERE has_returned
  AND release ->> 'state' IN ('RETURNED', 'REISSUE_REQUESTED')
