CREATE TABLE payout (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       jsonb  NOT NULL,
    state          text   GENERATED ALWAYS AS (document ->> 'state') STORED,
    account_id     text   GENERATED ALWAYS AS (document #>> '{from,account}') STORED,
    first_position bigint GENERATED ALWAYS AS ((document ->> 'createdPosition')::bigint) STORED
);

CREATE INDEX payout_tenant ON payout (tenant, first_position);
CREATE INDEX payout_state ON payout (state, first_position);
CREATE INDEX payout_account ON payout (account_id);
