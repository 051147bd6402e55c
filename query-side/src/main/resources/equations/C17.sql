SELECT position, detail
FROM (
    SELECT position, 'bank ' || kind || ' number ' || number || ' of ' || sub_ledger AS detail
    FROM (
        SELECT position, sub_ledger,
               CASE rule WHEN 'PR-203' THEN 'debit' WHEN 'PR-205' THEN 'return' ELSE 'credit' END AS kind,
               -- A credit that two people took out of the books is none.
               sum(CASE rule WHEN 'PR-999' THEN -1 ELSE 1 END)
                   OVER (PARTITION BY CASE rule WHEN 'PR-999' THEN 'PR-102' ELSE rule END, sub_ledger ORDER BY position)
                   AS number
        FROM ledger_entry
        WHERE (rule = 'PR-203' AND code = 'R2104') OR (rule = 'PR-102' AND code = 'R2101')
           OR (rule = 'PR-205' AND code = 'R2105') OR (rule = 'PR-999' AND code = 'R2101' AND natural_units < 0)
    ) numbered
    WHERE number > 1
    UNION ALL
    SELECT last_position, lines || ' bank lines of kind ' || kind || ' for ' || item
    FROM ledger_bank_line
    WHERE lines > 1
) failures
ORDER BY position
LIMIT 1
