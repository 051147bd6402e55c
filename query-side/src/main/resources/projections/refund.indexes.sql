CREATE INDEX IF NOT EXISTS refund_tenant ON refund (tenant, first_position);
CREATE INDEX IF NOT EXISTS refund_state ON refund (state, first_position);
CREATE INDEX IF NOT EXISTS refund_order ON refund (order_id, first_position);
CREATE INDEX IF NOT EXISTS refund_account ON refund (account_id, first_position) WHERE account_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS refund_doubtful ON refund (first_position) WHERE is_doubtful;
CREATE INDEX IF NOT EXISTS refund_first_position ON refund (first_position);
