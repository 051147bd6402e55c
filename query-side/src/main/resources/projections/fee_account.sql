CREATE TABLE fee_account (
    id             text    NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint  NOT NULL,
    position       bigint  NOT NULL,
    document       text    NOT NULL,
    has_advance    boolean NOT NULL,
    first_position bigint  NOT NULL
);

COMMENT ON COLUMN fee_account.document IS 'What splits gave it and have back of it too.';
