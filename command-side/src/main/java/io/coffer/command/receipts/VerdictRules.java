package io.coffer.command.receipts;

import static io.coffer.command.kernel.Decision.accept;
import static io.coffer.command.kernel.Decision.alreadyDone;
import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.kernel.Role;
import io.coffer.api.ledger.Postings;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptEvent;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptRejection.CorrectionInVain;
import io.coffer.api.receipts.ReceiptRejection.CorrectionNotSupported;
import io.coffer.api.receipts.ReceiptRejection.NothingToDecide;
import io.coffer.api.receipts.ReceiptRejection.PayerUnknown;
import io.coffer.api.receipts.ReceiptRejection.ReceiptEvidenceMissing;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.ReturnOfAnother;
import io.coffer.api.receipts.ReceiptRejection.VerdictNotPending;
import io.coffer.api.receipts.ReceiptRejection.VerdictPending;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.ReceiptVerdict;
import io.coffer.api.receipts.ReceiptVerdict.AsRecorded;
import io.coffer.api.receipts.ReceiptVerdict.IsReceipt;
import io.coffer.api.receipts.ReceiptVerdict.NeverBooked;
import io.coffer.api.receipts.ReceiptVerdict.OtherAmount;
import io.coffer.api.receipts.ReceiptVerdict.ReturnToPayer;
import io.coffer.api.receipts.ReceiptVerdict.TakeBack;
import io.coffer.api.receipts.VerdictCommand;
import io.coffer.api.receipts.VerdictCommand.ConfirmCorrected;
import io.coffer.api.receipts.VerdictCommand.ConfirmReturned;
import io.coffer.api.receipts.VerdictCommand.EndExcessPromise;
import io.coffer.api.receipts.VerdictCommand.ExecuteVerdict;
import io.coffer.api.receipts.VerdictCommand.FailCorrection;
import io.coffer.api.receipts.VerdictCommand.FailReturn;
import io.coffer.api.receipts.VerdictCommand.GrantExcess;
import io.coffer.api.receipts.VerdictCommand.RecordExcessTaken;
import io.coffer.api.receipts.VerdictCommand.RefundExcess;
import io.coffer.api.receipts.VerdictCommand.RejectVerdict;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VerdictCommand.RequestVerdict;
import io.coffer.api.receipts.VerdictCommand.RestoreReceipt;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCleared;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrectionFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptRestored;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturnFailed;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturning;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReversed;
import io.coffer.api.receipts.VerdictEvent.VerdictRejected;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.FourEyes;
import io.coffer.command.kernel.Given;
import io.coffer.command.receipts.ReceiptState.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What two people decide about a receipt ({@code domain.md} 1.3.7, steps 10 to 12): back to its payer, out of the wrong
 * account, or booked otherwise. What is true is judged when it is asked for and once more when it is carried out.
 */
final class VerdictRules {

    private static final int ONE_CHECKER = 1;

    private VerdictRules() {}

    static Decision<ReceiptEvent> decide(ReceiptState state, VerdictCommand command, Given given) {
        return Decision.unless(
                Access.to(command.receipt(), state.exists(), given, mayGive(command)), () -> switch (command) {
                    case RequestReturn c -> requestReturn(state, c, given);
                    case RequestCorrection c -> requestCorrection(state, c, given);
                    case RequestVerdict c -> requestVerdict(state, c, given);
                    case ExecuteVerdict c -> pass(state, c, given);
                    case RejectVerdict c -> rejectVerdict(state, c);
                    case ConfirmReturned c -> returned(state, c);
                    case FailReturn c -> returnFailed(state, c);
                    case RestoreReceipt c -> restored(state, c);
                    case ConfirmCorrected c -> corrected(state, c);
                    case FailCorrection c -> correctionFailed(state, c);
                    case RefundExcess c -> ExcessRules.promise(state, c, given);
                    case GrantExcess c -> ExcessRules.grant(state, c);
                    case EndExcessPromise c -> ExcessRules.end(state, c);
                    case RecordExcessTaken c -> ExcessRules.taken(state, c);
                });
    }

