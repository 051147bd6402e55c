package io.coffer.platform.database;

import io.coffer.platform.StartRefused;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Refuses to start on a server that would lose money, or that strangers could reach with our built-in secrets. */
record DatabaseGuard(boolean requireChecksums, List<BuiltInSecret> builtInSecrets) {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGuard.class);

    void check(Database database) {
        refuseBuiltInSecrets(database);
        judge(database, ask(database));
    }

    void judge(Database database, ServerFacts facts) {
        facts.objection().ifPresent(objection -> {
            throw new StartRefused(
                    "The database " + database.address() + " is refused: " + objection + ".",
                    "Change it on the server, restart the server where that is needed, and start again.");
        });
        // The URL can name another user, and then the grants would prove nothing.
        if (!facts.user().equals(database.runtime().user())) {
            throw new StartRefused(
                    "The database URL signs in as " + facts.user() + ", not as "
                            + database.runtime().user() + ".",
                    "Take the user out of the URL.");
        }
        weighChecksums(database, facts);
    }

    private void refuseBuiltInSecrets(Database database) {
        if (database.isEmbedded() || builtInSecrets.isEmpty()) {
            return;
        }
        throw new StartRefused(
                "An outside database is used with built-in secrets: "
                        + builtInSecrets.stream().map(BuiltInSecret::name).collect(Collectors.joining(", ")) + ".",
                "Set " + builtInSecrets.stream().map(BuiltInSecret::replacedBy).collect(Collectors.joining(", "))
                        + ".");
    }

    private static ServerFacts ask(Database database) {
        try {
            return ServerFacts.read(database.unpooled(database.runtime()), database.owner());
        } catch (DataAccessException failure) {
            throw new StartRefused(
                    "The database " + database.address() + " cannot be used: "
                            + failure.getMostSpecificCause().getMessage(),
                    "Check that the server runs and that COFFER_DB_URL, COFFER_DB_USER and COFFER_DB_PASSWORD are right.",
                    failure);
        }
    }

    private void weighChecksums(Database database, ServerFacts facts) {
        if (facts.hasChecksums()) {
            return;
        }
        if (requireChecksums) {
            throw new StartRefused(
                    "The database " + database.address() + " is refused: data_checksums is off and required.",
                    "Stop the server and run pg_checksums --enable, or set coffer.database.require-checksums=false.");
        }
        LOG.warn("data_checksums is off on {}: a flipped bit on its disk would go unnoticed", database.address());
    }
}
