package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.LineCommand;
import io.coffer.api.receipts.LineCommand.ConfirmReturnBooked;
import io.coffer.api.receipts.LineCommand.DeclineReturn;
import io.coffer.api.receipts.LineCommand.HandOverReturn;
import io.coffer.api.receipts.LineCommand.NoteOwnTransfer;
import io.coffer.api.receipts.LineCommand.NoteReturn;
import io.coffer.api.receipts.LineEvent.BankReturnBooked;
import io.coffer.api.receipts.LineEvent.BankReturnDeclined;
import io.coffer.api.receipts.LineEvent.BankReturnHandedOver;
import io.coffer.api.receipts.LineEvent.BankReturnNoted;
import io.coffer.api.receipts.LineEvent.OwnTransferNoted;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptRejection.LineKindDiffers;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.ReturnOfAnother;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.receipts.ReceiptState.Stage;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lines that are no receipts ({@code domain.md} 1.3.7, step 2). A line is of one kind, whoever tells it first, until two people
 * say otherwise, and a return is one payout's at a time, so that no fen is booked by two objects. ADR 0010.
 */
final class LineRules {

    private LineRules() {}

    static Decision<ReceiptEvent> decide(ReceiptState state, LineCommand command, Given given) {
        return switch (command) {
            case NoteReturn c ->
                Decision.unless(
                        Access.toOpen(c.receipt(), given, Role.BANK_ADAPTER, Role.OPERATOR, Role.POLICY),
                        () -> noteReturn(state, c));
            case NoteOwnTransfer c ->
                Decision.unless(Access.toOpen(c.receipt(), given, Role.BANK_ADAPTER), () -> noteOwnTransfer(state, c));
            case HandOverReturn c ->
                Decision.unless(Access.to(c.receipt(), state.exists(), given, Role.OPERATOR), () -> handOver(state, c));
            case ConfirmReturnBooked c ->
                Decision.unless(Access.toOpen(c.receipt(), given, Role.POLICY), () -> booked(state, c));
            case DeclineReturn c ->
                Decision.unless(
                        Access.to(c.receipt(), state.exists(), given, Role.BANK_ADAPTER, Role.OPERATOR, Role.POLICY),
                        () -> declined(state, c));
        };
    }

    private static Decision<ReceiptEvent> noteReturn(ReceiptState state, NoteReturn command) {
        var isKnown = state.stage() == Stage.RETURN_NOTED || state.stage() == Stage.RETURN_BOOKED;
        return isKnown
                ? again(
                        state,
                        command.receipt(),
                        command.amount(),
                        () -> command.payout()
                                .map(payout -> told(state, command, payout))
                                .orElseGet(Decision::alreadyDone))
                : first(state, command.receipt(), () -> noted(state, command));
    }

    /** A line is of the kind that it is told as first. */
    private static Decision<ReceiptEvent> first(
            ReceiptState state, BankReceiptId receipt, Supplier<Decision<ReceiptEvent>> noted) {
        return switch (state.stage()) {
            case UNKNOWN -> noted.get();
            // Two people said that no such receipt was booked; a doubt that came since is theirs to end first.
            case REVERSED -> state.isContested() ? reject(new ReceiptNotFree("CONFLICT")) : noted.get();
            case POSSIBLE_TWIN,
                    MERGED,
                    RECORDED,
                    SUSPENDED,
                    ASSIGNED,
                    CONSUMED,
                    RETURNING,
                    RETURNED,
                    RETURN_NOTED,
                    RETURN_BOOKED,
                    OWN_TRANSFER -> reject(differs(state, receipt));
        };
    }

    private static Decision<ReceiptEvent> again(
            ReceiptState state, BankReceiptId receipt, Money amount, Supplier<Decision<ReceiptEvent>> known) {
        return state.amount().equals(amount) ? known.get() : IdentityRules.contradicted(state, receipt, amount);
    }

    private static Decision<ReceiptEvent> noted(ReceiptState state, NoteReturn command) {
        var events = new ArrayList<ReceiptEvent>();
        events.add(new BankReturnNoted(
                command.receipt(),
                command.amount(),
                command.payer(),
                command.remarkToken(),
                command.noticedAt(),
                command.virtualAccount(),
                command.doubt()));
        command.payout().ifPresent(payout -> events.add(handedOver(state, command, payout)));
        return Decision.acceptAll(events);
    }