    private static Role[] mayGive(VerdictCommand command) {
        return switch (command) {
            case RequestReturn _, RequestCorrection _, RequestVerdict _, RefundExcess _ -> new Role[] {Role.OPERATOR};
            case ExecuteVerdict _, RejectVerdict _ -> new Role[] {Role.OPERATOR, Role.POLICY};
            case ConfirmReturned _,
                    FailReturn _,
                    RestoreReceipt _,
                    ConfirmCorrected _,
                    FailCorrection _,
                    GrantExcess _,
                    EndExcessPromise _,
                    RecordExcessTaken _ -> new Role[] {Role.POLICY};
        };
    }

    private static Decision<ReceiptEvent> requestReturn(ReceiptState state, RequestReturn command, Given given) {
        return state.facts()
                .flatMap(BankReceiptRecorded::payer)
                .map(payer -> state.stage() == Stage.CONSUMED
                        ? new ReturnToPayer(ReceiptPart.EXCESS, state.excess(), payer)
                        : new ReturnToPayer(ReceiptPart.WHOLE, state.amount(), payer))
                .map(verdict -> ask(state, command.receipt(), verdict, given))
                .orElseGet(() -> reject(new PayerUnknown(command.receipt().value())));
    }

    private static Decision<ReceiptEvent> requestCorrection(
            ReceiptState state, RequestCorrection command, Given given) {
        return state.account()
                .map(taker -> switch (taker) {
                    case EscrowAccountId from -> takeBack(state, from, command, given);
                    case ChannelSettlementId from -> takeBack(state, from, command, given);
                    case MerchantFeeAccountId b -> cannotTakeBack(b);
                    case PaymentOrderId order -> cannotTakeBack(order);
                })
                .orElseGet(() -> notFree(state));
    }

    private static Decision<ReceiptEvent> takeBack(
            ReceiptState state, ReceiptTarget from, RequestCorrection command, Given given) {
        return ask(state, command.receipt(), new TakeBack(from, command.to()), given);
    }

    /** Part of it may have paid back advances; giving it back would need money that other orders have set aside. */
    private static Decision<ReceiptEvent> cannotTakeBack(ReceiptTarget taker) {
        return reject(new CorrectionNotSupported(taker.value()));
    }

    private static Decision<ReceiptEvent> requestVerdict(ReceiptState state, RequestVerdict command, Given given) {
        if (command.evidence().isEmpty()) {
            return reject(new ReceiptEvidenceMissing(command.receipt().value()));
        }
        var verdict = switch (command.stated()) {
            case AS_RECORDED -> new AsRecorded(command.evidence());
            case OTHER_AMOUNT -> new OtherAmount(command.amount().orElse(Money.ZERO), command.evidence());
            case NEVER_BOOKED -> new NeverBooked(command.evidence());
            case IS_RECEIPT -> new IsReceipt(state.amount(), command.evidence());
        };
        return ask(state, command.receipt(), verdict, given);
    }

    private static Decision<ReceiptEvent> ask(
            ReceiptState state, BankReceiptId receipt, ReceiptVerdict verdict, Given given) {
        if (state.verdicts().isOpen()) {
            return reject(new VerdictPending(state.verdicts().last()));
        }
        return Decision.unless(
                objection(state, receipt, verdict),
                () -> accept(new VerdictRequested(
                        receipt,
                        state.verdicts().last() + 1,
                        verdict,
                        given.actor().subject())));
    }

    private static Decision<ReceiptEvent> pass(ReceiptState state, ExecuteVerdict command, Given given) {
        return Decision.unless(
                FourEyes.objection(command, command.approval(), ONE_CHECKER, given.at()),
                () -> state.verdicts().isAsked(command.verdictNo(), command.verdict())
                        ? Decision.unless(
                                objection(state, command.receipt(), command.verdict()), () -> carryOut(state, command))
                        : reject(new VerdictNotPending(command.verdictNo())));
    }

