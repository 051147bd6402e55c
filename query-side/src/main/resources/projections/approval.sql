CREATE TABLE approval (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       jsonb  NOT NULL,
    state          text   GENERATED ALWAYS AS (document ->> 'state') STORED,
    first_position bigint GENERATED ALWAYS AS ((document ->> 'proposedPosition')::bigint) STORED
);

CREATE INDEX approval_state ON approval (state, first_position);
CREATE INDEX approval_tenant ON approval (tenant, first_position);
