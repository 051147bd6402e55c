package io.coffer.api.approvals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.coffer.api.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the length-prefixed content of a command: two commands share it only when they are the same. */
public record CommandDigest(@JsonValue String hex) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommandDigest {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a SHA-256 digest");
        }
    }

    public static CommandDigest of(List<String> content) {
        var sha = Sha256.begin();
        for (var part : content) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return new CommandDigest(HexFormat.of().formatHex(sha.digest()));
    }
}
