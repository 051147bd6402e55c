-- Accounts with nothing left to do that something undecided keeps open.
SELECT id, tenant, position,
       (document ->> 'changedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       (SELECT sum((excess #>> '{amount,minorUnits}')::bigint)::bigint
        FROM jsonb_array_elements(document -> 'excess') AS excess) AS minor_units,
       concat_ws(', ',
                 CASE WHEN document @> '{"releases": [{"state": "REQUESTED"}]}' THEN 'RELEASE_UNDECIDED' END,
                 CASE WHEN jsonb_path_exists(document, '$.payees.*.proposed') THEN 'PAYEE_CHANGE_UNDECIDED' END,
                 CASE WHEN jsonb_array_length(document -> 'excess') > 0 THEN 'EXCESS_UNDECIDED' END,
                 CASE WHEN document @> '{"freezes": [{"end": "NONE"}]}' THEN 'FREEZE_IN_FORCE' END) AS detail
FROM query.account
WHERE state = 'COMPLETED'
  AND (document @> '{"releases": [{"state": "REQUESTED"}]}'
    OR jsonb_path_exists(document, '$.payees.*.proposed')
    OR jsonb_array_length(document -> 'excess') > 0
    OR document @> '{"freezes": [{"end": "NONE"}]}')
