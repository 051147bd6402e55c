CREATE TABLE approval (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       text   NOT NULL,
    state          text   NOT NULL,
    first_position bigint NOT NULL
);

CREATE INDEX approval_state ON approval (state, first_position);
CREATE INDEX approval_tenant ON approval (tenant, first_position);
