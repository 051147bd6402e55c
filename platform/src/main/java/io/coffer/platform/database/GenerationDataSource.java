package io.coffer.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that find unqualified tables in one generation's schema; the pool sets them back on return. */
final class GenerationDataSource extends DelegatingDataSource {

    private final Generation generation;

    GenerationDataSource(DataSource projections, Generation generation) {
        super(projections);
        this.generation = generation;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            connection.setSchema(generation.schema());
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }
}
