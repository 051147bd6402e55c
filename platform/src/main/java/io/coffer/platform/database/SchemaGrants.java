package io.coffer.platform.database;

import java.util.List;

/** What the runtime role may do in a schema of the owner: rows, and nothing of the structure. */
final class SchemaGrants {

    private SchemaGrants() {}

    static List<String> rowsOfFutureTables(String schema, String runtime) {
        return List.of(
                "alter default privileges in schema " + schema + " grant select, insert, update, delete on tables to "
                        + runtime,
                "alter default privileges in schema " + schema + " grant usage, select on sequences to " + runtime);
    }
}
