package io.coffer.api.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One business system that keeps its customers' money here. */
public record TenantId(@JsonValue String value) {

    private static final int LENGTH_MAX = 32;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Keys.require(isTenant(value), "tenant", value);
    }

    /** Small letters, digits and, not in front, hyphens. */
    private static boolean isTenant(String value) {
        if (value.isEmpty() || value.length() > LENGTH_MAX || value.charAt(0) == '-') {
            return false;
        }
        for (var index = 0; index < value.length(); index++) {
            var character = value.charAt(index);
            if (!Keys.isDigit(character) && (character < 'a' || character > 'z') && character != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
