CREATE INDEX IF NOT EXISTS payment_order_tenant ON payment_order (tenant, first_position);
CREATE INDEX IF NOT EXISTS payment_order_state ON payment_order (state, first_position);
CREATE INDEX IF NOT EXISTS payment_order_contract ON payment_order (contract_id, first_position);
CREATE INDEX IF NOT EXISTS payment_order_excess ON payment_order (first_position) WHERE has_excess;
CREATE INDEX IF NOT EXISTS payment_order_first_position ON payment_order (first_position);
