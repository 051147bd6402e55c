package io.coffer.command.accounts;

/** Where an account stands in its life ({@code domain.md} 1.2). */
enum EscrowStatus {
    UNKNOWN,
    OPENED,
    FUNDING,
    FUNDED,
    RELEASABLE,
    RELEASING,
    HELD_BACK,
    COMPLETED,
    TERMINATING,
    TERMINATED,
    CANCELLED,
    CLOSING,
    CLOSED;

    /** The states of an account that is neither cancelled nor closing. */
    static EscrowStatus[] living() {
        return new EscrowStatus[] {
            OPENED, FUNDING, FUNDED, RELEASABLE, RELEASING, HELD_BACK, COMPLETED, TERMINATING, TERMINATED
        };
    }
}
