CREATE TABLE fee_account (
    id             text    NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint  NOT NULL,
    position       bigint  NOT NULL,
    document       text    NOT NULL,
    has_advance    boolean NOT NULL,
    first_position bigint  NOT NULL
);

CREATE INDEX fee_account_tenant ON fee_account (tenant, first_position);
CREATE INDEX fee_account_first_position ON fee_account (first_position);
CREATE INDEX fee_account_has_advance ON fee_account (first_position) WHERE has_advance;
COMMENT ON COLUMN fee_account.document IS 'What splits gave it and have back of it too.';
