-- Per payment: what refunds took and did not give back, against what came in and what was added for its fee.
SELECT position, detail
FROM (
    SELECT position, code || '.' || payment || ': ' || refunded || ' refunded of ' || came_in AS detail
    FROM (
        SELECT code, payment, position,
               sum(sum(natural_units) FILTER (WHERE rule NOT IN ('PR-501', 'PR-502', 'PR-804'))) OVER running AS came_in,
               -sum(coalesce(sum(natural_units) FILTER (WHERE rule IN ('PR-501', 'PR-502', 'PR-804')), 0)) OVER running AS refunded
        FROM (
            SELECT code, regexp_replace(sub_ledger, '\.(AVAILABLE|RESERVED)$', '') AS payment, position, rule,
                   natural_units
            FROM ledger_entry
            WHERE (code = 'R2003' AND rule NOT IN ('PR-121', 'PR-122')) OR (code = 'R2102' AND sub_ledger LIKE 'PO:%')
        ) entries
        GROUP BY code, payment, position
        WINDOW running AS (PARTITION BY code, payment ORDER BY position)
    ) summed
    WHERE refunded > coalesce(came_in, 0)
) failures
ORDER BY position
LIMIT 1
