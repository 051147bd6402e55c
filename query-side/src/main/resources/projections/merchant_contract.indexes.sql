CREATE INDEX IF NOT EXISTS merchant_contract_merchant ON merchant_contract (merchant, first_position);
