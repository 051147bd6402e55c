-- Event by event and payment by payment, so that no contract of a merchant hides what a neighbour lacks: what was booked to
-- A against what the event states. Then the balances; and every leg against the contract, payment, split and fee account
-- that are its own payment's. No bank keeps sub-accounts of merchants here: there is no third sum to compare with.
WITH leg AS (
    SELECT l.*, contract || ':' || split_part(order_id, ':', 3) AS payment,
           'MB:' || split_part(contract, ':', 2) || ':' || split_part(contract, ':', 3) AS merchant
    FROM ledger_leg l
),
own AS (
    SELECT DISTINCT ON (order_id) order_id, contract FROM leg WHERE kind = 'PAYMENT' ORDER BY order_id, position
),
booked AS (
    SELECT position, regexp_replace(sub_ledger, '\.(AVAILABLE|RESERVED)$', '') AS payment, sum(natural_units) AS units
    FROM ledger_entry
    WHERE code = 'R2003'
    GROUP BY position, regexp_replace(sub_ledger, '\.(AVAILABLE|RESERVED)$', '')
    HAVING sum(natural_units) <> 0
),
misbooked AS (
    SELECT position, payment,
           'booked ' || coalesce(b.units, 0) || ', its event states ' || coalesce(s.units, 0) AS detail
    FROM booked b
    FULL JOIN (SELECT position, payment, units FROM leg WHERE units <> 0) s USING (position, payment)
    WHERE coalesce(b.units, 0) <> coalesce(s.units, 0)
),
-- A payment's first event is one that later ones do not move: the same difference is no new alarm with each of them.
began AS (
    SELECT payment, min(position) AS position
    FROM (SELECT payment, position FROM booked UNION ALL SELECT payment, position FROM leg) moves
    GROUP BY payment
),
misstanding AS (
    SELECT coalesce(f.position, b.position) AS position, payment,
           'stands at ' || coalesce(b.units, 0) || ', its events state ' || coalesce(s.units, 0) AS detail
    FROM (
        SELECT regexp_replace(sub_ledger, '\.(AVAILABLE|RESERVED)$', '') AS payment, sum(balance) AS units,
               max(last_position) AS position
        FROM ledger_balance
        WHERE code = 'R2003'
        GROUP BY regexp_replace(sub_ledger, '\.(AVAILABLE|RESERVED)$', '')
    ) b
    FULL JOIN (
        SELECT payment, sum(units) AS units FROM leg WHERE units <> 0 GROUP BY payment
    ) s USING (payment)
    LEFT JOIN began f USING (payment)
    WHERE coalesce(b.units, 0) <> coalesce(s.units, 0)
      AND payment NOT IN (SELECT payment FROM misbooked)
),
stray AS (
    SELECT l.position, l.payment, 'a leg of kind ' || l.kind || ', but ' || l.order_id || ' was paid for ' || o.contract AS detail
    FROM leg l JOIN own o ON o.order_id = l.order_id
    WHERE o.contract <> l.contract
    UNION ALL
    SELECT l.position, l.payment, 'a leg of kind ' || l.kind || ' of ' || l.taker || ', which is of ' || a.payment
    FROM leg l JOIN leg a ON a.kind = 'REFUND_REQUESTED' AND a.taker = l.taker
    WHERE a.payment <> l.payment
    UNION ALL
    SELECT l.position, l.payment, l.through || ' gives back what it took of ' || s.payment
    FROM leg l JOIN leg s ON s.kind = 'SPLIT' AND s.taker = l.through
    WHERE l.kind = 'SPLIT_RETURN' AND s.payment <> l.payment
    UNION ALL
    SELECT l.position, l.payment, l.through || ' fills up what another merchant lacks'
    FROM leg l
    WHERE l.kind = 'FEE' AND l.through <> l.merchant
),
failure AS (
    SELECT position, payment || ': ' || detail AS detail,
           'MB:' || split_part(payment, ':', 2) || ':' || split_part(payment, ':', 3) AS merchant
    FROM (SELECT * FROM misbooked UNION ALL SELECT * FROM misstanding UNION ALL SELECT * FROM stray) found
)
-- The first few of each merchant, so that nobody's many hide another's one; and the first few that have no alarm yet, so that
-- a merchant's old ones, which entries keep for ever, hide no new one.
SELECT position, detail, merchant
FROM (
    SELECT f.position, f.detail, f.merchant,
           row_number() OVER (PARTITION BY f.merchant, a.equation IS NULL ORDER BY f.position, f.detail) AS place
    FROM failure f
    LEFT JOIN query.alarm a
      ON a.equation = 'C5' AND a.first_position = f.position AND a.merchant = f.merchant AND a.confirmed
) placed
WHERE place <= 10
ORDER BY position, detail
