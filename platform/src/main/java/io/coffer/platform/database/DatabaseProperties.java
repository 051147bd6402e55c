package io.coffer.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the database is and how much of it one process may use; without a URL an embedded one is started. */
@ConfigurationProperties("coffer.database")
record DatabaseProperties(
        @DefaultValue("") String url,
        @DefaultValue Credential owner,
        @DefaultValue Credential runtime,
        @DefaultValue("false") boolean requireChecksums,
        @DefaultValue("0") int embeddedPort,
        @Nullable Path embeddedBinaries,
        @DefaultValue("2s") Duration connectionTimeout,
        @DefaultValue("30s") Duration socketTimeout,
        @DefaultValue PoolSizes poolSizes) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int LARGEST_POOL = 100;

    DatabaseProperties {
        require(embeddedPort >= 0 && embeddedPort <= HIGHEST_PORT, "embedded-port is 0 to 65535");
        require(connectionTimeout.toMillis() >= 250, "connection-timeout is at least 250 ms");
        require(socketTimeout.toSeconds() >= 2, "socket-timeout is at least 2 s");
    }

    boolean isEmbedded() {
        return url.isBlank();
    }

    /** Connections per pool of one process; together they stay below the server's 100. */
    record PoolSizes(
            @DefaultValue("10") int store,
            @DefaultValue("6") int command,
            @DefaultValue("4") int policies,
            @DefaultValue("8") int reads,
            @DefaultValue("14") int projections) {

        PoolSizes {
            for (var size : new int[] {store, command, policies, reads, projections}) {
                require(size >= 1 && size <= LARGEST_POOL, "a pool size is 1 to 100");
            }
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("coffer.database: " + rule);
        }
    }
}
