CREATE INDEX IF NOT EXISTS receipt_core_no ON receipt (core_no);
CREATE INDEX IF NOT EXISTS receipt_payer_token ON receipt (payer_token);
CREATE INDEX IF NOT EXISTS receipt_amount ON receipt (minor_units);
CREATE INDEX IF NOT EXISTS receipt_account ON receipt (account_id);
CREATE INDEX IF NOT EXISTS receipt_state ON receipt (state, first_position);
CREATE INDEX IF NOT EXISTS receipt_excess ON receipt (first_position) WHERE excess_units > 0;
CREATE INDEX IF NOT EXISTS receipt_differing ON receipt (first_position)
    WHERE conflicts > 0 OR was_missing OR state = 'POSSIBLE_TWIN'
       OR state IN ('RETURN_NOTED', 'OWN_TRANSFER')
       OR (confirmed_by IS NULL AND state NOT IN ('MERGED', 'REVERSED'));
CREATE INDEX IF NOT EXISTS receipt_first_position ON receipt (first_position);

COMMENT ON INDEX receipt_differing IS 'What can be a difference at all; the queries say the same words.';
