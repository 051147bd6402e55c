package io.coffer.query.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows on their way into a table by one statement, whatever their number: each column travels as one array. */
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

    /** As {@code insert into <table> select <the rows> <ending>}; nothing for no rows. */
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
