-- The same events in fewer bytes (ADR 0008): what kind of event a row is costs four bytes, and metadata is packed.
DROP PROCEDURE store.append;

CREATE TABLE store.event_kind (
    kind           int  PRIMARY KEY CHECK (kind > 0),
    aggregate_type text NOT NULL,
    name           text NOT NULL,
    revision       text,
    CONSTRAINT event_kind_words_key UNIQUE NULLS NOT DISTINCT (aggregate_type, name, revision)
);

COMMENT ON TABLE store.event_kind IS 'Stands for three words in every event. Append only: events refer to it for ever.';
COMMENT ON COLUMN store.event_kind.aggregate_type IS 'Empty for an event of no aggregate, which then uses its event id as aggregate id.';
COMMENT ON COLUMN store.event_kind.name IS 'The stable event name of the serializer, never a class name.';

INSERT INTO store.event_kind
    SELECT row_number() OVER (ORDER BY min(global_index)), aggregate_type, name, revision
    FROM store.event GROUP BY aggregate_type, name, revision;

ALTER TABLE store.event RENAME TO wide_event;
ALTER INDEX store.event_pkey RENAME TO wide_event_pkey;
ALTER INDEX store.event_sequence_key RENAME TO wide_event_sequence_key;
ALTER INDEX store.event_event_id_key RENAME TO wide_event_event_id_key;

-- Widest first: no byte of a row is lost to alignment.
CREATE TABLE store.event (
    global_index bigint      NOT NULL CHECK (global_index > 0),
    booked_at    timestamptz NOT NULL,
    sequence     int         NOT NULL CHECK (sequence >= 0),
    kind         int         NOT NULL,
    event_id     uuid        NOT NULL,
    aggregate_id text        NOT NULL,
    metadata     bytea       NOT NULL,
    payload      bytea       NOT NULL
);

INSERT INTO store.event
    SELECT e.global_index, e.booked_at, e.sequence::int, k.kind, e.event_id, e.aggregate_id, '\x00'::bytea || e.metadata, e.payload
    FROM store.wide_event e
    JOIN store.event_kind k ON k.aggregate_type = e.aggregate_type AND k.name = e.name
        AND k.revision IS NOT DISTINCT FROM e.revision
    ORDER BY e.global_index;

DROP TABLE store.wide_event;

ALTER TABLE store.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (global_index),
    ADD CONSTRAINT event_sequence_key UNIQUE (aggregate_id, sequence),
    ADD CONSTRAINT event_event_id_key UNIQUE (event_id);

COMMENT ON TABLE store.event IS 'Every event ever booked, in the one order in which they were committed. Append only. store.named_event shows it in words.';
COMMENT ON COLUMN store.event.global_index IS 'Contiguous from 1 in commit order: no sequence object, so a rollback leaves no gap.';
COMMENT ON COLUMN store.event.booked_at IS 'Given by the store under the append lock; never lower than that of the event before.';
COMMENT ON COLUMN store.event.kind IS 'A row of store.event_kind. No foreign key, which would be asked for every event: kinds are given by store.kind_of and never go.';
COMMENT ON COLUMN store.event.metadata IS 'The bytes the serializer wrote, after a byte 0, or packed without loss after the version of the packing (ADR 0008).';
COMMENT ON COLUMN store.event.payload IS 'Exactly the bytes the serializer wrote; upcasting happens after reading.';

-- An operation's aggregate and sequences are those of the events between its two indexes.
ALTER TABLE store.operation_key RENAME TO wide_operation_key;
ALTER INDEX store.operation_key_pkey RENAME TO wide_operation_key_pkey;

CREATE TABLE store.operation_key (
    first_global_index bigint NOT NULL,
    last_global_index  bigint NOT NULL,
    scope              text   NOT NULL,
    key                text   NOT NULL,
    digest             text   NOT NULL
);

INSERT INTO store.operation_key
    SELECT first_global_index, last_global_index, scope, key, digest
    FROM store.wide_operation_key ORDER BY first_global_index;

DROP TABLE store.wide_operation_key;

ALTER TABLE store.operation_key ADD CONSTRAINT operation_key_pkey PRIMARY KEY (scope, key);

COMMENT ON TABLE store.operation_key IS 'One row per accepted operation, written by the transaction that appended its events. Append only.';
COMMENT ON COLUMN store.operation_key.first_global_index IS 'All events of the operation lie between the two indexes, and only they.';
COMMENT ON COLUMN store.operation_key.digest IS 'Digest of the content: the same key with other content is another operation.';

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.event
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER operation_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.operation_key
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER event_kind_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.event_kind
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();

-- ALWAYS: session_replication_role = replica must not switch the refusal off.
ALTER TABLE store.event ENABLE ALWAYS TRIGGER event_append_only;
ALTER TABLE store.operation_key ENABLE ALWAYS TRIGGER operation_key_append_only;
ALTER TABLE store.event_kind ENABLE ALWAYS TRIGGER event_kind_append_only;

CREATE VIEW store.named_event AS
    SELECT e.global_index, k.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.booked_at, k.name, k.revision,
           e.metadata, e.payload
    FROM store.event e JOIN store.event_kind k ON k.kind = e.kind;

COMMENT ON VIEW store.named_event IS 'The events for people who read SQL; convert_from(payload, ''UTF8'') is the JSON.';

