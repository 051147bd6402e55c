-- The append says where its events are and when they were booked, so that its caller needs no query to answer; and it
-- wakes up those who wait for new events, with the new head. A notification is sent by the commit or not at all.
DROP PROCEDURE store.append;

CREATE PROCEDURE store.append(
    lock_timeout_ms int,
    clock_reads timestamptz,
    aggregate_types text[],
    aggregate_ids text[],
    sequences bigint[],
    event_ids uuid[],
    names text[],
    revisions text[],
    metadata bytea[],
    payloads bytea[],
    operation_scope text,
    operation_key text,
    operation_digest text,
    OUT first_index bigint,
    OUT last_index bigint,
    OUT books_at timestamptz
) LANGUAGE plpgsql AS $$
DECLARE
    -- "COFFER" in ASCII: any number will do, as long as every writer takes the same.
    append_lock CONSTANT bigint := x'434f46464552'::bigint;
    head bigint;
    head_booked_at timestamptz;
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
    first_index := head + 1;
    last_index := head + cardinality(event_ids);
    books_at := greatest(clock_reads, head_booked_at);

    -- The key goes first: of two that repeat one operation, the loser must learn that, not that the sequence is taken.
    IF operation_key IS NOT NULL THEN
        INSERT INTO store.operation_key
            SELECT operation_scope, operation_key, operation_digest, aggregate_types[1], aggregate_ids[1],
                   min(u.sequence), max(u.sequence), first_index, last_index
            FROM unnest(aggregate_ids, sequences) AS u (aggregate_id, sequence)
            WHERE u.aggregate_id = aggregate_ids[1];
    END IF;

    INSERT INTO store.event
        SELECT head + u.position, u.aggregate_type, u.aggregate_id, u.sequence, u.event_id,
               books_at, u.name, u.revision, u.metadata, u.payload
        FROM unnest(aggregate_types, aggregate_ids, sequences, event_ids, names, revisions, metadata, payloads)
            WITH ORDINALITY AS u (aggregate_type, aggregate_id, sequence, event_id, name, revision, metadata, payload, position);

    PERFORM pg_catalog.pg_notify('store_head', last_index::text);
    COMMIT;
END
$$;

REVOKE ALL ON PROCEDURE store.append FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE store.append TO "${runtimeRole}";
