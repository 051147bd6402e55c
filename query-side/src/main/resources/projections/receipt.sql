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

CREATE INDEX receipt_core_no ON receipt (core_no);
CREATE INDEX receipt_payer_token ON receipt (payer_token);
CREATE INDEX receipt_amount ON receipt (minor_units);
CREATE INDEX receipt_account ON receipt (account_id);
CREATE INDEX receipt_state ON receipt (state, first_position);
CREATE INDEX receipt_excess ON receipt (first_position) WHERE excess_units > 0;
CREATE INDEX receipt_differing ON receipt (first_position)
    WHERE conflicts > 0 OR was_missing OR state = 'POSSIBLE_TWIN'
       OR state IN ('RETURN_NOTED', 'OWN_TRANSFER')
       OR (confirmed_by IS NULL AND state NOT IN ('MERGED', 'REVERSED'));
CREATE INDEX receipt_first_position ON receipt (first_position);

COMMENT ON INDEX receipt_differing IS 'What can be a difference at all; the queries say the same words.';
COMMENT ON COLUMN receipt.statement_id IS 'The statement that must have its line, whether it came or not.';
