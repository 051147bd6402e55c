-- Where our books and the bank's day do not say the same; what the statement has put right waits for nobody.
SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'recordedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       minor_units,
       kind AS detail
FROM (
    SELECT r.id, r.tenant, r.first_position, r.document, r.minor_units,
           CASE WHEN r.conflicts > 0 THEN 'AMOUNT'
                WHEN r.state = 'POSSIBLE_TWIN' AND s.completed_at IS NULL THEN 'POSSIBLE_TWIN'
                WHEN s.completed_at IS NOT NULL AND r.confirmed_by IS NULL AND r.state NOT IN ('MERGED', 'REVERSED')
                    THEN 'MISSING_IN_BANK'
                WHEN s.completed_at IS NOT NULL AND r.state = 'RETURN_NOTED' THEN 'RETURN_NOT_BOOKED' END AS kind
    FROM query.receipt r LEFT JOIN query.bank_statement s ON s.id = r.statement_id
    WHERE r.conflicts > 0 OR r.was_missing OR r.state = 'POSSIBLE_TWIN'
       OR r.state IN ('RETURN_NOTED', 'OWN_TRANSFER')
       OR (r.confirmed_by IS NULL AND r.state NOT IN ('MERGED', 'REVERSED'))
) found
WHERE kind IS NOT NULL
