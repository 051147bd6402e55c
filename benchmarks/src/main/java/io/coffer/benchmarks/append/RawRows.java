package io.coffer.benchmarks.append;

import io.coffer.benchmarks.measure.ClosedLoop;
import io.coffer.benchmarks.measure.Figure;
import io.coffer.benchmarks.measure.Pace;
import io.coffer.benchmarks.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;
import org.postgresql.PGConnection;

/** What PostgreSQL takes of such rows when nobody asks it for an order, a conflict or a key. */
public final class RawRows {

    private static final String TABLE = """
        CREATE TABLE raw_event (
            global_index bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            aggregate_type text NOT NULL, aggregate_id text NOT NULL, sequence bigint NOT NULL,
            event_id uuid NOT NULL UNIQUE, booked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
            name text NOT NULL, revision text NOT NULL, metadata bytea NOT NULL, payload bytea NOT NULL,
            UNIQUE (aggregate_id, sequence))
        """;
    private static final String COLUMNS =
            "(aggregate_type, aggregate_id, sequence, event_id, name, revision, metadata, payload)";
    private static final String INSERT = "INSERT INTO raw_event " + COLUMNS + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COPY = "COPY raw_event " + COLUMNS + " FROM STDIN";
    private static final int COPIED = 500;

    private static final byte[] METADATA = """
        {"actorId":"acme-system","actorKind":"TENANT","actorRoles":"BUSINESS","actorTenant":"acme",\
        "causationId":"6f1bd1d6-4a0e-4f35-9d1c-6f3b0d0c7c11","commandedAt":"2026-11-22T04:00:00.123456Z",\
        "correlationId":"0123456789abcdef0123456789abcdef","operationId":"6f1bd1d6-4a0e-4f35-9d1c-6f3b0d0c7c11",\
        "operationScope":"acme/acme-system","postingRules":1,"tenant":"acme"}\
        """.getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAYLOAD = """
        {"account":"EA:acme:B-1234","receipt":"BR:104100000004:110060149018800100001:1970-01-01:IN:6f1bd1d6-4a0e-4f35-9",\
        "amount":60000000,"receiptAmount":60000000}\
        """.getBytes(StandardCharsets.UTF_8);

    private final Database database;
    private final Pace pace;
    private final AtomicLong aggregates = new AtomicLong();

    public RawRows(Database database, Pace pace) throws SQLException {
        this.database = database;
        this.pace = pace;
        database.execute(TABLE);
    }

    /** Both limits, each at the number of connections that suits it best. */
    public List<Figure> measure() throws Exception {
        run(8, pace.warmingUp(), this::inserting);
        var inserted = best("limit A", List.of(8, 16, 32, 64), this::inserting, 1);
        var copied = best("limit B", List.of(1, 2, 4, 8), this::copying, COPIED);
        return List.of(inserted, copied);
    }

    private Figure best(String subject, List<Integer> connections, Opening opening, int rows) throws Exception {
        var tried = new ArrayList<Figure>();
        for (var count : connections) {
            var outcome = run(count, pace, opening);
            var perSecond =
                    outcome.perSecond().stream().map(rate -> rate * rows).toList();
            tried.add(Figure.of("append", subject, "best", "events/s", perSecond)
                    .with(Map.of("connections", Integer.toString(count))));
        }
        return tried.stream().max(Comparator.comparingDouble(Figure::median)).orElseThrow();
    }

    @FunctionalInterface
    private interface Opening {
        ClosedLoop.Client on(Connection connection) throws SQLException;
    }

    private ClosedLoop.Outcome run(int count, Pace measured, Opening opening) throws Exception {
        var connections = new ArrayList<Connection>();
        var clients = new ArrayList<ClosedLoop.Client>();
        try {
            for (var index = 0; index < count; index++) {
                connections.add(database.connect());
                clients.add(opening.on(connections.getLast()));
            }
            return ClosedLoop.run(count, Contenders.PLATFORM, measured, clients::get);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private ClosedLoop.Client inserting(Connection connection) throws SQLException {
        var insert = connection.prepareStatement(INSERT);
        var aggregate = "EA:acme:R-" + aggregates.incrementAndGet();
        var sequence = new AtomicLong();
        return () -> {
            insert.setString(1, "Notebook");
            insert.setString(2, aggregate);
            insert.setLong(3, sequence.getAndIncrement());
            insert.setObject(4, UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()));
            insert.setString(5, "accounts.EscrowFunded");
            insert.setString(6, "1");
            insert.setBytes(7, METADATA);
            insert.setBytes(8, PAYLOAD);
            insert.executeUpdate();
        };
    }

    private ClosedLoop.Client copying(Connection connection) throws SQLException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var bytes = "\t\\\\x" + HexFormat.of().formatHex(METADATA) + "\t\\\\x"
                + HexFormat.of().formatHex(PAYLOAD) + "\n";
        return () -> {
            var aggregate = "EA:acme:C-" + aggregates.incrementAndGet();
            var rows = new StringBuilder();
            for (var sequence = 0; sequence < COPIED; sequence++) {
                rows.append("Notebook\t")
                        .append(aggregate)
                        .append('\t')
                        .append(sequence)
                        .append('\t');
                rows.append(IdentifierFactory.getInstance().generateIdentifier());
                rows.append("\taccounts.EscrowFunded\t1").append(bytes);
            }
            var copy = copies.copyIn(COPY);
            var encoded = rows.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(encoded, 0, encoded.length);
            copy.endCopy();
        };
    }
}
