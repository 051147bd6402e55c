package io.coffer.platform.database;

import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server says of itself to the runtime role, and whether money may be kept on it. */
record ServerFacts(
        int versionNumber,
        String fsync,
        String fullPageWrites,
        String synchronousCommit,
        String dataChecksums,
        String isolation,
        boolean standby,
        String user,
        boolean owns) {

    private static final int OLDEST_MAJOR = 15;
    private static final int NEWEST_MAJOR = 18;

    // 'local' loses acknowledged commits when a synchronous standby takes over, and without one 'on' means the same.
    private static final Set<String> WAITS_FOR_DISK = Set.of("on", "remote_write", "remote_apply");

    private static final String QUERY = """
            select current_setting('server_version_num')::int as version_number,
                   current_setting('fsync') as fsync,
                   current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('data_checksums') as data_checksums,
                   current_setting('default_transaction_isolation') as isolation,
                   pg_is_in_recovery() as standby,
                   current_user as "user",
                   coalesce((select bool_or(pg_has_role(current_user, oid, 'MEMBER'))
                               from pg_roles where rolname = :owner), false) as owns
            """;

    static ServerFacts read(DataSource source, Credential owner) {
        return JdbcClient.create(source)
                .sql(QUERY)
                .param("owner", owner.user())
                .query(ServerFacts.class)
                .single();
    }

    int major() {
        return versionNumber / 10_000;
    }

    String version() {
        return major() + "." + versionNumber % 10_000;
    }

    boolean hasChecksums() {
        return "on".equals(dataChecksums);
    }

    /** The first reason not to keep money here, naming the setting. */
    Optional<String> objection() {
        if (major() < OLDEST_MAJOR || major() > NEWEST_MAJOR) {
            return Optional.of("server_version is " + version() + "; Coffer knows 15 to 18");
        }
        if (!"on".equals(fsync)) {
            return Optional.of("fsync is " + fsync + "; a power cut would lose money");
        }
        if (!"on".equals(fullPageWrites)) {
            return Optional.of("full_page_writes is " + fullPageWrites + "; a power cut would tear pages");
        }
        if (!WAITS_FOR_DISK.contains(synchronousCommit)) {
            return Optional.of("synchronous_commit is " + synchronousCommit
                    + "; a crash would lose acknowledged money (on, remote_write and remote_apply pass)");
        }
        return accessObjection();
    }

    private Optional<String> accessObjection() {
        if (!"read committed".equals(isolation)) {
            return Optional.of(
                    "default_transaction_isolation is " + isolation + "; Coffer is built for read committed");
        }
        if (standby) {
            return Optional.of("the server is a standby; Coffer needs the primary");
        }
        if (owns) {
            return Optional.of("the runtime role " + user + " has the rights of the owner");
        }
        return Optional.empty();
    }
}
