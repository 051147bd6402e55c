package io.coffer.api.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One business system that keeps its customers' money here. */
public record TenantId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Keys.require(FORM.matcher(value).matches(), "tenant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
