-- Merchants whose splits wait until people have seen why, the longest first: what their contracts hold differs (C5), or somebody
-- stopped them.
SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'stoppedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       NULL::bigint AS minor_units,
       document::jsonb ->> 'reason' AS detail
FROM query.split_switch
WHERE stopped
