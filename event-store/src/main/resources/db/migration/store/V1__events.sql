-- The engine's statements say store.event, so the migration does: the caller's default schema must be store.

CREATE TABLE store.event (
    global_index   bigint      PRIMARY KEY CHECK (global_index > 0),
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    sequence       bigint      NOT NULL CHECK (sequence >= 0),
    event_id       uuid        NOT NULL,
    booked_at      timestamptz NOT NULL,
    name           text        NOT NULL,
    revision       text,
    metadata       bytea       NOT NULL,
    payload        bytea       NOT NULL,
    CONSTRAINT event_sequence_key UNIQUE (aggregate_id, sequence),
    CONSTRAINT event_event_id_key UNIQUE (event_id),
    CONSTRAINT event_without_aggregate CHECK (aggregate_type <> '' OR (aggregate_id = event_id::text AND sequence = 0))
);

COMMENT ON TABLE store.event IS 'Every event ever booked, in the one order in which they were committed. Append only.';
COMMENT ON COLUMN store.event.global_index IS 'Contiguous from 1 in commit order: no sequence object, so a rollback leaves no gap.';
COMMENT ON COLUMN store.event.aggregate_type IS 'Empty for an event of no aggregate, which then uses its event id as aggregate id.';
COMMENT ON COLUMN store.event.booked_at IS 'Given by the store under the append lock; never lower than that of the event before.';
COMMENT ON COLUMN store.event.name IS 'The stable event name of the serializer, never a class name.';
COMMENT ON COLUMN store.event.payload IS 'Exactly the bytes the serializer wrote; upcasting happens after reading.';

CREATE TABLE store.operation_key (
    scope              text   NOT NULL,
    key                text   NOT NULL,
    digest             text   NOT NULL,
    aggregate_type     text   NOT NULL,
    aggregate_id       text   NOT NULL,
    first_sequence     bigint NOT NULL,
    last_sequence      bigint NOT NULL,
    first_global_index bigint NOT NULL,
    last_global_index  bigint NOT NULL,
    CONSTRAINT operation_key_pkey PRIMARY KEY (scope, key)
);

COMMENT ON TABLE store.operation_key IS 'One row per accepted operation, written by the transaction that appended its events. Append only.';
COMMENT ON COLUMN store.operation_key.digest IS 'Digest of the content: the same key with other content is another operation.';
COMMENT ON COLUMN store.operation_key.aggregate_id IS 'The aggregate of the first event; the sequences are those of this aggregate.';
COMMENT ON COLUMN store.operation_key.first_global_index IS 'All events of the operation lie between the two indexes, and only they.';

CREATE TABLE store.snapshot (
    aggregate_id   text        PRIMARY KEY,
    aggregate_type text        NOT NULL,
    sequence       bigint      NOT NULL,
    event_id       text        NOT NULL,
    taken_at       timestamptz NOT NULL,
    name           text        NOT NULL,
    revision       text,
    metadata       bytea       NOT NULL,
    payload        bytea       NOT NULL
);

COMMENT ON TABLE store.snapshot IS 'The newest snapshot per aggregate. A convenience: everything here can be deleted and is rebuilt from events.';

CREATE FUNCTION store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %.% refused: what was booked is never changed', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', HINT = 'Correct a booking by appending another event.';
END
$$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.event
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER operation_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.operation_key
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

-- ALWAYS: session_replication_role = replica must not switch the refusal off.
ALTER TABLE store.event ENABLE ALWAYS TRIGGER event_append_only;
ALTER TABLE store.operation_key ENABLE ALWAYS TRIGGER operation_key_append_only;
