SELECT position, detail
FROM (
    SELECT coalesce(b.last_position, i.last_position) AS position,
           coalesce(b.code, i.code) || '.' || coalesce(b.sub_ledger, i.sub_ledger) || ' is ' || coalesce(b.balance, 0)
               || ', its items are ' || coalesce(i.open_units, 0) AS detail,
           coalesce(b.balance, 0) AS balance,
           coalesce(i.open_units, 0) AS open_units
    FROM (
        SELECT code, sub_ledger, balance, last_position
        FROM ledger_balance
        WHERE code IN ('R2101', 'R2102', 'R2103', 'R2104', 'R2105', 'O1201')
           OR (code = 'R2001' AND sub_ledger LIKE '%.IN\_RELEASE')
           OR (code IN ('R2003', 'R2004') AND sub_ledger LIKE '%.RESERVED')
    ) b
    FULL JOIN (
        SELECT code, sub_ledger, sum(open_units) AS open_units, max(last_position) AS last_position
        FROM ledger_item
        GROUP BY code, sub_ledger
    ) i ON i.code = b.code AND i.sub_ledger = b.sub_ledger
    UNION ALL
    SELECT last_position, code || '.' || sub_ledger || ': item ' || item || ' is ' || open_units, 0, open_units
    FROM ledger_item
    WHERE open_units < 0
) compared
WHERE balance <> open_units
ORDER BY position
LIMIT 1
