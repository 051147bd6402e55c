package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Role;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.LineCommand;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.BookHeldReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConfirmReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConsumeReceipt;
import io.coffer.api.receipts.ReceiptCommand.HoldReceipt;
import io.coffer.api.receipts.ReceiptCommand.IdentifyReceipt;
import io.coffer.api.receipts.ReceiptCommand.MergeReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReportDouble;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptRejection.NotTheReservation;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.UseNotApplicable;
import io.coffer.api.receipts.VerdictCommand;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.receipts.ReceiptState.Stage;
import java.util.Optional;
import java.util.function.Supplier;

/** Money that arrived: booked once, reserved for one account at a time, never credited while its amount is disputed. */
final class ReceiptRules {

    private ReceiptRules() {}

    static Decision<ReceiptEvent> decide(ReceiptState state, ReceiptCommand command, Given given) {
        return switch (command) {
            case RecordReceipt c -> fromBank(c, given, () -> IdentityRules.record(state, c));
            case HoldReceipt c -> fromBank(c, given, () -> IdentityRules.hold(state, c));
            case BookHeldReceipt c -> fromBank(c, given, () -> IdentityRules.bookHeld(state, c));
            case IdentifyReceipt c -> fromBank(c, given, () -> IdentityRules.identify(state, c));
            case MergeReceipt c -> fromBank(c, given, () -> IdentityRules.merge(state, c));
            case ConfirmReceipt c -> fromBank(c, given, () -> IdentityRules.confirm(state, c));
            case ReportDouble c -> fromBank(c, given, () -> IdentityRules.doubled(state, c));
            case AssignReceipt c ->
                Decision.unless(
                        Access.to(c.receipt(), state.exists(), given, Role.OPERATOR, Role.POLICY),
                        () -> assign(state, c, given));
            case SuspendReceipt c -> asPolicy(state, c, given, () -> suspend(state, c));
            case ReleaseReceipt c -> asPolicy(state, c, given, () -> release(state, c));
            case ConsumeReceipt c -> asPolicy(state, c, given, () -> consume(state, c));
            case LineCommand c -> LineRules.decide(state, c, given);
            case VerdictCommand c -> VerdictRules.decide(state, c, given);
        };
    }

    /** A policy that sees an old event again must not assign what meanwhile waits for people. */
    private static Decision<ReceiptEvent> assign(ReceiptState state, AssignReceipt command, Given given) {
        if (state.isReservedFor(command.account())) {
            return alreadyDone();
        }
        if (command.use().isPresent() && !(command.account() instanceof EscrowAccountId)) {
            return reject(new UseNotApplicable(command.account().value()));
        }
        if (state.isContested()) {
            return reject(new ReceiptNotFree("CONFLICT"));
        }
        if (state.stage() == Stage.SUSPENDED
                && given.actor().has(Role.POLICY)
                && !state.isPromisedTo(command.account())
                && !isNamedByChannel(state, command)) {
            return reject(new ReceiptNotFree(state.stage().name()));
        }
        return switch (state.stage()) {
            case RECORDED, SUSPENDED ->
                accept(new BankReceiptAssigned(
                        command.receipt(),
                        command.account(),
                        state.amount(),
                        state.facts().orElseThrow().place().map(BookingPlace::custodyAccount),
                        state.facts().orElseThrow().payer(),
                        command.use(),
                        Optional.of(command.matchedBy())));
            case UNKNOWN,
                    POSSIBLE_TWIN,
                    MERGED,
                    ASSIGNED,
                    CONSUMED,
                    RETURNING,
                    RETURNED,
                    REVERSED,
                    RETURN_NOTED,
                    RETURN_BOOKED,
                    OWN_TRANSFER -> reject(new ReceiptNotFree(state.stage().name()));
        };
    }

    /** A channel's file may come after its money, which waits without a number; people who decide on it come first. */
    private static boolean isNamedByChannel(ReceiptState state, AssignReceipt command) {
        return command.account() instanceof ChannelSettlementId
                && command.matchedBy() == MatchedBy.CHANNEL
                && !state.verdicts().isOpen();
    }

    private static Decision<ReceiptEvent> suspend(ReceiptState state, SuspendReceipt command) {
        return state.stage() == Stage.RECORDED
                ? accept(new BankReceiptSuspended(
                        command.receipt(),
                        command.reason(),
                        Optional.of(command.candidates()).filter(known -> !known.isEmpty())))
                : alreadyDone();
    }

    private static Decision<ReceiptEvent> release(ReceiptState state, ReleaseReceipt command) {
        if (state.stage() == Stage.SUSPENDED) {
            return alreadyDone();
        }
        return state.isReservedFor(command.account())
                ? accept(
                        new BankReceiptReleased(command.receipt(), command.account(), command.reason(), command.code()))
                : reject(new NotTheReservation(command.account().value()));
    }

    private static Decision<ReceiptEvent> consume(ReceiptState state, ConsumeReceipt command) {
        if (state.stage() == Stage.CONSUMED) {
            return alreadyDone();
        }
        return state.isReservedFor(command.account())
                ? accept(new BankReceiptConsumed(
                        command.receipt(), command.account(), command.taken(), command.excess()))
                : reject(new NotTheReservation(command.account().value()));
    }

    private static Decision<ReceiptEvent> fromBank(
            ReceiptCommand command, Given given, Supplier<Decision<ReceiptEvent>> decide) {
        return Decision.unless(Access.toOpen(command.receipt(), given, Role.BANK_ADAPTER), decide);
    }

    private static Decision<ReceiptEvent> asPolicy(
            ReceiptState state, ReceiptCommand command, Given given, Supplier<Decision<ReceiptEvent>> decide) {
        return Decision.unless(Access.to(command.receipt(), state.exists(), given, Role.POLICY), decide);
    }
}
