package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.BookHeldReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConfirmReceipt;
import io.coffer.api.receipts.ReceiptCommand.HoldReceipt;
import io.coffer.api.receipts.ReceiptCommand.IdentifyReceipt;
import io.coffer.api.receipts.ReceiptCommand.MergeReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReportDouble;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConfirmed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConflict;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptDoubled;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptHeld;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptIdentified;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptMerged;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptRejection.AlreadyIdentified;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.StatementContradictsReceipt;
import io.coffer.command.kernel.Decision;
import io.coffer.command.receipts.ReceiptState.Stage;
import java.util.List;

/** Which booking a line is: told twice it is booked once, in doubt it is held, and what it is called may show later. */
final class IdentityRules {

    private IdentityRules() {}

    static Decision<ReceiptEvent> record(ReceiptState state, RecordReceipt command) {
        return state.exists() ? again(state, command) : accept(booked(command));
    }

    static Decision<ReceiptEvent> hold(ReceiptState state, HoldReceipt command) {
        return state.exists() ? again(state, command.notice()) : accept(held(command));
    }

    /** The bank's key, or its notice number, is its own: the same amount is old news, another one is told once to people. */
    private static Decision<ReceiptEvent> again(ReceiptState state, RecordReceipt command) {
        // What two people took out of the books is not booked again because a notice is repeated: they must look again.
        var isKnown = state.facts().isEmpty()
                || (state.stage() != Stage.REVERSED && state.amount().equals(command.amount()));
        return isKnown ? alreadyDone() : contradicted(state, command.receipt(), command.amount());
    }

    /** Another amount is told to people once. */
    static Decision<ReceiptEvent> contradicted(ReceiptState state, BankReceiptId receipt, Money claimed) {
        return state.doubts().claims().contains(claimed)
                ? alreadyDone()
                : accept(new BankReceiptConflict(receipt, state.amount(), claimed));
    }

    static Decision<ReceiptEvent> bookHeld(ReceiptState state, BookHeldReceipt command) {
        return switch (state.stage()) {
            case POSSIBLE_TWIN -> accept(booked(state, state.amount()));
            case MERGED, REVERSED, RETURN_NOTED, RETURN_BOOKED, OWN_TRANSFER ->
                reject(new ReceiptNotFree(state.stage().name()));
            case RECORDED, SUSPENDED, ASSIGNED, CONSUMED, RETURNING, RETURNED -> alreadyDone();
            case UNKNOWN -> reject(new NotFound(command.receipt().value()));
        };
    }

    /** A held line that is identified has a booking of its own: it is booked with it, once. */
    static Decision<ReceiptEvent> identify(ReceiptState state, IdentifyReceipt command) {
        if (state.coreNo().isPresent()) {
            var known = state.coreNo().get();
            return known.equals(command.coreNo()) ? alreadyDone() : reject(new AlreadyIdentified(known));
        }
        if (!command.receipt().isWeak()) {
            return reject(new AlreadyIdentified(command.receipt().coreNo().orElseThrow()));
        }
        return switch (state.stage()) {
            case UNKNOWN -> reject(new NotFound(command.receipt().value()));
            case MERGED, REVERSED, RETURN_NOTED, RETURN_BOOKED, OWN_TRANSFER ->
                reject(new ReceiptNotFree(state.stage().name()));
            case POSSIBLE_TWIN -> {
                var facts = state.facts().orElseThrow();
                yield Decision.acceptAll(List.of(booked(state, facts.amount()), identified(facts, command)));
            }
            case RECORDED, SUSPENDED, ASSIGNED, CONSUMED, RETURNING, RETURNED ->
                accept(identified(state.facts().orElseThrow(), command));
        };
    }

    /** Merging a line that is not known here yet keeps it from being booked when it comes. */
    static Decision<ReceiptEvent> merge(ReceiptState state, MergeReceipt command) {
        return switch (state.stage()) {
            case UNKNOWN, POSSIBLE_TWIN -> accept(new BankReceiptMerged(command.receipt(), command.into()));
            case MERGED -> alreadyDone();
            case RECORDED,
                    SUSPENDED,
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

    /** The statement is the bank's last word about an amount: notices that said otherwise are void. */
    static Decision<ReceiptEvent> confirm(ReceiptState state, ConfirmReceipt command) {
        if (!state.isLineOfBank()) {
            return reject(new ReceiptNotFree(state.stage().name()));
        }
        if (!state.amount().equals(command.amount())) {
            return reject(new StatementContradictsReceipt(state.amount(), command.amount()));
        }
        return state.isConfirmed() && state.doubts().claims().isEmpty()
                ? alreadyDone()
                : accept(new BankReceiptConfirmed(
                        command.receipt(), command.statement(), command.amount(), command.wasMissing()));
    }

    static Decision<ReceiptEvent> doubled(ReceiptState state, ReportDouble command) {
        return state.doubts().twin().isPresent()
                ? alreadyDone()
                : accept(new BankReceiptDoubled(command.receipt(), command.twin()));
    }

    private static BankReceiptIdentified identified(BankReceiptRecorded facts, IdentifyReceipt command) {
        return new BankReceiptIdentified(
                command.receipt(),
                command.coreNo(),
                facts.where(),
                facts.amount(),
                facts.payer().map(BankAccountRef::token));
    }

    private static BankReceiptRecorded booked(RecordReceipt command) {
        return new BankReceiptRecorded(
                command.receipt(),
                command.amount(),
                command.virtualAccount(),
                command.payer(),
                command.remarkToken(),
                command.noticedAt(),
                command.place(),
                command.doubt());
    }

    /** The line that is known, over the amount that is booked. */
    static BankReceiptRecorded booked(ReceiptState state, Money amount) {
        var line = state.facts().orElseThrow();
        return new BankReceiptRecorded(
                line.receipt(),
                amount,
                line.virtualAccount(),
                line.payer(),
                line.remarkToken(),
                line.noticedAt(),
                line.place(),
                line.doubt());
    }

    private static BankReceiptHeld held(HoldReceipt command) {
        var notice = command.notice();
        return new BankReceiptHeld(
                notice.receipt(),
                notice.amount(),
                notice.virtualAccount(),
                notice.payer(),
                notice.remarkToken(),
                notice.noticedAt(),
                notice.place(),
                command.twins());
    }
}
