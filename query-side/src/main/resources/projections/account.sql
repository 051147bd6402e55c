CREATE TABLE account (
    id       text   NOT NULL PRIMARY KEY,
    tenant   text,
    version  bigint NOT NULL,
    position bigint NOT NULL,
    document text   NOT NULL,
    state    text   NOT NULL,
    blockers text,
    excess_units bigint  NOT NULL,
    has_returned boolean NOT NULL,
    has_freeze   boolean NOT NULL,
    has_claim    boolean NOT NULL
) WITH (fillfactor = 80);

COMMENT ON COLUMN account.document IS 'Text: parsing it into jsonb took longer than everything else that a replay does for an account.';
COMMENT ON COLUMN account.blockers IS 'What keeps a completed account open; likewise the flags: columns of their own, so that a document can be replaced in its own page.';

CREATE TABLE account_movement (
    account_id    text        NOT NULL,
    position      bigint      NOT NULL,
    event_name    text        NOT NULL,
    available     bigint      NOT NULL,
    in_release    bigint      NOT NULL,
    holdback      bigint      NOT NULL,
    returned      bigint      NOT NULL,
    reissued      bigint      NOT NULL,
    balance_after bigint      NOT NULL,
    available_after bigint    NOT NULL,
    reference     text        NOT NULL,
    booked_at     timestamptz NOT NULL,
    business_date date        NOT NULL,
    PRIMARY KEY (account_id, position)
);

COMMENT ON COLUMN account_movement.available IS 'What the event added to the bucket, negative when it took; likewise the other buckets.';
COMMENT ON COLUMN account_movement.returned IS 'What the event added to the money that came back and is undecided; reissued: to what is on its way again.';
COMMENT ON COLUMN account_movement.reference IS 'The receipt or the release that moved the money.';
