package io.coffer.command.receipts;

import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementEvent.EscrowAccountOpened;
import io.coffer.api.accounts.ClosureCommand.ConfirmClosure;
import io.coffer.api.accounts.ClosureEvent.AccountClosureRequested;
import io.coffer.api.accounts.ClosureEvent.EscrowAccountCancelled;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.merchants.FeeAccountCommand.AttachFeeAccountNumber;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentCommand.AttachPaymentNumber;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.receipts.ReceiptRejection.NumberInQuarantine;
import io.coffer.api.receipts.ReceiptRejection.NumberTaken;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.receipts.VirtualAccountCommand.QuarantineNumber;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountOwnerAssigned;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountQuarantined;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.List;
import java.util.Optional;

/** Every opened account gets a number, every ended one gives it back to quarantine. */
final class NumberPolicy implements Policy {

    static final int CANDIDATES_MAX = 8;

    private static final Optional<SuspenseReason> CLOSED = Optional.of(SuspenseReason.ACCOUNT_CLOSED);

    @Override
    public String name() {
        return "virtual-accounts";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case EscrowAccountOpened e ->
                List.of(assign(e.account(), e.custodyAccount().bankCode(), 0));
            case FeeAccountOpened e ->
                List.of(assign(e.account(), e.custodyAccount().bankCode(), 0));
            case PaymentOrderCreated e
            when e.way().needsNumber() ->
                List.of(assign(e.order(), e.custodyAccount().bankCode(), 0));
            case VirtualAccountOwnerAssigned e -> List.of(attach(e));
            case AccountClosureRequested e ->
                e.number()
                        .map(number -> List.of(Reaction.of(new QuarantineNumber(number, e.account(), CLOSED))))
                        .orElseGet(() -> List.of(Reaction.of(new ConfirmClosure(e.account()))));
            case EscrowAccountCancelled e ->
                e.number()
                        .map(number ->
                                List.of(Reaction.of(new QuarantineNumber(number, e.account(), Optional.empty()))))
                        .orElseGet(List::of);
            case VirtualAccountQuarantined e ->
                e.account() instanceof EscrowAccountId escrow
                        ? List.of(Reaction.of(new ConfirmClosure(escrow)))
                        : List.of();
            default -> List.of();
        };
    }

    private static Reaction attach(VirtualAccountOwnerAssigned event) {
        return switch (event.account()) {
            // An account that was cancelled meanwhile wants no number; it must not stay open.
            case EscrowAccountId escrow ->
                Reaction.of(new AttachVirtualAccount(escrow, event.number()))
                        .orElse(_ ->
                                List.of(Reaction.of(new QuarantineNumber(event.number(), escrow, Optional.empty()))));
            case MerchantFeeAccountId b -> Reaction.of(new AttachFeeAccountNumber(b, event.number()));
            case PaymentOrderId order -> Reaction.of(new AttachPaymentNumber(order, event.number()));
            case ChannelSettlementId settlement -> throw new IllegalStateException(settlement + " wants no number");
        };
    }

    private static Reaction assign(ReceiptTarget account, String bankCode, int candidate) {
        return new Reaction(
                new AssignOwner(NumberPlan.candidate(account, bankCode, candidate), account),
                refusal -> isTaken(refusal) && candidate + 1 < CANDIDATES_MAX
                        ? Optional.of(List.of(assign(account, bankCode, candidate + 1)))
                        : Optional.empty(),
                Optional.empty());
    }

    private static boolean isTaken(Rejection refusal) {
        return refusal instanceof NumberTaken || refusal instanceof NumberInQuarantine;
    }
}
