package io.coffer.platform.database;

/** A database that has passed the guard and carries the schemas of this side; every pool needs one to exist. */
record ReadyDatabase(Database database) {

    static ReadyDatabase prepare(Database database, DatabaseGuard guard, SchemaMigrations migrations) {
        guard.check(database);
        migrations.run(database);
        return new ReadyDatabase(database);
    }
}
