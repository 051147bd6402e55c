CREATE TABLE channel_settlement (
    id              text   NOT NULL PRIMARY KEY,
    tenant          text,
    version         bigint NOT NULL,
    position        bigint NOT NULL,
    document        text   NOT NULL,
    channel         text   NOT NULL,
    settlement_date text   NOT NULL,
    file_version    bigint NOT NULL,
    first_position  bigint NOT NULL
);

COMMENT ON COLUMN channel_settlement.file_version IS 'Of the file that counts; zero before there is one.';

CREATE TABLE settlement_line (
    settlement     text        NOT NULL,
    kind           text        NOT NULL,
    no             text        NOT NULL,
    ours_count     bigint      NOT NULL DEFAULT 0,
    ours_units     bigint      NOT NULL DEFAULT 0,
    ours_fee       bigint      NOT NULL DEFAULT 0,
    theirs_version bigint      NOT NULL DEFAULT 0,
    theirs_units   bigint      NOT NULL DEFAULT 0,
    theirs_fee     bigint      NOT NULL DEFAULT 0,
    changed_at     timestamptz NOT NULL,
    ordinal        bigint      NOT NULL,
    PRIMARY KEY (settlement, kind, no)
) WITH (fillfactor = 70);

COMMENT ON TABLE settlement_line IS 'What we booked to a settlement beside what its channel lists, line by line.';
COMMENT ON COLUMN settlement_line.theirs_version IS 'The latest file that has the line; an earlier one does not count any more.';
COMMENT ON COLUMN settlement_line.ordinal IS 'Unique: the event that brought the line, and the place in it.';
