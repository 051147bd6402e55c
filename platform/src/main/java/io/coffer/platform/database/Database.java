package io.coffer.platform.database;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The PostgreSQL that Coffer keeps its money in: where it is, and the two roles that may enter. */
public sealed interface Database permits EmbeddedDatabase, OutsideDatabase {

    String url();

    /** Owns the schemas: migrations and generations of projections. */
    Credential owner();

    /** Reads and writes rows, and changes no structure. */
    Credential runtime();

    default boolean isEmbedded() {
        return this instanceof EmbeddedDatabase;
    }

    /** The URL without its parameters, which can hold secrets. */
    default String address() {
        return url().replaceFirst("\\?.*", "");
    }

    /** Connections outside every pool, for work that runs once at the start. */
    default DataSource unpooled(Credential credential) {
        return unpooled(url(), credential);
    }

    static DataSource unpooled(String url, Credential credential) {
        var source = new DriverManagerDataSource(url, credential.user(), credential.password());
        var properties = new Properties();
        properties.setProperty("ApplicationName", "coffer-start");
        properties.setProperty("connectTimeout", "5");
        source.setConnectionProperties(properties);
        return source;
    }
}
