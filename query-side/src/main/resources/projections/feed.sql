CREATE TABLE feed (
    tenant   text   NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (tenant, position)
);

COMMENT ON TABLE feed IS 'Whose event lies where, so that a tenant reads on among everybody''s events without passing them.';
