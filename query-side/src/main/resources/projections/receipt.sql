CREATE TABLE receipt (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       text    NOT NULL,
    state          text    NOT NULL,
    core_no        text,
    payer_token    text,
    account_id     text,
    reason         text,
    minor_units    bigint,
    excess_units   bigint  NOT NULL,
    conflicts      bigint  NOT NULL,
    confirmed_by   text,
    was_missing    boolean NOT NULL,
    statement_id   text,
    first_position bigint  NOT NULL
);

COMMENT ON COLUMN receipt.statement_id IS 'The statement that must have its line, whether it came or not.';
