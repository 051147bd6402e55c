package io.coffer.platform.vault;

import io.coffer.platform.vault.SealedValue.Place;
import java.util.Optional;
import java.util.SortedMap;

/** The ciphertexts. A value that is there already stays as it is. */
record VaultValues(VaultConnections connections) {

    private static final String ADD = """
            insert into vault_value (token, subject, ciphertext)
            select * from unnest(?::text[], ?::text[], ?::bytea[])
            on conflict (token, subject) do nothing
            """;
    private static final String FIND = """
            select v.subject, v.ciphertext, s.wrapped_key
            from vault_value v join vault_subject s on s.subject = v.subject
            where v.token = ? and s.wrapped_key is not null
            order by v.subject
            limit 1
            """;

    void add(SortedMap<Place, byte[]> ciphertexts) {
        var places = ciphertexts.keySet();
        connections.run("keep values", connection -> {
            try (var insert = connection.prepareStatement(ADD)) {
                insert.setArray(
                        1,
                        VaultConnections.texts(
                                connection, places.stream().map(Place::token).toList()));
                insert.setArray(
                        2,
                        VaultConnections.texts(
                                connection, places.stream().map(Place::subject).toList()));
                insert.setArray(3, VaultConnections.bytes(connection, ciphertexts.values()));
                return insert.executeUpdate();
            }
        });
    }

    /** Any readable copy: all copies of a token hold the same value. */
    Optional<SealedValue> find(String token) {
        return connections.run("read a value", connection -> {
            try (var find = connection.prepareStatement(FIND)) {
                find.setString(1, token);
                try (var rows = find.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new SealedValue(
                                    new Place(token, rows.getString(1)), rows.getBytes(2), rows.getBytes(3)))
                            : Optional.<SealedValue>empty();
                }
            }
        });
    }
}
