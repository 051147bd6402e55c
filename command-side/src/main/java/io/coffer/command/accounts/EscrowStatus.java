package io.coffer.command.accounts;

/** Where an account stands in its life ({@code domain.md} 1.2). */
enum EscrowStatus {
    UNKNOWN,
    OPENED,
    FUNDING,
    FUNDED,
    RELEASABLE,
    RELEASING,
    COMPLETED,
    CANCELLED,
    CLOSING,
    CLOSED
}
