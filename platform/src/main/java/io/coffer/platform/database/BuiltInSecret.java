package io.coffer.platform.database;

/**
 * A part of Coffer says, as a bean, that it uses a secret which everybody can read in our source: fit for a first look,
 * refused with an outside database.
 */
public record BuiltInSecret(String name, String replacedBy) {}
