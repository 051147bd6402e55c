-- Assets less liabilities are debits less credits over the whole book R.
SELECT position, detail
FROM (
    SELECT position, 'assets less liabilities ' || gap AS detail
    FROM (
        SELECT position, sum(sum(CASE side WHEN 'DEBIT' THEN minor_units ELSE -minor_units END))
                             OVER (ORDER BY position) AS gap
        FROM ledger_entry
        WHERE book = 'R'
        GROUP BY position
    ) running
    WHERE gap <> 0
    UNION ALL
    SELECT last_position, 'control accounts: assets ' || assets || ', liabilities ' || liabilities
    FROM (
        SELECT max(last_position) AS last_position,
               coalesce(sum(balance) FILTER (WHERE code LIKE 'R1%'), 0) AS assets,
               coalesce(sum(balance) FILTER (WHERE code LIKE 'R2%'), 0) AS liabilities
        FROM ledger_control
        WHERE code LIKE 'R%'
    ) control
    WHERE assets <> liabilities
) failures
ORDER BY position
LIMIT 1
