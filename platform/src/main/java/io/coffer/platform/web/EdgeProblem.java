package io.coffer.platform.web;

/** Every problem that the edge itself can answer with; {@code docs/problems.md} explains each. Refusals have their own. */
public enum EdgeProblem {
    REQUEST_INVALID(400, "The request is not valid HTTP for this service."),
    PATH_INVALID(400, "The path or its query holds something that is never part of one of our addresses."),
    MALFORMED_JSON(400, "The body is not one JSON document in UTF-8 within the limits."),
    BODY_UNEXPECTED(400, "This operation takes no body."),
    IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is required: it names your operation for ever."),
    IDEMPOTENCY_KEY_INVALID(400, "The header Idempotency-Key is 1 to 255 visible ASCII characters, given once."),
    PRECONDITION_INVALID(400, "The header If-Match is *, or a list of strong ETags such as \"3\"."),
    UNAUTHENTICATED(401, "A valid bearer token of the issuer is required."),
    ROLE_MISSING(403, "The token names no role that may do this."),
    ORIGIN_NOT_ALLOWED(403, "No other site's page may call this service."),
    NOT_FOUND(404, "There is nothing of yours under this identity."),
    NO_SUCH_PATH(404, "There is no such address here."),
    METHOD_NOT_ALLOWED(405, "The address exists, but not for this method; the header Allow names the methods."),
    NOT_ACCEPTABLE(406, "None of the media types in the header Accept can be given here."),
    REQUEST_TIMEOUT(408, "The request did not arrive in time."),
    OPERATION_IN_FLIGHT(409, "An operation with this key is being worked on; repeat it in a moment."),
    BODY_TOO_LARGE(413, "The body is larger than this operation takes."),
    URI_TOO_LONG(414, "The address is too long."),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type, charset or encoding is not taken here."),
    FIELD_INVALID(422, "Some fields are missing or not what they must be; all are listed."),
    UNKNOWN_FIELD(422, "The body has fields that this operation does not know; all are listed."),
    MALFORMED_KEY(422, "A key or identity is not written as it must be."),
    CURRENCY_NOT_SUPPORTED(422, "The currency is CNY, always."),
    AMOUNT_MALFORMED(422, "An amount is yuan in at most 14 ASCII digits with at most two decimals, such as 1234.50."),
    AMOUNT_ZERO(422, "The amount must be more than zero."),
    IDEMPOTENCY_KEY_REUSED(422, "This key named an operation with other content before."),
    PRECONDITION_REQUIRED(428, "The header If-Match is required: give the ETag that you decided on."),
    TOO_MANY_REQUESTS(429, "Too many requests; repeat later."),
    HEADERS_TOO_LARGE(431, "The request's headers are too large."),
    INTERNAL(500, "Something failed here; it is logged under the trace id."),
    SERVICE_UNAVAILABLE(503, "The service cannot answer now; repeat with the same Idempotency-Key.");

    private final int status;
    private final String sentence;

    EdgeProblem(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return sentence;
    }

    public Problem problem() {
        return problem(sentence);
    }

    public Problem problem(String detail) {
        return Problem.of(name(), status, detail);
    }

    /** The problem for a bare status, as containers and frameworks answer. */
    static EdgeProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> ROLE_MISSING;
            case 404 -> NO_SUCH_PATH;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> FIELD_INVALID;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status < 500 ? REQUEST_INVALID : INTERNAL;
        };
    }
}