    private static Decision<ReceiptEvent> noteOwnTransfer(ReceiptState state, NoteOwnTransfer command) {
        return state.stage() == Stage.OWN_TRANSFER
                ? again(state, command.receipt(), command.amount(), Decision::alreadyDone)
                : first(
                        state,
                        command.receipt(),
                        () -> accept(new OwnTransferNoted(
                                command.receipt(),
                                command.amount(),
                                command.payer(),
                                command.remarkToken(),
                                command.noticedAt(),
                                command.virtualAccount(),
                                command.doubt(),
                                command.payee())));
    }

    private static Decision<ReceiptEvent> handOver(ReceiptState state, HandOverReturn command) {
        return switch (state.stage()) {
            // The same payout is asked once more, whatever became of the first time.
            case RETURN_NOTED ->
                unlessOfAnother(
                        state,
                        command.payout(),
                        () -> accept(handedOver(state, command.receipt(), command.payout(), state.amount(), false)));
            case RETURN_BOOKED -> unlessOfAnother(state, command.payout(), Decision::alreadyDone);
            case UNKNOWN,
                    POSSIBLE_TWIN,
                    MERGED,
                    RECORDED,
                    SUSPENDED,
                    ASSIGNED,
                    CONSUMED,
                    RETURNING,
                    RETURNED,
                    REVERSED,
                    OWN_TRANSFER -> reject(new ReceiptNotFree(state.stage().name()));
        };
    }

    private static Decision<ReceiptEvent> told(ReceiptState state, NoteReturn command, PayoutId payout) {
        return unlessOfAnother(
                state,
                payout,
                () -> state.payout().isPresent() ? alreadyDone() : accept(handedOver(state, command, payout)));
    }

    private static BankReturnHandedOver handedOver(ReceiptState state, NoteReturn command, PayoutId payout) {
        return handedOver(state, command.receipt(), payout, command.amount(), command.isAsked());
    }

    private static BankReturnHandedOver handedOver(
            ReceiptState state, BankReceiptId receipt, PayoutId payout, Money amount, boolean isAsked) {
        var number = Optional.of(state.handOver().next()).filter(next -> next > 1);
        return new BankReturnHandedOver(receipt, payout, amount, isAsked, number);
    }

    /** One payout at a time is asked; as long as it has not said no, it may be booking the line. */
    private static Decision<ReceiptEvent> unlessOfAnother(
            ReceiptState state, PayoutId payout, Supplier<Decision<ReceiptEvent>> decide) {
        return state.payout()
                .filter(asked -> !asked.equals(payout))
                .<Decision<ReceiptEvent>>map(asked -> reject(new ReturnOfAnother(asked.value())))
                .orElseGet(decide);
    }

    private static Decision<ReceiptEvent> booked(ReceiptState state, ConfirmReturnBooked command) {
        return switch (state.stage()) {
            case RETURN_NOTED -> accept(new BankReturnBooked(command.receipt(), command.payout()));
            // Nothing is known here of returns that were told before their lines were noted.
            case UNKNOWN, RETURN_BOOKED -> alreadyDone();
            case POSSIBLE_TWIN,
                    MERGED,
                    RECORDED,
                    SUSPENDED,
                    ASSIGNED,
                    CONSUMED,
                    RETURNING,
                    RETURNED,
                    REVERSED,
                    OWN_TRANSFER -> reject(differs(state, command.receipt()));
        };
    }

    private static Decision<ReceiptEvent> declined(ReceiptState state, DeclineReturn command) {
        return state.stage() == Stage.RETURN_NOTED
                        && state.payout().filter(command.payout()::equals).isPresent()
                ? accept(new BankReturnDeclined(command.receipt(), command.payout(), command.code()))
                : alreadyDone();
    }

    private static LineKindDiffers differs(ReceiptState state, BankReceiptId receipt) {
        return new LineKindDiffers(receipt.value(), state.stage().name());
    }
}
