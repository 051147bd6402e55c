CREATE TABLE ledger_journal (
    position      bigint      NOT NULL,
    book          text        NOT NULL,
    rule          text        NOT NULL,
    event_name    text        NOT NULL,
    aggregate_id  text        NOT NULL,
    booked_at     timestamptz NOT NULL,
    business_date date        NOT NULL,
    PRIMARY KEY (position, book)
);

CREATE TABLE ledger_entry (
    position      bigint      NOT NULL,
    line          int         NOT NULL,
    book          text        NOT NULL,
    code          text        NOT NULL,
    sub_ledger    text        NOT NULL,
    side          text        NOT NULL CHECK (side IN ('DEBIT', 'CREDIT')),
    minor_units   bigint      NOT NULL,
    natural_units bigint      NOT NULL,
    balance       bigint      NOT NULL,
    rule          text        NOT NULL,
    event_name    text        NOT NULL,
    aggregate_id  text        NOT NULL,
    account       text,
    booked_at     timestamptz NOT NULL,
    business_date date        NOT NULL,
    PRIMARY KEY (position, line)
);

COMMENT ON COLUMN ledger_entry.natural_units IS 'Signed by the kind of account: what the entry adds to its sub-ledger.';
COMMENT ON COLUMN ledger_entry.balance IS 'Of the sub-ledger after this entry, so that a statement audits itself.';
COMMENT ON COLUMN ledger_entry.account IS 'The escrow account whose money moves, where there is one.';

CREATE TABLE ledger_balance (
    code          text   NOT NULL,
    sub_ledger    text   NOT NULL,
    debits        bigint NOT NULL,
    credits       bigint NOT NULL,
    balance       bigint NOT NULL,
    last_position bigint NOT NULL,
    PRIMARY KEY (code, sub_ledger)
) WITH (fillfactor = 70);

CREATE TABLE ledger_control (
    code          text   NOT NULL PRIMARY KEY,
    debits        bigint NOT NULL,
    credits       bigint NOT NULL,
    balance       bigint NOT NULL,
    last_position bigint NOT NULL
);

COMMENT ON TABLE ledger_control IS 'Totals per account of the chart, kept apart from the sub-ledgers so that they can disagree (C15).';

CREATE TABLE ledger_day (
    business_date date   NOT NULL,
    code          text   NOT NULL,
    debits        bigint NOT NULL,
    credits       bigint NOT NULL,
    PRIMARY KEY (business_date, code)
);

COMMENT ON TABLE ledger_day IS 'Turnover per day and account of the chart: a trial balance as of any moment adds days and one part of a day.';

CREATE TABLE ledger_item (
    code          text   NOT NULL,
    sub_ledger    text   NOT NULL,
    item          text   NOT NULL,
    account       text,
    open_units    bigint NOT NULL,
    last_position bigint NOT NULL,
    PRIMARY KEY (code, sub_ledger, item)
) WITH (fillfactor = 70);

CREATE INDEX ledger_item_account ON ledger_item (account, code);

COMMENT ON TABLE ledger_item IS 'Open receipts, payouts and reservations as the events state them, independent of the postings (C12).';

CREATE TABLE ledger_flow (
    account       text   NOT NULL PRIMARY KEY,
    came_in       bigint NOT NULL,
    paid_out      bigint NOT NULL,
    returned      bigint NOT NULL DEFAULT 0,
    last_position bigint NOT NULL
) WITH (fillfactor = 70);

COMMENT ON TABLE ledger_flow IS 'What went through each escrow account, as the events state it (C6).';

CREATE TABLE ledger_bank_line (
    kind           text   NOT NULL CHECK (kind IN ('DEBIT', 'CREDIT')),
    item           text   NOT NULL,
    lines          int    NOT NULL,
    last_position  bigint NOT NULL,
    PRIMARY KEY (kind, item)
);

COMMENT ON TABLE ledger_bank_line IS 'How often the bank debited for a payout and credited for a receipt (C17).';

CREATE TABLE ledger_split (
    split         text   NOT NULL PRIMARY KEY,
    reserved      bigint NOT NULL,
    base          bigint NOT NULL,
    legs          bigint NOT NULL,
    fee           bigint NOT NULL,
    returned      bigint NOT NULL,
    last_position bigint NOT NULL
) WITH (fillfactor = 70);

COMMENT ON TABLE ledger_split IS 'What contracts set aside for each split, whom it gave it to, and what came back, as the events state it (C10).';

CREATE TABLE ledger_leg (
    position bigint NOT NULL PRIMARY KEY,
    kind     text   NOT NULL,
    contract text   NOT NULL,
    order_id text   NOT NULL,
    taker    text,
    through  text,
    units    bigint NOT NULL
);

CREATE INDEX ledger_leg_order ON ledger_leg (order_id);
CREATE INDEX ledger_leg_taker ON ledger_leg (taker) WHERE taker IS NOT NULL;

COMMENT ON TABLE ledger_leg IS 'What each event adds to which payment of which merchant''s contract, as the event states it (C5).';
COMMENT ON COLUMN ledger_leg.through IS 'The split that gives back, or the fee account that fills up.';
