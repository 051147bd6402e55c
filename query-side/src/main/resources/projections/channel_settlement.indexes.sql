CREATE INDEX IF NOT EXISTS channel_settlement_channel ON channel_settlement (channel, first_position);
CREATE INDEX IF NOT EXISTS channel_settlement_first_position ON channel_settlement (first_position);