-- Asked once per kind and process. A kind is there before the first append that uses it, and stays if that one fails.
CREATE FUNCTION store.kind_of(for_aggregate_type text, for_name text, for_revision text) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    found_kind int;
BEGIN
    FOR attempt IN 1..2 LOOP
        SELECT k.kind INTO found_kind FROM store.event_kind k
            WHERE k.aggregate_type = for_aggregate_type AND k.name = for_name
                AND k.revision IS NOT DISTINCT FROM for_revision;
        IF found_kind IS NOT NULL THEN
            RETURN found_kind;
        END IF;
        -- "KIND" in ASCII. Whoever held it before may have given this very kind its number.
        PERFORM pg_catalog.pg_advisory_xact_lock(x'4b494e44'::bigint);
    END LOOP;
    INSERT INTO store.event_kind
        SELECT coalesce(max(k.kind), 0) + 1, for_aggregate_type, for_name, for_revision FROM store.event_kind k
        RETURNING kind INTO found_kind;
    RETURN found_kind;
END
$$;

-- One call appends what several callers want, each of them whole or not at all: it locks, reads the head, inserts and
-- commits, in one round trip. The events of append i are those from starts[i] to ends[i]. What breaks a unique
-- constraint is refused alone, and the indexes stay contiguous without it.
CREATE PROCEDURE store.append(
    lock_timeout_ms int,
    clock_reads timestamptz,
    starts int[],
    ends int[],
    scopes text[],
    keys text[],
    digests text[],
    kinds int[],
    aggregate_ids text[],
    sequences int[],
    event_ids uuid[],
    metadata bytea[],
    payloads bytea[],
    OUT head bigint,
    OUT books_at timestamptz,
    OUT refused int[],
    OUT constraints text[],
    OUT details text[]
) LANGUAGE plpgsql AS $$
DECLARE
    -- "COFFER" in ASCII: any number will do, as long as every writer takes the same.
    append_lock CONSTANT bigint := x'434f46464552'::bigint;
    head_booked_at timestamptz;
    last_index bigint;
    one_by_one boolean := false;
    broken text;
    detail text;
BEGIN
    PERFORM pg_catalog.set_config('lock_timeout', lock_timeout_ms::text, true),
            pg_catalog.set_config('idle_in_transaction_session_timeout', lock_timeout_ms::text, true);

    -- Under a snapshot older than the lock the head below would be stale.
    IF pg_catalog.current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'store.append needs read committed, not %', pg_catalog.current_setting('transaction_isolation')
            USING ERRCODE = 'invalid_transaction_state';
    END IF;

    PERFORM pg_catalog.pg_advisory_xact_lock(append_lock);

    SELECT e.global_index, e.booked_at INTO head, head_booked_at
        FROM store.event e ORDER BY e.global_index DESC LIMIT 1;
    head := coalesce(head, 0);
    last_index := head;
    books_at := greatest(clock_reads, head_booked_at);
    refused := '{}';
    constraints := '{}';
    details := '{}';

    BEGIN
        INSERT INTO store.operation_key (first_global_index, last_global_index, scope, key, digest)
            SELECT head + a.first, head + a.last, a.scope, a.key, a.digest
            FROM unnest(starts, ends, scopes, keys, digests) AS a (first, last, scope, key, digest)
            WHERE a.key IS NOT NULL;
        INSERT INTO store.event (global_index, booked_at, sequence, kind, event_id, aggregate_id, metadata, payload)
            SELECT head + u.position, books_at, u.sequence, u.kind, u.event_id, u.aggregate_id, u.metadata, u.payload
            FROM unnest(sequences, kinds, event_ids, aggregate_ids, metadata, payloads)
                WITH ORDINALITY AS u (sequence, kind, event_id, aggregate_id, metadata, payload, position);
        last_index := head + cardinality(event_ids);
    EXCEPTION WHEN unique_violation THEN
        one_by_one := true;
    END;

    IF one_by_one THEN
        FOR i IN 1..cardinality(starts) LOOP
            BEGIN
                -- The key goes first: of two that repeat one operation, the loser must learn that, not that the
                -- sequence is taken.
                IF keys[i] IS NOT NULL THEN
                    INSERT INTO store.operation_key (first_global_index, last_global_index, scope, key, digest)
                        VALUES (last_index + 1, last_index + ends[i] - starts[i] + 1, scopes[i], keys[i], digests[i]);
                END IF;
                INSERT INTO store.event (global_index, booked_at, sequence, kind, event_id, aggregate_id, metadata, payload)
                    SELECT last_index + n - starts[i] + 1, books_at, sequences[n], kinds[n], event_ids[n],
                           aggregate_ids[n], metadata[n], payloads[n]
                    FROM generate_series(starts[i], ends[i]) AS n;
                last_index := last_index + ends[i] - starts[i] + 1;
            EXCEPTION WHEN unique_violation THEN
                GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME, detail = PG_EXCEPTION_DETAIL;
                refused := refused || i;
                constraints := constraints || broken;
                details := details || detail;
            END;
        END LOOP;
    END IF;

    IF last_index > head THEN
        PERFORM pg_catalog.pg_notify('store_head', last_index::text);
    END IF;
    COMMIT;
END
$$;

REVOKE ALL ON PROCEDURE store.append FROM PUBLIC;
REVOKE ALL ON FUNCTION store.kind_of FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE store.append TO "${runtimeRole}";
GRANT EXECUTE ON FUNCTION store.kind_of TO "${runtimeRole}";
GRANT SELECT, INSERT ON store.event, store.operation_key, store.event_kind TO "${runtimeRole}";
GRANT SELECT ON store.named_event TO "${runtimeRole}";
