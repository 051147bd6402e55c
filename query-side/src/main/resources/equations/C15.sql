WITH running AS (
    SELECT position, line, code, sub_ledger, balance,
           sum(natural_units) OVER (PARTITION BY code, sub_ledger ORDER BY position, line) AS computed,
           lead(position) OVER (PARTITION BY code, sub_ledger ORDER BY position, line) AS next_position,
           natural_units, minor_units
    FROM ledger_entry
),
last AS (
    SELECT code, sub_ledger, position, computed FROM running WHERE next_position IS NULL
)
SELECT position, detail
FROM (
    SELECT position, code || '.' || sub_ledger || ' is written ' || balance || ', its entries give ' || computed AS detail
    FROM running
    WHERE balance <> computed OR abs(natural_units) <> minor_units
    UNION ALL
    SELECT coalesce(last.position, b.last_position),
           coalesce(b.code, last.code) || '.' || coalesce(b.sub_ledger, last.sub_ledger) || ' stands at '
               || coalesce(b.balance, 0) || ', its entries give ' || coalesce(last.computed, 0)
    FROM ledger_balance b
    FULL JOIN last ON last.code = b.code AND last.sub_ledger = b.sub_ledger
    WHERE coalesce(b.balance, 0) <> coalesce(last.computed, 0)
    UNION ALL
    SELECT c.last_position, c.code || ' stands at ' || c.balance || ', its sub-ledgers at ' || coalesce(s.balance, 0)
    FROM ledger_control c
    LEFT JOIN (SELECT code, sum(balance) AS balance FROM ledger_balance GROUP BY code) s ON s.code = c.code
    WHERE c.balance <> coalesce(s.balance, 0)
) failures
ORDER BY position
LIMIT 1
