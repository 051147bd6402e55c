-- Both sides at every step of the entries, and the cash that one book gives the other; then the control accounts.
SELECT position, detail
FROM (
    SELECT position, 'R2201 less O1203 is ' || gap AS detail
    FROM (
        SELECT position, sum(sum(CASE code WHEN 'R2201' THEN natural_units ELSE -natural_units END))
                             OVER (ORDER BY position) AS gap
        FROM ledger_entry
        WHERE code IN ('R2201', 'O1203')
        GROUP BY position
    ) running
    WHERE gap <> 0
    UNION ALL
    SELECT position, 'own cash moved by ' || own || ', reserve cash by ' || reserve
    FROM (
        SELECT position,
               coalesce(sum(natural_units) FILTER (WHERE code = 'O1003'), 0) AS own,
               coalesce(sum(natural_units) FILTER (WHERE code = 'R1002'), 0) AS reserve
        FROM ledger_entry
        WHERE position IN (SELECT position FROM ledger_entry WHERE code = 'O1003')
        GROUP BY position
    ) cash
    WHERE own + reserve <> 0
    UNION ALL
    SELECT last_position, 'control accounts: R2201 ' || to_sweep || ', O1203 ' || due
    FROM (
        SELECT max(last_position) AS last_position,
               coalesce(sum(balance) FILTER (WHERE code = 'R2201'), 0) AS to_sweep,
               coalesce(sum(balance) FILTER (WHERE code = 'O1203'), 0) AS due
        FROM ledger_control
        WHERE code IN ('R2201', 'O1203')
    ) control
    WHERE to_sweep <> due
) failures
ORDER BY position
LIMIT 1
