CREATE TABLE receipt (
    id             text   NOT NULL PRIMARY KEY,
    tenant         text,
    version        bigint NOT NULL,
    position       bigint NOT NULL,
    document       jsonb  NOT NULL,
    state          text   GENERATED ALWAYS AS (document #>> '{standing,state}') STORED,
    core_no        text   GENERATED ALWAYS AS (document ->> 'coreNo') STORED,
    payer_token    text   GENERATED ALWAYS AS (document #>> '{line,payer,token}') STORED,
    account_id     text   GENERATED ALWAYS AS (document #>> '{standing,account}') STORED,
    reason         text   GENERATED ALWAYS AS (document #>> '{standing,reason}') STORED,
    minor_units    bigint GENERATED ALWAYS AS ((document #>> '{line,amount,minorUnits}')::bigint) STORED,
    excess_units   bigint GENERATED ALWAYS AS ((document #>> '{standing,excess,minorUnits}')::bigint) STORED,
    conflicts      int    GENERATED ALWAYS AS ((document ->> 'conflicts')::int) STORED,
    confirmed_by   text   GENERATED ALWAYS AS (document #>> '{confirmation,statement}') STORED,
    was_missing    boolean GENERATED ALWAYS AS ((document #>> '{confirmation,wasMissing}')::boolean) STORED,
    statement_id   text   GENERATED ALWAYS AS ('ST:' || (document #>> '{line,place,custodyAccount,bankCode}') || ':'
                       || (document #>> '{line,place,custodyAccount,accountNo}') || ':'
                       || (document #>> '{line,place,bankDate}')) STORED,
    first_position bigint GENERATED ALWAYS AS ((document ->> 'recordedPosition')::bigint) STORED
);

CREATE INDEX receipt_core_no ON receipt (core_no);
CREATE INDEX receipt_payer_token ON receipt (payer_token);
CREATE INDEX receipt_amount ON receipt (minor_units);
CREATE INDEX receipt_account ON receipt (account_id);
CREATE INDEX receipt_state ON receipt (state, first_position);
CREATE INDEX receipt_excess ON receipt (first_position) WHERE excess_units > 0;
CREATE INDEX receipt_differing ON receipt (first_position)
    WHERE conflicts > 0 OR was_missing OR state = 'POSSIBLE_TWIN'
       OR (confirmed_by IS NULL AND state NOT IN ('MERGED', 'REVERSED'));
CREATE INDEX receipt_first_position ON receipt (first_position);

COMMENT ON INDEX receipt_differing IS 'What can be a difference at all; the queries say the same words.';
COMMENT ON COLUMN receipt.statement_id IS 'The statement that must have its line, whether it came or not.';
