-- Own cash that is out for fees of merchants, the oldest first; from the thirtieth day on it is overdue.
SELECT fee_account.id, fee_account.tenant, (advance ->> 'position')::bigint AS position,
       (advance ->> 'advancedAt')::timestamptz AS since,
       (advance ->> 'overdueFrom')::timestamptz AS due,
       (advance #>> '{open,minorUnits}')::bigint AS minor_units,
       CASE WHEN advance ->> 'orderNo' LIKE 'RF:%' THEN 'refund ' ELSE 'order ' END || (advance ->> 'orderNo') AS detail
FROM query.fee_account, jsonb_array_elements(document::jsonb -> 'advances') AS advance
WHERE has_advance
