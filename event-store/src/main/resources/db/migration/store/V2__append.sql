-- One call is the whole append: it locks, reads the head, inserts and commits, in one round trip. It is a procedure
-- because only a procedure commits by itself: the lock is gone before a client that was stopped or cut off could
-- hold it. It has no SET clause, which would forbid the COMMIT; so every name is qualified.
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
    operation_digest text
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

    -- The key goes first: of two that repeat one operation, the loser must learn that, not that the sequence is taken.
    IF operation_key IS NOT NULL THEN
        INSERT INTO store.operation_key
            SELECT operation_scope, operation_key, operation_digest, aggregate_types[1], aggregate_ids[1],
                   min(u.sequence), max(u.sequence), head + 1, head + cardinality(event_ids)
            FROM unnest(aggregate_ids, sequences) AS u (aggregate_id, sequence)
            WHERE u.aggregate_id = aggregate_ids[1];
    END IF;

    INSERT INTO store.event
        SELECT head + u.position, u.aggregate_type, u.aggregate_id, u.sequence, u.event_id,
               greatest(clock_reads, head_booked_at), u.name, u.revision, u.metadata, u.payload
        FROM unnest(aggregate_types, aggregate_ids, sequences, event_ids, names, revisions, metadata, payloads)
            WITH ORDINALITY AS u (aggregate_type, aggregate_id, sequence, event_id, name, revision, metadata, payload, position);

    COMMIT;
END
$$;

REVOKE ALL ON PROCEDURE store.append FROM PUBLIC;
GRANT USAGE ON SCHEMA store TO "${runtimeRole}";
GRANT EXECUTE ON PROCEDURE store.append TO "${runtimeRole}";
GRANT SELECT, INSERT ON store.event, store.operation_key TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON store.snapshot TO "${runtimeRole}";
