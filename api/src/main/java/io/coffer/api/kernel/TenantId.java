package io.coffer.api.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One business system that keeps its customers' money here. */
public record TenantId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Keys.require(value.matches("[a-z0-9][a-z0-9-]{0,31}"), "tenant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
