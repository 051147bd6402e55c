CREATE INDEX IF NOT EXISTS payout_tenant ON payout (tenant, first_position);
CREATE INDEX IF NOT EXISTS payout_state ON payout (state, first_position);
CREATE INDEX IF NOT EXISTS payout_account ON payout (account_id);
