-- Where a channel's list and our books do not say the same; then what is not ended on its date, overdue after the third day.
SELECT l.settlement AS id, NULL::text AS tenant, l.ordinal AS position,
       greatest(l.changed_at, (s.document::jsonb #>> '{file,takenAt}')::timestamptz) AS since,
       NULL::timestamptz AS due,
       CASE WHEN l.ours_count = 0 THEN l.theirs_units
            WHEN l.theirs_version <> s.file_version THEN l.ours_units
            WHEN l.ours_units <> l.theirs_units THEN abs(l.ours_units - l.theirs_units)
            ELSE abs(l.ours_fee - l.theirs_fee) END AS minor_units,
       CASE WHEN l.ours_count = 0 THEN 'ONLY_AT_CHANNEL '
            WHEN l.theirs_version <> s.file_version THEN 'ONLY_WITH_US '
            WHEN l.ours_units <> l.theirs_units THEN 'AMOUNT '
            ELSE 'FEE ' END || l.kind || ' ' || l.no AS detail
FROM query.settlement_line l
JOIN query.channel_settlement s ON s.id = l.settlement
WHERE s.file_version > 0
  AND (l.ours_count > 0 OR l.theirs_version = s.file_version)
  AND (l.ours_count = 0 OR l.theirs_version <> s.file_version
       OR l.ours_units <> l.theirs_units OR l.ours_fee <> l.theirs_fee)
UNION ALL
SELECT s.id, NULL, s.first_position * 1000 + 999,
       s.settlement_date::date::timestamp AT TIME ZONE 'Asia/Shanghai',
       (s.settlement_date::date + 4)::timestamp AT TIME ZONE 'Asia/Shanghai',
       abs(b.balance),
       CASE WHEN s.file_version = 0 THEN 'WAITING_FOR_FILE' ELSE 'OPEN' END
FROM query.channel_settlement s
JOIN query.ledger_balance b ON b.code = 'R1101' AND b.sub_ledger = s.channel || '.' || s.settlement_date
WHERE b.balance <> 0 AND s.settlement_date::date <= (now() AT TIME ZONE 'Asia/Shanghai')::date
