package io.coffer.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A data directory, and the key to the database in it that only a test and an intruder use. */
record Data(Path directory) {

    private static final int LINE_OF_PORT = 3;

    static Data fresh() {
        try {
            // Where a clean build removes it: a database is a hundred megabytes, and a killed process removes nothing
            // itself.
            var parent = Files.createDirectories(Path.of("target", "journeys").toAbsolutePath());
            return new Data(Files.createTempDirectory(parent, "data-"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The position of the last event, whichever engine keeps it. */
    long head() {
        return number("select greatest((select max(global_index) from store.event),"
                + " (select max(globalIndex) from store.axon_event), 0)");
    }

    /** The head of the log, once nothing is under way any more that could move it. */
    long settled() {
        return Until.is(
                this::head,
                // What is due much later, such as the end of an approval, moves nothing now.
                head -> number("select count(*) from command.deadline where due < now() + interval '1 hour'") == 0
                        && number("select position from command.policy_position") == head
                        && head() == head);
    }

    /** Once the policies have heard of everything that has happened, though much may still be due. */
    void heard() {
        Until.is(this::head, head -> number("select position from command.policy_position") == head && head() == head);
    }

    long number(String question) {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    int change(String statement) {
        try (var connection = superuser();
                var prepared = connection.createStatement()) {
            return prepared.executeUpdate(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", password("postgres"));
    }

    String url() {
        try {
            var port = Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                    .get(LINE_OF_PORT);
            return "jdbc:postgresql://127.0.0.1:" + port.strip() + "/coffer";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String password(String role) {
        try (var file = Files.newBufferedReader(directory.resolve("postgres.passwords"))) {
            var passwords = new Properties();
            passwords.load(file);
            return passwords.getProperty(role);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
