package io.coffer.platform.vault;

import io.coffer.platform.StartRefused;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** Opens the vault under the key it was begun with, and under no other. */
record VaultOpening(VaultKeySource keys, DataSource dataSource, InstantSource clock) {

    Vault open() {
        var begun = fingerprint();
        var key = begun.isPresent() ? keys.existing() : keys.existingOrNew();
        if (begun.isEmpty()) {
            begin(key.fingerprint());
            // Nodes that start together: the first one's key counts.
            begun = fingerprint();
        }
        if (!begun.equals(Optional.of(key.fingerprint()))) {
            throw new StartRefused(
                    "The vault of this database was begun with another key than " + keys.description() + ".",
                    "Give the key that belongs to the database: without it no personal data can be read.");
        }
        return new Vault(key, dataSource, clock);
    }

    private Optional<String> fingerprint() {
        return new VaultConnections(dataSource).run("read its key's fingerprint", connection -> {
            try (var find = connection.prepareStatement("select fingerprint from vault_key");
                    var rows = find.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.<String>empty();
            }
        });
    }

    private void begin(String fingerprint) {
        new VaultConnections(dataSource).run("keep its key's fingerprint", connection -> {
            try (var insert = connection.prepareStatement(
                    "insert into vault_key (fingerprint) values (?) on conflict (only_one) do nothing")) {
                insert.setString(1, fingerprint);
                return insert.executeUpdate();
            }
        });
    }
}