    /** Why the verdict is not possible on what is true now. */
    private static Optional<? extends Rejection> objection(
            ReceiptState state, BankReceiptId receipt, ReceiptVerdict verdict) {
        return switch (verdict) {
            case ReturnToPayer v when state.isContested() -> Optional.of(new ReceiptNotFree("CONFLICT"));
            case ReturnToPayer v when v.part() == ReceiptPart.WHOLE -> unless(state, state.stage() == Stage.SUSPENDED);
            case ReturnToPayer v ->
                unless(
                        state,
                        state.stage() == Stage.CONSUMED
                                && !v.amount().isZero()
                                && v.amount().equals(state.excess()));
            case TakeBack(var from, var to)
            when to.filter(from::equals).isPresent() -> Optional.of(new CorrectionInVain(from.value()));
            // What has gone back to the payer cannot be credited to anybody else, so the rest stays where it is.
            case TakeBack(var from, var _) ->
                unless(state, state.wasTakenBy(from) && !state.verdicts().hasExcessGone());
            case AsRecorded _
            when !state.isBooked() ->
                Optional.of(new ReceiptNotFree(state.stage().name()));
            case AsRecorded _ -> changing(state.isContested(), receipt);
            case OtherAmount v when v.amount().isZero() -> Optional.of(new NothingToDecide(receipt.value()));
            case OtherAmount _ when state.stage() == Stage.REVERSED -> Optional.empty();
            case OtherAmount v
            when state.stage() == Stage.SUSPENDED -> changing(!v.amount().equals(state.amount()), receipt);
            case OtherAmount _ -> Optional.of(new ReceiptNotFree(state.stage().name()));
            // A notice told of it again after it was taken out: it still was never booked.
            case NeverBooked _ when state.stage() == Stage.REVERSED -> changing(state.isContested(), receipt);
            case NeverBooked _ -> unless(state, state.stage() == Stage.SUSPENDED);
            // As long as a payout has not said no, it may be booking the line.
            case IsReceipt _
            when state.isBookedElsewhere() && !receipt.isOutgoing() ->
                state.payout().map(asked -> new ReturnOfAnother(asked.value()));
            case IsReceipt _ -> Optional.of(new ReceiptNotFree(state.stage().name()));
        };
    }

    private static Optional<Rejection> unless(ReceiptState state, boolean isPossible) {
        return isPossible
                ? Optional.empty()
                : Optional.of(new ReceiptNotFree(state.stage().name()));
    }

    private static Optional<Rejection> changing(boolean something, BankReceiptId receipt) {
        return something ? Optional.empty() : Optional.of(new NothingToDecide(receipt.value()));
    }

    private static Decision<ReceiptEvent> carryOut(ReceiptState state, ExecuteVerdict command) {
        var receipt = command.receipt();
        var approvalId = command.approval().map(approval -> approval.id().value());
        return switch (command.verdict()) {
            case ReturnToPayer(var part, var amount, var payee) ->
                accept(new BankReceiptReturning(
                        receipt,
                        PayoutId.ofReturn(receipt, command.verdictNo()),
                        part,
                        amount,
                        payee,
                        state.custodyAccount(),
                        approvalId));
            case TakeBack(var from, var to) ->
                accept(new BankReceiptCorrecting(receipt, command.verdictNo(), from, to, approvalId));
            case AsRecorded _ ->
                accept(new BankReceiptCleared(receipt, command.verdictNo(), state.amount(), approvalId));
            case NeverBooked _
            when state.stage() == Stage.REVERSED ->
                accept(new BankReceiptCleared(receipt, command.verdictNo(), state.amount(), approvalId));
            case NeverBooked _ -> accept(reversed(state, command, approvalId));
            case OtherAmount(var amount, var _)
            when state.stage() == Stage.REVERSED ->
                Decision.acceptAll(List.of(
                        new BankReceiptCleared(receipt, command.verdictNo(), amount, approvalId),
                        IdentityRules.booked(state, amount)));
            case IsReceipt(var amount, var _) ->
                Decision.acceptAll(List.of(
                        new BankReceiptCleared(receipt, command.verdictNo(), amount, approvalId),
                        IdentityRules.booked(state, amount)));
            case OtherAmount(var amount, var _) ->
                Decision.acceptAll(List.of(reversed(state, command, approvalId), IdentityRules.booked(state, amount)));
        };
    }

