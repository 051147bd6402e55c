package io.coffer.platform.database;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A database role and its password; prints without the password. */
public record Credential(
        @DefaultValue("") String user, @DefaultValue("") String password) {

    private static final Pattern PLAIN_ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    boolean isComplete() {
        return !user.isBlank() && !password.isBlank();
    }

    /** Migrations and grants name the role without quotes. */
    boolean hasPlainName() {
        return PLAIN_ROLE.matcher(user).matches();
    }

    @Override
    public String toString() {
        return user;
    }
}
