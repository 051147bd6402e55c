package io.coffer.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a fresh embedded server the roles and the database that an operator would have made. */
final class EmbeddedRoles {

    static final String DATABASE = "coffer";

    private EmbeddedRoles() {}

    /** Repeated at every start, so that a start killed between two statements is finished by the next. */
    static void ensure(EmbeddedDatabase server, EmbeddedPasswords passwords) {
        var jdbc = JdbcClient.create(Database.unpooled(server.url("postgres"), passwords.superuser()));
        ensureRole(jdbc, passwords.owner());
        ensureRole(jdbc, passwords.runtime());
        if (isMissing(jdbc, "select count(*) from pg_database where datname = ?", DATABASE)) {
            jdbc.sql("create database " + DATABASE + " owner "
                            + passwords.owner().user())
                    .update();
        }
        jdbc.sql("revoke all on database " + DATABASE + " from public").update();
        jdbc.sql("grant connect on database " + DATABASE + " to "
                        + passwords.runtime().user())
                .update();
    }

    // Both names and passwords are our own letters and digits: utility statements take no parameters.
    private static void ensureRole(JdbcClient jdbc, Credential role) {
        if (isMissing(jdbc, "select count(*) from pg_roles where rolname = ?", role.user())) {
            jdbc.sql("create role " + role.user() + " login password '" + role.password() + "'")
                    .update();
        }
    }

    private static boolean isMissing(JdbcClient jdbc, String count, String name) {
        return jdbc.sql(count).param(name).query(Integer.class).single() == 0;
    }
}