    private static BankReceiptReversed reversed(
            ReceiptState state, ExecuteVerdict command, Optional<String> approvalId) {
        return new BankReceiptReversed(
                command.receipt(),
                command.verdictNo(),
                state.amount(),
                state.custodyAccount(),
                Postings.CURRENT,
                approvalId);
    }

    private static Decision<ReceiptEvent> rejectVerdict(ReceiptState state, RejectVerdict command) {
        return state.verdicts().isAsked(command.verdictNo())
                ? accept(new VerdictRejected(command.receipt(), command.verdictNo(), command.reason()))
                : reject(new VerdictNotPending(command.verdictNo()));
    }

    private static Decision<ReceiptEvent> returned(ReceiptState state, ConfirmReturned command) {
        if (state.verdicts().returned().filter(command.payout()::equals).isPresent()) {
            return alreadyDone();
        }
        return byPayout(
                state,
                command.payout(),
                taken -> new BankReceiptReturned(
                        command.receipt(), command.payout(), taken.part(), taken.amount(), escrow(state)));
    }

    /** Only an escrow account sets excess apart, and must hear that it went back. */
    private static Optional<EscrowAccountId> escrow(ReceiptState state) {
        return state.account().filter(EscrowAccountId.class::isInstance).map(EscrowAccountId.class::cast);
    }

    private static Decision<ReceiptEvent> returnFailed(ReceiptState state, FailReturn command) {
        return byPayout(
                state,
                command.payout(),
                taken -> new BankReceiptReturnFailed(
                        command.receipt(), command.payout(), taken.part(), taken.amount(), command.code()));
    }

    private static Decision<ReceiptEvent> byPayout(
            ReceiptState state, PayoutId payout, Function<BankReceiptReturning, ReceiptEvent> mirror) {
        return state.verdicts()
                .returningBy(payout)
                .<Decision<ReceiptEvent>>map(taken -> accept(mirror.apply(taken)))
                .orElseGet(() -> notFree(state));
    }

    private static Decision<ReceiptEvent> restored(ReceiptState state, RestoreReceipt command) {
        if (state.verdicts().returned().filter(command.payout()::equals).isEmpty()) {
            return notFree(state);
        }
        return state.stage() == Stage.RETURNED
                ? accept(
                        new BankReceiptRestored(command.receipt(), command.payout(), ReceiptPart.WHOLE, state.amount()))
                : accept(new BankReceiptRestored(
                        command.receipt(),
                        command.payout(),
                        ReceiptPart.EXCESS,
                        state.amount().minus(state.taken())));
    }

    private static Decision<ReceiptEvent> corrected(ReceiptState state, ConfirmCorrected command) {
        return correcting(
                state,
                command.account(),
                asked -> new BankReceiptCorrected(command.receipt(), command.account(), asked.to()));
    }

    private static Decision<ReceiptEvent> correctionFailed(ReceiptState state, FailCorrection command) {
        return correcting(
                state,
                command.account(),
                _ -> new BankReceiptCorrectionFailed(command.receipt(), command.account(), command.code()));
    }

    private static Decision<ReceiptEvent> correcting(
            ReceiptState state, ReceiptTarget account, Function<BankReceiptCorrecting, ReceiptEvent> mirror) {
        return state.verdicts()
                .correcting()
                .filter(asked -> asked.account().equals(account))
                .<Decision<ReceiptEvent>>map(asked -> accept(mirror.apply(asked)))
                .orElseGet(() -> notFree(state));
    }

    private static Decision<ReceiptEvent> notFree(ReceiptState state) {
        return reject(new ReceiptNotFree(state.stage().name()));
    }
}
