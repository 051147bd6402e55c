package io.coffer.platform.web;

import io.coffer.api.kernel.Rejection;

/** A refusal on its way to the client. It carries no stack trace: a refusal is an answer, not a failure. */
public final class RejectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public RejectionException(Rejection rejection) {
        super(rejection.code(), null, false, false);
        this.rejection = rejection;
    }

    public Rejection rejection() {
        return rejection;
    }
}
