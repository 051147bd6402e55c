package io.coffer.api.accounts;

/** What ends the life of an escrow account. */
public sealed interface ClosureCommand extends EscrowCommand {

    /** Gives up an account that never saw money. */
    record CancelBeforeFunding(EscrowAccountId account, String reason) implements ClosureCommand {}

    /** Ends the account's life; every blocker is named at once. */
    record CloseAccount(EscrowAccountId account) implements ClosureCommand {}

    /** Mirrors that the account's number at the bank is closed. */
    record ConfirmClosure(EscrowAccountId account) implements ClosureCommand {}
}
