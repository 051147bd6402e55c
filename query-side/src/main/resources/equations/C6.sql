-- First every step of the entries, each leg against its counter leg; then the totals counted from the events.
SELECT position, detail
FROM (
    SELECT position, account || ' is off by ' || gap AS detail
    FROM (
        SELECT account, position,
               sum(sum(CASE WHEN code IN ('R2001', 'R2103', 'R2104', 'R2105') OR (rule IN ('PR-101', 'PR-213') AND code = 'R2101')
                                  OR (rule = 'PR-999' AND code IN ('R2101', 'R2102')) THEN natural_units
                            WHEN rule IN ('PR-203', 'PR-205', 'PR-503', 'PR-507') AND code = 'R1002' THEN -natural_units
                            ELSE 0 END))
                   OVER (PARTITION BY account ORDER BY position) AS gap
        FROM ledger_entry
        WHERE account IS NOT NULL
        GROUP BY account, position
    ) running
    WHERE gap <> 0
    UNION ALL
    SELECT last_position, account || ': in ' || came_in || ', paid ' || paid_out || ', returned ' || returned || ', held ' || held
    FROM (
        SELECT f.account, f.last_position, f.came_in, f.paid_out, f.returned,
               coalesce((SELECT sum(b.balance) FROM ledger_balance b
                         WHERE b.code = 'R2001'
                           AND b.sub_ledger IN (f.account || '.AVAILABLE', f.account || '.IN_RELEASE',
                                                f.account || '.HOLDBACK')), 0)
               + coalesce((SELECT sum(b.balance) FROM ledger_item i
                           JOIN ledger_balance b ON b.code = i.code AND b.sub_ledger = i.sub_ledger
                           WHERE i.account = f.account AND i.code IN ('R2103', 'R2104', 'R2105')), 0) AS held
        FROM ledger_flow f
    ) flows
    WHERE came_in - paid_out + returned <> held
) failures
ORDER BY position
LIMIT 1
