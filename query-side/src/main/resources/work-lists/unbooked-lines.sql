-- Lines of the bank that are no receipts and that nothing of ours has booked: returns that no payout took, own transfers.
SELECT id, tenant, first_position AS position,
       (document::jsonb ->> 'recordedAt')::timestamptz AS since,
       NULL::timestamptz AS due,
       minor_units,
       CASE state WHEN 'OWN_TRANSFER' THEN state ELSE 'RETURN' END
           || coalesce(' of ' || (document::jsonb #>> '{standing,payout}'), '')
           || coalesce(': ' || (document::jsonb #>> '{standing,code}'), '') AS detail
FROM query.receipt
WHERE state IN ('RETURN_NOTED', 'OWN_TRANSFER')
