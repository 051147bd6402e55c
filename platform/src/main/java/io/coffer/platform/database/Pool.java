package io.coffer.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Locale;

/** The connections of one purpose, so that a slow reader cannot keep a command waiting. */
enum Pool {
    STORE,
    COMMAND,
    POLICIES,
    READS,
    PROJECTIONS,
    OWNER;

    private static final int OWNER_SIZE = 2;
    private static final Duration OWNER_SOCKET_TIMEOUT = Duration.ofMinutes(10);

    HikariDataSource open(ReadyDatabase ready, DatabaseProperties properties) {
        var database = ready.database();
        var credential = this == OWNER ? database.owner() : database.runtime();
        var socketTimeout = this == OWNER ? OWNER_SOCKET_TIMEOUT : properties.socketTimeout();
        var config = new HikariConfig();
        config.setPoolName("coffer-" + name().toLowerCase(Locale.ROOT));
        config.setJdbcUrl(database.url());
        config.setUsername(credential.user());
        config.setPassword(credential.password());
        config.setMaximumPoolSize(size(properties.poolSizes()));
        config.setMinimumIdle(this == OWNER ? 0 : 1);
        config.setConnectionTimeout(properties.connectionTimeout().toMillis());
        config.setReadOnly(this == READS);
        // The server gives up first: a statement cut off only at our end would go on there and hold its locks.
        config.setConnectionInitSql(
                "set statement_timeout = " + socketTimeout.minusSeconds(1).toMillis() + plans() + memory());
        config.setSchema(schema());
        config.addDataSourceProperty("ApplicationName", config.getPoolName());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", String.valueOf(socketTimeout.toSeconds()));
        config.addDataSourceProperty(
                "connectTimeout",
                String.valueOf(Math.max(1, properties.connectionTimeout().toSeconds())));
        // Also outside a transaction, where the driver by itself would not hold a reader to reading.
        config.addDataSourceProperty("readOnlyMode", "always");
        return new HikariDataSource(config);
    }

    // A list's conditions may be absent; only a plan made for those that are there goes by their index.
    private String plans() {
        return this == READS ? "; set plan_cache_mode = force_custom_plan" : "";
    }

    // The server's malloc gives the memory of each batch back to the system and takes it again for the next: a tenth of
    // what
    // appending costs. Once a large block was freed, it keeps up to twice its size (glibc, M_MMAP_THRESHOLD in
    // mallopt(3)).
    private String memory() {
        return this == STORE ? "; select length(repeat(' ', 16000000))" : "";
    }

    /** The search path of a fresh connection, and what a returned one is set back to. */
    private String schema() {
        return switch (this) {
            case STORE -> "store";
            case COMMAND, POLICIES -> "command";
            case READS, PROJECTIONS, OWNER -> "query";
        };
    }

    private int size(DatabaseProperties.PoolSizes sizes) {
        return switch (this) {
            case STORE -> sizes.store();
            case COMMAND -> sizes.command();
            case POLICIES -> sizes.policies();
            case READS -> sizes.reads();
            case PROJECTIONS -> sizes.projections();
            case OWNER -> OWNER_SIZE;
        };
    }
}
