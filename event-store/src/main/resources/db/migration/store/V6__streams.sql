-- The same events in fewer bytes once more (ADR 0008): an aggregate id is written once, in the aggregate's first event,
-- and every event names its aggregate by a number of four bytes.
DROP PROCEDURE store.append;
DROP VIEW store.named_event;

ALTER TABLE store.event RENAME TO event_by_id;
ALTER INDEX store.event_pkey RENAME TO event_by_id_pkey;
ALTER INDEX store.event_sequence_key RENAME TO event_by_id_sequence_key;
ALTER INDEX store.event_event_id_key RENAME TO event_by_id_event_id_key;

-- Widest first: no byte of a row is lost to alignment.
CREATE TABLE store.event (
    global_index bigint      NOT NULL CHECK (global_index > 0),
    booked_at    timestamptz NOT NULL,
    stream       int         NOT NULL CHECK (stream > 0),
    sequence     int         NOT NULL CHECK (sequence >= 0),
    kind         int         NOT NULL,
    event_id     uuid        NOT NULL,
    aggregate_id text        COLLATE "C",
    metadata     bytea       NOT NULL,
    payload      bytea       NOT NULL
);

INSERT INTO store.event
    SELECT e.global_index, e.booked_at, s.stream, e.sequence, e.kind, e.event_id,
           CASE WHEN e.global_index = s.first THEN e.aggregate_id END, e.metadata, e.payload
    FROM store.event_by_id e
    JOIN (SELECT aggregate_id, min(global_index) AS first, row_number() OVER (ORDER BY min(global_index)) AS stream
          FROM store.event_by_id GROUP BY aggregate_id) s ON s.aggregate_id = e.aggregate_id
    ORDER BY e.global_index;

DROP TABLE store.event_by_id;

ALTER TABLE store.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (global_index),
    ADD CONSTRAINT event_sequence_key UNIQUE (stream, sequence),
    ADD CONSTRAINT event_event_id_key UNIQUE (event_id);
CREATE UNIQUE INDEX event_aggregate_id_key ON store.event (aggregate_id) WHERE aggregate_id IS NOT NULL;

COMMENT ON TABLE store.event IS 'Every event ever booked, in the one order in which they were committed. Append only. store.named_event shows it in words.';
COMMENT ON COLUMN store.event.global_index IS 'Contiguous from 1 in commit order: no sequence object, so a rollback leaves no gap.';
COMMENT ON COLUMN store.event.booked_at IS 'Given by the store under the append lock; never lower than that of the event before.';
COMMENT ON COLUMN store.event.stream IS 'Stands for the aggregate id; given by the append of the aggregate''s first event.';
COMMENT ON COLUMN store.event.kind IS 'A row of store.event_kind. No foreign key, which would be asked for every event: kinds are given by store.kind_of and never go.';
COMMENT ON COLUMN store.event.aggregate_id IS 'In the first event of the stream only, so that a reader from the start meets every id before it needs it.';
COMMENT ON COLUMN store.event.metadata IS 'The bytes the serializer wrote, after a byte 0, or packed without loss after the version of the packing (ADR 0008).';
COMMENT ON COLUMN store.event.payload IS 'Exactly the bytes the serializer wrote; upcasting happens after reading.';

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.event
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
-- ALWAYS: session_replication_role = replica must not switch the refusal off.
ALTER TABLE store.event ENABLE ALWAYS TRIGGER event_append_only;

-- A join, so that both keys serve: whoever asks for an aggregate id finds its stream by index.
CREATE VIEW store.named_event AS
    SELECT e.global_index, k.aggregate_type, f.aggregate_id, e.sequence, e.event_id, e.booked_at, k.name, k.revision,
           e.metadata, e.payload
    FROM store.event e
    JOIN store.event f ON f.stream = e.stream AND f.aggregate_id IS NOT NULL
    JOIN store.event_kind k ON k.kind = e.kind;

COMMENT ON VIEW store.named_event IS 'The events for people who read SQL; convert_from(payload, ''UTF8'') is the JSON.';

