CREATE INDEX IF NOT EXISTS account_tenant ON account (tenant, id);
CREATE INDEX IF NOT EXISTS account_tenant_state ON account (tenant, state, id);
CREATE INDEX IF NOT EXISTS account_state ON account (state, id);
CREATE INDEX IF NOT EXISTS account_blocked ON account (id) WHERE blockers IS NOT NULL;
CREATE INDEX IF NOT EXISTS account_returned ON account (id) WHERE has_returned;
CREATE INDEX IF NOT EXISTS account_frozen ON account (id) WHERE has_freeze;
CREATE INDEX IF NOT EXISTS account_claimed ON account (id) WHERE has_claim;
