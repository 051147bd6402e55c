-- The date of a clearing sub-ledger is the one on which its channel pays; today is the latest day that has entries.
SELECT last_position AS position, code || '.' || sub_ledger || ' is ' || balance AS detail
FROM ledger_balance
WHERE balance <> 0
  AND (code = 'R1901'
       OR (code = 'R1101'
           AND right(sub_ledger, 10)::date + 3 < (SELECT max(business_date) FROM ledger_day)))
ORDER BY last_position
LIMIT 1
