-- Day by day, from the balances as written: what a day opens with is what the day before closed with, and its movements
-- lead from the one to the other. No entry belongs to a day before that of an earlier entry.
WITH dated AS (
    SELECT position, line, code, sub_ledger, business_date, balance, natural_units,
           lag(business_date) OVER sub AS day_before
    FROM ledger_entry
    WINDOW sub AS (PARTITION BY code, sub_ledger ORDER BY position, line)
),
days AS (
    SELECT DISTINCT code, sub_ledger, business_date,
           first_value(balance - natural_units) OVER day AS opening,
           last_value(balance) OVER day AS closing,
           sum(natural_units) OVER day AS movements,
           last_value(position) OVER day AS position
    FROM dated
    WINDOW day AS (PARTITION BY code, sub_ledger, business_date ORDER BY position, line
                   ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
),
statement AS (
    SELECT days.*, lag(closing, 1, 0) OVER (PARTITION BY code, sub_ledger ORDER BY business_date) AS closed_before
    FROM days
)
SELECT position, detail
FROM (
    SELECT position, code || '.' || sub_ledger || ' on ' || business_date || ': opening ' || opening || ', movements '
               || movements || ', closing ' || closing || ', closed before at ' || closed_before AS detail
    FROM statement
    WHERE opening + movements <> closing OR opening <> closed_before
    UNION ALL
    SELECT position, code || '.' || sub_ledger || ' of ' || business_date || ' follows ' || day_before
    FROM dated
    WHERE business_date < day_before
) failures
ORDER BY position
LIMIT 1
