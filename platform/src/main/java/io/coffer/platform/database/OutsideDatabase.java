package io.coffer.platform.database;

import io.coffer.platform.StartRefused;

/** A server that the operator runs; both roles and the database exist already. */
record OutsideDatabase(String url, Credential owner, Credential runtime) implements Database {

    OutsideDatabase {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw refused("The database URL does not begin with jdbc:postgresql:.");
        }
        if (!owner.isComplete() || !runtime.isComplete()) {
            throw refused("A database URL is given without the credentials of the owner and of the runtime role.");
        }
        if (!owner.hasPlainName() || !runtime.hasPlainName()) {
            throw refused("A database role's name is not made of lower-case letters, digits and underscores.");
        }
        if (owner.user().equals(runtime.user())) {
            throw refused("The owner and the runtime role of the database are the same, " + owner.user() + ".");
        }
    }

    static OutsideDatabase of(DatabaseProperties properties) {
        return new OutsideDatabase(properties.url(), properties.owner(), properties.runtime());
    }

    private static StartRefused refused(String reason) {
        return new StartRefused(
                reason,
                "Set COFFER_DB_URL, COFFER_DB_OWNER_USER, COFFER_DB_OWNER_PASSWORD, COFFER_DB_USER and"
                        + " COFFER_DB_PASSWORD, with two different roles.");
    }
}
