package io.coffer.query.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows on their way into a table by one statement, whatever their number. */
public final class Columns {

    private final Type[] types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** What a column holds. */
    public enum Type {
        BIGINT("bigint", "int8"),
        TEXT("text", "text"),
        BOOLEAN("boolean", "text"),
        DATE("date", "text"),
        TIMESTAMP("timestamptz", "text");

        private final String column;
        private final String sentAs;

        Type(String column, String sentAs) {
            this.column = column;
            this.sentAs = sentAs;
        }
    }

    public Columns(Type... types) {
        this.types = types.clone();
    }

    public void add(@Nullable Object... row) {
        if (row.length != types.length) {
            throw new IllegalArgumentException(row.length + " values for " + types.length + " columns");
        }
        rows.add(row.clone());
    }

    /** Appends rows that are all new, in the order of the table's columns; nothing for no rows. */
    public void append(JdbcTemplate jdbc, String table) {
        if (rows.isEmpty()) {
            return;
        }
        // By COPY: PostgreSQL writes a page of rows at a time, where an insert goes from row to row.
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(copied()));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
    }

    // In bytes: the driver encodes characters piece by piece, and a pair of surrogates may lie across two.
    private byte[] copied() {
        var text = new StringBuilder();
        for (var row : rows) {
            for (var column = 0; column < row.length; column++) {
                text.append(column == 0 ? "" : "\t");
                escape(row[column], text);
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    // PostgreSQL's text format of COPY.
    private static void escape(@Nullable Object value, StringBuilder into) {
        if (value == null) {
            into.append("\\N");
            return;
        }
        var text = value.toString();
        for (var at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> into.append("\\\\");
                case '\t' -> into.append("\\t");
                case '\n' -> into.append("\\n");
                case '\r' -> into.append("\\r");
                default -> into.append(text.charAt(at));
            }
        }
    }

    /** As {@code insert into <table> select <the rows> <ending>}, each column as one array; nothing for no rows. */
    public void insert(JdbcTemplate jdbc, String table, String ending) {
        if (rows.isEmpty()) {
            return;
        }
        // In the select list, not in the from clause: there PostgreSQL would lay every array out as a table first.
        var values = Stream.of(types)
                .map(type -> "unnest(cast(? as " + type.column + "[]))")
                .collect(Collectors.joining(", "));
        jdbc.update(connection -> bound(connection, "insert into " + table + " select " + values + " " + ending));
    }

    private PreparedStatement bound(Connection connection, String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var column = 0; column < types.length; column++) {
            statement.setArray(column + 1, connection.createArrayOf(types[column].sentAs, values(column)));
        }
        return statement;
    }

    private @Nullable Object[] values(int column) {
        var isNumber = types[column] == Type.BIGINT;
        @Nullable Object[] values = isNumber ? new @Nullable Long[rows.size()] : new @Nullable String[rows.size()];
        for (var row = 0; row < values.length; row++) {
            var value = rows.get(row)[column];
            values[row] = value == null || isNumber ? value : value.toString();
        }
        return values;
    }
}
