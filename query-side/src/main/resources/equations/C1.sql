SELECT position, book || ': debits ' || debits || ', credits ' || credits AS detail
FROM (
    SELECT position, book,
           coalesce(sum(minor_units) FILTER (WHERE side = 'DEBIT'), 0) AS debits,
           coalesce(sum(minor_units) FILTER (WHERE side = 'CREDIT'), 0) AS credits
    FROM ledger_entry
    GROUP BY position, book
) journals
WHERE debits <> credits
UNION ALL
SELECT j.position, 'journal ' || j.rule || ' has no entries'
FROM ledger_journal j
WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.position = j.position AND e.book = j.book)
ORDER BY position
LIMIT 1
