package io.coffer.command.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.MalformedKey;

/** Why somebody did something, as a code: free text could name people, and events are for ever. */
public record ReasonCode(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReasonCode {
        if (!value.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new MalformedKey("reason code", value);
        }
    }
}
