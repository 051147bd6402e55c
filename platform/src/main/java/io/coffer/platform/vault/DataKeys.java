package io.coffer.platform.vault;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** One wrapped key per subject. The first writer's counts. */
record DataKeys(VaultConnections connections) {

    private static final String OFFER = """
            with offered as (select * from unnest(?::text[], ?::bytea[]) as o (subject, wrapped_key)),
                 added as (insert into vault_subject (subject, wrapped_key)
                           select subject, wrapped_key from offered order by subject
                           on conflict (subject) do nothing
                           returning subject, wrapped_key)
            select subject, wrapped_key from added
            union all
            select subject, coalesce(wrapped_key, '') from vault_subject
            where subject in (select subject from offered)
            """;
    private static final String FIND =
            "select subject, coalesce(wrapped_key, '') from vault_subject where subject = any(?)";

    /** The keys that count: those offered, or those that were there before. A shredded subject has none. */
    Map<String, byte[]> offer(SortedMap<String, byte[]> offered) {
        return connections.run("keep data keys", connection -> {
            var keys = new HashMap<String, byte[]>();
            try (var offer = connection.prepareStatement(OFFER)) {
                offer.setArray(1, VaultConnections.texts(connection, offered.keySet()));
                offer.setArray(2, VaultConnections.bytes(connection, offered.values()));
                collect(offer, keys);
            }
            // Another writer's subject that was committed after our statement had begun.
            if (keys.size() < offered.size()) {
                try (var find = connection.prepareStatement(FIND)) {
                    find.setArray(1, VaultConnections.texts(connection, offered.keySet()));
                    collect(find, keys);
                }
            }
            if (keys.size() < offered.size()) {
                throw new IllegalStateException("A subject was offered to the vault and is not there");
            }
            keys.values().removeIf(key -> key.length == 0);
            return keys;
        });
    }

    private static void collect(PreparedStatement query, Map<String, byte[]> keys) throws SQLException {
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getBytes(2));
            }
        }
    }
}
