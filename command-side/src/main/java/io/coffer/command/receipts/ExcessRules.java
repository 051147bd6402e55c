package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.payments.PaymentRejection.RefundNumberTaken;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptRejection.PayerUnknown;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.VerdictPending;
import io.coffer.api.receipts.VerdictCommand.EndExcessPromise;
import io.coffer.api.receipts.VerdictCommand.GrantExcess;
import io.coffer.api.receipts.VerdictCommand.RecordExcessTaken;
import io.coffer.api.receipts.VerdictCommand.RefundExcess;
import io.coffer.api.receipts.VerdictEvent.ExcessGranted;
import io.coffer.api.receipts.VerdictEvent.ExcessPromiseEnded;
import io.coffer.api.receipts.VerdictEvent.ExcessPromised;
import io.coffer.api.receipts.VerdictEvent.ExcessTaken;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;
import io.coffer.command.receipts.ReceiptState.Stage;

/**
 * How a receipt sets what its account did not expect aside for a refund ({@code domain.md} 1.5, {@code OVERPAYMENT}). The promise
 * is one of the things that people decide about a receipt, one at a time: so no return, no correction and no other refund has
 * the same money.
 */
final class ExcessRules {

    private ExcessRules() {}

    static Decision<ReceiptEvent> promise(ReceiptState state, RefundExcess command, Given given) {
        if (!(state.account().orElse(null) instanceof EscrowAccountId account)) {
            return reject(new ReceiptNotFree(state.stage().name()));
        }
        var refund = RefundId.of(account.tenant(), command.outRefundNo());
        var promises = state.verdicts().promises();
        if (promises.to(refund).isPresent() || promises.isGrantedTo(refund)) {
            return alreadyDone();
        }
        if (promises.wasMadeTo(refund)) {
            return reject(new RefundNumberTaken(refund.value()));
        }
        if (state.verdicts().isOpen()) {
            return reject(new VerdictPending(state.verdicts().last()));
        }
        if (state.isContested()) {
            return reject(new ReceiptNotFree("CONFLICT"));
        }
        if (state.stage() != Stage.CONSUMED || state.excess().isZero()) {
            return reject(new ReceiptNotFree(state.stage().name()));
        }
        return state.facts()
                .flatMap(BankReceiptRecorded::payer)
                .<Decision<ReceiptEvent>>map(payer -> accept(new ExcessPromised(
                        command.receipt(),
                        state.verdicts().last() + 1,
                        refund,
                        state.excess(),
                        payer,
                        state.custodyAccount(),
                        account,
                        command.reason(),
                        given.actor().subject())))
                .orElseGet(() -> reject(new PayerUnknown(command.receipt().value())));
    }

    /**
     * What became doubtful since it was promised goes to nobody, as at the moment of a return. A doubt that comes after this stays
     * with the receipt, which people see.
     */
    static Decision<ReceiptEvent> grant(ReceiptState state, GrantExcess command) {
        var promises = state.verdicts().promises();
        if (promises.isGrantedTo(command.refund())) {
            return alreadyDone();
        }
        if (promises.to(command.refund()).isEmpty()) {
            return reject(new ReceiptNotFree(state.stage().name()));
        }
        return state.isContested()
                ? reject(new ReceiptNotFree("CONFLICT"))
                : accept(new ExcessGranted(command.receipt(), command.refund()));
    }

    /** Another promise, or none, is none of this refund's business. */
    static Decision<ReceiptEvent> end(ReceiptState state, EndExcessPromise command) {
        return state.verdicts().promises().to(command.refund()).isPresent()
                ? accept(new ExcessPromiseEnded(command.receipt(), command.refund(), command.reason()))
                : alreadyDone();
    }

    static Decision<ReceiptEvent> taken(ReceiptState state, RecordExcessTaken command) {
        return state.verdicts()
                .promises()
                .to(command.refund())
                .<Decision<ReceiptEvent>>map(promise -> accept(
                        new ExcessTaken(command.receipt(), command.refund(), promise.amount(), promise.account())))
                .orElseGet(Decision::alreadyDone);
    }
}
