CREATE INDEX IF NOT EXISTS split_tenant ON split (tenant, first_position);
CREATE INDEX IF NOT EXISTS split_contract ON split (contract, first_position);
CREATE INDEX IF NOT EXISTS split_order ON split (order_id, first_position);
CREATE INDEX IF NOT EXISTS split_merchant ON split (merchant, first_position);
CREATE INDEX IF NOT EXISTS split_first_position ON split (first_position);
