-- Several items of one event, of which two are of the same object.
SELECT id, tenant, position, now() AS since, NULL::timestamptz AS due, NULL::bigint AS minor_units, detail
FROM (VALUES ('B-1', NULL::text, 7::bigint, 'two'), ('B-1', NULL, 7, 'one'), ('A-1', NULL, 7, NULL),
             ('C-1', NULL, 6, 'first'), ('A-2', NULL, 8, 'last')) AS rows (id, tenant, position, detail)
