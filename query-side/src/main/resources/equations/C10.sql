-- Per split that was carried out: what the events say of it, and what the ledger booked of it.
SELECT position, detail
FROM (
    SELECT s.last_position AS position,
           s.split || ': of ' || s.base || ', legs ' || s.legs || ' and fee ' || s.fee || ', reserved ' || s.reserved
               || ', returned ' || s.returned || '; booked from its contract ' || coalesce(b.base, 0) || ', legs '
               || coalesce(b.legs, 0) || ', fee ' || coalesce(b.fee, 0) || ', returned ' || coalesce(b.returned, 0)
               AS detail
    FROM ledger_split s
    LEFT JOIN (
        SELECT aggregate_id,
               -coalesce(sum(natural_units) FILTER (WHERE rule = 'PR-602' AND code = 'R2003'), 0) AS base,
               coalesce(sum(natural_units) FILTER (WHERE rule = 'PR-602' AND code = 'R2004'), 0) AS legs,
               coalesce(sum(natural_units) FILTER (WHERE rule = 'PR-602' AND code = 'R2201'), 0) AS fee,
               coalesce(sum(natural_units) FILTER (WHERE rule = 'PR-603' AND code = 'R2003'), 0) AS returned
        FROM ledger_entry
        WHERE rule IN ('PR-602', 'PR-603')
        GROUP BY aggregate_id
    ) b ON b.aggregate_id = s.split
    WHERE s.base > 0
      AND (s.legs + s.fee <> s.base OR s.reserved <> s.base OR s.returned > s.legs
           OR s.base <> coalesce(b.base, 0) OR s.legs <> coalesce(b.legs, 0) OR s.fee <> coalesce(b.fee, 0)
           OR s.returned <> coalesce(b.returned, 0))
) failures
ORDER BY position
LIMIT 1
