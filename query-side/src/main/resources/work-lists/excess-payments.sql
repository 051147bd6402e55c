-- Money of payers who paid twice or too late, as far as no refund promises it back.
SELECT payment_order.id, payment_order.tenant, (payment ->> 'position')::bigint AS position,
       (payment ->> 'bookedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       (payment #>> '{refundable,minorUnits}')::bigint AS minor_units,
       'payment ' || (payment ->> 'paymentNo') AS detail
FROM query.payment_order, jsonb_array_elements(document::jsonb -> 'payments') AS payment
WHERE has_excess
  AND payment ->> 'place' = 'EXCESS'
  AND (payment #>> '{refundable,minorUnits}')::bigint > 0
