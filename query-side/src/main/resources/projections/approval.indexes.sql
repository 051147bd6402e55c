CREATE INDEX IF NOT EXISTS approval_state ON approval (state, first_position);
CREATE INDEX IF NOT EXISTS approval_tenant ON approval (tenant, first_position);
