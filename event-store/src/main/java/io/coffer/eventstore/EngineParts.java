package io.coffer.eventstore;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What every {@link StoreEngine} is made of.
 *
 * @param dataSource outside any transaction the caller runs
 * @param clock where {@code booked_at} comes from
 * @param operationKeys asked once per append, on the appending thread: the operation these events belong to, or null
 * @param appended told on the appending thread, once the events of an operation are durable; it must not throw
 */
public record EngineParts(
        DataSource dataSource,
        Serializer events,
        Serializer snapshots,
        InstantSource clock,
        Supplier<@Nullable OperationKey> operationKeys,
        Consumer<Appended> appended) {

    /** For a writer that carries out no operations and keeps no snapshots. */
    public static EngineParts ofEventsAlone(DataSource dataSource, Serializer events, InstantSource clock) {
        return new EngineParts(dataSource, events, events, clock, () -> null, appended -> {});
    }
}
