SELECT position, detail
FROM (
    SELECT position, code || '.' || sub_ledger || ' is ' || balance AS detail
    FROM ledger_entry
    WHERE balance < 0 AND (code LIKE 'R2%' OR code = 'R1002')
    UNION ALL
    SELECT last_position, code || '.' || sub_ledger || ' is ' || balance
    FROM ledger_balance
    WHERE balance < 0 AND (code LIKE 'R2%' OR code = 'R1002')
) failures
ORDER BY position
LIMIT 1