-- One call appends what several callers want, each of them whole or not at all: it locks, reads the head, inserts and
-- commits, in one round trip. The events of append i are those from starts[i] to ends[i]. Aggregates are numbered within
-- the call: aggregate_ids has each once, firsts its first event. What breaks a unique constraint is refused alone, and
-- the indexes stay contiguous without it.
CREATE PROCEDURE store.append(
    lock_timeout_ms int,
    clock_reads timestamptz,
    starts int[],
    ends int[],
    scopes text[],
    keys text[],
    digests text[],
    aggregate_ids text[],
    firsts int[],
    aggregates int[],
    sequences int[],
    kinds int[],
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
    streams int[];
    -- Streams above this one are new; null when none is.
    last_stream int;
    new_stream int;
    one_by_one boolean := false;
    broken text;
    detail text;
BEGIN
    -- No scan of the table, ever: the plan is kept, and may have been made when the table was small.
    PERFORM pg_catalog.set_config('lock_timeout', lock_timeout_ms::text, true),
            pg_catalog.set_config('idle_in_transaction_session_timeout', lock_timeout_ms::text, true),
            pg_catalog.set_config('enable_seqscan', 'off', true);

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

    streams := ARRAY(
        SELECT (SELECT f.stream FROM store.event f WHERE f.aggregate_id = wanted.id) FROM unnest(aggregate_ids) AS wanted (id));
    IF array_position(streams, NULL) IS NOT NULL THEN
        last_stream := coalesce((SELECT e.stream FROM store.event e ORDER BY e.stream DESC LIMIT 1), 0);
        new_stream := last_stream;
        FOR a IN 1..cardinality(streams) LOOP
            IF streams[a] IS NULL THEN
                new_stream := new_stream + 1;
                streams[a] := new_stream;
            END IF;
        END LOOP;
    END IF;

    BEGIN
        INSERT INTO store.operation_key (first_global_index, last_global_index, scope, key, digest)
            SELECT head + a.first, head + a.last, a.scope, a.key, a.digest
            FROM unnest(starts, ends, scopes, keys, digests) AS a (first, last, scope, key, digest)
            WHERE a.key IS NOT NULL;
        INSERT INTO store.event (global_index, booked_at, stream, sequence, kind, event_id, aggregate_id, metadata, payload)
            SELECT head + u.position, books_at, streams[u.aggregate], u.sequence, u.kind, u.event_id,
                   CASE WHEN streams[u.aggregate] > last_stream AND firsts[u.aggregate] = u.position
                        THEN aggregate_ids[u.aggregate] END,
                   u.metadata, u.payload
            FROM unnest(aggregates, sequences, kinds, event_ids, metadata, payloads)
                WITH ORDINALITY AS u (aggregate, sequence, kind, event_id, metadata, payload, position);
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
                -- The first event of an aggregate may have been refused with its append; the id is in the next one then.
                INSERT INTO store.event (global_index, booked_at, stream, sequence, kind, event_id, aggregate_id, metadata, payload)
                    SELECT last_index + n - starts[i] + 1, books_at, streams[aggregates[n]], sequences[n], kinds[n],
                           event_ids[n],
                           CASE WHEN streams[aggregates[n]] > last_stream
                                     AND array_position(aggregates, aggregates[n], starts[i]) = n
                                     AND NOT EXISTS (SELECT FROM store.event f WHERE f.stream = streams[aggregates[n]])
                                THEN aggregate_ids[aggregates[n]] END,
                           metadata[n], payloads[n]
                    FROM generate_series(starts[i], ends[i]) AS n;
                last_index := last_index + ends[i] - starts[i] + 1;
            EXCEPTION WHEN unique_violation THEN
                GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME, detail = PG_EXCEPTION_DETAIL;
                IF broken = 'event_sequence_key' THEN
                    -- "Key (stream, sequence)=(7, 5) already exists." means nothing to callers: they know aggregates.
                    detail := 'Key (aggregate_id, sequence)=('
                        || aggregate_ids[array_position(streams, substring(detail FROM '=\((\d+), ')::int)]
                        || substring(detail FROM '=\(\d+(, .*)$');
                END IF;
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
GRANT EXECUTE ON PROCEDURE store.append TO "${runtimeRole}";
GRANT SELECT, INSERT ON store.event TO "${runtimeRole}";
GRANT SELECT ON store.named_event TO "${runtimeRole}";
