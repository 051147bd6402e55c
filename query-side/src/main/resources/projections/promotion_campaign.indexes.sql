CREATE INDEX IF NOT EXISTS promotion_campaign_tenant ON promotion_campaign (tenant, first_position);
CREATE INDEX IF NOT EXISTS promotion_campaign_first_position ON promotion_campaign (first_position);
