CREATE INDEX IF NOT EXISTS fee_account_tenant ON fee_account (tenant, first_position);
CREATE INDEX IF NOT EXISTS fee_account_first_position ON fee_account (first_position);
CREATE INDEX IF NOT EXISTS fee_account_has_advance ON fee_account (first_position) WHERE has_advance;
