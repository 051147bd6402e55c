package io.coffer.platform.web;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.kernel.TenantId;
import java.util.List;
import java.util.regex.Pattern;

/** The header {@code Idempotency-Key}: a controller that takes one as a parameter requires it. */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + OperationId.LONGEST_KEY + "}");

    public IdempotencyKey {
        if (!VISIBLE.matcher(value).matches()) {
            throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_INVALID);
        }
    }

    static IdempotencyKey of(List<String> headers) {
        return switch (headers.size()) {
            case 0 -> throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_MISSING);
            case 1 -> new IdempotencyKey(headers.getFirst());
            default -> throw new EdgeException(EdgeProblem.IDEMPOTENCY_KEY_INVALID);
        };
    }

    /** The operation's name for ever, in the scope of the actor's tenant or of the institution. */
    public OperationId operationOf(Actor actor) {
        return new OperationId(actor.tenant().map(TenantId::value).orElse(OperationId.INSTITUTION), value);
    }
}
