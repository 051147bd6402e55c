package io.coffer.platform.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

/** Makes a subject's values unreadable for ever, and remembers that it did. */
record Shredding(VaultConnections connections) {

    // The party's numbers may also lie there as an unknown payer's: the same person, so the same end.
    private static final String ALIASES = """
            select held.token from vault_value held join vault_subject same on same.subject = held.token
            where held.subject = ?
            """;
    private static final String KEYS = """
            insert into vault_subject (subject, wrapped_key)
            select subject, null::bytea from unnest(?::text[]) as s (subject)
            on conflict (subject) do update set wrapped_key = null
            """;
    private static final String VALUES = "delete from vault_value where subject = any(?::text[])";
    private static final String JOURNAL = """
            insert into vault_shredding (subject, shredded_at)
            select subject, ?::timestamptz from unnest(?::text[]) as s (subject)
            on conflict (subject) do nothing
            """;

    void shred(String subject, Instant at) {
        connections.runAsOne("shred a subject", connection -> {
            var subjects = subjects(connection, subject);
            for (var statement : List.of(KEYS, VALUES)) {
                try (var update = connection.prepareStatement(statement)) {
                    update.setArray(1, VaultConnections.texts(connection, subjects));
                    update.executeUpdate();
                }
            }
            try (var journal = connection.prepareStatement(JOURNAL)) {
                journal.setObject(1, at.atOffset(ZoneOffset.UTC));
                journal.setArray(2, VaultConnections.texts(connection, subjects));
                return journal.executeUpdate();
            }
        });
    }

    private static TreeSet<String> subjects(Connection connection, String subject) throws SQLException {
        var subjects = new TreeSet<String>();
        subjects.add(subject);
        try (var find = connection.prepareStatement(ALIASES)) {
            find.setString(1, subject);
            try (var rows = find.executeQuery()) {
                while (rows.next()) {
                    subjects.add(rows.getString(1));
                }
            }
        }
        return subjects;
    }
}
