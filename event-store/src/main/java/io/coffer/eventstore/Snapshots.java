package io.coffer.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** The newest snapshot of each aggregate. */
record Snapshots(Statements statements) {

    // The same sequence again is a snapshot of another revision: the later writer knows the newer form.
    private static final String STORE = """
            INSERT INTO store.snapshot (aggregate_id, aggregate_type, sequence, event_id, taken_at,
                                        name, revision, metadata, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (aggregate_id) DO UPDATE SET
                aggregate_type = excluded.aggregate_type, sequence = excluded.sequence,
                event_id = excluded.event_id, taken_at = excluded.taken_at, name = excluded.name,
                revision = excluded.revision, metadata = excluded.metadata, payload = excluded.payload
            WHERE store.snapshot.sequence <= excluded.sequence
            """;
    private static final String FIND = """
            SELECT aggregate_type, aggregate_id, sequence, event_id, taken_at, name, revision, payload, metadata
            FROM store.snapshot WHERE aggregate_id = ?
            """;

    void store(DomainEventMessage<?> snapshot, Serializer serializer) throws SQLException {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = snapshot.serializeMetaData(serializer, byte[].class);
        statements.execute(STORE, statement -> {
            statement.setString(1, snapshot.getAggregateIdentifier());
            statement.setString(2, snapshot.getType());
            statement.setLong(3, snapshot.getSequenceNumber());
            statement.setString(4, snapshot.getIdentifier());
            statement.setObject(5, StoreTime.roundedDown(snapshot.getTimestamp()));
            statement.setString(6, payload.getType().getName());
            statement.setString(7, payload.getType().getRevision());
            statement.setBytes(8, metadata.getData());
            statement.setBytes(9, payload.getData());
        });
    }

    List<? extends DomainEventData<?>> find(String aggregateId) {
        return statements.query(
                "Reading the snapshot of aggregate " + aggregateId,
                FIND,
                statement -> statement.setString(1, aggregateId),
                Snapshots::read);
    }

    private static DomainEventData<byte[]> read(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getString(7),
                row.getBytes(8),
                row.getBytes(9));
    }
}
