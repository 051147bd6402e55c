-- Where Axon's own JDBC engine keeps its events when it is chosen, for comparison. Columns, types and keys are those of
-- its own table factory, so that what is measured and tried is what Axon gives.
CREATE TABLE store.axon_event (
    globalIndex         bigserial    PRIMARY KEY,
    aggregateIdentifier varchar(255) NOT NULL,
    sequenceNumber      bigint       NOT NULL,
    type                varchar(255),
    eventIdentifier     varchar(255) NOT NULL UNIQUE,
    metaData            bytea,
    payload             bytea        NOT NULL,
    payloadRevision     varchar(255),
    payloadType         varchar(255) NOT NULL,
    timeStamp           varchar(255) NOT NULL,
    UNIQUE (aggregateIdentifier, sequenceNumber)
);

CREATE TABLE store.axon_snapshot (
    aggregateIdentifier varchar(255) NOT NULL,
    sequenceNumber      bigint       NOT NULL,
    type                varchar(255) NOT NULL,
    eventIdentifier     varchar(255) NOT NULL UNIQUE,
    metaData            bytea,
    payload             bytea        NOT NULL,
    payloadRevision     varchar(255),
    payloadType         varchar(255) NOT NULL,
    timeStamp           varchar(255) NOT NULL,
    PRIMARY KEY (aggregateIdentifier, sequenceNumber)
);

CREATE TABLE store.axon_operation_key (
    first_global_index bigint NOT NULL,
    last_global_index  bigint NOT NULL,
    scope              text   NOT NULL,
    key                text   NOT NULL,
    digest             text   NOT NULL,
    CONSTRAINT axon_operation_key_pkey PRIMARY KEY (scope, key)
);

COMMENT ON TABLE store.axon_event IS 'The events of Axon''s own engine; empty unless it was chosen. Append only.';
COMMENT ON COLUMN store.axon_event.globalIndex IS 'From a sequence: a rollback leaves a gap, and a lower index can be committed after a higher one.';
COMMENT ON COLUMN store.axon_event.timeStamp IS 'In milliseconds, by the writer''s clock; it may go back from one event to the next.';
COMMENT ON COLUMN store.axon_operation_key.first_global_index IS 'All events of the operation lie between the two indexes; those of other writers may lie between them too.';

CREATE TRIGGER axon_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.axon_event
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
CREATE TRIGGER axon_operation_key_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store.axon_operation_key
    FOR EACH STATEMENT EXECUTE FUNCTION store.refuse_change();
ALTER TABLE store.axon_event ENABLE ALWAYS TRIGGER axon_event_append_only;
ALTER TABLE store.axon_operation_key ENABLE ALWAYS TRIGGER axon_operation_key_append_only;

GRANT SELECT, INSERT ON store.axon_event, store.axon_operation_key TO "${runtimeRole}";
GRANT USAGE ON SEQUENCE store.axon_event_globalindex_seq TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON store.axon_snapshot TO "${runtimeRole}";
